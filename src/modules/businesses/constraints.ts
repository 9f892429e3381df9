/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const businessesConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['business_one_open', 'businesses.one-is-open'],
  ['permit_one_open', 'businesses.permit-is-open'],
  ['product_photo_pkey', 'businesses.photo-already'],
]
