/**
 * What may be shown of a table of counts without telling of anybody (trust-and-speed.md §4): no number from 1 to `smallest` − 1 is shown, and none
 * follows from those that are. A line that may not be shown is added to a rest, and the rest obeys the same rule; so whoever subtracts gets sums
 * of at least `smallest` or nought, and a number that is hidden stays within an interval at least `smallest` wide (docs/decisions/0040).
 */
export interface Line {
  readonly key: string
  /** Counts that add up to the line: those of whom it is so, and those of whom it is not. */
  readonly cells: readonly number[]
}
/** What was told of one table. `rest` is what all lines not told are together; null when every line is told. */
export interface Told {
  readonly lines: readonly Line[]
  readonly rest: readonly number[] | null
  readonly hidden: readonly string[]
}
/** Whether lines together may be told, beyond the size of their cells: that of their money not nearly all is one payer's. */
export type MayTell = (keys: readonly string[]) => boolean

export const isTold = (cells: readonly number[], smallest: number): boolean => cells.every((n) => n === 0 || Math.abs(n) >= smallest)
const always: MayTell = () => true
const widthOf = (lines: readonly Line[]): number => lines[0]?.cells.length ?? 0
export const sumOf = (lines: readonly Line[]): readonly number[] =>
  Array.from({ length: widthOf(lines) }, (_, at) => lines.reduce((sum, { cells }) => sum + (cells[at] ?? 0), 0))
const weightOf = ({ cells }: Line): number => cells.reduce((sum, n) => sum + n, 0)

export interface Telling {
  readonly smallest: number
  readonly mayTell?: MayTell
  /** Lines that may not be told whatever their size: their whole is not told elsewhere. */
  readonly never?: ReadonlySet<string>
}
/** Which lines of a table are told, the lightest given up first for the rest; null when not even their sum may be told. */
export function tellLines(lines: readonly Line[], telling: Telling): Told | null {
  return tellAgainst(lines, telling, [])
}
/**
 * The same after earlier releases: between two of them no line, no rest and nothing that follows from both may have changed by 1 to `smallest` − 1
 * (one would subtract them), and those hidden in either are, together, enough today.
 */
export function tellAgainst(lines: readonly Line[], telling: Telling, earlier: readonly Told[]): Told | null {
  const { smallest, mayTell = always, never = new Set<string>() } = telling
  const given = new Set(
    lines.filter((line) => never.has(line.key) || !isTold(line.cells, smallest) || !mayTell([line.key])).map(({ key }) => key),
  )
  for (;;) {
    const hidden = lines.filter(({ key }) => given.has(key))
    const shown = lines.filter(({ key }) => !given.has(key))
    const wrong = restIsWrong(hidden, telling) ? 'rest' : firstGivenAway(lines, given, { smallest, earlier })
    if (wrong === undefined) return { lines: shown, rest: hidden.length === 0 ? null : sumOf(hidden), hidden: hidden.map(({ key }) => key) }
    const next = shown.find(({ key }) => key === wrong) ?? shown.toSorted((a, b) => weightOf(a) - weightOf(b))[0]
    if (next === undefined) return null
    given.add(next.key)
  }
}
function restIsWrong(hidden: readonly Line[], { smallest, mayTell = always }: Telling): boolean {
  if (hidden.length === 0) return false
  return hidden.length === 1 || !isTold(sumOf(hidden), smallest) || !mayTell(hidden.map(({ key }) => key))
}
interface Before {
  readonly smallest: number
  readonly earlier: readonly Told[]
}
/** A line that an earlier release would give away beside this one, or `rest` when it is a sum of those hidden then or now. */
function firstGivenAway(lines: readonly Line[], given: ReadonlySet<string>, { smallest, earlier }: Before): string | undefined {
  for (const before of earlier) {
    const then = new Map(before.lines.map(({ key, cells }) => [key, cells]))
    const changed = lines.find(({ key, cells }) => !given.has(key) && then.has(key) && !isTold(minus(cells, then.get(key) ?? []), smallest))
    if (changed !== undefined) return changed.key
    const inBoth = lines.filter(({ key }) => given.has(key) && before.hidden.includes(key))
    if (inBoth.length > 0 && !isTold(sumOf(inBoth), smallest)) return 'rest'
    const now = lines.filter(({ key }) => given.has(key))
    const wereHidden = lines.filter(({ key }) => before.hidden.includes(key))
    // Sums that both releases tell: the two rests together when they meet, each for itself when they do not.
    const sums = inBoth.length > 0 ? [[...new Set([...now, ...wereHidden])]] : [now, wereHidden]
    for (const sum of sums) {
      const told = before.lines.filter(({ key }) => sum.some((line) => line.key === key))
      const isWithRest = sum.some(({ key }) => before.hidden.includes(key))
      if (!isTold(minus(sumOf(sum), plus(isWithRest ? (before.rest ?? []) : [], sumOf(told))), smallest)) return 'rest'
    }
  }
  return undefined
}
const minus = (a: readonly number[], b: readonly number[]): readonly number[] => a.map((n, at) => n - (b[at] ?? 0))
const plus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0))

/** Above this share of a money cell one payer's part could be read off (the dominance rule). */
export const DOMINANT = 0.8
/** Rial of each line by payer: whether money of these lines together may be told. */
export function notOnePayers(payers: ReadonlyMap<string, ReadonlyMap<string, number>>): MayTell {
  return (keys) => {
    const sums = new Map<string, number>()
    for (const key of keys) for (const [payer, rial] of payers.get(key) ?? []) sums.set(payer, (sums.get(payer) ?? 0) + rial)
    const whole = [...sums.values()].reduce((sum, rial) => sum + rial, 0)
    return whole === 0 || Math.max(...sums.values()) <= DOMINANT * whole
  }
}
