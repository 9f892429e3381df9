/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const enrolmentConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['enquiry_once', 'enrolment.enquiry-waiting'],
  ['telling_once', 'enrolment.nothing-to-tell'],
  ['appeal_once', 'enrolment.appeal-exists'],
  ['out_of_turn_once', 'enrolment.already-proposed'],
  ['out_of_turn_second_person', 'enrolment.own-proposal'],
  ['county_transfer_once', 'enrolment.no-such-move'],
  ['deprived_area_once', 'enrolment.area-already-named'],
]
