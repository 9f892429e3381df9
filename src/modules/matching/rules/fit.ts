import type { MatchingObstacle } from '../contract/states.ts'

/** What matching knows of one woman: of her conversation two agreed items and nothing else (roles.md §4). */
export interface Her {
  readonly isAtWork: boolean
  readonly hasConsented: boolean
  /** She was read what may change if she earns, and goes on with an order. */
  readonly goesOn: boolean
  readonly isWorkOriented: boolean
  /** She holds another opportunity already. */
  readonly hasOne: boolean
  /** Fields she wishes, her first wish first. */
  readonly wishes: readonly string[]
  readonly craft: { readonly fieldCode: string; readonly level: number; readonly output: number | null } | null
  readonly workshops: readonly HerWorkshop[]
  /** Opportunities her guide or she set aside. */
  readonly setAside: ReadonlySet<string>
  /** The only one she is to be weighed for; null when all. */
  readonly pinnedTo: string | null
}
export interface HerWorkshop {
  readonly fieldCode: string
  readonly isPermitted: boolean
  /** Pieces a week by unit, tested or achieved in orders; what was only declared is not among them. */
  readonly weekly: ReadonlyMap<string, number>
  /** Mondays of weeks in which nothing may be asked of her. */
  readonly blockedWeeks: readonly string[]
}
/** What an opportunity asks. */
export interface Asked {
  readonly id: string
  readonly fieldCode: string
  readonly leastCraft: number | null
  readonly leastWeekly: number | null
  readonly unit: string | null
  readonly needsPermit: boolean
  /** Monday of the week in which it begins. */
  readonly firstWeek: string
}
/** Weights of a score, of a thousand. They change with their version, by a decision note, and every run keeps those it used. */
export const WEIGHTS_VERSION = '2026-1'
export const weights = { wish: 400, craft: 350, output: 250 } as const
export type Weights = typeof weights
/** Her first wish counts whole, every later one less; a field she works in without having wished it counts nothing here. */
const WISH_SHARES = [1, 0.7, 0.5, 0.3, 0.2] as const
const BEST_DEGREE = 5

const weeklyOf = (workshop: HerWorkshop | undefined, unit: string | null): number | undefined =>
  unit === null ? undefined : workshop?.weekly.get(unit)

/** Why an opportunity is not for her, now; an empty list means that it may be proposed. Never traded against any score. */
export function obstaclesOf(her: Her, asked: Asked): readonly MatchingObstacle[] {
  const workshop = her.workshops.find(({ fieldCode }) => fieldCode === asked.fieldCode)
  const level = her.craft?.fieldCode === asked.fieldCode ? her.craft.level : undefined
  const weekly = weeklyOf(workshop, asked.unit)
  const { leastCraft, leastWeekly } = asked
  const found: readonly (readonly [MatchingObstacle, boolean])[] = [
    ['not-at-work', !her.isAtWork],
    ['no-consent', !her.hasConsented],
    ['exit-table-unseen', !her.goesOn],
    ['another-way', !her.isWorkOriented],
    ['has-one', her.hasOne],
    ['set-aside', her.setAside.has(asked.id)],
    ['kept-for-another', her.pinnedTo !== null && her.pinnedTo !== asked.id],
    ['field-not-wished', !her.wishes.includes(asked.fieldCode) && workshop === undefined],
    ['craft-unknown', leastCraft !== null && level === undefined],
    ['craft-below', leastCraft !== null && level !== undefined && level < leastCraft],
    ['output-unknown', leastWeekly !== null && weekly === undefined],
    ['output-below', leastWeekly !== null && weekly !== undefined && weekly < leastWeekly],
    ['permit-missing', asked.needsPermit && workshop?.isPermitted !== true],
    ['resting', workshop?.blockedWeeks.includes(asked.firstWeek) === true],
  ]
  return found.filter(([, holds]) => holds).map(([obstacle]) => obstacle)
}
export type Parts = { readonly [Part in keyof Weights]: number }
/**
 * How well an opportunity fits her, in whole points of the weights: her ranked wish, the tested craft level of its field, and the tested weekly output
 * (twice what is asked counts whole; where nothing is asked, the degree of her conversation). Need is not in it: that is what tiers are for.
 */
export function fitOf(her: Her, asked: Asked): Parts {
  const craft = her.craft?.fieldCode === asked.fieldCode ? her.craft : null
  const weekly = weeklyOf(
    her.workshops.find(({ fieldCode }) => fieldCode === asked.fieldCode),
    asked.unit,
  )
  const output = asked.leastWeekly === null ? (craft?.output ?? 0) / BEST_DEGREE : (weekly ?? 0) / (2 * asked.leastWeekly)
  return {
    wish: Math.round(weights.wish * (WISH_SHARES[her.wishes.indexOf(asked.fieldCode)] ?? 0)),
    craft: Math.round((weights.craft * (craft?.level ?? 0)) / BEST_DEGREE),
    output: Math.round(weights.output * Math.min(1, output)),
  }
}
export const scoreOf = (parts: Parts): number => parts.wish + parts.craft + parts.output
