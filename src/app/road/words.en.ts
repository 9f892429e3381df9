import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {
  road: 'Her road',
  moved: 'a move on the road',
  'act-people-read-file': 'file read',
  'act-people-open-file': 'file opened with a purpose',
  'act-people-change-contact': 'contact changed',
  'act-people-give-consent': 'consent answered',
  'act-people-withdraw-consent': 'consent withdrawn',
  'act-enrolment-import': 'nominated',
  'act-enrolment-take-file': 'file taken',
  'act-enrolment-try-contact': 'contact tried',
  'act-enrolment-register': 'registration moved on',
  'act-enrolment-withdraw': 'withdrawal recorded',
  'act-enrolment-ask-enquiry': 'enquiry asked',
  'act-enrolment-answer-enquiry': 'enquiry answered',
  'act-enrolment-decide': 'eligibility examined',
  'act-enrolment-file-appeal': 'second reading asked for',
  'act-enrolment-assign-appeal': 'second reading assigned',
  'act-enrolment-answer-appeal': 'second reading answered',
  'act-enrolment-grant-place': 'place granted',
  'act-enrolment-answer-place': 'place answered',
  'act-enrolment-erase': 'erased',
} as const satisfies English<typeof words>
