import { z } from 'zod'
import { Day, Id, Instant, maybeText, text } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode } from '../../occupations/contract.ts'
import { Degree, Instrument, ItemCode, Need } from './instrument.ts'
import { Recommendation } from './results.ts'
import { InterviewState, Part } from './sessions.ts'

/** One's own place at a conversation: first name, time and file number, on its days and never outside them. */
export const Seat = z
  .object({
    interviewId: Id,
    fileNumber: z.string(),
    givenName: z.string(),
    startsAt: Instant,
    heldOn: Day,
    closesOn: Day,
    roomTitle: z.string(),
    roomAddress: z.string(),
    part: Part,
    kinship: z.enum(['none', 'kin']).nullable(),
    isFinished: z.boolean(),
    state: InterviewState,
  })
  .meta({ id: 'InterviewSeat' })
export type Seat = z.infer<typeof Seat>
export const listSeats = route({
  method: 'GET',
  path: '/interviews/seats',
  action: 'interviews.sit',
  input: z.object({}),
  output: z.object({ doorSign: z.string(), seats: z.array(Seat) }),
  refusals: [],
})
const OfInterview = z.object({ id: Id })
/** Kinship is said before anything of her is opened. Whoever is kin leaves this one conversation, and nobody asks further. */
export const declareKinship = route({
  method: 'POST',
  path: '/interviews/:id/kinship',
  action: 'interviews.sit',
  offline: true,
  input: z.object({ id: Id, kinship: z.enum(['none', 'kin']) }),
  output: z.object({ id: Id, isLeft: z.boolean(), isToPlan: z.boolean() }),
  refusals: ['platform.not-found', 'interviews.kinship-said', 'interviews.already-finished'],
  subject: ({ id }) => ({ type: 'interview', id }),
})
export const Evidence = z.object({ kind: z.enum(['example', 'task']), words: text({ max: 600 }) })
export const OwnMark = z.object({ itemCode: ItemCode, degree: Degree.nullable(), evidence: Evidence.nullable() })
export type OwnMark = z.infer<typeof OwnMark>
/** The field screen of one member: who she is as far as a member may know, the instrument, and one's own marks. */
export const readSeat = route({
  method: 'GET',
  path: '/interviews/:id/seat',
  action: 'interviews.sit',
  input: OfInterview,
  output: z.object({
    seat: Seat,
    householdSize: z.number().int().nullable(),
    careHours: z.number().int().nullable(),
    settlement: z.string().nullable(),
    isGroundVerified: z.boolean(),
    instrument: Instrument,
    /** Codes this member marks. */
    items: z.array(ItemCode),
    marks: z.array(OwnMark),
    answer: z.object({ fieldCode: FieldCode.nullable(), wish: z.string().nullable(), needs: z.array(Need) }).nullable(),
    seats: z.number().int(),
    finished: z.number().int(),
  }),
  refusals: ['platform.not-found', 'interviews.kinship-unsaid'],
  logged: true,
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** The conversation begins: on its day, by someone in the room. */
export const begin = route({
  method: 'POST',
  path: '/interviews/:id/begin',
  action: 'interviews.sit',
  offline: true,
  input: OfInterview,
  output: z.object({ id: Id, state: InterviewState }),
  refusals: [
    'platform.not-found',
    'interviews.kinship-unsaid',
    'interviews.not-in-room',
    'interviews.day-not-come',
    'interviews.no-such-move',
  ],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** One mark, kept the moment it is set: a degree by its anchor, or null for «م». Its evidence is one real example or one short task. */
export const setMark = route({
  method: 'PUT',
  path: '/interviews/:id/marks/:itemCode',
  action: 'interviews.sit',
  offline: true,
  input: z.object({ id: Id, itemCode: ItemCode, degree: Degree.nullable(), evidence: Evidence.nullable() }),
  output: z.object({ itemCode: ItemCode, degree: Degree.nullable(), marked: z.number().int(), of: z.number().int() }),
  refusals: [
    'platform.not-found',
    'interviews.kinship-unsaid',
    'interviews.not-begun',
    'interviews.already-finished',
    'interviews.not-your-item',
  ],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** Her own wish in her words, the field she chose, and the support she needs: a list, never a number. Kept by whoever speaks. */
export const setAnswer = route({
  method: 'PUT',
  path: '/interviews/:id/answer',
  action: 'interviews.sit',
  offline: true,
  input: z.object({ id: Id, fieldCode: FieldCode.nullable(), wish: maybeText(1000), needs: z.array(Need).max(8) }),
  output: z.object({ id: Id }),
  refusals: [
    'platform.not-found',
    'interviews.kinship-unsaid',
    'interviews.not-begun',
    'interviews.already-finished',
    'interviews.not-speaking',
    'interviews.no-such-field',
  ],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** One's own marks are all set. When the last member is done, the marks open to each other. */
export const finish = route({
  method: 'POST',
  path: '/interviews/:id/finish',
  action: 'interviews.sit',
  offline: true,
  input: OfInterview,
  output: z.object({ id: Id, state: InterviewState, finished: z.number().int(), seats: z.number().int() }),
  refusals: [
    'platform.not-found',
    'interviews.kinship-unsaid',
    'interviews.not-begun',
    'interviews.already-finished',
    'interviews.items-unmarked',
    'interviews.wish-missing',
  ],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** She speaks of violence: the conversation stops. A note goes sealed to her guide; whoever wrote it does not read it again. */
export const stop = route({
  method: 'POST',
  path: '/interviews/:id/stop',
  action: 'interviews.sit',
  offline: true,
  input: z.object({ id: Id, noteId: Id, note: maybeText(1000) }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'interviews.kinship-unsaid', 'interviews.not-in-room', 'interviews.no-such-move'],
  subject: ({ id }) => ({ type: 'interview', id }),
})

export const SpreadItem = z.object({
  itemCode: ItemCode,
  /** Every member's degree beside the others, by office; «م» is null. */
  marks: z.array(z.object({ office: z.string(), degree: Degree.nullable() })),
  lowest: Degree.nullable(),
  highest: Degree.nullable(),
  needsReason: z.boolean(),
  proposed: Degree.nullable(),
})
/** All marks beside each other, once all are in; wide gaps first to be talked over. */
export const readSpread = route({
  method: 'GET',
  path: '/interviews/:id/spread',
  action: 'interviews.sit',
  input: OfInterview,
  output: z.object({
    seat: Seat,
    instrument: Instrument,
    items: z.array(SpreadItem),
    agreed: z.array(z.object({ itemCode: ItemCode, degree: Degree.nullable() })),
    recommendation: Recommendation.nullable(),
  }),
  refusals: ['platform.not-found', 'interviews.not-all-in'],
  logged: true,
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** What the panel agrees on, once and for ever: each item within what was marked, wide gaps with a reason, and one recommendation. */
export const agree = route({
  method: 'POST',
  path: '/interviews/:id/agree',
  action: 'interviews.sit',
  input: z.object({
    id: Id,
    choices: z.array(z.object({ itemCode: ItemCode, degree: Degree.nullable(), reason: maybeText(400) })).max(24),
    recommendation: Recommendation,
    recommendationReason: text({ max: 600 }),
  }),
  output: z.object({ id: Id, state: InterviewState, tellBy: Day }),
  refusals: [
    'platform.not-found',
    'interviews.not-speaking',
    'interviews.not-all-in',
    'interviews.no-such-move',
    'interviews.items-missing',
    'interviews.outside-marks',
    'interviews.reason-missing',
  ],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** A member who sees it otherwise keeps her degree and her reason beside what was agreed. */
export const dissent = route({
  method: 'POST',
  path: '/interviews/:id/dissents',
  action: 'interviews.sit',
  input: z.object({ id: Id, itemCode: ItemCode, degree: Degree.nullable(), reason: text({ max: 400 }) }),
  output: z.object({ itemCode: ItemCode }),
  refusals: ['platform.not-found', 'interviews.not-agreed', 'interviews.already-dissented', 'interviews.not-your-item'],
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** The sheet of one’s own session at the door, named by any conversation of it: first name, time and file number, nothing else; brought back and shredded. */
export const printDay = route({
  method: 'POST',
  path: '/interviews/:id/roster',
  action: 'interviews.sit',
  input: z.object({ id: Id, rosterId: Id }),
  output: z.object({
    number: z.string(),
    printedAt: Instant,
    doorSign: z.string(),
    lines: z.array(z.object({ startsAt: Instant, givenName: z.string(), fileNumber: z.string() })),
  }),
  refusals: ['platform.not-found'],
  subject: ({ rosterId }) => ({ type: 'roster', id: rosterId }),
})
