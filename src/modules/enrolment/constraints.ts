/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const enrolmentConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['enquiry_once', 'enrolment.enquiry-waiting'],
  ['appeal_once', 'enrolment.appeal-exists'],
]
