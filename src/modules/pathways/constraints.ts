/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const pathwaysConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['exit_edition_number', 'pathways.exit-table-published-meanwhile'],
  ['centre_used', 'pathways.places-taken'],
  ['centre_guide_one', 'pathways.guide-elsewhere'],
  ['centre_place_one', 'pathways.has-centre-place'],
  ['handover_one', 'pathways.handover-waits'],
  ['insurance_one_in_force', 'pathways.insured-already'],
]
