import type { Figure, FigureName, Grouping, Line as Shown } from '../contract/board.ts'
import {
  type BoardFacts,
  type Cells,
  HIDDEN,
  linesOf,
  type Making,
  restOf,
  type Sum,
  shareOf,
  type Table,
  tableOf,
  total,
} from './board-table.ts'
import { isTold, type Line, notOnePayers, sumOf, tellGroups, tellLines } from './disclosure.ts'
import { type Interval, medianOf } from './statistics.ts'

/** Where a woman stands, each in exactly one: these cells are one table, so that no two figures of it give a third away. */
export const standings = ['income', 'placed', 'refused', 'waiting', 'aside'] as const

/** Standings told of the whole plan; those too few to be told are one column together, in every county and group alike. */
function womenColumns({ sums, smallest }: BoardFacts): { readonly names: readonly string[]; readonly cells: Cells } | null {
  const whole = sums.filter(({ dimension }) => dimension === 'all')
  const told = tellLines(
    standings.map((key) => ({ key, cells: [total(whole, key)] })),
    { smallest },
  )
  if (told === null) return null
  const shown = told.lines.map(({ key }) => key)
  const rest: Cells = (own) => (told.rest === null ? [] : [told.hidden.reduce((sum, key) => sum + total(own, key), 0)])
  return { names: shown, cells: (own) => [...shown.map((key) => total(own, key)), ...rest(own)] }
}
const none: Cells = () => []
/** Entered support within a year or not, within two or not; how many are between; refused by the plan, counted apart. */
export const coverageCells: Cells = (sums) => {
  const over = (of: (sum: Sum) => number) => {
    const [first, second, none] = ['covered-12', 'covered-24', 'not-covered'].map((name) => total(sums, name, of))
    return { first: first ?? 0, second: second ?? 0, none: none ?? 0 }
  }
  const [year, two] = [over(({ over12 }) => over12), over(({ over24 }) => over24)]
  const [of12, of24] = [year.first + year.second + year.none, two.first + two.second + two.none]
  return [year.first, of12 - year.first, two.first + two.second, two.none, of12 - of24, total(sums, 'coverage-refused')]
}
const bandCells: Cells = (sums) => [total(sums, 'band-up'), total(sums, 'band-same'), total(sums, 'band-down')]
/** Of what has fallen due: done in time, and late or still open after its day. */
const timely =
  (of: 'appeal' | 'grievance' | 'finding'): Cells =>
  (sums) => [total(sums, `${of}-in-time`), total(sums, `${of}-late`) + total(sums, `${of}-open`, ({ past }) => past)]
export const appealCells = timely('appeal')
export const grievanceCells = timely('grievance')
/** A complaint may name no county; those stand on a line of their own. */
const NO_COUNTY = 'unknown'
function withoutCounty(facts: BoardFacts): BoardFacts {
  return facts.sums.some(({ countyCode }) => countyCode === NO_COUNTY) ? { ...facts, counties: [...facts.counties, NO_COUNTY] } : facts
}

const part = (name: string, n: number) => ({ name, n })
function barsOf({ bars, today }: BoardFacts, dimension: string, keys: (value: string) => boolean): Interval | null {
  return medianOf(
    bars.filter((bar) => bar.dimension === dimension && keys(bar.value)).map(({ at, n }) => ({ at: Math.max(0, today - at), n })),
  )
}
/** Days of those who wait, of one line; none for a rest, whose days stand with nobody. */
function daysOf(facts: BoardFacts, by: Grouping, key: string): Interval | null {
  if (key.startsWith('rest')) return null
  if (by === 'pilot') return barsOf(facts, 'county', (value) => facts.pilots.has(value) === (key === 'pilot'))
  return barsOf(facts, by, (value) => value === key)
}

function moneyOf(table: Table, facts: BoardFacts): readonly Shown[] {
  const payers = new Map<string, Map<string, number>>()
  for (const { countyCode, dimension, measure, value, n } of facts.sums)
    if (dimension === 'payer' && measure === 'rial')
      payers.set(countyCode, (payers.get(countyCode) ?? new Map<string, number>()).set(value, n))
  const mayTell = notOnePayers(payers)
  const rialOf = (keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + [...(payers.get(key)?.values() ?? [])].reduce((own, rial) => own + rial, 0), 0)
  const { counties, countyCode, smallest } = facts
  const lines = counties.map((key) => ({
    key,
    cells: [
      total(
        facts.sums.filter((sum) => sum.dimension === 'all' && sum.countyCode === key),
        'income',
      ),
    ],
  }))
  const told = tellLines(lines, { smallest, mayTell, never: new Set(counties.filter((key) => !table.open.has(key))) })
  const line = (by: Grouping, key: string, keys: readonly string[], n: number): Shown => ({ ...HIDDEN, by, key, n, rial: rialOf(keys) })
  const own = (by: Grouping, key: string, county: string): Shown => {
    const found = told?.lines.find((one) => one.key === county)
    return found === undefined ? { ...HIDDEN, by, key } : line(by, key, [county], found.cells[0] ?? 0)
  }
  if (countyCode !== null) return [own('all', 'all', countyCode)]
  const [n = 0] = sumOf(lines)
  const whole =
    table.whole !== null && isTold([n], smallest) && mayTell(counties)
      ? line('all', 'all', counties, n)
      : { ...HIDDEN, by: 'all' as const, key: 'all' }
  if (whole.n === null) return [whole]
  return [
    whole,
    ...counties.map((key) => own('county', key, key)),
    ...(told === null || told.rest === null ? [] : [line('county', 'rest', told.hidden, told.rest[0] ?? 0)]),
  ]
}
/** Who waits at whose desk. The desks before a place add up to those who wait, so counties whose waiting is hidden tell no desk either. */
function deskLines(women: Table, facts: BoardFacts): readonly Shown[] {
  const { counties, smallest, sums, countyCode } = facts
  return (['desk', 'later-desk', 'permit-desk'] as const).flatMap((by) => {
    const of = (county: string): readonly Line[] =>
      sums.filter((sum) => sum.dimension === by && sum.countyCode === county).map(({ value, n }) => ({ key: value, cells: [n] }))
    const open =
      by === 'desk'
        ? women.open
        : new Set(
            (
              tellLines(
                counties.map((key) => ({ key, cells: [sumOf(of(key))[0] ?? 0] })),
                { smallest },
              )?.lines ?? []
            ).map(({ key }) => key),
          )
    if (by === 'desk' && women.whole === null) return []
    const told = tellGroups(
      counties.map((county) => ({ countyCode: county, lines: of(county) })),
      { smallest, open },
    )
    const lines =
      countyCode === null
        ? [...(told.whole?.lines ?? []), ...restOf('rest', told.whole?.rest ?? null)]
        : (told.counties.get(countyCode) ?? [])
    return lines.map(({ key, cells: [n = 0] }): Shown => ({ ...HIDDEN, by, key, n, days: n === 0 ? null : daysOf(facts, by, key) }))
  })
}

