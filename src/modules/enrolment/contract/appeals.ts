import { z } from 'zod'
import { Day, Id, Page, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { CaseId } from './cases.ts'
import { Referral, ToldRule, Verdict } from './eligibility.ts'

export const AppealState = z.enum(['filed', 'assigned', 'upheld', 'overturned'])
export type AppealState = z.infer<typeof AppealState>
/** What she asks to be looked at again; a code, never a story. */
export const Plea = z.enum(['fact-wrong', 'paper-new', 'rule-misread', 'ask-again'])
export type Plea = z.infer<typeof Plea>

/** درخواست بررسی دوباره: filed by her through whoever carries her file, within the days a letter gives. */
export const fileAppeal = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/appeals',
  action: 'enrolment.file-appeal',
  input: z.object({ caseId: CaseId, id: Id, plea: Plea.default('ask-again') }),
  output: z.object({ id: Id, answerDueOn: Day }),
  refusals: ['platform.not-found', 'enrolment.nothing-to-appeal', 'enrolment.appeal-too-late', 'enrolment.appeal-exists'],
  subject: ({ id, caseId }) => ({ type: 'appeal', id, caseId }),
})
export const Appeal = z.object({
  id: Id,
  caseId: CaseId,
  personId: Id,
  fileNumber: z.string(),
  countyCode: CountyCode,
  state: AppealState,
  plea: Plea,
  filedOn: Day,
  answerDueOn: Day,
  /** Days to the end of the clock; negative when the answer is late, null when it was given. */
  daysLeft: z.number().int().nullable(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  answeredOn: Day.nullable(),
  version: z.number().int(),
})
export type Appeal = z.infer<typeof Appeal>
/** Appeals in reach: all for the office, those assigned to it for a reading body. */
export const listAppeals = route({
  method: 'GET',
  path: '/enrolment/appeals',
  action: 'enrolment.read-appeals',
  input: Page.extend({ isOpen: z.stringbool().optional() }),
  output: z.object({ appeals: z.array(Appeal), next: Id.nullable() }),
  refusals: [],
})
/** Bodies that may read this appeal: with an appeal reader, and neither the one that decided nor one whose answer the decision rests on. */
export const listReadingBodies = route({
  method: 'GET',
  path: '/enrolment/appeals/:id/bodies',
  action: 'enrolment.assign-appeal',
  input: z.object({ id: Id }),
  output: z.object({ bodies: z.array(z.object({ id: Id, name: z.string() })) }),
  refusals: ['platform.not-found'],
})
export const assignAppeal = route({
  method: 'POST',
  path: '/enrolment/appeals/:id/assign',
  action: 'enrolment.assign-appeal',
  input: z.object({ id: Id, organisationId: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'enrolment.already-answered',
    'enrolment.appeal-same-body',
    'enrolment.appeal-interested-body',
    'enrolment.appeal-no-reader',
  ],
  subject: ({ id, organisationId }) => ({ type: 'appeal', id, organisationId }),
})
const forReading = z.object({ id: Id, personId: Id, purpose: z.literal('appeal') })
/** What the second reader reads: the rules and papers of the decision, without ground, support status or name. */
export const readAppeal = route({
  method: 'GET',
  path: '/enrolment/appeals/:id/reading',
  action: 'enrolment.answer-appeal',
  input: forReading,
  output: z.object({
    appeal: Appeal,
    decidedOn: Day,
    outcome: Verdict,
    ruleSet: z.string(),
    rules: z.array(ToldRule.pick({ rule: true, outcome: true, letterNumber: true, letterDate: true, sentence: true })),
    spoken: z.array(z.string()),
    referrals: z.array(Referral),
  }),
  refusals: ['platform.not-found'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, personId }) => ({ type: 'appeal', id, personId }),
})
/** The second reading, by another body, with its reasons; overturned, the case becomes eligible. */
export const answerAppeal = route({
  method: 'POST',
  path: '/enrolment/appeals/:id/answer',
  action: 'enrolment.answer-appeal',
  input: forReading.extend({ outcome: z.enum(['upheld', 'overturned']), reasons: text({ min: 10, max: 2000 }), version: Version }),
  output: z.object({ id: Id, state: z.enum(['upheld', 'overturned']) }),
  refusals: ['platform.not-found', 'platform.version-stale', 'enrolment.appeal-not-assigned', 'enrolment.already-answered'],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, personId }) => ({ type: 'appeal', id, personId }),
})
/** The appeal of her last decision with its reasons, as whoever carries her file reads it to her. */
export const readOwnAppeal = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/appeal',
  action: 'enrolment.file-appeal',
  input: z.object({ caseId: CaseId }),
  output: z.object({
    appeal: z
      .object({
        id: Id,
        state: AppealState,
        plea: Plea,
        filedOn: Day,
        answerDueOn: Day,
        daysLeft: z.number().int().nullable(),
        answeredOn: Day.nullable(),
        reasons: z.string().nullable(),
      })
      .nullable(),
  }),
  refusals: ['platform.not-found'],
})
