import type { Figure, FigureName, Grouping, Line as Shown } from '../contract/board.ts'
import { bands, coverage, due, isAdmittedTold, later, permits, refusedWaiters, standingsOf, waiting, womenOf } from './board-classes.ts'
import {
  type BoardFacts,
  type Figuring,
  groupsOfWomen,
  HIDDEN,
  type Known,
  knownIn,
  linesOf,
  shareOf,
  type Table,
  tableOf,
  togetherWith,
} from './board-table.ts'
import { type Class, cutOf, leavesOf } from './classes.ts'
import { type Line, notOnePayers, tellLines } from './disclosure.ts'
import { type Interval, medianOf } from './statistics.ts'

/** A complaint may name no county; those stand on a line of their own. */
const NO_COUNTY = 'unknown'
function withoutCounty(facts: BoardFacts): BoardFacts {
  return facts.sums.some(({ countyCode }) => countyCode === NO_COUNTY) ? { ...facts, counties: [...facts.counties, NO_COUNTY] } : facts
}

const part = (name: string, n: number) => ({ name, n })
const partsOf = (names: readonly string[], known: Known): Shown['parts'] =>
  names.flatMap((name) => {
    const n = known(name)
    return n === undefined ? [] : [part(name, n)]
  })
function barsOf({ bars, today }: BoardFacts, dimension: string, keys: (value: string) => boolean): Interval | null {
  return medianOf(
    bars.filter((bar) => bar.dimension === dimension && keys(bar.value)).map(({ at, n }) => ({ at: Math.max(0, today - at), n })),
  )
}
/** Days of those who wait, of one line of a figure. */
function daysOf(facts: BoardFacts, by: Grouping, keys: readonly string[]): Interval | null {
  if (by === 'all') return barsOf(facts, 'all', () => true)
  return barsOf(facts, by === 'pilot' ? 'county' : by, (value) => keys.includes(value))
}

function moneyOf({ blocks }: Table, facts: BoardFacts): readonly Shown[] {
  const payers = new Map<string, Map<string, number>>()
  for (const { countyCode, dimension, measure, value, n } of facts.sums)
    if (dimension === 'payer' && measure === 'rial')
      payers.set(countyCode, (payers.get(countyCode) ?? new Map<string, number>()).set(value, n))
  const mayTell = notOnePayers(payers)
  const { counties, countyCode, smallest } = facts
  const n = knownIn(blocks, counties, 'income')
  if (n === undefined) return []
  const incomeOf = (key: string): number =>
    blocks.reduce((sum, block) => sum + (block.keys.includes(key) ? block.count(key, 'income') : 0), 0)
  const lines = counties.map((key): Line => ({ key, cells: [incomeOf(key)] }))
  const never = new Set(counties.filter((key) => knownIn(blocks, [key], 'income') === undefined))
  const told = tellLines(lines, { smallest, mayTell, never })
  const rialOf = (keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + [...(payers.get(key)?.values() ?? [])].reduce((own, rial) => own + rial, 0), 0)
  const line = (by: Grouping, key: string, keys: readonly string[]): Shown => ({
    ...HIDDEN,
    by,
    key,
    n: keys.reduce((sum, one) => sum + incomeOf(one), 0),
    rial: rialOf(keys),
  })
  const own = (by: Grouping, key: string, county: string): Shown =>
    told?.lines.some((one) => one.key === county) === true
      ? line(by, key, [county])
      : { ...HIDDEN, by, key, with: told?.hidden.filter((one) => one !== county) ?? [] }
  if (countyCode !== null) return [own('all', 'all', countyCode)]
  if (!mayTell(counties)) return [{ ...HIDDEN, by: 'all', key: 'all' }]
  const isRest = told !== null && told.rest !== null && told.hidden.length < counties.length
  return [
    line('all', 'all', counties),
    ...counties.map((key) => own('county', key, key)),
    ...(isRest ? [{ ...line('county', `rest ${told.hidden.join(' ')}`, told.hidden), with: [...told.hidden] }] : []),
  ]
}
/** Who waits at whose desk, in the finest classes that are told; where no desk is, how many wait at all. */
function deskLines(facts: BoardFacts, { blocks }: Table): readonly Shown[] {
  const keys = facts.countyCode === null ? facts.counties : [facts.countyCode]
  const permitsTold = tableOf(facts, permits)
  const lines = (by: Grouping, among: Table['blocks'], one: Class): readonly Shown[] => {
    const known: Known = (name) => knownIn(among, keys, name)
    const shown = cutOf(one, (name) => known(name) !== undefined).flatMap((at) => partsOf([at.name], known).map(({ n }) => ({ at, n })))
    return shown
      .filter(({ n }) => n > 0)
      .map(({ at, n }): Shown => ({ ...HIDDEN, by, key: at.name, n, days: daysOf(facts, by, leavesOf(at)) }))
  }
  const hidden: Shown = {
    ...HIDDEN,
    by: 'desk',
    key: waiting.name,
    with: keys.length === 1 ? togetherWith(blocks, keys[0] ?? '', ['waiting']) : [],
  }
  return [
    ...(knownIn(blocks, keys, waiting.name) === undefined ? [hidden] : lines('desk', blocks, waiting)),
    ...lines('later-desk', blocks, later),
    ...permits.classes.flatMap((one) => lines('permit-desk', permitsTold.blocks, one)),
  ]
}