/** The whole board, each figure by every group that may be told; the reader's part of it is cut out by `partOfRole`. */
export function boardOf(facts: BoardFacts): readonly Figure[] {
  if (facts.counties.length === 0) return []
  const { names, cells: womenCells } = womenColumns(facts) ?? { names: [], cells: none }
  const women = tableOf(facts, womenCells)
  const coverage = tableOf(facts, coverageCells)
  const all = withoutCounty(facts)
  const sum = (cells: readonly number[]): number => cells.reduce((whole, n) => whole + n, 0)
  const at = (name: string, { cells }: Line): number | undefined => (names.includes(name) ? cells[names.indexOf(name)] : undefined)
  const shares =
    (first: number): Making =>
    ({ cells }) => {
      const [yes, no] = [cells[first] ?? 0, cells[first + 1] ?? 0]
      return { n: yes + no, parts: [part('yes', yes), part('no', no)], share: shareOf(yes, yes + no) }
    }
  const figure = (name: FigureName, lines: readonly Shown[]): Figure => ({ name, lines })
  /** Lines of a figure of women, where the standings it rests on are told. */
  const ofWomen = (make: (line: Line) => ReturnType<Making> | undefined): readonly Shown[] =>
    linesOf(women, facts, (line) => make(line) ?? { n: null, parts: [], share: null })
  return [
    figure(
      'women',
      ofWomen((line) => {
        const [income, placed, n] = [at('income', line), at('placed', line), sum(line.cells)]
        const told = names.map((name) => part(name, at(name, line) ?? 0))
        const share = income === undefined || placed === undefined ? null : shareOf(income + placed, n)
        return { n, parts: [...told, ...placesOf(facts, line.key)], share }
      }),
    ),
    figure(
      'income',
      ofWomen((line) => {
        const [yes, no] = [at('income', line), at('placed', line)]
        if (yes === undefined || no === undefined) return undefined
        return { n: yes + no, parts: [part('yes', yes), part('no', no)], share: shareOf(yes, yes + no) }
      }),
    ),
    figure('paid', names.includes('income') ? moneyOf(women, facts) : []),
    figure('bands', linesOf(tableOf(facts, bandCells), facts, bandsOf)),
    figure(
      'waiting',
      ofWomen((line) => {
        const n = at('waiting', line)
        return n === undefined ? undefined : { n, parts: [], share: null }
      }).map((line) => (line.n === null || line.n === 0 ? line : { ...line, days: daysOf(facts, line.by, line.key) })),
    ),
    figure('desks', names.includes('waiting') ? deskLines(women, facts) : []),
    figure('covered-12', withRefused(linesOf(coverage, facts, shares(0)), linesOf(coverage, facts, refusedOf))),
    figure('covered-24', linesOf(coverage, facts, shares(2))),
    figure('appeals', linesOf(tableOf(facts, appealCells), facts, shares(0))),
    figure('grievances', linesOf(tableOf(all, grievanceCells, ['grievance-desk']), all, shares(0))),
    figure('findings', linesOf(tableOf(facts, timely('finding'), ['finding-desk']), facts, shares(0))),
  ]
}
/** Places by letter, where every county of the line has one. */
function placesOf({ places, counties, countyCode }: BoardFacts, key: string): readonly ReturnType<typeof part>[] {
  const keys = key === 'all' ? (countyCode === null ? counties : [countyCode]) : [key]
  const known = keys.flatMap((county) => places.get(county) ?? [])
  return known.length < keys.length || known.length === 0
    ? []
    : [
        part(
          'places',
          known.reduce((all, n) => all + n, 0),
        ),
      ]
}
/** How many households live on more than before, the same, or less; the share is of those on more. */
const bandsOf: Making = ({ cells: [up = 0, same = 0, down = 0] }) => {
  const n = up + same + down
  return { n, parts: [part('band-up', up), part('band-same', same), part('band-down', down)], share: shareOf(up, n) }
}
const refusedOf: Making = ({ cells }) => ({ n: cells[5] ?? 0, parts: [], share: null })
/** A refusal is not a success: those the plan itself refused stand apart and in no share. */
function withRefused(lines: readonly Shown[], refused: readonly Shown[]): readonly Shown[] {
  return lines.map((line, at) => (line.n === null ? line : { ...line, parts: [...line.parts, part('refused', refused[at]?.n ?? 0)] }))
}
