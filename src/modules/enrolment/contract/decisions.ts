import { z } from 'zod'
import { Day, Id, Instant, maybeText, Page, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { CaseId, CaseRow } from './cases.ts'

export const SupportStatus = z.enum(['none', 'applied', 'in-queue', 'covered', 'empowerment-period', 'exited', 're-entered'])
export type SupportStatus = z.infer<typeof SupportStatus>

/** Rules of the set, in the order they are read aloud. */
export const ruleCodes = ['consented', 'pilot-county', 'ground-documented', 'age', 'not-covered'] as const
export const RuleCode = z.enum(ruleCodes)
export type RuleCode = z.infer<typeof RuleCode>
/** One rule of a decision: what came of it, the value it looked at, where that came from, and the letter it rests on. */
export const RuleOutcome = z.object({
  rule: RuleCode,
  outcome: z.enum(['met', 'not-met', 'unknown']),
  value: z.string().nullable(),
  source: z.enum(['registration', 'document', 'keyed-rows', 'enquiry', 'consent', 'plan', 'none']),
  parameterId: Id.nullable(),
  letterNumber: z.string().nullable(),
})
export type RuleOutcome = z.infer<typeof RuleOutcome>
export const Decision = z
  .object({
    outcome: z.enum(['eligible', 'ineligible', 'more-needed']),
    ruleSet: z.string(),
    rules: z.array(RuleOutcome),
    /** Sentences to be read to her, in the reader's language; they name no ground and no body. */
    spoken: z.array(z.string()),
    referrals: z.array(z.string()),
    /** Hash of the facts; a decision names the one it saw. */
    facts: z.string(),
  })
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof Decision>

const forDecision = z.object({ caseId: CaseId, personId: Id, purpose: z.literal('decide') })
/** What the rules say of this case today; nothing is decided yet. The file is opened with its purpose, and she sees it. */
export const previewDecision = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/decision-preview',
  action: 'enrolment.decide',
  input: forDecision,
  output: Decision,
  refusals: ['platform.not-found', 'plan.parameter-missing'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ caseId, personId }) => ({ type: 'case', id: caseId, caseId, personId }),
})
export const decide = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/decisions',
  action: 'enrolment.decide',
  input: forDecision.extend({ id: Id, facts: z.string().length(64) }),
  output: z.object({ case: CaseRow, decision: Decision }),
  refusals: [
    'platform.not-found',
    'enrolment.nothing-to-decide',
    'enrolment.facts-missing',
    'enrolment.facts-changed',
    'plan.parameter-missing',
  ],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, caseId, personId }, output) => ({ type: 'decision', id, caseId, personId, countyCode: output.case.countyCode }),
})
/** The last decision as her guide reads it to her. */
export const readDecision = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/decision',
  action: 'enrolment.read-decision',
  input: z.object({ caseId: CaseId }),
  output: z.object({
    id: Id,
    decidedOn: Day,
    outcome: z.enum(['eligible', 'ineligible']),
    spoken: z.array(z.string()),
    mayAppealUntil: Day.nullable(),
    appeal: z.enum(['filed', 'assigned', 'upheld', 'overturned']).nullable(),
  }),
  refusals: ['platform.not-found'],
})

