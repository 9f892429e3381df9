import { type Assignment, assign, type Problem, worthOf } from '../src/modules/matching/rules/assign.ts'
import { faultsOf } from '../src/modules/matching/rules/certificate.ts'
import { growthExponent, rounded } from './bench.ts'
import { openHighs } from './highs.ts'

export const name = 'matching'
export const about =
  'women, opportunities and candidates at n, 2n, 4n and 8n: seconds and pairs looked at, each with its proof, beside highs on the same instance'

type Figures = readonly { readonly figure: string; readonly value: number; readonly unit: string }[]
const CANDIDATES = 50
const WOMEN_FOR_ONE = 20
/** So many women highs is given at most: at 4,000 it took half a minute, and it grows faster than we do. */
const MOST_FOR_HIGHS = 2_000
const SECONDS = 120

/** The same instance on every machine: women of four tiers, places for nine of ten of them, scores that differ by woman and by opportunity. */
function instanceOf(women: number): Problem {
  let state = 20_261_128
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const opportunities = women / WOMEN_FOR_ONE
  const candidates = Math.min(CANDIDATES, opportunities)
  const places = new Int32Array(opportunities).fill(Math.floor((WOMEN_FOR_ONE * 9) / 10))
  const to = new Int32Array(women * candidates)
  for (let woman = 0; woman < women; woman += 1) {
    const chosen = new Set<number>()
    while (chosen.size < candidates) chosen.add(random(opportunities))
    to.set([...chosen], woman * candidates)
  }
  return {
    tiers: Uint8Array.from({ length: women }, () => 1 + random(4)),
    starts: Int32Array.from({ length: women + 1 }, (_, woman) => woman * candidates),
    opportunities: to,
    scores: Int32Array.from(to, () => 1 + random(1_000)),
    places,
  }
}
/** The same assignment as a linear program; its corners are whole. */
function modelOf(problem: Problem): string {
  const { starts, opportunities, places } = problem
  const rows: string[] = []
  const costs: string[] = []
  const seats = Array.from(places, (): string[] => [])
  for (let woman = 0; woman + 1 < starts.length; woman += 1) {
    const hers: string[] = []
    for (let arc = starts[woman] ?? 0; arc < (starts[woman + 1] ?? 0); arc += 1) {
      hers.push(`x${arc}`)
      costs.push(`${worthOf(problem, woman, arc)} x${arc}`)
      seats[opportunities[arc] ?? 0]?.push(`x${arc}`)
    }
    rows.push(`w${woman}: ${hers.join(' + ')} <= 1`)
  }
  for (const [opportunity, hers] of seats.entries())
    if (hers.length > 0) rows.push(`o${opportunity}: ${hers.join(' + ')} <= ${places[opportunity]}`)
  const lines = (text: string): string => text.replaceAll(/(.{200}[^+]*) (?=\+)/g, '$1\n ')
  return ['Maximize', lines(`obj: ${costs.join(' + ')}`), 'Subject To', ...rows.map(lines), 'End'].join('\n')
}
function sumOf(problem: Problem, { arcs }: Assignment): number {
  return arcs.reduce((sum, arc, woman) => (arc < 0 ? sum : sum + worthOf(problem, woman, arc)), 0)
}
function timed<T>(work: () => T): readonly [T, number] {
  const begun = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(begun)
  return [done, (user + system) / 1e6]
}
/** Solves once at each size. Seconds are of the processor; both run on one thread. */
export async function run({ full }: { readonly full: boolean }): Promise<Figures> {
  const figures: { readonly figure: string; readonly value: number; readonly unit: string }[] = []
  const seconds: (readonly [number, number])[] = []
  const looked: (readonly [number, number])[] = []
  assign(instanceOf(500))
  for (const women of [1_000, 2_000, 4_000, 8_000].map((count) => (full ? count * 12.5 : count))) {
    const problem = instanceOf(women)
    const arcs = problem.scores.length
    const [found, own] = timed(() => assign(problem))
    const of = `${women} women, ${problem.places.length} opportunities, ${arcs} pairs`
    seconds.push([arcs, own])
    looked.push([arcs, found.looked])
    figures.push({ figure: `${of}: ours`, value: rounded(own), unit: 's' })
    figures.push({ figure: `${of}: pairs looked at for each pair`, value: rounded(found.looked / arcs), unit: 'times' })
    figures.push({ figure: `${of}: faults of its proof`, value: faultsOf(problem, found).length, unit: 'faults' })
    if (women > MOST_FOR_HIGHS) continue
    const solver = await openHighs()
    const model = modelOf(problem)
    const [solved, theirs] = timed(() => solver.solve(model, { time_limit: SECONDS }))
    figures.push({ figure: `${of}: highs (${solved.Status})`, value: rounded(theirs), unit: 's' })
    figures.push({
      figure: `${of}: worth of ours to that of highs`,
      value: Number((sumOf(problem, found) / solved.ObjectiveValue).toFixed(9)),
      unit: 'ratio',
    })
    figures.push({ figure: `${of}: highs to ours`, value: rounded(theirs / own), unit: 'times' })
  }
  figures.push({ figure: 'growth in pairs, by the clock', value: rounded(growthExponent(seconds)), unit: 'exponent' })
  figures.push({ figure: 'growth in pairs, by pairs looked at', value: rounded(growthExponent(looked)), unit: 'exponent' })
  return figures
}
