import { z } from 'zod'
import { Day, Id, Page } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { MatchingObstacle, RunOutcome } from './states.ts'

/** One opportunity as it stood in a run: what was free, what was proposed, and the price its places had there. */
export const RunOffer = z.object({
  opportunityId: Id,
  title: z.string(),
  free: z.number().int(),
  proposed: z.number().int(),
  /** How many women each obstacle kept from it; fewer than ten are told as null to whoever may not see the lines. */
  obstacles: z.array(z.object({ obstacle: MatchingObstacle, women: z.number().int().nullable() })),
})
export const Run = z
  .object({
    id: Id,
    countyCode: CountyCode,
    ranOn: Day,
    /** Digest of all that went in: whoever has the same lines finds the same. */
    inputHash: z.string(),
    weights: z.record(z.string(), z.number().int()),
    weightsVersion: z.string(),
    solverVersion: z.string(),
    tierSet: z.string(),
    seed: z.string(),
    women: z.number().int(),
    pairs: z.number().int(),
    proposed: z.number().int(),
    offers: z.array(RunOffer),
  })
  .meta({ id: 'MatchingRun' })
export type Run = z.infer<typeof Run>

export const listRuns = route({
  method: 'GET',
  path: '/matching/runs',
  action: 'matching.read-runs',
  input: Page.extend({ countyCode: CountyCode.optional() }),
  output: z.object({ runs: z.array(Run), next: Id.nullable() }),
  refusals: [],
})
export const readRun = route({
  method: 'GET',
  path: '/matching/runs/:id',
  action: 'matching.read-runs',
  input: z.object({ id: Id }),
  output: Run,
  refusals: ['platform.not-found'],
})
/** Weighs every woman of a county against every open opportunity of it and proposes; what an earlier run proposed and nobody looked at lapses. */
export const runMatching = route({
  method: 'POST',
  path: '/matching/runs',
  action: 'matching.run',
  input: z.object({ id: Id, countyCode: CountyCode }),
  output: Run,
  refusals: ['matching.not-own-county', 'matching.nothing-open', 'plan.parameter-missing'],
  subject: ({ id, countyCode }) => ({ type: 'run', id, countyCode }),
})
/** Her line in a run. A score is a sum of three parts and never a mark of her: it says how one opportunity fits. */
export const Weighed = z.object({
  caseId: Id,
  fileNumber: z.string(),
  outcome: RunOutcome,
  opportunityId: Id.nullable(),
  pairs: z.array(
    z.object({
      opportunityId: Id,
      obstacles: z.array(MatchingObstacle),
      parts: z.object({ wish: z.number().int(), craft: z.number().int(), output: z.number().int() }).nullable(),
    }),
  ),
})
export type Weighed = z.infer<typeof Weighed>
/** The lines of a run by file number, those proposed first; with each the parts that spoke for it, or what stood against it. */
export const listWeighed = route({
  method: 'GET',
  path: '/matching/runs/:id/women',
  action: 'matching.read-weighed',
  input: z.object({ id: Id, outcome: RunOutcome.optional(), limit: Page.shape.limit, after: z.string().max(60).optional() }),
  output: z.object({ women: z.array(Weighed), next: z.string().nullable() }),
  refusals: ['platform.not-found'],
})
