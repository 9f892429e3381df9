import { z } from 'zod'
import { Day, Id, Instant, Page, text } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { IncomeBand } from '../../people/contract/limits.ts'
import { standings } from '../rules/earning.ts'
import { jobOutcomes, worksBefore } from '../rules/job.ts'
import { needs } from '../rules/needs.ts'
import { Month } from './price-index.ts'

export const WorkBefore = z.enum(worksBefore)
export const JobOutcome = z.enum(jobOutcomes)
/** Where her work stands on a day, with what each part rests on; rial net of what she spent. */
export const Outcome = z
  .object({
    months: z.array(z.object({ month: Month, netRial: z.number().int(), realRial: z.number().int().nullable() })),
    baseMonth: Month,
    standing: z.enum(standings),
    hourlyRial: z.number().int().nullable(),
    job: JobOutcome.nullable(),
    isInsured: z.boolean(),
    hasTerms: z.boolean(),
    orderedUntil: Day.nullable(),
    support: z.object({
      before: z.enum(['covered', 'waiting', 'neither', 'unknown']),
      since: z.enum(['same', 'entered', 'refused', 'exited', 're-entered']),
    }),
  })
  .meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof Outcome>
export const Snapshot = z.object({
  id: Id,
  month: z.number().int(),
  until: Day,
  takenAt: Instant,
  /** Hexadecimal, over the facts and the outcome. */
  hash: z.string(),
  replaces: Id.nullable(),
  reason: z.string().nullable(),
  job: JobOutcome.nullable(),
  standing: z.enum(standings),
})
const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
/** Her outcome as it stands today, what she did before, and what was frozen at each follow-up; for whoever carries her file. */
export const readOutcome = route({
  method: 'GET',
  path: '/outcomes/cases/:caseId',
  action: 'outcomes.read-outcome',
  input: OfCase,
  output: z.object({
    outcome: Outcome,
    baseline: z.object({ work: WorkBefore, askedOn: Day }).nullable(),
    snapshots: z.array(Snapshot),
    /** Her household's income in bands, as it was frozen; null without her consent to keep a file. */
    bands: z.object({ before: IncomeBand.nullable(), later: z.array(z.object({ month: z.number().int(), band: IncomeBand })) }).nullable(),
  }),
  refusals: ['platform.not-found'],
  logged: true,
  subject: aboutCase,
})
/** What her last follow-up asks of her guide, in codes; who decides and whether she may refuse is not among it. */
export const readNeeds = route({
  method: 'GET',
  path: '/outcomes/cases/:caseId/needs',
  action: 'outcomes.read-outcome',
  input: OfCase,
  output: z.object({ last: z.object({ saidOn: Day, needs: z.array(z.enum(needs)) }).nullable() }),
  refusals: ['platform.not-found'],
})
/** What was frozen last, by file number and hash alone. */
export const listSnapshots = route({
  method: 'GET',
  path: '/outcomes/snapshots',
  action: 'outcomes.read-snapshots',
  input: Page.pick({ limit: true }),
  output: z.object({
    snapshots: z.array(Snapshot.omit({ job: true, standing: true }).extend({ fileNumber: z.string(), isCorrected: z.boolean() })),
  }),
  refusals: [],
})
/** Derives a snapshot again from what is known now of its day, with a reason; the old one stays beside it. */
export const correctSnapshot = route({
  method: 'POST',
  path: '/outcomes/snapshots/:id/corrections',
  action: 'outcomes.correct-snapshot',
  input: z.object({ id: Id, correctionId: Id, reason: text({ min: 5, max: 300 }) }),
  output: z.object({ id: Id, hash: z.string(), isChanged: z.boolean() }),
  refusals: ['platform.not-found', 'outcomes.snapshot-corrected'],
  subject: ({ id }) => ({ type: 'snapshot', id }),
})
