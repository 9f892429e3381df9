import { type Line, type Telling, type Told, tellLines } from './disclosure.ts'

/** Something that is counted, and the finer classes it is made of: whoever stands in it stands in exactly one of these. */
export interface Class {
  readonly name: string
  readonly of?: readonly Class[]
}
export type Count = (key: string, name: string) => number
/** One division of a class: of which lines its finer classes are told, each for itself or all others together. */
export interface Division {
  readonly names: readonly string[]
  readonly told: Told
}
/** Lines of a table, how many of each stand in each class, and what of it is told. */
export interface Block {
  readonly keys: readonly string[]
  readonly count: Count
  readonly divisions: readonly Division[]
}
/**
 * What may be told of a table, the coarse before the fine: first how many each line is, then each class divided into finer ones, as far as the rule
 * lets. A line told in fine classes is told in the coarse ones too, so what is hidden of a coarse one lies within what is hidden of a fine one, and
 * whoever subtracts gets sums of whole rests (docs/decisions/0057).
 */
export function tellClasses(
  keys: readonly string[],
  classes: readonly Class[],
  { count, ...telling }: Telling & { readonly count: Count },
): Block {
  const divide = (within: readonly Class[], never: ReadonlySet<string>): readonly Division[] => {
    const lines = keys.map((key): Line => ({ key, cells: within.map(({ name }) => count(key, name)) }))
    const told = tellLines(lines, { ...telling, never })
    if (told === null) return []
    const finer = within.flatMap(({ of }) => (of === undefined ? [] : divide(of, new Set(told.hidden))))
    return [{ names: within.map(({ name }) => name), told }, ...finer]
  }
  return { keys, count, divisions: divide(classes, new Set()) }
}
export const divisionOf = ({ divisions }: Block, name: string): Division | undefined => divisions.find(({ names }) => names.includes(name))
/** How many of these lines together stand in a class; undefined where that is not told: those told only together are all of them meant, or none. */
export function knownOf(block: Block, keys: readonly string[], name: string): number | undefined {
  const division = divisionOf(block, name)
  if (division === undefined) return undefined
  const hidden = division.told.hidden.filter((key) => keys.includes(key))
  if (hidden.length > 0 && hidden.length < division.told.hidden.length) return undefined
  return block.keys.reduce((sum, key) => sum + (keys.includes(key) ? block.count(key, name) : 0), 0)
}
/** The finest classes of which something is known, in their order. */
export function cutOf(one: Class, isKnown: (name: string) => boolean): readonly Class[] {
  if (one.of === undefined || !one.of.every(({ name }) => isKnown(name))) return [one]
  return one.of.flatMap((finer) => cutOf(finer, isKnown))
}
/** The classes nothing finer is told of, below one. */
export const leavesOf = (one: Class): readonly string[] => (one.of === undefined ? [one.name] : one.of.flatMap(leavesOf))
/** Counts of leaves, added up to the classes they are of; each once. */
export function countOf(classes: readonly Class[], leaf: Count): Count {
  const known = new Map<string, { readonly leaves: readonly string[]; readonly counted: Map<string, number> }>()
  const read = (one: Class): void => {
    known.set(one.name, { leaves: leavesOf(one), counted: new Map() })
    for (const finer of one.of ?? []) read(finer)
  }
  for (const one of classes) read(one)
  return (key, name) => {
    const of = known.get(name)
    const before = of?.counted.get(key)
    if (of === undefined || before !== undefined) return before ?? 0
    const n = of.leaves.reduce((sum, own) => sum + leaf(key, own), 0)
    of.counted.set(key, n)
    return n
  }
}

/** Counts of the groups of one county. */
export interface Crossed {
  readonly countyCode: string
  readonly count: Count
}
interface Crossing {
  /** The same groups over all counties. */
  readonly whole: Block
  /** Whether a class is told of a county. */
  readonly isTold: (countyCode: string, name: string) => boolean
  readonly classes: readonly Class[]
  readonly smallest: number
}
/**
 * Groups within counties, where counties and groups are told as well: a county tells all its groups in all classes the plan tells or none, and those
 * that do not are, together and in each group, enough. Groups that are not told in every class are one column.
 */
export function tellCrossed(counties: readonly Crossed[], { whole, isTold, classes, smallest }: Crossing): ReadonlyMap<string, Block> {
  const names = classes.flatMap((one) => cutOf(one, (name) => knownOf(whole, whole.keys, name) !== undefined)).map(({ name }) => name)
  const own = whole.keys.filter((key) => names.every((name) => knownOf(whole, [key], name) !== undefined))
  if (own.length === 0) return new Map()
  const others = whole.keys.filter((key) => !own.includes(key))
  const keys = [...own, ...(others.length === 0 ? [] : ['rest'])]
  const countIn =
    (count: Count): Count =>
    (key, name) =>
      (key === 'rest' ? others : [key]).reduce((sum, one) => sum + count(one, name), 0)
  const lines = counties.map(({ countyCode, count }) => ({
    key: countyCode,
    cells: keys.flatMap((key) => names.map((name) => countIn(count)(key, name))),
  }))
  const never = new Set(counties.map(({ countyCode }) => countyCode).filter((code) => !names.every((name) => isTold(code, name))))
  const told = new Set((tellLines(lines, { smallest, never })?.lines ?? []).map(({ key }) => key))
  const divisions = whole.divisions.map((one): Division => ({ names: one.names, told: { lines: [], rest: null, hidden: [] } }))
  return new Map(
    counties
      .filter(({ countyCode }) => told.has(countyCode))
      .map(({ countyCode, count }) => [countyCode, { keys, count: countIn(count), divisions }]),
  )
}
