import type { Standing } from './earning.ts'

/** What she did before the plan; null while nobody asked. */
export const worksBefore = ['none', 'stood-still', 'working'] as const
export type WorkBefore = (typeof worksBefore)[number]
export const jobOutcomes = ['created', 'revived', 'stabilised'] as const
export type JobOutcome = (typeof jobOutcomes)[number]
/**
 * What became of her work, out of what she did before and where her earning stands, and out of nothing else: a permit, a loan or a registration is
 * never a success (roles.md §3.10). Whoever worked before has won something only when the income lasts; what stopped again is nobody's success.
 */
export const jobTable = {
  none: { 'not-yet': null, earning: 'created', interrupted: null, sustained: 'created' },
  'stood-still': { 'not-yet': null, earning: 'revived', interrupted: null, sustained: 'revived' },
  working: { 'not-yet': null, earning: null, interrupted: null, sustained: 'stabilised' },
} as const satisfies Record<WorkBefore, Record<Standing, JobOutcome | null>>
/** Null too while nobody asked what she did before: it is not guessed from her fields. */
export function jobOutcomeOf(before: WorkBefore | null, standing: Standing): JobOutcome | null {
  return before === null ? null : jobTable[before][standing]
}

/** Where a case may be led by the ledger alone, from where it stands (states.md: earning derives from confirmed payments and can fall back). */
export const earningMoves = {
  active: { 'not-yet': null, earning: 'earning', interrupted: null, sustained: 'earning' },
  earning: { 'not-yet': null, earning: null, interrupted: 'interrupted', sustained: 'sustained' },
  interrupted: { 'not-yet': null, earning: 'earning', interrupted: null, sustained: 'earning' },
  sustained: { 'not-yet': null, earning: null, interrupted: 'interrupted', sustained: 'aftercare' },
  aftercare: { 'not-yet': null, earning: null, interrupted: 'interrupted', sustained: 'closed' },
} as const satisfies Record<string, Record<Standing, string | null>>
type Moved = 'earning' | 'interrupted' | 'sustained' | 'aftercare' | 'closed'
/** Months of follow-up that have to be behind her, answered or missing, before what lasts becomes aftercare and aftercare ends. */
const AFTER = { aftercare: 'third', closed: 'fourth' } as const
export function nextPosition(
  position: string,
  standing: Standing,
  followed: { readonly third: boolean; readonly fourth: boolean },
): Moved | null {
  const known: Readonly<Partial<Record<string, Readonly<Record<Standing, Moved | null>>>>> = earningMoves
  const to = known[position]?.[standing] ?? null
  if (to === 'aftercare' || to === 'closed') return followed[AFTER[to]] ? to : null
  return to
}
