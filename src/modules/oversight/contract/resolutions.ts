import { z } from 'zod'
import { Day, FileBytes, Id, Letter, Page, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { ResolutionAct, ResolutionState } from './states.ts'

export const Resolution = z
  .object({
    id: Id,
    meetingId: Id,
    countyCode: CountyCode.nullable(),
    organisationId: Id,
    agencyName: z.string(),
    /** Its number within the meeting. */
    place: z.number().int(),
    agendaPlace: z.number().int(),
    sentence: z.string(),
    dueOn: Day,
    state: ResolutionState,
    stateSince: Day,
    isOverdue: z.boolean(),
    votesFor: z.number().int().nullable(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    acknowledgeBy: Day.nullable(),
    report: z.string().nullable(),
    returnReason: z.string().nullable(),
    /** How often its day was moved. */
    extended: z.number().int(),
    supersededBy: Id.nullable(),
    /** The obstacle in a rule that stands in its way (reforms). */
    blockedBy: Id.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OversightResolution' })
export type Resolution = z.infer<typeof Resolution>
export const ResolutionWhole = Resolution.extend({
  meetingTitle: z.string(),
  /** An agency that was given work by a meeting it is no member of knows what the meeting was about, and no more of it. */
  mayReadMeeting: z.boolean(),
  /** How the obstacle is called, for whoever may read obstacles. */
  obstacleTitle: z.string().nullable(),
  moves: z.array(
    z.object({
      id: Id,
      act: ResolutionAct,
      note: z.string().nullable(),
      letterNumber: z.string().nullable(),
      letterDate: Day.nullable(),
      dueOn: Day.nullable(),
      movedOn: Day,
    }),
  ),
})
export type ResolutionWhole = z.infer<typeof ResolutionWhole>

/** Newest first; an agency reads what is addressed to it and what the meetings it sits in resolved. */
export const listResolutions = route({
  method: 'GET',
  path: '/oversight/resolutions',
  action: 'oversight.read-resolutions',
  input: Page.extend({ countyCode: CountyCode.optional(), state: ResolutionState.optional(), organisationId: Id.optional() }),
  output: z.object({ resolutions: z.array(Resolution), next: Id.nullable() }),
  refusals: [],
})
/** Which agency has how many resolutions past their day, and since when the oldest. */
export const listOverdue = route({
  method: 'GET',
  path: '/oversight/overdue-by-agency',
  action: 'oversight.read-resolutions',
  input: z.object({ countyCode: CountyCode.optional() }),
  output: z.object({
    agencies: z.array(z.object({ organisationId: Id, agencyName: z.string(), overdue: z.number().int(), oldestDueOn: Day })),
  }),
  refusals: [],
})
export const readResolution = route({
  method: 'GET',
  path: '/oversight/resolutions/:id',
  action: 'oversight.read-resolutions',
  input: z.object({ id: Id }),
  output: ResolutionWhole,
  refusals: ['platform.not-found'],
})
export const draftResolution = route({
  method: 'POST',
  path: '/oversight/meetings/:id/resolutions',
  action: 'oversight.run-meeting',
  input: z.object({
    id: Id,
    resolutionId: Id,
    agendaPlace: wholeNumber(1, 20),
    sentence: text({ min: 10, max: 1000 }),
    organisationId: Id,
    dueOn: Day,
  }),
  output: ResolutionWhole,
  refusals: [
    'platform.not-found',
    'oversight.not-a-deciding-meeting',
    'oversight.minutes-signed',
    'oversight.not-on-the-agenda',
    'oversight.due-in-the-past',
    'oversight.member-unknown',
  ],
  subject: ({ resolutionId }) => ({ type: 'resolution', id: resolutionId }),
})
const Moved = z.object({ id: Id, version: Version, moveId: Id })
const refusals = ['platform.not-found', 'platform.version-stale', 'oversight.no-such-resolution-move', 'oversight.superseded']
const about = ({ id }: { readonly id: string }, { organisationId, countyCode }: ResolutionWhole) => ({
  type: 'resolution',
  id,
  organisationId,
  ...(countyCode === null ? {} : { countyCode }),
})
/** Those who are there voted on it: adopted by quorum and majority, or it stays a draft. */
export const adoptResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/adopt',
  action: 'oversight.run-meeting',
  input: Moved.extend({ votesFor: wholeNumber(0, 40) }),
  output: ResolutionWhole,
  refusals: [
    ...refusals,
    'oversight.not-held-yet',
    'oversight.minutes-signed',
    'oversight.no-quorum',
    'oversight.no-majority',
    'oversight.more-votes-than-members',
  ],
  subject: about,
})
/** Told to the agency by letter; from that day it acknowledges within the days of the parameter. */
export const notifyResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/notify',
  action: 'oversight.follow-resolution',
  input: Moved.extend(Letter.shape),
  output: ResolutionWhole,
  refusals: [...refusals, 'oversight.letter-ahead'],
  subject: about,
})
export const acknowledgeResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/acknowledge',
  action: 'oversight.answer-resolution',
  input: Moved,
  output: ResolutionWhole,
  refusals,
  subject: about,
})
export const startResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/start',
  action: 'oversight.answer-resolution',
  input: Moved,
  output: ResolutionWhole,
  refusals,
  subject: about,
})
/** What the agency says it did. It is a claim: the secretariat confirms it or gives it back. */
export const reportResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/report',
  action: 'oversight.answer-resolution',
  input: Moved.extend({ report: text({ min: 10, max: 2000 }) }),
  output: ResolutionWhole,
  refusals,
  subject: about,
})
export const confirmResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/confirm',
  action: 'oversight.follow-resolution',
  input: Moved,
  output: ResolutionWhole,
  refusals,
  subject: about,
})
export const returnReport = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/return',
  action: 'oversight.follow-resolution',
  input: Moved.extend({ reason: text({ min: 5, max: 500 }) }),
  output: ResolutionWhole,
  refusals,
  subject: about,
})
export const extendResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/extend',
  action: 'oversight.follow-resolution',
  input: Moved.extend(Letter.shape).extend({ dueOn: Day, reason: text({ min: 5, max: 500 }) }),
  output: ResolutionWhole,
  refusals: [...refusals, 'oversight.letter-ahead', 'oversight.not-later'],
  subject: about,
})
/** A rule stands in its way: the obstacle is named, or the naming is taken back. The day stays; only a letter moves it. */
export const blockResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/block',
  action: 'oversight.follow-resolution',
  input: Moved.extend({ obstacleId: Id.nullable() }),
  output: ResolutionWhole,
  refusals: [...refusals, 'oversight.obstacle-unknown'],
  subject: about,
})
/** Another resolution takes its place. */
export const supersedeResolution = route({
  method: 'POST',
  path: '/oversight/resolutions/:id/supersede',
  action: 'oversight.follow-resolution',
  input: Moved.extend({ byId: Id }),
  output: ResolutionWhole,
  refusals: [...refusals, 'oversight.not-a-successor'],
  subject: about,
})
export const downloadResolutionLetter = route({
  method: 'GET',
  path: '/oversight/resolutions/:id/letter.pdf',
  action: 'oversight.read-resolutions',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found', 'oversight.not-notified-yet'],
  download: true,
})
