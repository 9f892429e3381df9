import { type Demand, type Home, HUB_LOTS, objectiveOf, STEPS, splitOrder } from '../src/modules/market/rules/split.ts'
import { rounded } from './bench.ts'
import { openHighs } from './highs.ts'

export const name = 'split'
export const about =
  'one order over 50, 300 and 2,000 homes: seconds, and the worth of the split beside what highs finds for the same model'

type Figures = readonly { readonly figure: string; readonly value: number; readonly unit: string }[]
/** A large order that reaches nearly everyone, and a scarce one at which collection points have to be chosen; `share` is of all that could be made. */
const SIZES = [
  { homes: 50, hubs: 5, share: 0.3 },
  { homes: 50, hubs: 5, share: 0.08 },
  { homes: 300, hubs: 14, share: 0.3 },
  { homes: 300, hubs: 14, share: 0.08 },
  { homes: 2_000, hubs: 40, share: 0.3 },
  { homes: 2_000, hubs: 40, share: 0.08 },
] as const
/** So long highs may look; where it has not proved its best by then, its best so far is what we are held against. */
const SECONDS = 60
const MINIMUM = 12

/** The same homes on every machine: a small multiplicative generator, seeded. */
function homesOf(count: number, hubs: number): readonly Home[] {
  let state = 20_261_124
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  return Array.from({ length: count }, (_, place) => {
    const turn = random(3)
    return {
      id: `h${place}`,
      // Villages differ in size: a low number is drawn more often.
      hubId: `k${Math.min(random(hubs), random(hubs))}`,
      capacity: 6 + random(90),
      turn: turn === 2 ? 2 : turn === 1 ? 1 : 0,
    }
  })
}
/** The model of `rules/split.ts` as a mixed integer program, in the LP format. */
function modelOf(homes: readonly Home[], { quantity, minimum }: Demand): string {
  const fit = homes.filter(({ capacity }) => capacity >= minimum)
  const hubs = [...new Set(fit.flatMap(({ hubId }) => (hubId === null ? [] : [hubId])))]
  const steps = STEPS.map(({ lots, worth }) => ({ width: lots * minimum, worth }))
  const worths = fit.flatMap(({ id, turn }) => steps.map(({ worth }, place) => `${worth + (place === 0 ? turn : 0)} s${place}_${id}`))
  const rows: string[] = [`all: ${fit.map(({ id }) => `x_${id}`).join(' + ')} <= ${quantity}`]
  for (const { id, hubId, capacity } of fit) {
    rows.push(`sum_${id}: ${steps.map((_, place) => `s${place}_${id}`).join(' + ')} - x_${id} = 0`)
    rows.push(`least_${id}: x_${id} - ${minimum} y_${id} >= 0`, `most_${id}: x_${id} - ${capacity} y_${id} <= 0`)
    if (hubId !== null) rows.push(`at_${id}: y_${id} - z_${hubId} <= 0`)
  }
  const bounds = fit.flatMap(({ id, capacity }) => [
    ...steps.map(({ width }, place) => `0 <= s${place}_${id} <= ${Math.min(width, capacity)}`),
    `0 <= x_${id} <= ${capacity}`,
  ])
  const binaries = [...fit.map(({ id }) => `y_${id}`), ...hubs.map((hub) => `z_${hub}`)]
  const cost = hubs.map((hub) => `- ${HUB_LOTS * minimum} z_${hub}`).join(' ')
  return [
    'Maximize',
    `obj: ${worths.join(' + ')} ${cost}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'General',
    ...fit.map(({ id }) => `x_${id}`),
    'Binary',
    ...binaries,
    'End',
  ]
    .join('\n')
    .replaceAll(/(.{200}[^+-]*) (?=[+-])/g, '$1\n ')
}
/** Solves once at each size. Seconds are of the processor; both run on one thread. */
export async function run({ full }: { readonly full: boolean }): Promise<Figures> {
  const solver = await openHighs()
  const figures: { readonly figure: string; readonly value: number; readonly unit: string }[] = []
  for (const { homes: count, hubs, share } of SIZES) {
    const homes = homesOf(count, hubs)
    const whole = homes.reduce((sum, { capacity }) => sum + capacity, 0)
    const demand = { quantity: Math.floor(whole * share), minimum: MINIMUM }
    const begun = process.cpuUsage()
    const split = splitOrder(homes, demand)
    const own = process.cpuUsage(begun)
    const solving = process.cpuUsage()
    const solved = solver.solve(modelOf(homes, demand), { time_limit: full ? SECONDS * 5 : SECONDS })
    const theirs = process.cpuUsage(solving)
    const worth = objectiveOf(split.shares, homes, demand)
    const of = `${count} homes, ${demand.quantity} pieces`
    figures.push(
      { figure: `${of}: placed`, value: split.placed, unit: 'pieces' },
      { figure: `${of}: homes with work`, value: split.shares.length, unit: 'homes' },
      { figure: `${of}: collection points opened of ${hubs}`, value: split.hubIds.length, unit: 'points' },
      { figure: `${of}: our split`, value: rounded((own.user + own.system) / 1e6), unit: 's' },
      { figure: `${of}: highs (${solved.Status})`, value: rounded((theirs.user + theirs.system) / 1e6), unit: 's' },
      { figure: `${of}: worth of ours to that of highs`, value: Number((worth / solved.ObjectiveValue).toFixed(5)), unit: 'ratio' },
    )
  }
  return figures
}
