import { z } from 'zod'
import { Day, Id, Instant, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { interviewStates } from '../rules/interview-moves.ts'

export const InterviewState = z.enum(interviewStates)
export type InterviewState = z.infer<typeof InterviewState>
/** Speaks, listens in the room, or reads the work sample elsewhere. */
export const Part = z.enum(['speaks', 'in-room', 'reads-sample'])
export type Part = z.infer<typeof Part>
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const Room = z.object({ id: Id, countyCode: CountyCode, title: z.string(), address: z.string() })
export const listRooms = route({
  method: 'GET',
  path: '/interviews/rooms',
  action: 'interviews.plan-sessions',
  input: z.object({ countyCode: CountyCode.optional() }),
  output: z.object({ rooms: z.array(Room) }),
  refusals: [],
})
/** A place for sessions. What stands on its door is the same everywhere and is not chosen here. */
export const addRoom = route({
  method: 'POST',
  path: '/interviews/rooms',
  action: 'interviews.plan-sessions',
  input: z.object({ id: Id, countyCode: CountyCode, title: text({ max: 120 }), address: text({ max: 300 }) }),
  output: Room,
  refusals: ['interviews.not-your-county'],
  subject: ({ id, countyCode }) => ({ type: 'room', id, countyCode }),
})

/** An officer who may sit on panels, or could: whether the officer is a woman is a fact with a day. */
export const Member = z.object({
  accountId: Id,
  name: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  isSupportBody: z.boolean(),
  counties: z.array(CountyCode),
  /** Null for officers who could be members and are not yet. */
  isWoman: z.boolean().nullable(),
  statedOn: Day.nullable(),
})
export type Member = z.infer<typeof Member>
export const listMembers = route({
  method: 'GET',
  path: '/interviews/members',
  action: 'interviews.plan-sessions',
  input: z.object({ countyCode: CountyCode }),
  output: z.object({ members: z.array(Member), candidates: z.array(Member) }),
  refusals: [],
})
export const addMember = route({
  method: 'POST',
  path: '/interviews/members',
  action: 'interviews.plan-sessions',
  input: z.object({ accountId: Id, isWoman: z.boolean() }),
  output: Member,
  refusals: ['interviews.no-such-officer', 'interviews.already-a-member'],
  subject: ({ accountId }) => ({ type: 'member', id: accountId }),
})
export const endMember = route({
  method: 'POST',
  path: '/interviews/members/:accountId/end',
  action: 'interviews.plan-sessions',
  input: z.object({ accountId: Id }),
  output: z.object({ accountId: Id }),
  refusals: ['platform.not-found'],
  subject: ({ accountId }) => ({ type: 'member', id: accountId }),
})

export const PanelSeat = z.object({
  accountId: Id,
  name: z.string(),
  organisationName: z.string(),
  part: Part,
  isWoman: z.boolean(),
  isSupportBody: z.boolean(),
})
export type PanelSeat = z.infer<typeof PanelSeat>
export const Slot = z.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  isTaken: z.boolean(),
  /** Whose conversation it is, for planners: a file number and how far it is. */
  caseId: Id.nullable(),
  fileNumber: z.string().nullable(),
  state: InterviewState.nullable(),
})
export const Session = z
  .object({
    id: Id,
    countyCode: CountyCode,
    room: Room,
    heldOn: Day,
    startsAt: Instant,
    endsAt: Instant,
    state: z.enum(['planned', 'cancelled']),
    panel: z.array(PanelSeat),
    slots: z.array(Slot),
    version: z.number().int(),
  })
  .meta({ id: 'InterviewSession' })
export type Session = z.infer<typeof Session>
export const listSessions = route({
  method: 'GET',
  path: '/interviews/sessions',
  action: 'interviews.read-sessions',
  input: z.object({ countyCode: CountyCode, from: Day.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  output: z.object({ sessions: z.array(Session) }),
  refusals: [],
})
/** A day in a room with its panel and its times, in one act: members of at least three agencies, at most three in the room, a woman among them. */
export const planSession = route({
  method: 'POST',
  path: '/interviews/sessions',
  action: 'interviews.plan-sessions',
  input: z.object({
    id: Id,
    roomId: Id,
    heldOn: Day,
    startsAt: Time,
    slots: wholeNumber(1, 12),
    minutes: wholeNumber(20, 120),
    rest: wholeNumber(0, 60),
    members: z
      .array(z.object({ accountId: Id, part: Part }))
      .min(1)
      .max(7),
  }),
  output: z.object({ id: Id, slots: z.number().int() }),
  refusals: [
    'platform.not-found',
    'interviews.not-your-county',
    'interviews.day-past',
    'interviews.one-speaks',
    'interviews.at-most-three',
    'interviews.twice-on-panel',
    'interviews.no-such-member',
    'interviews.too-few-agencies',
    'interviews.no-woman',
    'interviews.too-few-in-room',
    'interviews.room-taken',
    'interviews.member-taken',
  ],
  subject: ({ id }) => ({ type: 'session', id }),
})
/** A member falls out before the day; the panel that is left must still be one, and sits with those who accepted, as far as it can with each. */
export const replaceMember = route({
  method: 'POST',
  path: '/interviews/sessions/:id/replace',
  action: 'interviews.plan-sessions',
  input: z.object({ id: Id, accountId: Id, byAccountId: Id }),
  output: z.object({ id: Id, kept: z.number().int(), freed: z.number().int() }),
  refusals: [
    'platform.not-found',
    'interviews.no-such-member',
    'interviews.twice-on-panel',
    'interviews.too-few-agencies',
    'interviews.no-woman',
    'interviews.member-taken',
    'interviews.session-under-way',
  ],
  subject: ({ id }) => ({ type: 'session', id }),
})
/** Called off: whoever had a time there is to be planned again and keeps her place. */
export const cancelSession = route({
  method: 'POST',
  path: '/interviews/sessions/:id/cancel',
  action: 'interviews.plan-sessions',
  input: z.object({ id: Id, version: Version }),
  output: z.object({ id: Id, freed: z.number().int() }),
  refusals: ['platform.not-found', 'platform.version-stale', 'interviews.session-under-way'],
  subject: ({ id }) => ({ type: 'session', id }),
})
/** Who waits for a time, longest first: file numbers and days. */
export const listWaiting = route({
  method: 'GET',
  path: '/interviews/waiting',
  action: 'interviews.read-waiting',
  input: z.object({ countyCode: CountyCode, limit: z.coerce.number().int().min(1).max(250).default(50) }),
  output: z.object({
    count: z.number().int(),
    waiting: z.array(z.object({ caseId: Id, fileNumber: z.string(), round: z.number().int(), since: Day, days: z.number().int() })),
  }),
  refusals: [],
})
/** Gives the free times of a session to those who waited longest and whose panel can sit with them; each is then called once. */
export const fillSession = route({
  method: 'POST',
  path: '/interviews/sessions/:id/fill',
  action: 'interviews.plan-sessions',
  input: z.object({ id: Id }),
  output: z.object({ proposed: z.number().int(), free: z.number().int(), passedOver: z.number().int() }),
  refusals: ['platform.not-found', 'interviews.slot-taken', 'interviews.already-planned'],
  subject: ({ id }) => ({ type: 'session', id }),
})
