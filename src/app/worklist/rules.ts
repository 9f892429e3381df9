import type { ActorRole } from '../../access/roles.ts'

export type DueView = 'enrolment.due' | 'enrolment.office_due' | 'access.due'
/** The published views in which a role's tasks stand: the blind office has its own, because it holds no table that names a woman. */
export function viewsFor(role: ActorRole): readonly DueView[] {
  if (role === 'GD' || role === 'AG') return ['enrolment.due']
  if (role === 'PO') return ['enrolment.office_due', 'access.due']
  return role === 'AD' ? ['access.due'] : []
}