/** Of so many the share of yes, where yes and no are told. */
function sharesOf(
  whole: string,
  [yes, no]: readonly [string, string],
  more: Figuring['make'] = () => ({ parts: [], share: null }),
): Figuring {
  return {
    names: [whole, yes],
    make: (known, line) => {
      const [of, not] = [known(yes), known(no)]
      if (of === undefined || not === undefined) return { parts: [], share: null }
      return { n: of + not, parts: [part('yes', of), part('no', not), ...more(known, line).parts], share: shareOf(of, of + not) }
    },
  }
}
/** The whole board, each figure by every group that may be told; the reader's part of it is cut out by `partOfRole`. */
export function boardOf(facts: BoardFacts): readonly Figure[] {
  if (facts.counties.length === 0) return []
  const figure = (name: FigureName, lines: readonly Shown[]): Figure => ({ name, lines })
  const [women, covered, all] = [tableOf(facts, womenOf(facts)), tableOf(facts, coverage), withoutCounty(facts)]
  const refused = tableOf(facts, refusedWaiters)
  const refusedToo: Figuring['make'] = (_, { by, keys }) => ({
    parts: by === 'all' || by === 'county' || by === 'pilot' ? partsOf(['refused'], (name) => knownIn(refused.blocks, keys, name)) : [],
    share: null,
  })
  const whereTheyStand: Figuring = {
    names: ['registered', 'admitted', 'waiting', 'refused'],
    make: (known, { keys }) => {
      const [admitted, registered] = [known('admitted'), known('registered') ?? 0]
      const parts = cutOf(standingsOf(isAdmittedTold(facts)), (name) => known(name) !== undefined).filter(
        ({ name }) => name !== 'registered',
      )
      const named = parts.map(({ name }) => name)
      return {
        parts: [...partsOf(named, known), ...placesOf(facts, keys)],
        share: admitted === undefined ? null : shareOf(admitted, registered),
      }
    },
  }
  const howLong: Figuring = { names: ['waiting'], make: (_, { by, keys }) => ({ parts: [], share: null, days: daysOf(facts, by, keys) }) }
  const households: Figuring = {
    names: ['asked', 'band-up', 'band-same'],
    make: (known) => {
      const [asked, up] = [known('asked'), known('band-up')]
      const told = bands.classes.flatMap((one) => cutOf(one, (name) => known(name) !== undefined)).map(({ name }) => name)
      return up === undefined || asked === undefined
        ? { parts: [], share: null }
        : { parts: partsOf(told, known), share: shareOf(up, asked) }
    },
  }
  return [
    figure('women', linesOf(women, facts, whereTheyStand)),
    figure('waiting', linesOf(women, facts, howLong)),
    figure('desks', deskLines(facts, women)),
    figure('income', linesOf(women, facts, sharesOf('admitted', ['income', 'placed']))),
    figure('paid', moneyOf(women, facts)),
    figure('bands', linesOf(tableOf(facts, bands), facts, households)),
    figure('covered-12', linesOf(covered, facts, sharesOf('yes-12', ['yes-12', 'no-12'], refusedToo))),
    figure('covered-24', linesOf(covered, facts, sharesOf('yes-24', ['yes-24', 'no-24']))),
    figure('appeals', linesOf(tableOf(facts, due('appeal', groupsOfWomen)), facts, sharesOf('due', ['yes', 'no']))),
    figure('grievances', linesOf(tableOf(all, due('grievance', ['grievance-desk'])), all, sharesOf('due', ['yes', 'no']))),
    figure('findings', linesOf(tableOf(facts, due('finding', ['finding-desk'])), facts, sharesOf('due', ['yes', 'no']))),
  ]
}
/** What is published stays within what the board tells of the same day: counties whose standings are told one by one, and whether income is. */
export function toldOfWomen(facts: BoardFacts): { readonly counties: ReadonlySet<string>; readonly isIncomeTold: boolean } {
  const { blocks } = tableOf(facts, { ...womenOf(facts), groups: [] })
  const isTold = (keys: readonly string[], names: readonly string[]): boolean =>
    names.every((name) => knownIn(blocks, keys, name) !== undefined)
  const counties = facts.counties.filter((key) => isTold([key], ['admitted', 'waiting', 'refused', 'aside']))
  return { counties: new Set(counties), isIncomeTold: isTold(facts.counties, ['income']) }
}
/** Places by letter, where every county of the line has one. */
function placesOf({ places }: BoardFacts, keys: readonly string[]): Shown['parts'] {
  const known = keys.flatMap((county) => places.get(county) ?? [])
  const all = known.reduce((sum, n) => sum + n, 0)
  return known.length < keys.length || known.length === 0 ? [] : [part('places', all)]
}
