/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const planConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['pilot_county_pkey', 'plan.already-a-pilot-county'],
  ['edition_from_day', 'plan.edition-not-later'],
  ['edition_number', 'plan.edition-not-later'],
  ['parameter_from_day', 'plan.already-from-that-day'],
  ['parameter_open_once', 'plan.later-value-exists'],
  ['quota_open_once', 'plan.later-value-exists'],
]
