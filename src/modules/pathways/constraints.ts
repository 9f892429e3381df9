/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const pathwaysConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['exit_edition_number', 'pathways.exit-table-published-meanwhile'],
  ['insurance_one_in_force', 'pathways.insured-already'],
]
