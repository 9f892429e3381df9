import { z } from 'zod'
import { Day, Id, Instant, Page } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { positions } from '../rules/case-moves.ts'

export const CaseId = Id
export const CasePosition = z.enum(positions)
export const FileNumber = z.string().regex(/^\d{4}-\d{4}-\d$/)

/** What everyone who may see a case at all sees of it: pseudonymous, and nothing else. */
export const CaseRow = z
  .object({
    id: CaseId,
    fileNumber: FileNumber,
    position: CasePosition,
    countyCode: CountyCode,
    since: Instant,
    /** Whole days in the present position. */
    days: z.number().int(),
    deadlineOn: Day.nullable(),
  })
  .meta({ id: 'CaseRow' })
export type CaseRow = z.infer<typeof CaseRow>
const filters = Page.extend({ countyCode: CountyCode.optional(), position: CasePosition.optional() })
const list = z.object({ cases: z.array(CaseRow), next: CaseId.nullable(), total: z.number().int() })

/** Newest cases of the reader's reach, with their number from the counters. */
export const listCases = route({
  method: 'GET',
  path: '/enrolment/cases',
  action: 'enrolment.read-cases',
  input: filters,
  output: list,
  refusals: [],
})
/** Files the reader carries, with the names that go with them. */
export const listOwnCases = route({
  method: 'GET',
  path: '/enrolment/own-cases',
  action: 'enrolment.read-own-cases',
  input: filters.omit({ countyCode: true }),
  output: z.object({
    cases: z.array(CaseRow.extend({ personId: Id, name: z.string() })),
    next: CaseId.nullable(),
    total: z.number().int(),
  }),
  refusals: [],
})
/** What became of those an agency introduced: file numbers and positions only. */
export const listIntroduced = route({
  method: 'GET',
  path: '/enrolment/introduced',
  action: 'enrolment.read-introduced',
  input: Page,
  output: z.object({ cases: z.array(CaseRow), next: CaseId.nullable() }),
  refusals: [],
})
/** Files of the reader's reach by county and position, and the places held today in each county where one was ever granted. */
export const readCounters = route({
  method: 'GET',
  path: '/enrolment/counters',
  action: 'enrolment.read-counters',
  input: z.object({}),
  output: z.object({
    counters: z.array(z.object({ countyCode: CountyCode, position: CasePosition, count: z.number().int() })),
    places: z.array(z.object({ countyCode: CountyCode, held: z.number().int() })),
  }),
  refusals: [],
})
/** Takes the nominated case of one's county that has waited longest. Files are taken, never browsed. */
export const takeNext = route({
  method: 'POST',
  path: '/enrolment/cases/take-next',
  action: 'enrolment.take-file',
  input: z.object({}),
  output: CaseRow.extend({ personId: Id }),
  refusals: ['enrolment.nobody-waits', 'enrolment.too-many-carried', 'plan.parameter-missing'],
  subject: (_input, output) => ({
    type: 'case',
    id: output.id,
    personId: output.personId,
    caseId: output.id,
    countyCode: output.countyCode,
  }),
})

export const ContactChannel = z.enum(['phone', 'visit', 'message', 'agency'])
export const ContactResult = z.enum(['spoke', 'other-answered', 'no-answer', 'wrong-number', 'declined', 'later'])
export const ContactTry = z.object({ id: Id, channel: ContactChannel, result: ContactResult, triedAt: Instant })
export type ContactTry = z.infer<typeof ContactTry>
export const listContactTries = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/contact-tries',
  action: 'enrolment.try-contact',
  input: z.object({ caseId: CaseId }),
  output: z.object({
    tries: z.array(ContactTry),
    mayGiveUp: z.boolean(),
    reasonsNotToGiveUp: z.array(z.string()),
    /** What the letter in force asks for before contact is called lost. */
    needed: z.object({ tries: z.number().int(), channels: z.number().int() }),
  }),
  refusals: ['platform.not-found'],
})
/** One try to reach her, wherever she stands on the road; before her consent, speaking with her moves the case to contacted, her refusal ends it and starts the clock of erasure. */
export const tryContact = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/contact-tries',
  action: 'enrolment.try-contact',
  offline: true,
  input: z.object({ caseId: CaseId, id: Id, channel: ContactChannel, result: ContactResult }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.not-being-contacted', 'enrolment.no-is-leaving'],
  subject: ({ caseId }, output) => ({ type: 'contact-try', id: caseId, caseId, countyCode: output.countyCode }),
})
/** After the tries and channels a letter asks for: contact is lost, until she calls. */
export const giveUpContact = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/lost-contact',
  action: 'enrolment.try-contact',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.too-few-tries', 'enrolment.too-few-channels', 'enrolment.no-such-move'],
  subject: ({ caseId }, output) => ({ type: 'case', id: caseId, caseId, countyCode: output.countyCode }),
})
/** Her yes to the first sentence stands in the file: the case becomes consented. */
export const recordConsent = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/consented',
  action: 'enrolment.register',
  input: z.object({ caseId: CaseId }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.consent-missing', 'enrolment.no-such-move'],
  subject: ({ caseId }, output) => ({ type: 'case', id: caseId, caseId, countyCode: output.countyCode }),
})
export const WithdrawalReason = z.enum(['her-wish', 'family', 'found-work', 'health', 'not-said'])
export const withdrawCase = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/withdraw',
  action: 'enrolment.withdraw',
  input: z.object({ caseId: CaseId, reason: WithdrawalReason }),
  output: CaseRow,
  refusals: ['platform.not-found', 'enrolment.no-such-move'],
  subject: ({ caseId }, output) => ({ type: 'case', id: caseId, caseId, countyCode: output.countyCode }),
})
