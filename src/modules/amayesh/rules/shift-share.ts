import type { Count } from './quotient.ts'

export interface Shift {
  readonly group: string
  readonly county: string
  readonly before: number
  readonly after: number
  /** What it would have grown by, growing like everything everywhere. */
  readonly general: number
  /** What its trade adds to that. */
  readonly mix: number
  /** What is the county's own: the rest. */
  readonly local: number
}
/**
 * Splits the change of every group in every county between two years into what all grew by, what the trade grew by, and what is the county's own.
 * In whole people, so that the three add up to the change exactly. Only what stands in both years is compared; source: livelihood.md §5.
 */
export function shiftShareOf(before: readonly Count[], after: readonly Count[]): readonly Shift[] {
  const then = new Map(before.map((one) => [keyOf(one), one.people]))
  const both = after.flatMap((one) => {
    const earlier = then.get(keyOf(one))
    return earlier === undefined ? [] : [{ ...one, earlier }]
  })
  const growthOf = (rows: typeof both): number => {
    const old = rows.reduce((sum, { earlier }) => sum + earlier, 0)
    return old === 0 ? 0 : rows.reduce((sum, { people }) => sum + people, 0) / old - 1
  }
  const overall = growthOf(both)
  const perGroup = new Map([...Map.groupBy(both, ({ group }) => group)].map(([group, rows]) => [group, growthOf(rows)]))
  return both.map(({ group, county, people, earlier }) => {
    const general = Math.round(earlier * overall)
    const mix = Math.round(earlier * ((perGroup.get(group) ?? overall) - overall))
    return { group, county, before: earlier, after: people, general, mix, local: people - earlier - general - mix }
  })
}
const keyOf = ({ group, county }: Pick<Count, 'group' | 'county'>): string => `${group} ${county}`
