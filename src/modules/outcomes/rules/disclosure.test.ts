import { beforeAll, expect, test } from 'vitest'
import { openHighs } from '../../../../bench/highs.ts'
import { seededRandom } from '../../../../db/seed/random.ts'
import { type Grouped, isTold, type Line, notOnePayers, sumOf, type Told, tellAgainst, tellGroups, tellLines } from './disclosure.ts'

const SMALLEST = 10
const line = (key: string, ...cells: readonly number[]): Line => ({ key, cells })
const keysOf = (told: Told | null): readonly string[] => (told?.lines ?? []).map(({ key }) => key)

test('a small line takes a second one with it, so that it does not follow from the total', () => {
  const told = tellLines([line('a', 40, 30), line('b', 4, 20), line('c', 12, 15)], { smallest: SMALLEST })
  expect(keysOf(told)).toEqual(['a'])
  expect(told?.rest).toEqual([16, 35])
})
test('lines of nought and of enough are told; of too few women nothing is', () => {
  expect(tellLines([line('a', 40, 30), line('b', 0, 12)], { smallest: SMALLEST })?.rest).toBeNull()
  expect(tellLines([line('a', 3, 2), line('b', 1, 3)], { smallest: SMALLEST })).toBeNull()
})
test('money that is nearly all of one payer is not told, nor in the rest', () => {
  const payers = (mine: number, others: number) =>
    new Map([
      ['holding', mine],
      ['buyer', others],
    ])
  const mayTell = notOnePayers(
    new Map([
      ['a', payers(81, 19)],
      ['b', payers(50, 50)],
      ['c', payers(60, 40)],
    ]),
  )
  expect([mayTell(['a']), mayTell(['b']), mayTell(['a', 'b'])]).toEqual([false, true, true])
  expect(keysOf(tellLines([line('a', 20), line('b', 21), line('c', 90)], { smallest: SMALLEST, mayTell }))).toEqual(['c'])
})
test('a line that changed by fewer than ten since an earlier release goes into the rest, and nothing is told when that does not help', () => {
  const first = tellLines([line('a', 40, 30), line('b', 50, 30), line('c', 60, 30)], { smallest: SMALLEST })
  if (first === null) throw new Error('the first release tells all')
  const second = tellAgainst([line('a', 43, 30), line('b', 67, 30), line('c', 80, 30)], { smallest: SMALLEST }, [first])
  expect(keysOf(second)).toEqual(['c'])
  expect(second?.rest).toEqual([110, 60])
  expect(tellAgainst([line('a', 43, 30), line('b', 50, 30), line('c', 60, 30)], { smallest: SMALLEST }, [first])).toBeNull()
  expect(tellAgainst([line('a', 40, 30), line('b', 50, 30), line('c', 60, 30)], { smallest: SMALLEST }, [first])?.rest).toBeNull()
})
test('lines that come out of the rest do not give away those that stay in it', () => {
  const first: Told = { lines: [line('a', 40), line('c', 30)], rest: [21], hidden: ['b', 'd'] }
  const lines = [line('a', 40), line('b', 45), line('c', 40), line('d', 6)]
  expect(keysOf(tellLines(lines, { smallest: SMALLEST }))).toContain('b')
  expect(keysOf(tellAgainst(lines, { smallest: SMALLEST }, [first]))).not.toContain('b')
})

