import { z } from 'zod'
import { Day, Id, Instant } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { secondReasons } from '../rules/result.ts'
import { InterviewState, PanelSeat, Room } from './sessions.ts'

export const SupportBodies = z.enum(['unasked', 'agreed', 'refused', 'none-there'])
export type SupportBodies = z.infer<typeof SupportBodies>
export const SecondReason = z.enum(secondReasons)
/** What may be said of a conversation under way: when, how far, and nothing that was said in it. */
export const InterviewLine = z
  .object({
    id: Id,
    caseId: Id,
    countyCode: CountyCode,
    round: z.number().int(),
    state: InterviewState,
    sessionId: Id.nullable(),
    startsAt: Instant.nullable(),
    heldOn: Day.nullable(),
    supportBodies: SupportBodies,
    seats: z.number().int(),
    finished: z.number().int(),
    tellBy: Day.nullable(),
    toldOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'InterviewLine' })
export type InterviewLine = z.infer<typeof InterviewLine>

/** Proposes a time for a case: of many who reach for one time at once exactly one gets it. */
export const proposeSlot = route({
  method: 'POST',
  path: '/interviews/cases/:caseId/propose',
  action: 'interviews.propose',
  input: z.object({ caseId: Id, id: Id, slotId: Id }),
  output: InterviewLine,
  refusals: [
    'platform.not-found',
    'interviews.no-such-slot',
    'interviews.slot-taken',
    'interviews.slot-past',
    'interviews.already-planned',
    'interviews.not-at-interview',
    'interviews.no-such-move',
    'interviews.too-few-agencies',
    'interviews.no-woman',
    'interviews.too-few-in-room',
  ],
  subject: ({ caseId }, output) => ({ type: 'interview', id: output.id, caseId, countyCode: output.countyCode }),
})
/** Everything her guide needs for the one call: when and where, who sits there, how she may be reached and in which words. */
export const readInterviews = route({
  method: 'GET',
  path: '/interviews/cases/:caseId',
  action: 'interviews.read-interviews',
  input: z.object({ caseId: Id }),
  output: z.object({
    countyCode: CountyCode,
    /** Whether a first time may be proposed now. */
    isWaiting: z.boolean(),
    interviews: z.array(InterviewLine),
    open: z
      .object({
        interview: InterviewLine,
        room: Room.nullable(),
        panel: z.array(PanelSeat),
        /** How she is reached: by message, by a call to her own phone, or by a call that says nothing to others. */
        reach: z.enum(['message', 'call', 'call-others', 'no-phone']),
        callFrom: z.number().int().nullable(),
        callTo: z.number().int().nullable(),
        saidToOthers: z.string(),
        /** What is said to her, sentence by sentence. */
        said: z.array(z.string()),
        hasStopNote: z.boolean(),
      })
      .nullable(),
  }),
  refusals: ['platform.not-found'],
})
const InterviewId = z.object({ id: Id })
/** Asks her by a message that says nothing but to call; only to her own phone, with her consent. */
export const inviteByMessage = route({
  method: 'POST',
  path: '/interviews/:id/invite',
  action: 'interviews.invite',
  input: InterviewId,
  output: InterviewLine,
  refusals: ['platform.not-found', 'interviews.no-such-move', 'interviews.may-not-message', 'interviews.office-phone-missing'],
  subject: (_input, output) => ({ type: 'interview', id: output.id, caseId: output.caseId, countyCode: output.countyCode }),
})
/** Her answer, as she spoke it: yes, another time, or no. None of them costs her anything and none is counted. */
export const answerInvitation = route({
  method: 'POST',
  path: '/interviews/:id/answer',
  action: 'interviews.invite',
  offline: true,
  input: z.object({
    id: Id,
    answer: z.enum(['yes', 'another-time', 'no']),
    /** Asked of every woman with whom an officer of a support body would sit; null where none does. */
    supportBodies: z.enum(['agreed', 'refused']).nullable(),
  }),
  output: InterviewLine,
  refusals: [
    'platform.not-found',
    'interviews.no-such-move',
    'interviews.support-bodies-unasked',
    'interviews.too-few-agencies',
    'interviews.no-woman',
    'interviews.too-few-in-room',
  ],
  subject: (_input, output) => ({ type: 'interview', id: output.id, caseId: output.caseId, countyCode: output.countyCode }),
})
/** A reminder with day and time and nothing else. */
export const remind = route({
  method: 'POST',
  path: '/interviews/:id/remind',
  action: 'interviews.invite',
  input: InterviewId,
  output: InterviewLine,
  refusals: ['platform.not-found', 'interviews.not-accepted', 'interviews.may-not-message', 'interviews.office-phone-missing'],
  subject: (_input, output) => ({ type: 'interview', id: output.id, caseId: output.caseId, countyCode: output.countyCode }),
})
/** Back to be planned: she did not come, wants another time after all, or comes back after a no or a stop. Her place stays. */
export const planAgain = route({
  method: 'POST',
  path: '/interviews/:id/plan-again',
  action: 'interviews.invite',
  input: z.object({ id: Id, reason: z.enum(['did-not-come', 'her-wish', 'panel-missing', 'after-stop']) }),
  output: InterviewLine,
  refusals: ['platform.not-found', 'interviews.no-such-move', 'interviews.day-not-come'],
  subject: (_input, output) => ({ type: 'interview', id: output.id, caseId: output.caseId, countyCode: output.countyCode }),
})
/** What was written to her guide when a conversation stopped. Read by her guide alone, and the reading is kept. */
export const readStopNotes = route({
  method: 'GET',
  path: '/interviews/:id/stop-notes',
  action: 'interviews.read-stop-notes',
  input: InterviewId,
  output: z.object({ notes: z.array(z.object({ writtenAt: Instant, note: z.string().nullable() })) }),
  refusals: ['platform.not-found'],
  logged: true,
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** A second conversation with other members; the first stays as it was agreed. */
export const askSecond = route({
  method: 'POST',
  path: '/interviews/:id/second',
  action: 'interviews.ask-second',
  input: z.object({ id: Id, newId: Id, reason: SecondReason }),
  output: InterviewLine,
  refusals: ['platform.not-found', 'interviews.not-told-yet', 'interviews.not-expired', 'interviews.already-planned'],
  subject: (_input, output) => ({ type: 'interview', id: output.id, caseId: output.caseId, countyCode: output.countyCode }),
})
