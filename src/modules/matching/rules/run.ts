import type { MatchingObstacle, RunOutcome } from '../contract/states.ts'
import { assign, type Problem, problemOf } from './assign.ts'
import { faultsOf } from './certificate.ts'
import { type Asked, fitOf, type Her, obstaclesOf, type Parts, scoreOf, WEIGHTS_VERSION, weights } from './fit.ts'
import { inLotOrder } from './lots.ts'

/** The version of the way of assigning; it changes when the same lines could give another result. */
export const SOLVER_VERSION = 'tiers-scores-lots-1'
export interface ToWeigh {
  readonly caseId: string
  readonly fileNumber: string
  readonly tier: number
  readonly her: Her
}
export interface Offered extends Asked {
  /** Places nobody holds. */
  readonly free: number
}
export interface Pair {
  readonly opportunityId: string
  readonly obstacles: readonly MatchingObstacle[]
  /** What speaks for it; null where something stands against it. */
  readonly parts: Parts | null
}
/** A woman as a run weighed her: everything the assignment looked at. */
export interface Line {
  readonly caseId: string
  readonly fileNumber: string
  readonly tier: number
  readonly lot: number
  readonly pairs: readonly Pair[]
}
/** The lines of a run, in the order of their lots. */
export function linesOf(women: readonly ToWeigh[], offered: readonly Offered[], seed: string): readonly Line[] {
  return inLotOrder(women, seed).map(({ caseId, fileNumber, tier, her }, lot) => ({
    caseId,
    fileNumber,
    tier,
    lot,
    pairs: offered.map((one) => {
      const obstacles = obstaclesOf(her, one)
      return { opportunityId: one.id, obstacles, parts: obstacles.length === 0 ? fitOf(her, one) : null }
    }),
  }))
}
/** All that goes into an assignment, as one text: its digest is kept with the run, and whoever has the lines makes it again. */
export function inputText(
  lines: readonly Line[],
  offered: readonly { readonly id: string; readonly free: number }[],
  seed: string,
): string {
  return JSON.stringify({
    solver: SOLVER_VERSION,
    weights: { version: WEIGHTS_VERSION, ...weights },
    seed,
    places: offered.map(({ id, free }) => [id, free]),
    women: lines.map(({ fileNumber, tier, pairs }) => [
      fileNumber,
      tier,
      pairs.flatMap(({ opportunityId, parts }) => (parts === null ? [] : [[opportunityId, parts.wish, parts.craft, parts.output]])),
    ]),
  })
}
export interface Result extends Line {
  readonly outcome: RunOutcome
  readonly opportunityId: string | null
  /** Her side of the proof. */
  readonly worth: number
}
export interface Solved {
  readonly results: readonly Result[]
  /** The opportunities' side of the proof, in the order of `offered`. */
  readonly prices: readonly number[]
}
function problemFrom(lines: readonly Line[], offered: readonly { readonly id: string; readonly free: number }[]): Problem {
  const indexOf = new Map(offered.map(({ id }, index) => [id, index]))
  const women = lines.map(({ tier, pairs }) => ({
    tier,
    arcs: pairs.flatMap(({ opportunityId, parts }) => {
      const opportunity = indexOf.get(opportunityId)
      return parts === null || opportunity === undefined ? [] : [{ opportunity, score: scoreOf(parts) }]
    }),
  }))
  return problemOf(
    women,
    offered.map(({ free }) => free),
  )
}
/** Assigns by the lines alone, so that a kept run is solved again from what was kept. A result without its proof is a defect, and none is given. */
export function solve(lines: readonly Line[], offered: readonly { readonly id: string; readonly free: number }[]): Solved {
  const problem = problemFrom(lines, offered)
  const found = assign(problem)
  const faults = faultsOf(problem, found)
  if (faults.length > 0) throw new Error(`an assignment without its proof: ${faults.join(', ')}`)
  const results = lines.map((line, index): Result => {
    const arc = found.arcs[index] ?? -1
    const opportunityId = arc < 0 ? null : (offered[problem.opportunities[arc] ?? 0]?.id ?? null)
    const couldBe = line.pairs.some(({ parts }) => parts !== null)
    return {
      ...line,
      opportunityId,
      outcome: opportunityId === null ? (couldBe ? 'others-first' : 'nothing-fits') : 'proposed',
      worth: found.worths[index] ?? 0,
    }
  })
  return { results, prices: Array.from(found.prices) }
}
/** How many women each obstacle kept from one opportunity, most first; fewer than ten are not told to those who see no lines. */
export function talliesOf(
  lines: readonly Line[],
  opportunityId: string,
): readonly { readonly obstacle: MatchingObstacle; readonly women: number | null }[] {
  const counts = new Map<MatchingObstacle, number>()
  for (const { pairs } of lines)
    for (const obstacle of pairs.find((pair) => pair.opportunityId === opportunityId)?.obstacles ?? [])
      counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1)
  return [...counts]
    .toSorted(([one, n], [other, m]) => m - n || one.localeCompare(other, 'en'))
    .map(([obstacle, women]) => ({ obstacle, women: women < FEWEST_TOLD ? null : women }))
}
const FEWEST_TOLD = 10
