import { expect, test } from 'vitest'
import { type Assignment, assign, type Problem, problemOf } from './assign.ts'
import { faultsOf } from './certificate.ts'

/** A small multiplicative generator: the same instances on every machine. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
/** Few different scores, so that ties are everywhere. */
function anyProblem(seed: number): Problem {
  const random = dice(seed)
  const places = Array.from({ length: 1 + random(3) }, () => random(3))
  const women = Array.from({ length: 1 + random(6) }, () => ({
    tier: 1 + random(3),
    arcs: places.flatMap((_, opportunity) => (random(3) === 0 ? [] : [{ opportunity, score: random(4) }])),
  }))
  return problemOf(women, places)
}
/** How good a way of filling is: placed of each tier, then the scores, then the lots of who is placed; greater is better, place by place. */
function standingOf({ tiers, scores }: Problem, arcs: readonly number[]): readonly number[] {
  const placed = arcs.map((arc) => arc >= 0)
  const ofTiers = [1, 2, 3].map((tier) => placed.filter((one, woman) => one && tiers[woman] === tier).length)
  return [...ofTiers, arcs.reduce((sum, arc) => sum + (arc < 0 ? 0 : (scores[arc] ?? 0)), 0), ...placed.map(Number)]
}
function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, place) => value !== other[place])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}
/** Every way of filling there is. */
function* fillings(problem: Problem, woman = 0, left: readonly number[] = Array.from(problem.places)): Generator<readonly number[]> {
  const { starts, opportunities } = problem
  if (woman + 1 === starts.length) return yield []
  for (const rest of fillings(problem, woman + 1, left)) yield [-1, ...rest]
  for (let arc = starts[woman] ?? 0; arc < (starts[woman + 1] ?? 0); arc += 1) {
    const at = opportunities[arc] ?? 0
    if ((left[at] ?? 0) === 0) continue
    const fewer = left.with(at, (left[at] ?? 0) - 1)
    for (const rest of fillings(problem, woman + 1, fewer)) yield [arc, ...rest]
  }
}
test('nothing that can be tried is better: tiers first, then scores, then the earlier lot', () => {
  for (let seed = 1; seed <= 1_500; seed += 1) {
    const problem = anyProblem(seed)
    const found = standingOf(problem, Array.from(assign(problem).arcs))
    let best: readonly number[] = found
    for (const one of fillings(problem)) {
      const standing = standingOf(problem, one)
      if (isGreater(standing, best)) best = standing
    }
    expect({ seed, found }).toEqual({ seed, found: best })
  }
})
test('every result carries its proof', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const problem = anyProblem(seed)
    expect({ seed, faults: faultsOf(problem, assign(problem)) }).toEqual({ seed, faults: [] })
  }
})
const two = problemOf(
  [
    { tier: 2, arcs: [{ opportunity: 0, score: 900 }] },
    { tier: 1, arcs: [{ opportunity: 0, score: 100 }] },
  ],
  [1],
)
test('a higher score never goes before an earlier tier', () => {
  expect(Array.from(assign(two).arcs)).toEqual([-1, 1])
})
test('among equals the earlier lot is placed, whoever else is inserted', () => {
  const arcs = [{ opportunity: 0, score: 500 }]
  expect(
    Array.from(
      assign(
        problemOf(
          [1, 1, 1].map((tier) => ({ tier, arcs })),
          [2],
        ),
      ).arcs,
    ),
  ).toEqual([0, 1, -1])
})
test.each([
  ['a worse filling', { arcs: Int32Array.of(0, -1) }, 'gap'],
  ['two on one place', { arcs: Int32Array.of(0, 1) }, 'overfull'],
  ['somebody else’s arc', { arcs: Int32Array.of(-1, 0) }, 'not-hers'],
  ['a price below nothing', { prices: Float64Array.of(-1) }, 'negative'],
  ['a price too low', { prices: Float64Array.of(0), worths: Float64Array.of(0, 0) }, 'better-arc'],
] as const)('the checker says no to %s', (_name, wrong: Partial<Assignment>, fault) => {
  expect(faultsOf(two, { ...assign(two), ...wrong })).toContain(fault)
})
