import type { ActorRole, Duty } from '../../access/roles.ts'
import type { TaskKind } from './contract.ts'

/** Which kinds of tasks are somebody's, by role and duty: what others owe is seen in the cases, not here. */
export function kindsFor({ role, duties }: { readonly role: ActorRole; readonly duties: readonly Duty[] }): readonly TaskKind[] {
  switch (role) {
    case 'GD':
      return duties.includes('registrar') ? ['contact', 'consent', 'registration', 'place-answer'] : ['place-answer']
    case 'PO':
      return duties.includes('decider') ? ['decide', 'assign-appeal'] : ['assign-appeal']
    case 'AG':
      return duties.includes('appeal-reader') ? ['answer-appeal', 'answer-enquiry'] : ['answer-enquiry']
    case 'CA':
    case 'EX':
    case 'IN':
    case 'MO':
    case 'OR':
    case 'W':
    case 'AU':
    case 'AD':
    case 'PU':
    case 'service':
      return []
  }
}
