import { isoOfJalali, jalaliOf } from '../../../platform/jalali.ts'

/** Fewer months or orders than this say nothing about a year. */
export const FEWEST_MONTHS = 12
export const FEWEST_ORDERS = 12
/** Months that are looked back: three whole years of the calendar. */
export const MONTHS_BACK = 36
/** Two occupations complete each other when their indices move against each other at least so much (Pearson). */
const OPPOSITE = -0.5
const MOST_COMPLEMENTS = 3

/** A Jalali month as one number that goes on over the years: twelve times the year and the month less one. */
export function monthOf(day: string): number {
  const { year, month } = jalaliOf(day)
  return year * 12 + month - 1
}
/** The first day of such a month. */
export function firstDayOf(month: number): string {
  const day = isoOfJalali(Math.floor(month / 12), (month % 12) + 1, 1)
  if (day === undefined) throw new Error(`no month ${month}`)
  return day
}
/** The months looked at, both within: whole ones alone, so the present one is not. */
export interface Window {
  readonly first: number
  readonly last: number
}
export interface Season {
  /** Months from the first order of the occupation to the last whole month. */
  readonly months: number
  /** Orders wanted in a month of the year ÷ those of a month on average, from Farvardin on; null while something is lacking. */
  readonly indices: readonly number[] | null
  /** What is lacking for an index. */
  readonly lacks: 'orders' | 'months' | null
}
/**
 * The index of each month of the year (livelihood.md §5): orders wanted in it over the mean of the months seen. A month that was seen twice counts by the
 * mean of both. Orders are counted and not their pieces: they are in many units, and one large order is no season.
 */
export function seasonOf(orders: readonly number[], { first, last }: Window): Season {
  const seen = orders.filter((month) => month >= first && month <= last)
  const since = Math.min(...seen)
  const months = seen.length === 0 ? 0 : last - since + 1
  if (months > 0 && months < FEWEST_MONTHS) return { months, indices: null, lacks: 'months' }
  if (seen.length < FEWEST_ORDERS) return { months, indices: null, lacks: 'orders' }
  const mean = seen.length / months
  const indices = Array.from({ length: 12 }, (_, place) => {
    const times = Array.from({ length: months }, (__, at) => since + at).filter((month) => month % 12 === place).length
    return seen.filter((month) => month % 12 === place).length / times / mean
  })
  return { months, indices, lacks: null }
}
/** Occupations whose indices move against these, the most opposite first: what is made when the other rests. */
export function complementsOf<Named>(
  indices: readonly number[],
  others: readonly (readonly [Named, readonly number[]])[],
): readonly { readonly named: Named; readonly correlation: number }[] {
  return others
    .flatMap(([named, other]) => {
      const correlation = correlationOf(indices, other)
      return correlation === null || correlation > OPPOSITE ? [] : [{ named, correlation }]
    })
    .toSorted((one, other) => one.correlation - other.correlation)
    .slice(0, MOST_COMPLEMENTS)
}
/** Pearson's correlation; null where one of them never moves. */
function correlationOf(one: readonly number[], other: readonly number[]): number | null {
  const apart = (values: readonly number[]): readonly number[] => values.map((value) => value - meanOf(values))
  const [left, right] = [apart(one), apart(other)]
  const product = (first: readonly number[], second: readonly number[]): number =>
    first.reduce((total, value, at) => total + value * (second[at] ?? 0), 0)
  const spread = product(left, left) * product(right, right)
  return spread < EPSILON ? null : product(left, right) / Math.sqrt(spread)
}
const EPSILON = 1e-9
function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length)
}
