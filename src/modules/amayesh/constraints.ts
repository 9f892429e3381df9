/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const amayeshConstraints: readonly (readonly [constraint: string, refusal: string])[] = [['study_number', 'amayesh.number-taken']]
