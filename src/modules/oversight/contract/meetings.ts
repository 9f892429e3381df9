import { z } from 'zod'
import { Day, FileBytes, Id, Letter, maybeText, Page, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { Resolution } from './resolutions.ts'
import { Attendance, MeetingKind, MeetingStatus } from './states.ts'

export const Meeting = z
  .object({
    id: Id,
    /** Null for a meeting of the province. */
    countyCode: CountyCode.nullable(),
    kind: MeetingKind,
    body: z.string(),
    title: z.string(),
    agenda: z.array(z.string()),
    calledOn: Day,
    meetsOn: Day,
    meetsAt: z.string(),
    place: z.string(),
    status: MeetingStatus,
    members: z.number().int(),
    present: z.number().int().nullable(),
    /** What the letter in force on its day asked for; null before it was held, and for a consultative one. */
    quorum: z.object({ part: z.number().int(), of: z.number().int() }).nullable(),
    hasQuorum: z.boolean().nullable(),
    minutesNumber: z.string().nullable(),
    minutesDate: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OversightMeeting' })
export type Meeting = z.infer<typeof Meeting>
export const Idea = z
  .object({
    id: Id,
    sentence: z.string(),
    organisationId: Id,
    ownerName: z.string(),
    answer: z.string().nullable(),
    answeredOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OversightIdea' })
export type Idea = z.infer<typeof Idea>
export const Member = z.object({
  id: Id,
  organisationId: Id,
  organisationName: z.string(),
  /** The office held, never a person. */
  title: z.string(),
  deputy: z.string().nullable(),
  attendance: Attendance.nullable(),
})
export type Member = z.infer<typeof Member>
export const MeetingWhole = Meeting.extend({
  seats: z.array(Member),
  ideas: z.array(Idea),
  resolutions: z.array(Resolution),
  minutes: z.string().nullable(),
})
export type MeetingWhole = z.infer<typeof MeetingWhole>

/** Newest first; an agency reads those it is a member of. */
export const listMeetings = route({
  method: 'GET',
  path: '/oversight/meetings',
  action: 'oversight.read-meetings',
  input: Page.extend({ countyCode: CountyCode.optional(), kind: MeetingKind.optional() }),
  output: z.object({ meetings: z.array(Meeting), next: Id.nullable() }),
  refusals: [],
})
export const readMeeting = route({
  method: 'GET',
  path: '/oversight/meetings/:id',
  action: 'oversight.read-meetings',
  input: z.object({ id: Id }),
  output: MeetingWhole,
  refusals: ['platform.not-found'],
})
const Called = z.object({
  id: Id,
  kind: MeetingKind,
  body: text({ min: 3, max: 160 }),
  title: text({ min: 3, max: 160 }),
  agenda: z.array(text({ min: 3, max: 300 })).max(20),
  meetsOn: Day,
  meetsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: text({ min: 2, max: 160 }),
  members: z
    .array(z.object({ id: Id, organisationId: Id, title: text({ min: 2, max: 120 }), deputy: maybeText(120) }))
    .min(2)
    .max(40),
})
const callRefusals = [
  'oversight.meeting-past',
  'oversight.agenda-empty',
  'oversight.agenda-late',
  'oversight.member-unknown',
  'oversight.member-twice',
]
/** The governorate calls a meeting in its county: to whom, about what, when and where. */
export const callMeeting = route({
  method: 'POST',
  path: '/oversight/meetings',
  action: 'oversight.call-meeting',
  input: Called.extend({ countyCode: CountyCode }),
  output: MeetingWhole,
  refusals: [...callRefusals, 'oversight.not-own-county'],
  subject: ({ id, countyCode }) => ({ type: 'meeting', id, countyCode }),
})
/** The same for the province. */
export const callProvinceMeeting = route({
  method: 'POST',
  path: '/oversight/province-meetings',
  action: 'oversight.call-province-meeting',
  input: Called,
  output: MeetingWhole,
  refusals: callRefusals,
  subject: ({ id }) => ({ type: 'meeting', id }),
})
const about = ({ id }: { readonly id: string }, { countyCode }: MeetingWhole) => ({
  type: 'meeting',
  id,
  ...(countyCode === null ? {} : { countyCode }),
})
/** Who came, who sent a deputy, who did not come; the quorum in force on its day is kept with it. */
export const takeAttendance = route({
  method: 'POST',
  path: '/oversight/meetings/:id/attendance',
  action: 'oversight.run-meeting',
  input: z.object({ id: Id, version: Version, seats: z.array(z.object({ id: Id, attendance: Attendance })).max(40) }),
  output: MeetingWhole,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'oversight.meeting-ahead',
    'oversight.minutes-signed',
    'oversight.attendance-incomplete',
  ],
  subject: about,
})
/** What was said in a consultative meeting, with the office that answers it. */
export const addIdea = route({
  method: 'POST',
  path: '/oversight/meetings/:id/ideas',
  action: 'oversight.run-meeting',
  input: z.object({ id: Id, ideaId: Id, sentence: text({ min: 5, max: 500 }), organisationId: Id }),
  output: MeetingWhole,
  refusals: ['platform.not-found', 'oversight.not-a-consultative-meeting', 'oversight.minutes-signed', 'oversight.member-unknown'],
  subject: about,
})
export const answerIdea = route({
  method: 'POST',
  path: '/oversight/ideas/:id/answer',
  action: 'oversight.answer-idea',
  input: z.object({ id: Id, version: Version, answer: text({ min: 5, max: 1000 }) }),
  output: Idea,
  refusals: ['platform.not-found', 'platform.version-stale', 'oversight.idea-answered'],
  subject: ({ id }) => ({ type: 'idea', id }),
})
/** The minutes as they are signed, by number and date: nothing of the meeting changes afterwards, and what was adopted is signed with them. */
export const signMinutes = route({
  method: 'POST',
  path: '/oversight/meetings/:id/minutes',
  action: 'oversight.run-meeting',
  input: Letter.extend({ id: Id, version: Version, minutes: text({ min: 10, max: 8000 }) }),
  output: MeetingWhole,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'oversight.not-held-yet',
    'oversight.minutes-signed',
    'oversight.letter-ahead',
  ],
  subject: about,
})
export const downloadMinutes = route({
  method: 'GET',
  path: '/oversight/meetings/:id/minutes.pdf',
  action: 'oversight.read-meetings',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
