/** Constraints of assignments and invitations a user can trip over, and the refusal each becomes. */
export const accessConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['assignment_nobody_approves_herself', 'access.nobody-approves-herself'],
  ['assignment_dates', 'access.dates-wrong'],
  ['invitation_one_open', 'access.already-invited'],
]
