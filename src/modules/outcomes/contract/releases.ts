import { z } from 'zod'
import { Day, Id, Instant, maybeText } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

/** What is told of one table for good: its columns, the lines that give nobody away, and the rest of all others together. */
export const ReleasedFigure = z.object({
  name: z.enum(['women', 'income', 'covered-12', 'appeals', 'grievances', 'paid']),
  columns: z.array(z.string()).readonly(),
  lines: z.array(z.object({ key: z.string(), cells: z.array(z.number().int()).readonly() })).readonly(),
  rest: z.array(z.number().int()).readonly().nullable(),
  hidden: z.array(z.string()).readonly(),
  rial: z.number().int().nullable(),
})
export type ReleasedFigure = z.infer<typeof ReleasedFigure>
/** A signed promise and what came of it. How many pieces and how much money is told only where at least ten women made them. */
export const ReleasedPledge = z.object({
  organisation: z.string(),
  title: z.string(),
  unit: z.string(),
  promised: z.number().int(),
  called: z.number().int(),
  accepted: z.number().int().nullable(),
  paidRial: z.number().int().nullable(),
  daysLate: z.number().int(),
})
export type ReleasedPledge = z.infer<typeof ReleasedPledge>
export const Figures = z.object({ figures: z.array(ReleasedFigure).readonly(), pledges: z.array(ReleasedPledge).readonly() })
export type Figures = z.infer<typeof Figures>
export const Release = z
  .object({
    id: Id,
    /** Null as long as nobody published it. */
    number: z.number().int().nullable(),
    asOf: Day,
    publishedAt: Instant.nullable(),
    corrects: z.number().int().nullable(),
    correction: z.string().nullable(),
    ...Figures.shape,
  })
  .meta({ id: 'Release' })
export type Release = z.infer<typeof Release>

/** Releases, newest first, for everybody: what was published stays, a correction stands beside what it corrects. */
export const listReleases = route({
  method: 'GET',
  path: '/outcomes/releases',
  action: 'outcomes.read-releases',
  input: z.object({}),
  output: z.object({ releases: z.array(Release).readonly() }),
  refusals: [],
})
/** What waits for the second person, exactly as it would be published. */
export const readProposedRelease = route({
  method: 'GET',
  path: '/outcomes/proposed-release',
  action: 'outcomes.publish',
  input: z.object({}),
  output: z.object({ proposed: Release.extend({ isMine: z.boolean() }).nullable() }),
  refusals: [],
})
/** Freezes the figures of today as they would be published. */
export const proposeRelease = route({
  method: 'POST',
  path: '/outcomes/releases',
  action: 'outcomes.publish',
  input: z.object({ id: Id, corrects: z.number().int().positive().nullable(), correction: maybeText(500) }),
  output: Release,
  refusals: ['outcomes.release-open', 'outcomes.nothing-to-release', 'outcomes.correction-incomplete', 'outcomes.no-such-release'],
  subject: ({ id }) => ({ type: 'release', id }),
})
/** Publishes what another person proposed, or drops it. */
export const settleRelease = route({
  method: 'POST',
  path: '/outcomes/releases/:id/settle',
  action: 'outcomes.publish',
  input: z.object({ id: Id, isPublished: z.boolean() }),
  output: Release,
  refusals: ['platform.not-found', 'outcomes.release-by-another', 'outcomes.release-settled'],
  subject: ({ id }) => ({ type: 'release', id }),
})
