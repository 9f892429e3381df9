/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const reformsConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['blocked_case_once', 'reforms.case-blocked-already'],
]
