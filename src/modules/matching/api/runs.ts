import { createHash } from 'node:crypto'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { TIER_SET } from '../../enrolment/rules/tiers.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/runs.ts'
import { MatchingObstacle, RunOutcome } from '../contract/states.ts'
import { WEIGHTS_VERSION, weights } from '../rules/fit.ts'
import { seedOf } from '../rules/lots.ts'
import { inputText, linesOf, SOLVER_VERSION, solve, talliesOf } from '../rules/run.ts'
import { listTitles, lockOpen, type StoredOpportunity } from '../store/opportunities.ts'
import { clearBefore, insertProposals } from '../store/proposals.ts'
import * as store from '../store/runs.ts'
import { listCandidates, withFree } from './weighing.ts'

async function shownRuns({ tx }: Pick<Call<unknown>, 'tx'>, runs: readonly store.StoredRun[]): Promise<contract.Run[]> {
  const opportunities = await listTitles(
    tx,
    runs.flatMap(({ offers }) => offers.map(({ opportunityId }) => opportunityId)),
  )
  return runs.map((run) => ({
    ...run,
    proposed: run.offers.reduce((sum, { proposed }) => sum + proposed, 0),
    offers: run.offers.map(({ opportunityId, free, proposed, obstacles }) => ({
      opportunityId,
      title: opportunities.get(opportunityId)?.title ?? '',
      free,
      proposed,
      obstacles: obstacles.map(({ obstacle, women }) => ({ obstacle: MatchingObstacle.parse(obstacle), women })),
    })),
  }))
}
async function shownRun(call: Pick<Call<unknown>, 'tx'>, id: string): Promise<contract.Run> {
  const run = (await store.findRun(call.tx, id)) ?? refuse('platform.not-found')
  return (await shownRuns(call, [run]))[0] ?? refuse('platform.not-found')
}
type Running = Call<{ readonly id: string; readonly countyCode: string }>
/** Weighs, assigns, and keeps the whole record: what went in, what came out, and the proof. */
async function runOver(call: Running, open: readonly StoredOpportunity[]): Promise<void> {
  const { input, tx, actor, house, now, today, note } = call
  const { id: runId, countyCode } = input
  await clearBefore(tx, { planId: actor.planId, countyCode, today })
  const offered = await withFree(call, countyCode, open)
  const candidates = await listCandidates(call, countyCode)
  const seed = seedOf({ countyCode, day: today })
  const lines = linesOf(
    candidates.map(({ toWeigh }) => toWeigh),
    offered,
    seed,
  )
  const { results, prices } = solve(lines, offered)
  const byCase = new Map(candidates.map((one) => [one.woman.scope.case_id, one] as const))
  const kept = results.map((result) => ({ result, candidate: byCase.get(result.caseId) ?? refuse('platform.not-found') }))
  const proposed = kept.filter(({ result }) => result.opportunityId !== null)
  await store.insertRun(tx, {
    planId: actor.planId,
    id: runId,
    countyCode,
    on: today,
    at: now,
    accountId: actor.accountId,
    inputHash: createHash('sha256')
      .update(inputText(lines, offered, seed))
      .digest(),
    weights,
    weightsVersion: WEIGHTS_VERSION,
    solverVersion: SOLVER_VERSION,
    tierSet: TIER_SET,
    seed,
    women: lines.length,
    pairs: lines.reduce((sum, { pairs }) => sum + pairs.filter(({ parts }) => parts !== null).length, 0),
    offers: offered.map(({ id, free }, index) => ({
      opportunityId: id,
      free,
      proposed: proposed.filter(({ result }) => result.opportunityId === id).length,
      price: prices[index] ?? 0,
      obstacles: [...talliesOf(lines, id)],
    })),
  })
  await store.insertLines(
    tx,
    { runId, on: today },
    kept.map(({ result, candidate }) => [candidate.woman, result] as const),
  )
  const { value } = await parameterOn(tx, 'proposal-answer', { day: today, countyCode })
  const dueOn = addDays(today, value)
  await insertProposals(
    tx,
    proposed.map(({ result, candidate }) => {
      const opportunityId = result.opportunityId ?? refuse('platform.not-found')
      return [candidate.woman.scope, { id: house.newId(), runId, opportunityId, fileNumber: result.fileNumber, today, dueOn }] as const
    }),
  )
  note({ women: lines.length, proposed: proposed.length })
}
/** Where a page of lines begins: the outcome and case of the last line before it. */
function afterOf(text: string | undefined) {
  const [outcome, caseId] = (text ?? '').split('/')
  const known = RunOutcome.safeParse(outcome)
  return known.success && caseId !== undefined && contract.Weighed.shape.caseId.safeParse(caseId).success
    ? { outcome: known.data, caseId }
    : undefined
}

export const runsApi: readonly Handled[] = [
  handle(contract.listRuns, async (call) => {
    const { input, tx } = call
    const rows = await store.listRuns(tx, input)
    const runs = await shownRuns(call, rows.slice(0, input.limit))
    return { runs, next: rows.length > input.limit ? (runs.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readRun, (call) => shownRun(call, call.input.id)),
  handle(contract.runMatching, async (call) => {
    const { input, tx, actor } = call
    if (!actor.counties.includes(input.countyCode)) refuse('matching.not-own-county')
    const open = await lockOpen(tx, input.countyCode)
    if (open.length === 0) refuse('matching.nothing-open')
    await runOver(call, open)
    return shownRun(call, input.id)
  }),
  handle(contract.listWeighed, async ({ input, tx }) => {
    if ((await store.findRun(tx, input.id)) === undefined) refuse('platform.not-found')
    const rows = await store.listWeighed(tx, { runId: input.id, outcome: input.outcome, after: afterOf(input.after), limit: input.limit })
    const women = rows.slice(0, input.limit)
    const last = women.at(-1)
    return { women, next: rows.length > input.limit && last !== undefined ? `${last.outcome}/${last.caseId}` : null }
  }),
]
