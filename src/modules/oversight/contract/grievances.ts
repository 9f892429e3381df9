import { z } from 'zod'
import { Day, Id, maybeText, Page, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

/** How it came: on her own page, by telephone through an operator, on a numbered paper, or by the public page without a name. */
export const GrievanceChannel = z.enum(['own-page', 'phone', 'paper', 'public'])
export type GrievanceChannel = z.infer<typeof GrievanceChannel>
/** What or whom it is about; who answers follows from it (`rules/grievances.ts` `routing`). */
export const grievanceAbouts = ['programme-office', 'guide', 'county-services', 'executor', 'agency', 'buyer', 'hub', 'other'] as const
export const GrievanceAbout = z.enum(grievanceAbouts)
export type GrievanceAbout = z.infer<typeof GrievanceAbout>
export const grievanceStates = ['received', 'acknowledged', 'with-office', 'answered', 'reopened', 'escalated', 'closed'] as const
export const GrievanceState = z.enum(grievanceStates)
export type GrievanceState = z.infer<typeof GrievanceState>
/** She said it was settled, she said twice that it was not, or she said nothing within the days given. */
export const ClosedHow = z.enum(['settled', 'unsettled', 'without-her-word'])
export type ClosedHow = z.infer<typeof ClosedHow>
/** The offices at which a complaint can lie. */
export const GrievanceDesk = z.enum(['PO', 'AU', 'CA', 'EX', 'AG', 'OR', 'MO'])
export type GrievanceDesk = z.infer<typeof GrievanceDesk>
export const GrievanceAct = z.enum(['acknowledge', 'pass', 'answer', 'take-over'])
export type GrievanceAct = z.infer<typeof GrievanceAct>

/** One thing said: by her, or by the office that answers. */
export const GrievanceWord = z.object({ by: z.enum(['her', 'office']), desk: GrievanceDesk.nullable(), on: Day, text: z.string() })
export type GrievanceWord = z.infer<typeof GrievanceWord>
/** A complaint as an office sees it: never whose it is. What only the office that takes it in may know is null at every other desk. */
export const Grievance = z
  .object({
    id: Id,
    number: z.string(),
    about: GrievanceAbout,
    state: GrievanceState,
    receivedOn: Day,
    /** By when the next act is due; null once nothing is. */
    dueOn: Day.nullable(),
    desk: GrievanceDesk,
    reopened: z.number().int(),
    closedHow: ClosedHow.nullable(),
    /** Past its day without an answer: shown to the auditor, who may take it over. */
    isOverdue: z.boolean(),
    acts: z.array(GrievanceAct),
    intake: z
      .object({
        channel: GrievanceChannel,
        paperNumber: z.string().nullable(),
        countyCode: CountyCode.nullable(),
        organisationId: Id.nullable(),
        organisationName: z.string().nullable(),
        isKnown: z.boolean(),
      })
      .nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Grievance' })
export type Grievance = z.infer<typeof Grievance>
export const GrievanceRead = Grievance.extend({
  /** In the order in which they were said; none once they were let go. */
  words: z.array(GrievanceWord),
  privateText: z.string().nullable(),
})
export type GrievanceRead = z.infer<typeof GrievanceRead>

const Said = z.object({
  about: GrievanceAbout,
  countyCode: CountyCode.nullable(),
  organisationId: Id.nullable(),
  /** What the office that answers reads. */
  text: text({ min: 5, max: 2000 }),
  /** What only the office that takes it in may read. */
  privateText: maybeText(1000),
})
export type Said = z.infer<typeof Said>
/** What she takes with her: the number to speak of it, and the code that reads the answer. The code is shown once. */
export const Filed = z.object({ id: Id, number: z.string(), tracking: z.string(), acknowledgeBy: Day, answerBy: Day }).meta({ id: 'Filed' })
export type Filed = z.infer<typeof Filed>
const FILING_REFUSALS = ['oversight.unknown-county', 'oversight.unknown-organisation', 'plan.parameter-missing'] as const
const WRITTEN_REFUSALS = [...FILING_REFUSALS, 'oversight.not-about-yourself', 'oversight.grievance-paper-missing'] as const
const aboutGrievance = ({ id }: { readonly id: string }) => ({ type: 'grievance', id })

const WrittenDown = Said.extend({ id: Id, channel: z.enum(['phone', 'paper']), paperNumber: maybeText(40) })
/** The office writes down what is told by telephone or came on paper; with a file number where she gives it. */
export const fileByOffice = route({
  method: 'POST',
  path: '/oversight/grievances',
  action: 'oversight.file-grievance',
  input: WrittenDown.extend({ fileNumber: maybeText(20) }),
  output: Filed,
  refusals: [...WRITTEN_REFUSALS, 'oversight.no-such-file'],
  subject: aboutGrievance,
})
/** Her guide writes it down for her; what is about a guide is never written by one. */
export const fileByGuide = route({
  method: 'POST',
  path: '/oversight/cases/:caseId/grievances',
  action: 'oversight.file-for-her',
  input: WrittenDown.extend({ caseId: Id, isGuideAllowed: z.boolean() }),
  output: Filed,
  refusals: [...WRITTEN_REFUSALS, 'platform.not-found'],
  subject: aboutGrievance,
  offline: true,
})
/** What she lets her guide read of her complaints. */
export const listForGuide = route({
  method: 'GET',
  path: '/oversight/cases/:caseId/grievances',
  action: 'oversight.file-for-her',
  input: z.object({ caseId: Id }),
  output: z.object({ fileNumber: z.string(), grievances: z.array(GrievanceRead) }),
  refusals: ['platform.not-found'],
})

/** What lies on the reader's desk, newest first; the auditor's is every desk. */
export const listGrievances = route({
  method: 'GET',
  path: '/oversight/grievances',
  action: 'oversight.read-grievances',
  input: Page.extend({ show: z.enum(['open', 'overdue', 'closed']).default('open') }),
  output: z.object({ grievances: z.array(Grievance), next: Id.nullable() }),
  refusals: [],
})
/** Opens the words of one; it leaves a line in history. */
export const readGrievance = route({
  method: 'GET',
  path: '/oversight/grievances/:id',
  action: 'oversight.read-grievances',
  input: z.object({ id: Id }),
  output: GrievanceRead,
  refusals: ['platform.not-found'],
  logged: true,
  subject: aboutGrievance,
})
const Moved = z.object({ id: Id, version: Version })
const MOVING_REFUSALS = [
  'platform.not-found',
  'platform.version-stale',
  'oversight.no-such-grievance-move',
  'oversight.not-your-desk',
] as const
export const acknowledgeGrievance = route({
  method: 'POST',
  path: '/oversight/grievances/:id/acknowledge',
  action: 'oversight.pass-grievance',
  input: Moved,
  output: GrievanceRead,
  refusals: MOVING_REFUSALS,
  subject: aboutGrievance,
})
/** Brings it to whoever must answer; what it is about is put right here, where she could not know. */
export const passGrievance = route({
  method: 'POST',
  path: '/oversight/grievances/:id/pass',
  action: 'oversight.pass-grievance',
  input: Moved.extend({ about: GrievanceAbout, countyCode: CountyCode.nullable(), organisationId: Id.nullable() }),
  output: z.object({ id: Id, state: GrievanceState }),
  refusals: [...MOVING_REFUSALS, ...FILING_REFUSALS, 'oversight.county-missing', 'oversight.organisation-missing'],
  subject: aboutGrievance,
})
export const answerGrievance = route({
  method: 'POST',
  path: '/oversight/grievances/:id/answer',
  action: 'oversight.answer-grievance',
  input: Moved.extend({ text: text({ min: 5, max: 2000 }) }),
  output: GrievanceRead,
  refusals: [...MOVING_REFUSALS, 'plan.parameter-missing'],
  subject: aboutGrievance,
})
/** The auditor takes over what nobody answered in its days. */
export const takeOverGrievance = route({
  method: 'POST',
  path: '/oversight/grievances/:id/take-over',
  action: 'oversight.take-over-grievance',
  input: Moved,
  output: GrievanceRead,
  refusals: [...MOVING_REFUSALS, 'oversight.not-overdue', 'plan.parameter-missing'],
  subject: aboutGrievance,
})

/** A complaint as whoever made it reads it. */
export const OwnGrievance = z
  .object({
    id: Id,
    number: z.string(),
    about: GrievanceAbout,
    state: GrievanceState,
    receivedOn: Day,
    dueOn: Day.nullable(),
    closedHow: ClosedHow.nullable(),
    words: z.array(GrievanceWord),
    /** Whether her word is awaited: is it settled or not. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'OwnGrievance' })
export type OwnGrievance = z.infer<typeof OwnGrievance>
/** Her word on an answer; why not goes to whoever answers next. */
const HerWord = z.object({ isSettled: z.boolean(), text: maybeText(1000) })
export type HerWord = z.infer<typeof HerWord>
const WORD_REFUSALS = ['oversight.word-not-awaited', 'oversight.why-missing', 'plan.parameter-missing'] as const

/** Anybody, without a name and without signing in. */
export const complain = route({
  method: 'POST',
  path: '/oversight/complaints',
  action: 'oversight.complain',
  input: Said.omit({ organisationId: true }).extend({ id: Id }),
  output: Filed,
  refusals: [...FILING_REFUSALS, 'oversight.too-many-complaints'],
  mostFromOneAddress: 20,
  subject: aboutGrievance,
})
/** Reads an answer by the code, which therefore never stands in an address. */
export const readComplaint = route({
  method: 'POST',
  path: '/oversight/complaints/read',
  action: 'oversight.complain',
  input: z.object({ tracking: text({ max: 20 }) }),
  output: OwnGrievance.omit({ id: true }),
  refusals: ['oversight.tracking-unknown'],
  mostFromOneAddress: 60,
})
export const sayOfComplaint = route({
  method: 'POST',
  path: '/oversight/complaints/word',
  action: 'oversight.complain',
  input: HerWord.extend({ tracking: text({ max: 20 }) }),
  output: OwnGrievance.omit({ id: true }),
  refusals: ['oversight.tracking-unknown', ...WORD_REFUSALS],
  mostFromOneAddress: 60,
})

/** Her own page: what she filed, filing, and her word. */
export const listOwnGrievances = route({
  method: 'GET',
  path: '/oversight/own-grievances',
  action: 'oversight.own-grievances',
  input: z.object({}),
  output: z.object({ grievances: z.array(OwnGrievance) }),
  refusals: [],
})
export const fileOwnGrievance = route({
  method: 'POST',
  path: '/oversight/own-grievances',
  action: 'oversight.own-grievances',
  input: Said.extend({ id: Id, isGuideAllowed: z.boolean() }),
  output: Filed,
  refusals: [...FILING_REFUSALS, 'platform.not-found'],
  subject: aboutGrievance,
})
export const sayWhetherSettled = route({
  method: 'POST',
  path: '/oversight/own-grievances/:id/word',
  action: 'oversight.own-grievances',
  input: HerWord.extend({ id: Id }),
  output: OwnGrievance,
  refusals: ['platform.not-found', ...WORD_REFUSALS],
  subject: aboutGrievance,
})

const Cell = z.number().int().nullable()
/** Complaints by the office that answers; a cell under ten is null, but for the auditor, who reads every complaint. */
export const GrievanceFigures = z.object({
  desk: GrievanceDesk,
  received: Cell,
  open: Cell,
  overdue: Cell,
  answeredInTime: Cell,
  answeredLate: Cell,
  settled: Cell,
  unsettled: Cell,
  withoutHerWord: Cell,
  reopened: Cell,
})
export type GrievanceFigures = z.infer<typeof GrievanceFigures>
export const readGrievanceFigures = route({
  method: 'GET',
  path: '/oversight/grievance-figures',
  action: 'oversight.read-grievance-figures',
  input: z.object({}),
  output: z.object({ figures: z.array(GrievanceFigures) }),
  refusals: [],
})
