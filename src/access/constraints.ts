/** Constraints of assignments and invitations a user can trip over, and the refusal each becomes. */
export const accessConstraints: readonly (readonly [constraint: string, refusal: string])[] = []