let highs: Awaited<ReturnType<typeof openHighs>>
beforeAll(async () => {
  highs = await openHighs()
})
interface Known {
  readonly parts: readonly string[]
  readonly sum: number
}
/** An attacker with every published number and a solver: the least and the most a hidden number can be. */
function narrowed(known: readonly Known[], target: string): readonly [least: number, most: number] {
  const rows = known.map(({ parts, sum }, at) => `c${at}: ${parts.join(' + ')} = ${sum}`)
  const names = [...new Set(known.flatMap(({ parts }) => parts))]
  const solve = (goal: string): number => {
    const model = `${goal}\nobj: ${target}\nSubject To\n${rows.join('\n')}\nBounds\n${names.map((name) => `${name} >= 0`).join('\n')}\nEnd\n`
    const { Status, ObjectiveValue } = highs.solve(model)
    if (Status === 'Unbounded') return Number.POSITIVE_INFINITY
    if (Status !== 'Optimal') throw new Error(`the attacker found no table: ${Status}`)
    return ObjectiveValue
  }
  return [solve('Minimize'), solve('Maximize')]
}
const COUNTIES = ['k1', 'k2', 'k3', 'k4', 'k5']
const VALUES = ['v1', 'v2', 'v3', 'v4']
/** Women by county, group and yes or no: few in many cells, as in a plan that begins. */
function aTable(random: () => number): readonly Grouped[] {
  return COUNTIES.map((countyCode) => ({
    countyCode,
    lines: VALUES.map((key) => line(key, ...[0, 1].map(() => Math.floor(random() ** 2 * (random() < 0.3 ? 20 : 120))))),
  }))
}
/** Everything told of a table, as sums over its cells. */
function published(grouped: readonly Grouped[]): { readonly known: readonly Known[]; readonly shown: ReadonlySet<string> } {
  const cell = (county: string, value: string, at: number): string => `${county}_${value}_${at}`
  const truth = new Map(
    grouped.flatMap(({ countyCode, lines }) =>
      lines.flatMap(({ key, cells }) => cells.map((n, at) => [cell(countyCode, key, at), n] as const)),
    ),
  )
  const known: { parts: string[]; sum: number }[] = []
  const tell = (counties: readonly string[], values: readonly string[]): void => {
    for (const at of [0, 1]) {
      const parts = counties.flatMap((county) => values.map((value) => cell(county, value, at)))
      known.push({ parts, sum: parts.reduce((sum, part) => sum + (truth.get(part) ?? 0), 0) })
    }
  }
  const whole = sumOf(grouped.flatMap(({ lines }) => lines))
  if (isTold(whole, SMALLEST)) tell(COUNTIES, VALUES)
  const byCounty = tellLines(
    grouped.map(({ countyCode, lines }) => line(countyCode, ...sumOf(lines))),
    { smallest: SMALLEST },
  )
  for (const { key } of byCounty?.lines ?? []) tell([key], VALUES)
  if (byCounty !== null && byCounty.rest !== null) tell(byCounty.hidden, VALUES)
  const groups = tellGroups(grouped, { smallest: SMALLEST, open: new Set(keysOf(byCounty)) })
  for (const { key } of groups.whole?.lines ?? []) tell(COUNTIES, [key])
  if (groups.whole !== null && groups.whole.rest !== null) tell(COUNTIES, groups.whole.hidden)
  for (const [county, lines] of groups.counties)
    for (const { key } of lines) tell([county], key === 'rest' ? (groups.whole?.hidden ?? []) : [key])
  const shown = new Set(known.filter(({ parts }) => parts.length === 1).flatMap(({ parts }) => parts))
  return { known, shown }
}
test('of sixty tables of counties and groups no attacker narrows a hidden number to fewer than ten apart', () => {
  const random = seededRandom('disclosure').next
  let hidden = 0
  let groupsOfCounties = 0
  for (let round = 0; round < 60; round += 1) {
    const grouped = aTable(random)
    const { known, shown } = published(grouped)
    expect(known.filter(({ sum }) => sum > 0 && sum < SMALLEST)).toEqual([])
    groupsOfCounties += shown.size
    const small = grouped.flatMap(({ countyCode, lines }) =>
      lines.flatMap(({ key, cells }) => cells.flatMap((n, at) => (n > 0 && n < SMALLEST ? [`${countyCode}_${key}_${at}`] : []))),
    )
    for (const target of small.slice(0, 1)) {
      if (!known.some(({ parts }) => parts.includes(target))) continue
      const [least, most] = narrowed(known, target)
      expect(most - least, `${target} of round ${round}`).toBeGreaterThanOrEqual(SMALLEST)
      hidden += 1
    }
  }
  expect(hidden).toBeGreaterThan(40)
  expect(groupsOfCounties).toBeGreaterThan(50)
})
test('of three releases of one table nothing under ten follows, whichever sums of lines one subtracts', () => {
  const random = seededRandom('releases').next
  let told = 0
  for (let round = 0; round < 200; round += 1) {
    let lines = COUNTIES.map((key) => line(key, Math.floor(random() * 40)))
    const releases: { readonly told: Told; readonly lines: readonly Line[] }[] = []
    for (let release = 0; release < 3; release += 1) {
      const made = tellAgainst(
        lines,
        { smallest: SMALLEST },
        releases.map((one) => one.told),
      )
      if (made !== null) releases.push({ told: made, lines })
      lines = lines.map(({ key, cells: [n = 0] }) => line(key, n + (random() < 0.5 ? 0 : Math.floor(random() * 25))))
    }
    told += releases.length
    for (const [at, one] of releases.entries())
      for (const other of releases.slice(at + 1)) expect(subtracted(one.told, other.told)).toEqual([])
  }
  expect(told).toBeGreaterThan(250)
})
/** Every set of lines whose sum both releases tell, and changed by 1 to 9. */
function subtracted(one: Told, other: Told): readonly number[] {
  const sums = ({ lines, rest, hidden }: Told): ReadonlyMap<string, number> => {
    const blocks = [
      ...lines.map(({ key, cells }) => ({ keys: [key], n: cells[0] ?? 0 })),
      ...(rest === null ? [] : [{ keys: [...hidden], n: rest[0] ?? 0 }]),
    ]
    const found = new Map<string, number>()
    for (let set = 1; set < 2 ** blocks.length; set += 1) {
      const chosen = blocks.filter((_, at) => (set >> at) % 2 === 1)
      found.set(
        chosen
          .flatMap(({ keys }) => keys)
          .toSorted()
          .join(),
        chosen.reduce((sum, { n }) => sum + n, 0),
      )
    }
    return found
  }
  const [then, now] = [sums(one), sums(other)]
  const steps = [...then].flatMap(([keys, n]) => (now.has(keys) ? [Math.abs((now.get(keys) ?? 0) - n)] : []))
  return steps.filter((step) => step > 0 && step < SMALLEST)
}
