import { z } from 'zod'
import { Day, Id, Instant, maybeText, text, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { KeyedPaper } from '../../people/contract/papers.ts'
import { PreciseGround } from '../../people/contract.ts'
import { DivisionCode } from '../../territory/contract.ts'
import { CaseId, CaseRow } from './cases.ts'

/**
 * The eighteen fields of assisted registration (docs/decisions/0010): what eligibility, contact and priority need, and no more. Name, national
 * ID and phone come from the nomination and are not asked again. A draft may leave any of them out.
 */
export const RegistrationFields = z.object({
  fatherName: maybeText(60).optional(),
  bornOn: Day.nullable().optional(),
  ground: PreciseGround.optional(),
  groundFrom: Day.optional(),
  groundTo: Day.nullable().optional(),
  groundSeen: z.boolean().optional(),
  householdSize: wholeNumber(1, 30).optional(),
  dependants: wholeNumber(0, 30).optional(),
  dependantsUnderSeven: wholeNumber(0, 30).optional(),
  hasDisability: z.boolean().optional(),
  careHours: wholeNumber(0, 24).nullable().optional(),
  education: z.enum(['none', 'primary', 'secondary', 'diploma', 'higher']).optional(),
  reads: z.enum(['no', 'little', 'yes']).optional(),
  placeToWork: z.enum(['own', 'rented-allowed', 'rented-not-allowed', 'relatives', 'none']).optional(),
  phoneKind: z.enum(['none', 'simple', 'smart']).optional(),
  knownFieldCode: maybeText(20).optional(),
  districtCode: DivisionCode.optional(),
  settlement: text({ max: 80 }).optional(),
})
export type RegistrationFields = z.infer<typeof RegistrationFields>

/** Saves what is known so far, or all of it: with nothing missing the case becomes registered, otherwise the missing fields are named. */
export const saveRegistration = route({
  method: 'PUT',
  path: '/enrolment/cases/:caseId/registration',
  action: 'enrolment.register',
  offline: true,
  input: RegistrationFields.extend({ caseId: CaseId, groundId: Id, isComplete: z.boolean(), paper: KeyedPaper.optional() }),
  output: z.object({ case: CaseRow, missing: z.array(z.string()), savedAt: Instant }),
  refusals: [
    'platform.not-found',
    'enrolment.not-consented',
    'enrolment.born-in-future',
    'enrolment.more-dependants-than-household',
    'people.paper-unknown',
    'people.paper-keyed',
    'people.day-wrong',
  ],
  subject: ({ caseId }, output) => ({ type: 'registration', id: caseId, caseId, countyCode: output.case.countyCode }),
})
/** What was saved so far, as it was said; whoever carries the file goes on from there, on any device. */
export const readRegistration = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/registration',
  action: 'enrolment.register',
  input: z.object({ caseId: CaseId }),
  output: z.object({ draft: z.object({ groundId: Id, fields: RegistrationFields, savedAt: Instant }).nullable() }),
  refusals: ['platform.not-found'],
  logged: true,
  subject: ({ caseId }) => ({ type: 'registration', id: caseId, caseId }),
})
