interface Priced {
  /** Rial for one piece. */
  readonly rateRial: number
  /** What she herself spends on one piece: power, the way, small material. */
  readonly costsRial: number
  readonly minutesPerPiece: number | null
}
/** Rial an hour of her work brings after what she spends; null while nobody measured the minutes of a piece. */
export function hourlyOf({ rateRial, costsRial, minutesPerPiece }: Priced): number | null {
  return minutesPerPiece === null ? null : Math.floor(((rateRial - costsRial) * 60) / minutesPerPiece)
}
interface Offer {
  readonly hourlyRial: number | null
  /** In force on this day in this county. */
  readonly floorRial: number
  /** The office let it be offered below the floor, by letter. */
  readonly hasException: boolean
  readonly smallestLot: number
}
export type FloorRefusal = 'market.below-floor' | 'market.not-measured'
/**
 * No lot below the floor of an hour without a signed exception (livelihood.md I6). Work nobody measured goes out in smallest lots alone: those are the
 * test lots by which it is measured, and leaving the minutes empty is no way around the floor.
 */
export function reasonsBelowFloor(
  quantities: readonly number[],
  { hourlyRial, floorRial, hasException, smallestLot }: Offer,
): readonly FloorRefusal[] {
  if (hasException) return []
  if (hourlyRial === null) return quantities.some((quantity) => quantity > smallestLot) ? ['market.not-measured'] : []
  return hourlyRial < floorRial ? ['market.below-floor'] : []
}