/** A support body's keyed rows: kept as keys, compared by the office; the body learns only how many were read. */
export const tellSupportStatus = route({
  method: 'POST',
  path: '/enrolment/support-rows',
  action: 'enrolment.tell-support-status',
  input: z.object({
    rows: z
      .array(z.object({ nationalId: z.string().max(40), status: SupportStatus, since: Day.nullable() }))
      .min(1)
      .max(5000),
  }),
  output: z.object({ read: z.number().int(), wrong: z.array(z.number().int()) }),
  refusals: ['enrolment.not-a-support-body', 'enrolment.rows-unreadable'],
})
const EnquiryAnswer = SupportStatus
export const Enquiry = z.object({
  id: Id,
  name: z.string(),
  nationalId: z.string().nullable(),
  askedAt: Instant,
  dueOn: Day,
  version: z.number().int(),
})
/** A question by name: only with her consent to just this, and the body's answer stays with its letter. */
export const askEnquiry = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/enquiries',
  action: 'enrolment.ask-enquiry',
  input: z.object({ caseId: CaseId, personId: Id, purpose: z.literal('enquiry'), id: Id, organisationId: Id }),
  output: z.object({ id: Id, dueOn: Day }),
  refusals: ['platform.not-found', 'enrolment.enquiry-consent-missing', 'enrolment.enquiry-waiting', 'enrolment.not-a-support-body'],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, caseId, personId, organisationId }) => ({ type: 'enquiry', id, caseId, personId, organisationId }),
})
/** «در انتظار ادارهٔ شما»: nine lines a screen, answered at once. */
export const listEnquiries = route({
  method: 'GET',
  path: '/enrolment/enquiries',
  action: 'enrolment.answer-enquiry',
  input: z.object({ limit: z.coerce.number().int().min(1).max(50).default(9) }),
  output: z.object({ enquiries: z.array(Enquiry), waiting: z.number().int() }),
  refusals: [],
  logged: true,
})
export const answerEnquiry = route({
  method: 'POST',
  path: '/enrolment/enquiries/:id/answer',
  action: 'enrolment.answer-enquiry',
  input: z.object({
    id: Id,
    answer: EnquiryAnswer,
    since: Day.nullable(),
    letterNumber: maybeText(60),
    letterDate: Day.nullable(),
    version: Version,
  }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'enrolment.already-answered'],
  subject: ({ id }) => ({ type: 'enquiry', id }),
})

export const fileAppeal = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/appeals',
  action: 'enrolment.file-appeal',
  input: z.object({ caseId: CaseId, id: Id }),
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
  state: z.enum(['filed', 'assigned', 'upheld', 'overturned']),
  filedOn: Day,
  answerDueOn: Day,
  daysLeft: z.number().int(),
  organisationId: Id.nullable(),
  version: z.number().int(),
})
export const listAppeals = route({
  method: 'GET',
  path: '/enrolment/appeals',
  action: 'enrolment.read-appeals',
  input: Page,
  output: z.object({ appeals: z.array(Appeal), next: Id.nullable() }),
  refusals: [],
})
export const assignAppeal = route({
  method: 'POST',
  path: '/enrolment/appeals/:id/assign',
  action: 'enrolment.assign-appeal',
  input: z.object({ id: Id, organisationId: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'platform.version-stale', 'enrolment.appeal-same-body'],
  subject: ({ id, organisationId }) => ({ type: 'appeal', id, organisationId }),
})
/** The second reading, by another body, with its reasons; overturned, the case becomes eligible. */
export const answerAppeal = route({
  method: 'POST',
  path: '/enrolment/appeals/:id/answer',
  action: 'enrolment.answer-appeal',
  input: z.object({
    id: Id,
    personId: Id,
    purpose: z.literal('appeal'),
    outcome: z.enum(['upheld', 'overturned']),
    reasons: text({ min: 10, max: 2000 }),
    version: Version,
  }),
  output: z.object({ id: Id, state: z.enum(['upheld', 'overturned']) }),
  refusals: ['platform.not-found', 'enrolment.appeal-not-assigned', 'enrolment.already-answered'],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, personId }) => ({ type: 'appeal', id, personId }),
})

export const QueueRow = CaseRow.extend({ tier: z.number().int(), place: z.number().int(), queuedOn: Day })
/** The queue of a county in its order, with the reason of each place and the places still free. */
export const readQueue = route({
  method: 'GET',
  path: '/enrolment/queue',
  action: 'enrolment.read-queue',
  input: z.object({ countyCode: CountyCode, limit: z.coerce.number().int().min(1).max(250).default(50) }),
  output: z.object({
    places: z.number().int(),
    granted: z.number().int(),
    free: z.number().int(),
    waiting: z.number().int(),
    queue: z.array(QueueRow),
  }),
  refusals: [],
})
/** Grants the next place of a county to whoever stands first; of many at once exactly as many succeed as there are places. */
export const grantPlace = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/place',
  action: 'enrolment.grant-place',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.not-queued', 'enrolment.no-free-place', 'enrolment.not-next'],
  subject: ({ caseId }, output) => ({ type: 'place', id: caseId, caseId, countyCode: output.countyCode }),
})
/** She does not want the place now: it falls free, and she keeps her turn or waits, as she says. */
export const declinePlace = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/place/decline',
  action: 'enrolment.answer-place',
  input: z.object({ caseId: CaseId, wish: z.enum(['queued', 'not-yet']) }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.no-such-move'],
  subject: ({ caseId }, output) => ({ type: 'place', id: caseId, caseId, countyCode: output.countyCode }),
})
