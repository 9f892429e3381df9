import type { Grouping, Line as Shown } from '../contract/board.ts'
import { type Grouped, isTold, type Line, sumOf, tellGroups, tellLines } from './disclosure.ts'
import { type Bar, type Interval, wilson } from './statistics.ts'

/** A number of the board summed over its days. `over12` and `over24`: begun a year and two ago; `past`: due before today; `first`: the earliest day. */
export interface Sum {
  readonly countyCode: string
  readonly measure: string
  readonly dimension: string
  readonly value: string
  readonly n: number
  readonly over12: number
  readonly over24: number
  readonly past: number
  readonly first: number
}
export interface Bars extends Bar {
  readonly dimension: string
  readonly value: string
}
export interface BoardFacts {
  readonly sums: readonly Sum[]
  readonly bars: readonly Bars[]
  /** Today, in days after 1970-01-01. */
  readonly today: number
  readonly counties: readonly string[]
  readonly pilots: ReadonlySet<string>
  readonly places: ReadonlyMap<string, number>
  readonly countyCode: string | null
  readonly smallest: number
}
export const groupsOfWomen: readonly Grouping[] = ['ground', 'age', 'literacy']
/** Below so many, counts are told and no share: nine of twelve lies anywhere from half to nearly all. */
const SHARE_FROM = 20

export type Cells = (sums: readonly Sum[]) => readonly number[]
export const total = (sums: readonly Sum[], measure: string, of: (sum: Sum) => number = ({ n }) => n): number =>
  sums.reduce((all, sum) => all + (sum.measure === measure ? of(sum) : 0), 0)

/** What may be told of one table: its whole, its counties, the pilot beside the others, and its groups. */
export interface Table {
  readonly whole: readonly number[] | null
  readonly counties: readonly Line[]
  readonly rests: readonly Line[]
  readonly pilot: readonly Line[]
  readonly groups: ReadonlyMap<Grouping, readonly Line[]>
  readonly open: ReadonlySet<string>
}
export function tableOf(facts: BoardFacts, cells: Cells, groups: readonly Grouping[] = groupsOfWomen): Table {
  const { sums, counties, smallest, countyCode } = facts
  const of = (dimension: string, county: string): readonly Sum[] =>
    sums.filter((sum) => sum.dimension === dimension && sum.countyCode === county)
  const lines = counties.map((key) => ({ key, cells: cells(of('all', key)) }))
  const told = tellCounties(lines, facts)
  const open = new Set(told.counties.map(({ key }) => key))
  const grouped = groups.map((dimension) => {
    const values = [...new Set(sums.filter((sum) => sum.dimension === dimension).map(({ value }) => value))].toSorted()
    const rows: readonly Grouped[] = counties.map((county) => ({
      countyCode: county,
      lines: values.map((key) => ({ key, cells: cells(of(dimension, county).filter(({ value }) => value === key)) })),
    }))
    const { whole, counties: own } = tellGroups(rows, { smallest, open })
    const all = whole === null ? [] : [...whole.lines, ...restOf('rest', whole.rest)]
    return [dimension, countyCode === null ? all : (own.get(countyCode) ?? [])] as const
  })
  const sum = countyCode === null ? sumOf(lines) : (told.counties.find(({ key }) => key === countyCode)?.cells ?? null)
  return { ...told, whole: sum !== null && isTold(sum, smallest) ? sum : null, groups: new Map(grouped), open }
}
export const restOf = (key: string, cells: readonly number[] | null): readonly Line[] => (cells === null ? [] : [{ key, cells }])
/** Counties, with the pilot beside the others where both sums may be told: each of the two then has a rest of its own. */
function tellCounties(lines: readonly Line[], { pilots, smallest }: BoardFacts): Pick<Table, 'counties' | 'rests' | 'pilot'> {
  if (!isTold(sumOf(lines), smallest)) return { counties: [], rests: [], pilot: [] }
  const own = lines.filter(({ key }) => pilots.has(key))
  const others = lines.filter(({ key }) => !pilots.has(key))
  const [first, second] = [tellLines(own, { smallest }), tellLines(others, { smallest })]
  const isSplit = own.length > 0 && others.length > 0 && isTold(sumOf(own), smallest) && isTold(sumOf(others), smallest)
  if (isSplit && first !== null && second !== null)
    return {
      counties: [...first.lines, ...second.lines],
      rests: [...restOf('rest-pilot', first.rest), ...restOf('rest-others', second.rest)],
      pilot: [
        { key: 'pilot', cells: sumOf(own) },
        { key: 'others', cells: sumOf(others) },
      ],
    }
  const told = tellLines(lines, { smallest })
  return { counties: told?.lines ?? [], rests: restOf('rest', told?.rest ?? null), pilot: [] }
}

export const HIDDEN = { title: null, n: null, parts: [], share: null, days: null, rial: null } as const
export const shareOf = (count: number, n: number): Interval | null => (n < SHARE_FROM ? null : wilson(count, n))
export type Making = (line: Line) => Pick<Shown, 'n' | 'parts' | 'share'> & Partial<Pick<Shown, 'days' | 'rial'>>
/** The lines of a figure out of its table: the whole, its counties and its groups; what is not told stands there as hidden. */
export function linesOf(table: Table, facts: BoardFacts, make: Making): readonly Shown[] {
  const shown = (by: Grouping, line: Line): Shown => ({ ...HIDDEN, by, key: line.key, ...make(line) })
  const { countyCode, counties } = facts
  const own: readonly Shown[] =
    countyCode === null
      ? [
          ...table.pilot.map((line) => shown('pilot', line)),
          ...counties.map((key): Shown => {
            const line = table.counties.find((one) => one.key === key)
            return line === undefined ? { ...HIDDEN, by: 'county', key } : shown('county', line)
          }),
          ...table.rests.map((line) => shown('county', line)),
        ]
      : []
  const whole: Shown =
    table.whole === null || table.whole.length === 0
      ? { ...HIDDEN, by: 'all', key: 'all' }
      : shown('all', { key: 'all', cells: table.whole })
  return [whole, ...own, ...[...table.groups].flatMap(([by, lines]) => lines.map((line) => shown(by, line)))]
}
