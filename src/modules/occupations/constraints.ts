/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const occupationsConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['offer_open_once', 'occupations.already-offered'],
  ['offer_once', 'occupations.already-offered'],
]
