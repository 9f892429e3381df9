import type { ActorRole, Role } from '../../../access/roles.ts'
import type { ClosedHow, GrievanceAbout, GrievanceAct, GrievanceChannel, GrievanceDesk, GrievanceState } from '../contract/grievances.ts'

/** The one table by which a complaint moves (states.md). Nothing closes it but her word, her second no to the auditor, or her silence past its days. */
export const grievanceMoves = {
  received: ['acknowledged', 'escalated'],
  acknowledged: ['with-office', 'escalated'],
  'with-office': ['answered', 'escalated'],
  reopened: ['answered', 'escalated'],
  escalated: ['answered'],
  answered: ['closed', 'reopened', 'escalated'],
  closed: ['reopened', 'escalated'],
} as const satisfies Record<GrievanceState, readonly GrievanceState[]>

interface Routed {
  /** Who hears it first and brings it to whoever answers. */
  readonly intake: 'PO' | 'AU'
  readonly desk: GrievanceDesk
  readonly needs: 'nothing' | 'county' | 'organisation'
}
/** Who answers, by what it is about (roles.md §2): nobody judges a complaint about herself, and the office's own goes to the auditor. */
export const routing: Readonly<Record<GrievanceAbout, Routed>> = {
  'programme-office': { intake: 'AU', desk: 'AU', needs: 'nothing' },
  guide: { intake: 'PO', desk: 'PO', needs: 'nothing' },
  'county-services': { intake: 'PO', desk: 'CA', needs: 'county' },
  executor: { intake: 'PO', desk: 'EX', needs: 'county' },
  agency: { intake: 'PO', desk: 'AG', needs: 'organisation' },
  buyer: { intake: 'PO', desk: 'OR', needs: 'organisation' },
  hub: { intake: 'PO', desk: 'MO', needs: 'county' },
  other: { intake: 'PO', desk: 'PO', needs: 'nothing' },
}
interface Lying {
  readonly about: GrievanceAbout
  readonly state: GrievanceState
  readonly intake: 'PO' | 'AU'
  readonly desk: GrievanceDesk
  readonly isGuideAllowed: boolean
}
/** On whose desks it lies: the intake alone until it was passed on; her guide's, where she allows it and it is about no guide. */
export function desksOf({ about, state, intake, desk, isGuideAllowed }: Lying): Role[] {
  const answering: readonly Role[] = state === 'received' || state === 'acknowledged' ? [] : [desk]
  const guide: readonly Role[] = isGuideAllowed && about !== 'guide' ? ['GD'] : []
  return [...new Set<Role>([intake, ...answering, ...guide])]
}
/** Who may write down a complaint told by telephone or on paper: never the one it is about. */
export function reasonsNotToWriteDown(
  writer: ActorRole,
  {
    about,
    channel,
    paperNumber,
  }: { readonly about: GrievanceAbout; readonly channel: GrievanceChannel; readonly paperNumber: string | null },
): readonly ('oversight.not-about-yourself' | 'oversight.grievance-paper-missing')[] {
  const isOwn = (writer === 'PO' && about === 'programme-office') || (writer === 'GD' && about === 'guide')
  return [
    ...(isOwn ? (['oversight.not-about-yourself'] as const) : []),
    ...(channel === 'paper' && paperNumber === null ? (['oversight.grievance-paper-missing'] as const) : []),
  ]
}
/** What must be known before it can lie on the desk of whoever answers. */
export function reasonsNotToPass({
  about,
  countyCode,
  organisationId,
}: {
  readonly about: GrievanceAbout
  readonly countyCode: string | null
  readonly organisationId: string | null
}): readonly ('oversight.county-missing' | 'oversight.organisation-missing')[] {
  const { needs } = routing[about]
  if (needs === 'county' && countyCode === null) return ['oversight.county-missing']
  return needs === 'organisation' && organisationId === null ? ['oversight.organisation-missing'] : []
}
const WAITING: ReadonlySet<GrievanceState> = new Set(['received', 'acknowledged', 'with-office', 'reopened', 'escalated'])
/** Past the day of its next act, while an office owes it. Her own silence is nobody's delay. */
export function isOverdue({ state, dueOn }: { readonly state: GrievanceState; readonly dueOn: string | null }, today: string): boolean {
  return WAITING.has(state) && dueOn !== null && dueOn < today
}
interface Standing {
  readonly state: GrievanceState
  readonly dueOn: string | null
  readonly intake: 'PO' | 'AU'
  readonly desk: GrievanceDesk
}
/** What a role may do to it as it stands. */
export function actsOn(one: Standing, role: string, today: string): GrievanceAct[] {
  const acts: GrievanceAct[] = []
  if (one.state === 'received' && role === one.intake) acts.push('acknowledge')
  if (one.state === 'acknowledged' && role === one.intake) acts.push('pass')
  if ((one.state === 'with-office' || one.state === 'reopened' || one.state === 'escalated') && role === one.desk) acts.push('answer')
  if (role === 'AU' && one.state !== 'escalated' && one.desk !== 'AU' && isOverdue(one, today)) acts.push('take-over')
  return acts
}
type MoveRefusal = 'oversight.no-such-grievance-move' | 'oversight.not-your-desk' | 'oversight.not-overdue'
const BEGINS: Readonly<Record<GrievanceAct, GrievanceState>> = {
  acknowledge: 'acknowledged',
  pass: 'with-office',
  answer: 'answered',
  'take-over': 'escalated',
}
/** Why an act cannot be done now: the state has no such move, it lies on another desk, or it is not late. */
export function reasonsNotTo(act: GrievanceAct, one: Standing, role: string, today: string): readonly MoveRefusal[] {
  if (actsOn(one, role, today).includes(act)) return []
  const next: readonly GrievanceState[] = grievanceMoves[one.state]
  if (!next.includes(BEGINS[act])) return ['oversight.no-such-grievance-move']
  if (act === 'take-over' && role === 'AU' && one.desk !== 'AU') return ['oversight.not-overdue']
  return [act === 'take-over' ? 'oversight.no-such-grievance-move' : 'oversight.not-your-desk']
}
interface Answered {
  readonly state: GrievanceState
  readonly closedHow: ClosedHow | null
}
/** Her word is awaited when it was answered, and still heard when her silence closed it. */
export function awaitsHerWord({ state, closedHow }: Answered): boolean {
  return state === 'answered' || (state === 'closed' && closedHow === 'without-her-word')
}
export function reasonsNotToSay(
  one: Answered,
  { isSettled, text }: { readonly isSettled: boolean; readonly text: string | null },
): readonly ('oversight.word-not-awaited' | 'oversight.why-missing')[] {
  if (!awaitsHerWord(one)) return ['oversight.word-not-awaited']
  return !isSettled && text === null ? ['oversight.why-missing'] : []
}
export type AfterWord = { readonly to: 'closed'; readonly how: 'settled' | 'unsettled' } | { readonly to: 'reopened' | 'escalated' }
/**
 * What her word does: yes closes it; the first no sends it back to whoever answered; the second takes it to the auditor; a no to the auditor's second
 * answer closes it as not settled, and it is counted so.
 */
export function afterWord({ desk, reopened }: { readonly desk: GrievanceDesk; readonly reopened: number }, isSettled: boolean): AfterWord {
  if (isSettled) return { to: 'closed', how: 'settled' }
  if (reopened === 0) return { to: 'reopened' }
  return desk === 'AU' ? { to: 'closed', how: 'unsettled' } : { to: 'escalated' }
}
/** A number a reader may see: a cell under ten could name somebody. */
export const cellOf = (count: number): number | null => (count < 10 ? null : count)
