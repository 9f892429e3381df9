import type { FollowUpKind, FollowUpState, MissingReason, TryResult } from '../contract/follow-ups.ts'
import { dayMonthsAfter } from './months.ts'

/** The one table of moves of a follow-up. What is answered or missing stays so: a later word of hers is a later follow-up. */
export const followUpMoves = {
  'to-give': ['given', 'missing'],
  given: ['to-give', 'answered', 'missing'],
  answered: [],
  missing: [],
} as const satisfies Record<FollowUpState, readonly FollowUpState[]>
export function reasonsNotToMoveFollowUp(from: FollowUpState, to: FollowUpState): readonly 'outcomes.call-over'[] {
  const allowed: readonly FollowUpState[] = followUpMoves[from]
  return allowed.includes(to) ? [] : ['outcomes.call-over']
}

/** Where a case stands while its woman is asked: from her agreed pathway on, whatever became of the work; pauses too, by her contact rule. */
const asked: ReadonlySet<string> = new Set([
  'pathway-agreed',
  'active',
  'earning',
  'interrupted',
  'sustained',
  'aftercare',
  'on-hold',
  'transferred',
])
export const isAsked = (position: string): boolean => asked.has(position)
export interface Due {
  readonly month: number
  readonly opensOn: string
  readonly closesOn: string
  /** Nobody asked her in its days: it is missing from the beginning, and counted. */
  readonly missingReason: MissingReason | null
}
interface Asking {
  readonly agreedOn: string
  readonly position: string
  readonly months: readonly number[]
  readonly windowDays: number
  /** Months that are there already. */
  readonly known: readonly number[]
}
/**
 * The follow-ups whose day has come. They count from the day her pathway was agreed and not from her first income (decision 0036), so that a woman
 * who never earned is asked as well.
 */
export function followUpsDue({ agreedOn, position, months, windowDays, known }: Asking, today: string, addDays: AddDays): readonly Due[] {
  return months
    .filter((month) => !known.includes(month))
    .map((month) => ({ month, opensOn: dayMonthsAfter(agreedOn, month) }))
    .filter(({ opensOn }) => opensOn <= today)
    .map(({ month, opensOn }) => {
      const closesOn = addDays(opensOn, windowDays)
      const missingReason = !isAsked(position) ? 'road-ended' : closesOn < today ? 'days-over' : null
      return { month, opensOn, closesOn, missingReason }
    })
}
type AddDays = (day: string, days: number) => string

export interface Caller {
  readonly accountId: string
  readonly organisationId: string
  readonly counties: readonly string[]
}
export interface Against {
  readonly kind: FollowUpKind
  readonly countyCode: string
  readonly assigned: readonly string[]
  readonly barred: readonly string[]
  readonly away: readonly string[]
  readonly executors: readonly string[]
}
export type CallerRefusal =
  | 'outcomes.caller-carries-file'
  | 'outcomes.caller-of-executor'
  | 'outcomes.caller-other-county'
  | 'outcomes.caller-same-county'
  | 'outcomes.caller-not-fitting'
/**
 * Outcomes are entered by someone neither her guide nor of the executor (roles.md §3.10); a call-back comes from another county by another caller.
 * Why a caller does not fit otherwise is not said: the office does not learn whom she bars or who is her kin.
 */
export function reasonsNotToGive(caller: Caller, against: Against): readonly CallerRefusal[] {
  const reasons: CallerRefusal[] = []
  if (against.assigned.includes(caller.accountId)) reasons.push('outcomes.caller-carries-file')
  if (against.executors.includes(caller.organisationId)) reasons.push('outcomes.caller-of-executor')
  const isThere = caller.counties.includes(against.countyCode)
  if (against.kind === 'first' && !isThere) reasons.push('outcomes.caller-other-county')
  if (against.kind === 'call-back' && isThere) reasons.push('outcomes.caller-same-county')
  if (against.barred.includes(caller.accountId) || against.away.includes(caller.accountId)) reasons.push('outcomes.caller-not-fitting')
  return reasons
}
/** The caller with the fewest open calls among those who fit; equals by their id, so that the same question has the same answer. */
export function chooseCaller<C extends Caller & { readonly open: number }>(callers: readonly C[], against: Against): C | undefined {
  return callers
    .filter((caller) => reasonsNotToGive(caller, against).length === 0)
    .toSorted((one, other) => one.open - other.open || (one.accountId < other.accountId ? -1 : 1))[0]
}

const ends: Readonly<Partial<Record<TryResult, MissingReason>>> = { 'not-wished': 'not-wished', 'not-callable': 'not-callable' }
/** Where a try leaves the call: her no ends it at once, and so does the last of so many tries. */
export function afterTry(result: TryResult, tries: number, mostTries: number): MissingReason | null {
  return ends[result] ?? (tries >= mostTries ? 'unreached' : null)
}
/** Drawn for a call-back: the draw of ten thousand lies below the share of a hundred. Nobody knows it before she has answered. */
export function isDrawn(draw: number, sharePercent: number): boolean {
  return draw < sharePercent * 100
}
