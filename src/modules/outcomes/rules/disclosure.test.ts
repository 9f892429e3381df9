import { beforeAll, expect, test } from 'vitest'
import { openHighs } from '../../../../bench/highs.ts'
import { seededRandom } from '../../../../db/seed/random.ts'
import { boardOf } from './board.ts'
import type { BoardFacts, Sum } from './board-table.ts'
import { type Line, notOnePayers, type Told, tellAgainst, tellLines } from './disclosure.ts'
import { figuresToRelease } from './release.ts'

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
/** What marks a number of an earlier day: whoever stood there then stands there still. */
const THEN = 'then_'
interface Known {
  readonly parts: readonly string[]
  readonly sum: number
}
/** An attacker with every published number and a solver: the least and the most a hidden number can be. */
function narrowed(known: readonly Known[], target: readonly string[]): readonly [least: number, most: number] {
  const earlier = [...new Set(known.flatMap(({ parts }) => parts.filter((part) => part.startsWith(THEN))))]
  const grown = earlier.map((then) => `g${then}: ${then.slice(THEN.length)} - ${then} >= 0`)
  const once = [...new Map(known.map((one) => [one.parts.join(), one])).values()]
  const rows = once.map(({ parts, sum }, at) => `c${at}: ${parts.join('\n + ')} = ${sum}`)
  const names = [...new Set([...known.flatMap(({ parts }) => parts), ...target, ...earlier.map((then) => then.slice(THEN.length))])]
  const solve = (goal: string): number => {
    const model = `${goal}\nobj: ${target.join('\n + ')}\nSubject To\n${[...rows, ...grown].join('\n')}\nBounds\n${names.map((name) => `${name} >= 0`).join('\n')}\nEnd\n`
    const { Status, ObjectiveValue } = highs.solve(model)
    if (Status === 'Unbounded') return Number.POSITIVE_INFINITY
    if (Status !== 'Optimal') throw new Error(`the attacker found no table: ${Status}`)
    return ObjectiveValue
  }
  return [solve('Minimize'), solve('Maximize')]
}
const COUNTIES = ['1801', '1802', '1803', '1804']
const GROUNDS = ['widowed', 'divorced', 'other']
/** Where a woman can stand, as finely as the board counts; desks are counted by county and not by group. */
const LEAVES = ['income', 'panel', 'plan', 'at-work', 'guide', 'agency', 'decider', 'office', 'refused', 'aside'] as const
type Leaf = (typeof LEAVES)[number]
const MEASURES: Readonly<Record<string, readonly Leaf[]>> = {
  income: ['income'],
  placed: ['panel', 'plan', 'at-work'],
  waiting: ['guide', 'agency', 'decider', 'office'],
  refused: ['refused'],
  aside: ['aside'],
}
const waitingLeaves = MEASURES['waiting'] ?? []
/** What a number of the board is said to be of, as leaves. */
const CLASSES: Readonly<Record<string, readonly Leaf[]>> = {
  ...MEASURES,
  ...Object.fromEntries(LEAVES.map((leaf) => [leaf, [leaf]])),
  registered: LEAVES,
  admitted: ['income', 'panel', 'plan', 'at-work'],
  'not-waiting': ['income', 'panel', 'plan', 'at-work', 'refused', 'aside'],
  'not-admitted': [...waitingLeaves, 'refused', 'aside'],
  examined: ['guide', 'agency', 'decider'],
  review: ['agency', 'decider'],
  out: ['refused', 'aside'],
  later: ['panel', 'plan'],
}
type Women = ReadonlyMap<string, number>
const cell = (county: string, ground: string, leaf: Leaf): string => `x${county}_${ground}_${leaf.replace('-', '')}`
/** Women by county, ground and where they stand: few in many cells, and while the plan begins hardly anybody is admitted. */
function someWomen(random: () => number, isYoung: boolean): Women {
  const admitted = new Set(CLASSES['admitted'])
  const most = 20 + Math.floor(random() * 80)
  return new Map(
    COUNTIES.flatMap((county) =>
      GROUNDS.flatMap((ground) =>
        LEAVES.map(
          (leaf) =>
            [
              cell(county, ground, leaf),
              random() < (isYoung && admitted.has(leaf) ? 0.95 : 0.3) ? 0 : Math.floor(random() ** 3 * most),
            ] as const,
        ),
      ),
    ),
  )
}
function factsOf(women: Women, pilots: readonly string[]): BoardFacts {
  const days = { over12: 0, over24: 0, past: 0, first: 0 }
  const sums = COUNTIES.flatMap((county): readonly Sum[] => {
    const count = (grounds: readonly string[], leaves: readonly Leaf[]): number =>
      grounds.reduce((sum, ground) => sum + leaves.reduce((own, leaf) => own + (women.get(cell(county, ground, leaf)) ?? 0), 0), 0)
    const sum = (measure: string, dimension: string, value: string, n: number): Sum => ({
      countyCode: county,
      measure,
      dimension,
      value,
      n,
      ...days,
    })
    return [
      ...Object.entries(MEASURES).flatMap(([measure, leaves]) => [
        sum(measure, 'all', 'all', count(GROUNDS, leaves)),
        ...GROUNDS.map((ground) => sum(measure, 'ground', ground, count([ground], leaves))),
      ]),
      ...waitingLeaves.map((desk) => sum('at-desk', 'desk', desk, count(GROUNDS, [desk]))),
      ...(['panel', 'plan'] as const).map((desk) => sum('at-desk', 'later-desk', desk, count(GROUNDS, [desk]))),
    ]
  })
  const none = { bars: [], today: 0, places: new Map<string, number>(), countyCode: null, smallest: SMALLEST }
  return { ...none, sums, counties: COUNTIES, pilots: new Set(pilots) }
}
type Tell = (counties: readonly string[], grounds: readonly string[], name: string, sum: number) => void
const NAMED: Readonly<Record<string, string>> = { yes: 'income', no: 'placed' }
/** Keeps what is told as sums over cells, and that it is true. */
function hearing(known: Known[], women: Women, mark = ''): Tell {
  return (counties, grounds, name, sum) => {
    const leaves = CLASSES[name] ?? []
    const parts = counties.flatMap((county) => grounds.flatMap((ground) => leaves.map((leaf) => cell(county, ground, leaf))))
    expect([name, countOf(women, parts)]).toEqual([name, sum])
    known.push({ parts: parts.map((part) => `${mark}${part}`), sum })
  }
}
const countOf = (women: Women, cells: readonly string[]): number => cells.reduce((sum, one) => sum + (women.get(one) ?? 0), 0)
const SAID: Readonly<Record<string, string>> = { women: 'registered', income: 'admitted', waiting: 'waiting' }
/** What the office and every governorate read. */
function hearBoard(facts: BoardFacts, tell: Tell): void {
  const views = [null, ...COUNTIES].flatMap((countyCode) =>
    boardOf({ ...facts, countyCode }).flatMap(({ name, lines }) =>
      lines.map((line) => ({ ...line, name, here: countyCode === null ? COUNTIES : [countyCode] })),
    ),
  )
  for (const { name, by, key, with: others, n, parts, here } of views) {
    const keys = key.startsWith('rest ') ? others : [key]
    const inPilot = COUNTIES.filter((one) => facts.pilots.has(one) === (key === 'pilot'))
    const counties = by === 'county' ? keys : by === 'pilot' ? inPilot : here
    const grounds = by === 'ground' ? keys : GROUNDS
    const said = name === 'desks' && by !== 'permit-desk' ? key : SAID[name]
    // Groups too few to be told alone stand in a county as one column, which follows from the others.
    if (n === null || said === undefined || grounds.includes('rest')) continue
    tell(counties, grounds, said, n)
    for (const part of parts) tell(counties, grounds, NAMED[part.name] ?? part.name, part.n)
  }
}
function hearRelease(released: ReturnType<typeof figuresToRelease>, tell: Tell): void {
  for (const { name, columns, lines, rest, hidden } of released) {
    if (name !== 'women' && name !== 'income') continue
    for (const { key, cells } of [...lines, ...(rest === null ? [] : [{ key: 'rest', cells: rest }])])
      for (const [at, n] of cells.entries())
        tell(key === 'rest' ? hidden : key === 'all' ? COUNTIES : [key], GROUNDS, NAMED[columns[at] ?? ''] ?? columns[at] ?? '', n)
  }
}
test('whoever holds the whole board, every governorate\u2019s and both releases narrows no number of one to nine to fewer than ten apart', () => {
  const random = seededRandom('disclosure').next
  const tried = { hidden: 0, finer: 0 }
  for (let round = 0; round < 45; round += 1) {
    const women = someWomen(random, round % 5 === 4)
    const facts = factsOf(women, round % 3 === 0 ? COUNTIES.slice(0, 2) : COUNTIES)
    // An earlier release told of fewer women, all of whom are still there.
    const before = new Map([...women].map(([name, n]) => [name, Math.floor(n * (0.5 + random() / 2))]))
    const first = round % 3 === 1 ? figuresToRelease(factsOf(before, COUNTIES), []) : []
    const known: Known[] = []
    hearBoard(facts, hearing(known, women))
    hearRelease(figuresToRelease(facts, [first]), hearing(known, women))
    hearRelease(first, hearing(known, before, THEN))
    expect(known.filter(({ sum }) => sum > 0 && sum < SMALLEST)).toEqual([])
    tried.finer += known.some(({ parts }) => parts.length === GROUNDS.length) ? 1 : 0
    const sum = (parts: readonly string[]): number => countOf(women, parts)
    const targets = Object.values(CLASSES).flatMap((leaves) => [
      ...COUNTIES.map((county) => GROUNDS.flatMap((ground) => leaves.map((leaf) => cell(county, ground, leaf)))),
      ...GROUNDS.map((ground) => COUNTIES.flatMap((county) => leaves.map((leaf) => cell(county, ground, leaf)))),
      ...COUNTIES.flatMap((county) => GROUNDS.map((ground) => leaves.map((leaf) => cell(county, ground, leaf)))),
    ])
    const small = targets.filter((parts) => sum(parts) > 0 && sum(parts) < SMALLEST)
    for (const _ of [1, 2]) {
      const target = small[Math.floor(random() * small.length)]
      if (target === undefined || known.length === 0) continue
      const [least, most] = narrowed(known, target)
      expect(most - least, `${target.join(' + ')} of round ${round}`).toBeGreaterThanOrEqual(SMALLEST)
      tried.hidden += 1
    }
  }
  expect(tried.hidden).toBeGreaterThan(80)
  expect(tried.finer).toBeGreaterThan(20)
})
test('of three releases of one table nothing under ten follows, whichever sums of lines one subtracts', () => {
  const random = seededRandom('releases').next
  let told = 0
  for (let round = 0; round < 200; round += 1) {
    let lines = [...COUNTIES, '1805'].map((key) => line(key, Math.floor(random() * 40)))
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
