/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const marketConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['home_once', 'market.put-forward-already'],
  ['lot_once', 'market.home-has-lot'],
  ['order_never_above', 'market.above-order'],
  ['deduction_open_once', 'market.deduction-open'],
  ['dispute_open_once', 'market.dispute-open'],
]
