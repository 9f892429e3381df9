import { z } from 'zod'
import { sql, type Tx } from '../../../platform/db.ts'
import type { OnTheRoad } from '../../enrolment/port.ts'
import { type Run, Weighed } from '../contract/runs.ts'
import { RunOutcome } from '../contract/states.ts'
import type { Result } from '../rules/run.ts'

/** One opportunity as a run keeps it; the price is its side of the proof. */
export const KeptOffer = z.object({
  opportunityId: z.string(),
  free: z.number(),
  proposed: z.number(),
  price: z.number(),
  obstacles: z.array(z.object({ obstacle: z.string(), women: z.number().nullable() })),
})
export type KeptOffer = z.infer<typeof KeptOffer>
export interface StoredRun extends Omit<Run, 'offers' | 'proposed' | 'weights'> {
  readonly weights: Record<string, number>
  readonly offers: readonly KeptOffer[]
}
const Weights = z.record(z.string(), z.number())
const runs = (tx: Tx) => tx.selectFrom('matching.run').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>
function runOf(row: Row): StoredRun {
  return {
    id: row.id,
    countyCode: row.county_code,
    ranOn: row.ran_on,
    inputHash: row.input_hash.toString('hex'),
    weights: Weights.parse(row.weights),
    weightsVersion: row.weights_version,
    solverVersion: row.solver_version,
    tierSet: row.tier_set,
    seed: row.seed,
    women: row.women,
    pairs: row.pairs,
    offers: z.array(KeptOffer).parse(row.offers),
  }
}
interface Filter {
  readonly countyCode?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listRuns(tx: Tx, { countyCode, after, limit }: Filter): Promise<readonly StoredRun[]> {
  let query = runs(tx)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(runOf)
}
export async function findRun(tx: Tx, id: string): Promise<StoredRun | undefined> {
  const row = await runs(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : runOf(row)
}
export interface NewRun {
  readonly planId: string
  readonly id: string
  readonly countyCode: string
  readonly on: string
  readonly at: Date
  readonly accountId: string
  readonly inputHash: Buffer
  readonly weights: Readonly<Record<string, number>>
  readonly weightsVersion: string
  readonly solverVersion: string
  readonly tierSet: string
  readonly seed: string
  readonly women: number
  readonly pairs: number
  readonly offers: readonly KeptOffer[]
}
export async function insertRun(tx: Tx, made: NewRun): Promise<void> {
  await tx
    .insertInto('matching.run')
    .values({
      plan_id: made.planId,
      id: made.id,
      county_code: made.countyCode,
      ran_on: made.on,
      ran_at: made.at,
      account_id: made.accountId,
      input_hash: made.inputHash,
      weights: JSON.stringify(made.weights),
      weights_version: made.weightsVersion,
      solver_version: made.solverVersion,
      tier_set: made.tierSet,
      seed: made.seed,
      women: made.women,
      pairs: made.pairs,
      offers: JSON.stringify(made.offers),
    })
    .execute()
}
export type Kept = readonly [woman: OnTheRoad, result: Result]
const AT_ONCE = 500
/** The lines of a run, and beside them what the market does not read: tier, lot and her side of the proof. */
export async function insertLines(
  tx: Tx,
  { runId, on }: { readonly runId: string; readonly on: string },
  kept: readonly Kept[],
): Promise<void> {
  for (let at = 0; at < kept.length; at += AT_ONCE) {
    const some = kept.slice(at, at + AT_ONCE)
    await tx
      .insertInto('matching.weighed')
      .values(
        some.map(([{ scope, fileNumber }, result]) => ({
          ...scope,
          run_id: runId,
          file_number: fileNumber,
          weighed_on: on,
          outcome: result.outcome,
          opportunity_id: result.opportunityId,
          pairs: JSON.stringify(result.pairs),
        })),
      )
      .execute()
    await tx
      .insertInto('matching.turn')
      .values(some.map(([{ scope }, { tier, lot, worth }]) => ({ ...scope, run_id: runId, tier, lot, worth })))
      .execute()
  }
}
const Pairs = Weighed.shape.pairs
const columns = ['case_id', 'file_number', 'weighed_on', 'outcome', 'opportunity_id', 'pairs'] as const
const weighed = (tx: Tx) => tx.selectFrom('matching.weighed').select(columns)
type Line = Awaited<ReturnType<ReturnType<typeof weighed>['executeTakeFirstOrThrow']>>
const weighedOf = (row: Line): Weighed => ({
  caseId: row.case_id,
  fileNumber: row.file_number,
  outcome: RunOutcome.parse(row.outcome),
  opportunityId: row.opportunity_id,
  pairs: Pairs.parse(row.pairs),
})
interface Lines {
  readonly runId: string
  readonly outcome?: string | undefined
  readonly after?: { readonly outcome: string; readonly caseId: string } | undefined
  readonly limit: number
}
/** Proposed first, then those behind others, then those nothing fits (their codes fall in that order); one more than asked for. */
export async function listWeighed(tx: Tx, { runId, outcome, after, limit }: Lines): Promise<readonly Weighed[]> {
  let query = weighed(tx)
    .where('run_id', '=', runId)
    .orderBy('outcome', 'desc')
    .orderBy('case_id')
    .limit(limit + 1)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  if (after !== undefined)
    query = query.where(sql<boolean>`(outcome < ${after.outcome} or (outcome = ${after.outcome} and case_id > ${after.caseId}::uuid))`)
  return (await query.execute()).map(weighedOf)
}
/** The last run she was in, for whoever carries her file; undefined before the first. */
export async function findLastWeighed(tx: Tx, caseId: string) {
  const row = await weighed(tx).select('run_id').where('case_id', '=', caseId).orderBy('run_id', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return undefined
  const turn = await tx
    .selectFrom('matching.turn')
    .select(['tier', 'lot'])
    .where('case_id', '=', caseId)
    .where('run_id', '=', row.run_id)
    .executeTakeFirst()
  return { ranOn: row.weighed_on, weighed: weighedOf(row), tier: turn?.tier ?? null, lot: turn === undefined ? null : turn.lot + 1 }
}
