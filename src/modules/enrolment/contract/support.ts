import { z } from 'zod'
import { Day, Id, Instant, maybeText, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CaseId } from './cases.ts'

/** How a woman stands with one support body, from a day on (states.md). Who only waits for coverage is whom the plan is for. */
export const SupportStatus = z.enum(['none', 'applied', 'in-queue', 'covered', 'empowerment-period', 'exited', 're-entered'])
export type SupportStatus = z.infer<typeof SupportStatus>
export const SupportSource = z.enum(['keyed-rows', 'enquiry'])
export type SupportSource = z.infer<typeof SupportSource>

/** Why one row of a body's list was not read; the body mends it and sends it again. */
export const SupportRowReason = z.enum([
  'enrolment.row-national-id-missing',
  'enrolment.row-national-id-wrong',
  'enrolment.row-status-unknown',
  'enrolment.row-since-unreadable',
  'enrolment.row-since-in-future',
])
export type SupportRowReason = z.infer<typeof SupportRowReason>
/** All a body learns of its list: how many rows were read, and which could not be. Never whether a woman is in the plan (roles.md §3.2, §3.3). */
export const ToldRows = z.object({
  read: z.number().int(),
  wrong: z.array(z.object({ row: z.number().int(), reasons: z.array(SupportRowReason) })),
})
const whatList = {
  /** The list holds everyone this body covers or has in its queue in the counties of the sender: whoever is absent is not with this body. */
  isWhole: z.stringbool().or(z.boolean()).default(false),
}
/** Rows typed or pasted: national ID, status and since as offices write them, or as codes and ISO dates. */
export const tellSupportStatus = route({
  method: 'POST',
  path: '/enrolment/support-rows',
  action: 'enrolment.tell-support-status',
  input: z.object({
    ...whatList,
    rows: z
      .array(z.object({ nationalId: z.string().max(40), status: z.string().max(60), since: z.string().max(40).nullable() }))
      .min(1)
      .max(5000),
  }),
  output: ToldRows,
  refusals: ['enrolment.not-a-support-body', 'enrolment.rows-unreadable'],
})
/** The same as an office file (XLSX or CSV); columns other than these three are neither read nor kept. */
export const uploadSupportSheet = route({
  method: 'POST',
  path: '/enrolment/support-sheets',
  action: 'enrolment.tell-support-status',
  input: z.object(whatList),
  output: ToldRows,
  refusals: ['enrolment.not-a-support-body', 'enrolment.rows-unreadable', 'enrolment.support-header-not-found'],
  upload: {
    maxBytes: 20 * 1024 * 1024,
    mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
  },
})

/** A dated period with one body, as the file keeps it; ends when the next begins. */
export const SupportPeriod = z.object({
  organisationId: Id,
  organisationName: z.string(),
  status: SupportStatus,
  since: Day.nullable(),
  until: Day.nullable(),
  source: SupportSource,
  letterNumber: z.string().nullable(),
})
export type SupportPeriod = z.infer<typeof SupportPeriod>
/** Her periods as her guide may see them (roles.md §2, support status). */
export const readSupport = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/support',
  action: 'enrolment.read-support',
  input: z.object({ caseId: CaseId }),
  output: z.object({ periods: z.array(SupportPeriod) }),
  refusals: ['platform.not-found'],
  logged: true,
  subject: ({ caseId }) => ({ type: 'case', id: caseId, caseId }),
})

export const Enquiry = z.object({
  id: Id,
  name: z.string(),
  /** Whole, because the body has to find her among its own; reading the list is logged. */
  nationalId: z.string().nullable(),
  askedAt: Instant,
  dueOn: Day,
  daysLeft: z.number().int(),
  version: z.number().int(),
})
export type Enquiry = z.infer<typeof Enquiry>
/**
 * A question by name to one body. It tells the body that she is in the plan: so only with her valid consent to the sentence that says just this
 * aloud, and only when keyed rows have not answered.
 */
export const askEnquiry = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/enquiries',
  action: 'enrolment.ask-enquiry',
  input: z.object({ caseId: CaseId, personId: Id, purpose: z.literal('enquiry'), id: Id, organisationId: Id }),
  output: z.object({ id: Id, dueOn: Day }),
  refusals: [
    'platform.not-found',
    'enrolment.nothing-to-decide',
    'enrolment.enquiry-consent-missing',
    'enrolment.enquiry-waiting',
    'enrolment.not-a-support-body',
  ],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, caseId, personId, organisationId }) => ({ type: 'enquiry', id, caseId, personId, organisationId }),
})
/** «در انتظار ادارهٔ شما»: nine lines a screen. A line leaves the list when she withdraws her consent. */
export const listEnquiries = route({
  method: 'GET',
  path: '/enrolment/enquiries',
  action: 'enrolment.answer-enquiry',
  input: z.object({ limit: z.coerce.number().int().min(1).max(50).default(9) }),
  output: z.object({ enquiries: z.array(Enquiry), waiting: z.number().int() }),
  refusals: [],
  logged: true,
})
const Answered = z.object({
  answer: SupportStatus,
  since: Day.nullable(),
  letterNumber: maybeText(60),
  letterDate: Day.nullable(),
})
/** One line answered; the answer keeps its letter. */
export const answerEnquiry = route({
  method: 'POST',
  path: '/enrolment/enquiries/:id/answer',
  action: 'enrolment.answer-enquiry',
  input: Answered.extend({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'enrolment.already-answered', 'enrolment.row-since-in-future'],
  subject: ({ id }) => ({ type: 'enquiry', id }),
})
/** A whole screen at once, under one letter: each line is kept or says why not, and one wrong line spoils no other. */
export const answerEnquiries = route({
  method: 'POST',
  path: '/enrolment/enquiries/answers',
  action: 'enrolment.answer-enquiry',
  input: z.object({
    letterNumber: maybeText(60),
    letterDate: Day.nullable(),
    answers: z
      .array(z.object({ id: Id, answer: SupportStatus, since: Day.nullable(), version: Version }))
      .min(1)
      .max(50),
  }),
  output: z.object({ kept: z.array(Id), refused: z.array(z.object({ id: Id, reason: z.string() })) }),
  refusals: [],
})
