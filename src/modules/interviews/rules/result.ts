/** What a panel may recommend. None of them is a verdict: she may choose otherwise with her guide. */
export const recommendations = [
  'independent',
  'supported',
  'piecework',
  'cooperative',
  'job',
  'training-first',
  'welfare-referral',
  'health-referral',
  'not-now',
] as const
export type Recommendation = (typeof recommendations)[number]
/** Support she needs at work: named, never marked, because marking it would rank the poorest last. */
export const needs = ['family', 'time', 'health', 'phone', 'tools', 'travel', 'debt', 'permission-at-home'] as const
export type Need = (typeof needs)[number]

export const secondReasons = ['her-wish', 'panel-doubt', 'appeal', 'expired'] as const
export type SecondReason = (typeof secondReasons)[number]
export type SecondRefusal = 'interviews.not-told-yet' | 'interviews.not-expired'
/** A second conversation follows a first one that was told; that marks ran out is a reason only when they did. */
export function reasonsNotToHoldAgain(
  first: { readonly state: string; readonly expiresOn: string | null },
  { reason, today }: { readonly reason: SecondReason; readonly today: string },
): readonly SecondRefusal[] {
  if (first.state !== 'told') return ['interviews.not-told-yet']
  return reason === 'expired' && (first.expiresOn === null || first.expiresOn >= today) ? ['interviews.not-expired'] : []
}
/** Marks hold so many months: the same day of the month, or its last. */
export function expiryOf(agreedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = agreedOn.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))).toISOString().slice(0, 10)
}
/** Fewer marks than this say nothing about a rater and could say something about a woman (roles.md §2, Σ). */
const FEWEST_SHOWN = 10
interface Drift {
  readonly marks: number
  readonly above: number
  readonly below: number
  readonly far: number
}
export function shownDrift(drift: Drift | undefined): Drift | null {
  if (drift === undefined || drift.marks < FEWEST_SHOWN) return null
  const { marks, above, below, far } = drift
  return { marks, above, below, far }
}
