import { z } from 'zod'
import { Day, FileBytes, Id, maybeText } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { recommendations } from '../rules/result.ts'
import { Domain, ItemCode, Need } from './instrument.ts'

/** A real example or a short task behind the mark of a point, with no degree beside it. */
export const Example = z.object({ kind: z.enum(['example', 'task']), words: z.string() })
export type Example = z.infer<typeof Example>
export const Recommendation = z.enum(recommendations)
export type Recommendation = z.infer<typeof Recommendation>

/** A point of a domain in the words of its anchor: where she stands and what comes next. No number is said. */
export const Point = z.object({
  itemCode: ItemCode,
  domain: Domain,
  title: z.string(),
  now: z.string(),
  next: z.string().nullable(),
  isLow: z.boolean(),
  isWished: z.boolean(),
  /** What stands behind it: what she told or did, once for each member who wrote it down. */
  examples: z.array(Example),
})
export type Point = z.infer<typeof Point>
/** What came of a conversation, as it is told to her: sentences in her language, by her guide, face to face. */
export const Result = z
  .object({
    interviewId: Id,
    caseId: Id,
    wish: z.string().nullable(),
    fieldName: z.string().nullable(),
    points: z.array(Point),
    /** Titles of what nobody observed: said as «not looked at yet», never as low. */
    notSeen: z.array(z.string()),
    needs: z.array(Need),
    recommendation: Recommendation,
    said: z.array(z.string()),
    reason: z.string(),
    dissents: z.number().int(),
    agreedOn: Day,
    expiresOn: Day,
    toldOn: Day.nullable(),
  })
  .meta({ id: 'InterviewResult' })
export type Result = z.infer<typeof Result>
export const readResult = route({
  method: 'GET',
  path: '/interviews/:id/result',
  action: 'interviews.read-result',
  input: z.object({ id: Id }),
  output: Result,
  refusals: ['platform.not-found'],
  logged: true,
  subject: ({ id }, { caseId }) => ({ type: 'interview', id, caseId }),
})
/** The same on paper, to be signed or fingerprinted and given to her. */
export const downloadResult = route({
  method: 'GET',
  path: '/interviews/:id/result.pdf',
  action: 'interviews.read-result',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
  logged: true,
  subject: ({ id }) => ({ type: 'interview', id }),
})
/** She was told: how, before whom, and which low points she wishes to change; each becomes a step of support. The case moves on. */
export const tellResult = route({
  method: 'POST',
  path: '/interviews/:id/tell',
  action: 'interviews.tell',
  input: z.object({
    id: Id,
    manner: z.enum(['spoken', 'signature', 'fingerprint']),
    witnessName: maybeText(120),
    wishes: z.array(ItemCode).max(24),
  }),
  output: z.object({ id: Id, caseId: Id, toldOn: Day, position: z.string() }),
  refusals: ['platform.not-found', 'interviews.no-such-move', 'interviews.witness-missing', 'interviews.not-low', 'enrolment.no-such-move'],
  subject: (_input, { id, caseId }) => ({ type: 'interview', id, caseId }),
})
const Measure = z.object({ marks: z.number().int(), above: z.number().int(), below: z.number().int(), far: z.number().int() })
/** How far members' marks lie from what their panels agreed, a domain at a time; fewer than ten marks are not shown. */
export const readDrift = route({
  method: 'GET',
  path: '/interviews/drift',
  action: 'interviews.read-drift',
  input: z.object({}),
  output: z.object({
    raters: z.array(
      z.object({ name: z.string(), organisationName: z.string(), individual: Measure.nullable(), craft: Measure.nullable() }),
    ),
  }),
  refusals: [],
})
