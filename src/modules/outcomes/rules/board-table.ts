import type { Grouping, Line as Shown } from '../contract/board.ts'
import { type Block, type Class, type Crossed, countOf, divisionOf, knownOf, tellClasses, tellCrossed } from './classes.ts'
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

export const total = (sums: readonly Sum[], measure: string, of: (sum: Sum) => number = ({ n }) => n): number =>
  sums.reduce((all, sum) => all + (sum.measure === measure ? of(sum) : 0), 0)

/** What is counted in a table: its classes, how many of some sums stand in a class that is not divided further, and the classes groups are told in. */
export interface Counting {
  readonly classes: readonly Class[]
  /** Where the counts of a county stand: by no group, and by desk. */
  readonly within?: readonly string[]
  readonly leaf: (sums: readonly Sum[], name: string) => number
  readonly groups: readonly Grouping[]
  readonly groupClasses?: readonly Class[]
}
/** What may be told of one table: of its counties, of the pilot beside the others where both may be told, and of its groups. */
export interface Table {
  /** All counties, or those of the pilot and the others, each with what is told of it. */
  readonly blocks: readonly Block[]
  readonly groups: ReadonlyMap<Grouping, Block>
}
export function tableOf(facts: BoardFacts, { classes, within = ['all'], leaf, groups, groupClasses = classes }: Counting): Table {
  const { sums, counties, smallest, countyCode } = facts
  const own = Map.groupBy(sums, (sum) => `${sum.dimension} ${sum.countyCode}`)
  const ofCounty = new Map(counties.map((county) => [county, within.flatMap((dimension) => own.get(`${dimension} ${county}`) ?? [])]))
  const count = countOf(classes, (county, name) => leaf(ofCounty.get(county) ?? [], name))
  const blocks = tellCounties(facts, (keys) => tellClasses(keys, classes, { count, smallest }))
  const grouped = groups.flatMap((dimension): (readonly [Grouping, Block])[] => {
    const values = [...new Set(sums.filter((sum) => sum.dimension === dimension).map(({ value }) => value))].toSorted()
    const crossed = counties.map((county): Crossed => {
      const here = Map.groupBy(own.get(`${dimension} ${county}`) ?? [], ({ value }) => value)
      return { countyCode: county, count: countOf(groupClasses, (value, name) => leaf(here.get(value) ?? [], name)) }
    })
    const all = (value: string, name: string): number => crossed.reduce((sum, one) => sum + one.count(value, name), 0)
    const whole = tellClasses(values, groupClasses, { count: all, smallest })
    if (countyCode === null) return [[dimension, whole]]
    const isTold = (county: string, name: string): boolean => knownIn(blocks, [county], name) !== undefined
    const found = tellCrossed(crossed, { whole, isTold, classes: groupClasses, smallest }).get(countyCode)
    return found === undefined ? [] : [[dimension, found]]
  })
  return { blocks, groups: new Map(grouped) }
}
/** The pilot beside the others, each with rests of its own, where that tells nothing less of the plan than all counties in one. */
function tellCounties({ counties, pilots }: BoardFacts, tell: (keys: readonly string[]) => Block): readonly Block[] {
  const whole = tell(counties)
  const halves = [counties.filter((key) => pilots.has(key)), counties.filter((key) => !pilots.has(key))]
  if (halves.some((keys) => keys.length === 0)) return [whole]
  const told = halves.map(tell)
  return whole.divisions.length > 0 && told.every(({ divisions }) => divisions.length === whole.divisions.length) ? told : [whole]
}
/** How many of these counties together stand in a class; undefined where that is not told. */
export function knownIn(blocks: readonly Block[], keys: readonly string[], name: string): number | undefined {
  const parts = blocks.filter((block) => block.keys.some((key) => keys.includes(key))).map((block) => knownOf(block, keys, name))
  return parts.reduce<number | undefined>((sum, n) => (sum === undefined || n === undefined ? undefined : sum + n), 0)
}

