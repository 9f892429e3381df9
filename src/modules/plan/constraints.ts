/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const planConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['pilot_county_pkey', 'plan.already-a-pilot-county'],
]
