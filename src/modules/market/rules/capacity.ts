export const loweredReasons = ['her-wish', 'tools', 'material', 'season'] as const
export type LoweredReason = (typeof loweredReasons)[number]
/** Pieces a week of one product: what she says, what a test lot showed, what she delivered of late. */
interface Known {
  readonly declared: number
  readonly tested: number | null
  readonly achieved: number | null
}
export const bases = ['declared', 'tested', 'achieved'] as const
export type Basis = (typeof bases)[number]
export interface Weekly {
  readonly pieces: number
  readonly basis: Basis
}
/**
 * What a home makes in a week. A test lot says more than what she hopes; what she delivered shows that she can do so much and never that she can do
 * no more, because orders are often smaller than her hands.
 */
export function weeklyOf({ declared, tested, achieved }: Known): Weekly {
  const shown: Weekly = tested === null ? { pieces: declared, basis: 'declared' } : { pieces: tested, basis: 'tested' }
  return achieved !== null && achieved > shown.pieces ? { pieces: achieved, basis: 'achieved' } : shown
}
interface Lowered {
  readonly loweredTo: number | null
  readonly loweredReason: LoweredReason | null
}
export type LowerRefusal = 'market.lowered-above' | 'market.lowered-without-reason'
/** A guide takes a number down, with its reason, and never up. */
export function reasonsNotToLower({ loweredTo, loweredReason }: Lowered, { pieces }: Weekly): readonly LowerRefusal[] {
  const reasons: LowerRefusal[] = []
  if (loweredTo !== null && loweredTo >= pieces) reasons.push('market.lowered-above')
  if ((loweredTo === null) !== (loweredReason === null)) reasons.push('market.lowered-without-reason')
  return reasons
}
interface Span {
  /** Pieces in a week. */
  readonly weekly: number
  /** Days from today until the pieces are due. */
  readonly days: number
  /** Of these, how many lie in weeks in which nothing may be asked of her. */
  readonly blockedDays: number
}
/** Pieces a home can make until they are due. */
export function capacityWithin({ weekly, days, blockedDays }: Span): number {
  return Math.max(0, Math.floor((weekly * (days - blockedDays)) / 7))
}
/**
 * Days of a span that lie in blocked weeks. A week is named by its Monday and runs from the Saturday before it to the Friday after it (businesses);
 * `offsets` are the days from today to these Mondays, and may lie in the past by less than a week.
 */
export function blockedDaysWithin(offsets: readonly number[], days: number): number {
  const [SATURDAY, AFTER_FRIDAY] = [-2, 5]
  return offsets.reduce((sum, monday) => sum + Math.max(0, Math.min(days, monday + AFTER_FRIDAY) - Math.max(0, monday + SATURDAY)), 0)
}
/** Pieces a week that a delivery shows, from the day she agreed to the day her pieces were taken. */
export function achievedIn(pieces: number, days: number): number {
  return Math.floor((pieces * 7) / Math.max(7, days))
}
