/** Weeks of a month, for what is made a week and wanted a month. */
export const WEEKS_OF_A_MONTH = 52 / 12
/** How much of what was said a month can be counted on: what was delivered wholly, what was tested mostly, what was only said half. */
export const RELIABILITY = { achieved: 1, tested: 0.8, declared: 0.5 } as const
/** Fewer homes than this are told to nobody who sees sums alone (roles.md §2, Σ): their capacity would be that of one woman. */
export const FEWEST_HOMES = 10
/** Above it one buyer decides what a county makes: shown on the occupation. */
export const ONE_BUYER = 0.5
/** Demand beyond capacity by more than this share of it is a lack. */
const LACK = 0.2

export const demandKinds = ['order', 'pledge', 'buyer'] as const
export type DemandKind = (typeof demandKinds)[number]
/** What somebody wants of an occupation in a county, in units a month. */
export interface Demand {
  readonly kind: DemandKind
  /** Who wants it: an organisation by id, a documented buyer by name. */
  readonly by: string
  /** A unit of the list by its code, or the words somebody wrote that are none of them. */
  readonly unit: string
  readonly monthly: number
}
/** What the homes of an occupation in a county can make in a unit: their number, and units a week, summed and of the one in the middle. */
export interface Supply {
  readonly unit: string
  readonly homes: number
  readonly weekly: number
  readonly medianWeekly: number
}
export const lineStandings = ['saturated', 'without-market', 'balanced', 'under-supplied'] as const
export type LineStanding = (typeof lineStandings)[number]
/** What is wanted and made of an occupation in one unit; pieces and kilograms are never added up. */
export interface UnitLine {
  readonly unit: string
  readonly demand: Readonly<Record<DemandKind, number>> & { readonly total: number }
  readonly homes: number
  /** Units a month. */
  readonly capacity: number
  /** Demand less capacity: positive is a lack, negative more than is wanted. */
  readonly gap: number
  /** Homes × capacity of the one in the middle ÷ demand; null where nobody wants anything. */
  readonly saturation: number | null
  /** Sum of the squared shares of the buyers, 0 to 1; null without demand. */
  readonly concentration: number | null
  readonly standing: LineStanding
}
export const standings = [...lineStandings, 'not-compared'] as const
/** Not compared: wanted in one unit and made in another. */
export type Standing = (typeof standings)[number]
export interface Cell {
  /** The line that speaks for the occupation first. */
  readonly lines: readonly UnitLine[]
  /** Homes that make it in any unit. */
  readonly homes: number
  readonly standing: Standing
  readonly concentration: number | null
}
/** An occupation nobody wants and nobody makes in a county. */
export const NOTHING: Cell = { lines: [], homes: 0, standing: 'without-market', concentration: null }
const DAYS_OF_A_MONTH = 365 / 12
/** Units a month when so many are wanted within so many days; what is due within a month, or late, is wanted within one. */
export function monthlyOf(quantity: number, days: number): number {
  return quantity / Math.max(1, days / DAYS_OF_A_MONTH)
}
/**
 * Demand, capacity, gap, saturation and the risk of one buyer, unit by unit (livelihood.md §5), and how the occupation stands (decision 0055). A unit in
 * which it is both wanted and made speaks before one with one side alone, and among those that speak the worst standing is the occupation's. Where it
 * is wanted in one unit and made in another, nothing is compared.
 */
export function cellOf(demands: readonly Demand[], supplies: readonly Supply[], homes: number): Cell {
  const units = [...new Set([...demands, ...supplies].map(({ unit }) => unit))]
  const lines = units.map((unit) =>
    lineOf(
      unit,
      demands.filter((one) => one.unit === unit),
      supplies.find((one) => one.unit === unit),
    ),
  )
  const isWanted = ({ demand }: UnitLine): boolean => demand.total > 0
  const whole = lines.filter((line) => isWanted(line) && line.homes > 0)
  const isCompared = whole.length > 0 || lines.every(isWanted) || !lines.some(isWanted)
  const speaking = whole.length > 0 ? whole : isCompared ? lines : lines.filter(isWanted)
  const silent = lines.filter((line) => !speaking.includes(line))
  const ordered = [...speaking.toSorted(worseFirst), ...silent.toSorted(worseFirst)]
  const [first] = ordered
  if (first === undefined) return { ...NOTHING, homes }
  return { lines: ordered, homes, standing: isCompared ? first.standing : 'not-compared', concentration: first.concentration }
}
function worseFirst(one: UnitLine, other: UnitLine): number {
  return (
    lineStandings.indexOf(one.standing) - lineStandings.indexOf(other.standing) ||
    other.homes - one.homes ||
    (other.concentration ?? 0) - (one.concentration ?? 0) ||
    (one.unit < other.unit ? -1 : 1)
  )
}
function lineOf(unit: string, demands: readonly Demand[], supply: Supply | undefined): UnitLine {
  const { homes, weekly, medianWeekly } = supply ?? { homes: 0, weekly: 0, medianWeekly: 0 }
  const of = (kind: DemandKind): number => sum(demands.filter((one) => one.kind === kind).map(({ monthly }) => monthly))
  const total = sum(demands.map(({ monthly }) => monthly))
  const capacity = weekly * WEEKS_OF_A_MONTH
  const saturation = total === 0 ? null : (homes * medianWeekly * WEEKS_OF_A_MONTH) / total
  const gap = total - capacity
  return {
    unit,
    demand: { order: of('order'), pledge: of('pledge'), buyer: of('buyer'), total },
    homes,
    capacity,
    gap,
    saturation,
    concentration: concentrationOf(demands),
    standing: standingOf({ total, saturation, gap }),
  }
}
function standingOf({
  total,
  saturation,
  gap,
}: {
  readonly total: number
  readonly saturation: number | null
  readonly gap: number
}): LineStanding {
  if (saturation === null) return 'without-market'
  if (saturation > 1) return 'saturated'
  return gap > LACK * total ? 'under-supplied' : 'balanced'
}
/** The Herfindahl–Hirschman index of the buyers. */
export function concentrationOf(demands: readonly Pick<Demand, 'by' | 'monthly'>[]): number | null {
  const total = sum(demands.map(({ monthly }) => monthly))
  if (total === 0) return null
  const perBuyer = Map.groupBy(demands, ({ by }) => by)
  return sum([...perBuyer.values()].map((lines) => (sum(lines.map(({ monthly }) => monthly)) / total) ** 2))
}
/** Whether new training places of the occupation wait: more is made than wanted, or nobody wants it. */
export function isBraked(standing: Standing): boolean {
  return standing === 'saturated' || standing === 'without-market'
}
export function isOneBuyer({ concentration }: Pick<Cell, 'concentration'>): boolean {
  return concentration !== null && concentration > ONE_BUYER
}
/** In equal parts over the counties a promise may be used in; what is bound to none is for those of the plan. */
export function spread(monthly: number, bound: readonly string[], pilots: readonly string[]): ReadonlyMap<string, number> {
  const where = bound.length > 0 ? bound : pilots
  return new Map(where.map((code) => [code, monthly / where.length]))
}
function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
