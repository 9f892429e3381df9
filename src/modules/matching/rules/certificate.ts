import { type Assignment, type Problem, worthOf } from './assign.ts'

export type CertificateFault = 'negative' | 'not-hers' | 'overfull' | 'better-arc' | 'gap'
/**
 * Why an assignment is not shown to be the best; an empty list is the proof. By linear duality: no way of filling the places is worth more than the
 * prices of all places and the worths of all women together, as long as no arc is worth more than its two ends; where the assignment reaches that
 * sum, nothing is better. The checker knows nothing of how the assignment was found.
 */
export function faultsOf(problem: Problem, { arcs, prices, worths }: Assignment): readonly CertificateFault[] {
  const faults = new Set<CertificateFault>()
  const left = Array.from(problem.places)
  let reached = 0
  let bound = prices.reduce((sum, price, opportunity) => sum + price * (problem.places[opportunity] ?? 0), 0)
  for (let woman = 0; woman < worths.length; woman += 1) {
    const [worth, mine, first, end] = [worths[woman] ?? 0, arcs[woman] ?? -1, problem.starts[woman] ?? 0, problem.starts[woman + 1] ?? 0]
    bound += worth
    if (worth < 0) faults.add('negative')
    for (let arc = first; arc < end; arc += 1)
      if (worthOf(problem, woman, arc) > worth + (prices[problem.opportunities[arc] ?? 0] ?? 0)) faults.add('better-arc')
    if (mine < 0) continue
    if (mine < first || mine >= end) faults.add('not-hers')
    const opportunity = problem.opportunities[mine] ?? 0
    left[opportunity] = (left[opportunity] ?? 0) - 1
    reached += worthOf(problem, woman, mine)
  }
  if (prices.some((price) => price < 0)) faults.add('negative')
  if (left.some((places) => places < 0)) faults.add('overfull')
  if (reached !== bound) faults.add('gap')
  return [...faults]
}
