/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const matchingConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['opportunity_of_order', 'matching.order-open-already'],
  ['mark_once', 'matching.marked-already'],
  ['mark_one_pin', 'matching.pinned-already'],
]
