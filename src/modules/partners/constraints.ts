/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const partnersConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['organisation_legal_id', 'partners.legal-id-taken'],
  ['membership_open_once', 'partners.membership-open'],
  ['vetting_once', 'partners.vetted-already'],
]