export const HIDDEN = { title: null, n: null, parts: [], share: null, days: null, rial: null, with: [] } as const
export const shareOf = (count: number, n: number): Interval | null => (n < SHARE_FROM ? null : wilson(count, n))
export type Known = (name: string) => number | undefined
/** What a figure says of some lines, out of the classes that are told of them. */
export interface Figuring {
  /** Its classes, the coarse before the fine; of the first one it says how many. */
  readonly names: readonly [string, ...string[]]
  readonly make: (
    known: Known,
    line: { readonly by: Grouping; readonly keys: readonly string[] },
  ) => Pick<Shown, 'parts' | 'share'> & Partial<Pick<Shown, 'n' | 'days'>>
}
interface Told {
  readonly keys: readonly string[]
  readonly known: Known
}
/** The lines of a figure out of its table: the whole, its counties and its groups; what is not told says with which others it is. */
export function linesOf(table: Table, facts: BoardFacts, figuring: Figuring): readonly Shown[] {
  const { countyCode, counties, pilots } = facts
  const { names, make } = figuring
  const line = (by: Grouping, key: string, { keys, known }: Told, blocks: readonly Block[]): Shown => {
    const n = known(names[0])
    const others = keys.length === 1 ? togetherWith(blocks, keys[0] ?? '', names) : []
    return n === undefined ? { ...HIDDEN, by, key, with: others } : { ...HIDDEN, by, key, n, with: others, ...make(known, { by, keys }) }
  }
  const county = (by: Grouping, key: string, keys: readonly string[]): Shown =>
    line(by, key, { keys, known: (name) => knownIn(table.blocks, keys, name) }, table.blocks)
  const rests = (by: Grouping, block: Block, whole: readonly Block[]): readonly Shown[] =>
    hiddenIn(block, names).map((keys) => ({
      ...line(by, `rest ${keys.join(' ')}`, { keys, known: (name) => knownOf(block, keys, name) }, whole),
      with: [...keys],
    }))
  const isHalved = table.blocks.length > 1
  const places = (): readonly Shown[] => [
    ...(isHalved
      ? (['pilot', 'others'] as const).map((key) =>
          county(
            'pilot',
            key,
            counties.filter((one) => pilots.has(one) === (key === 'pilot')),
          ),
        )
      : []),
    ...counties.map((key) => county('county', key, [key])),
    ...table.blocks.flatMap((block) => rests('county', block, table.blocks)),
  ]
  const whole = countyCode === null ? counties : [countyCode]
  const groups = [...table.groups].flatMap(([by, block]) => [
    ...block.keys
      .map((key) => line(by, key, { keys: [key], known: (name) => knownOf(block, [key], name) }, [block]))
      .filter(({ n }) => n !== null),
    // Of several rests of groups the widest tells the most.
    ...rests(by, block, [block]).slice(-1),
  ])
  return [county('all', 'all', whole), ...(countyCode === null ? places() : []), ...groups]
}
/** The sets of lines of a figure that are told together alone, and not the same as all. */
function hiddenIn(block: Block, names: readonly string[]): readonly (readonly string[])[] {
  const sets = names.flatMap((name) => {
    const hidden = divisionOf(block, name)?.told.hidden ?? []
    return hidden.length === 0 || hidden.length === block.keys.length ? [] : [hidden]
  })
  return [...new Map(sets.map((keys) => [keys.join(' '), keys])).values()]
}
/** The others with which a line is told, of the first class of a figure that is not told of it alone. */
export function togetherWith(blocks: readonly Block[], key: string, names: readonly string[]): readonly string[] {
  const block = blocks.find(({ keys }) => keys.includes(key))
  const hidden = names.map((name) => (block === undefined ? undefined : divisionOf(block, name))?.told.hidden ?? [])
  return hidden.find((keys) => keys.includes(key))?.filter((one) => one !== key) ?? []
}
