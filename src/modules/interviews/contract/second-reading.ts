import { z } from 'zod'
import { Day, Id, Instant } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { Need } from './instrument.ts'
import { Example, Recommendation } from './results.ts'
import { InterviewState } from './sessions.ts'

/** A conversation of which she asked for a second reading, for as long as the second one is not settled. */
export const SecondReading = z
  .object({
    interviewId: Id,
    personId: Id,
    fileNumber: z.string(),
    countyCode: CountyCode,
    /** When the first was held, and when she was told what came of it. */
    heldOn: Day.nullable(),
    toldOn: Day.nullable(),
    /** Where the second conversation stands, and since when. */
    state: InterviewState,
    since: Instant,
  })
  .meta({ id: 'SecondReading' })
export type SecondReading = z.infer<typeof SecondReading>
export const listSecondReadings = route({
  method: 'GET',
  path: '/interviews/second-readings',
  action: 'interviews.read-second-readings',
  input: z.object({}),
  output: z.object({ readings: z.array(SecondReading) }),
  refusals: [],
})
/**
 * What was said in the first conversation, opened to the second person of the office with the purpose of an appeal, and only while her request
 * stands. No mark and no name: whether she was heard rightly shows in what was said (roles.md §2, «1r P appeal»). Told to her like every look.
 */
export const readAnswers = route({
  method: 'GET',
  path: '/interviews/:id/answers',
  action: 'interviews.read-answers',
  input: z.object({ id: Id, personId: Id, purpose: z.literal('appeal') }),
  output: z.object({
    reading: SecondReading,
    wish: z.string().nullable(),
    fieldName: z.string().nullable(),
    needs: z.array(Need),
    examples: z.array(Example.extend({ title: z.string() })),
    recommendation: Recommendation,
    reason: z.string(),
  }),
  refusals: ['platform.not-found'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, personId }) => ({ type: 'interview', id, personId }),
})
