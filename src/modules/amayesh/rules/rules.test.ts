import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { cellOf, concentrationOf, type Demand, isBraked, isOneBuyer, monthlyOf, spread, WEEKS_OF_A_MONTH } from './cell.ts'
import { type Count, quotientsOf } from './quotient.ts'
import { complementsOf, FEWEST_ORDERS, firstDayOf, monthOf, seasonOf } from './season.ts'
import { shiftShareOf } from './shift-share.ts'
import { LONG_REASON, reasonsNotToConclude } from './study.ts'

const wanted = (monthly: number, by = 'a', kind: Demand['kind'] = 'order', unit = 'piece'): Demand => ({ monthly, by, kind, unit })
const supply = (homes: number, each: number, unit = 'piece') => ({ unit, homes, weekly: homes * each, medianWeekly: each })
const invented = (seed: string, counties = 10, groups = 6): readonly Count[] => {
  const random = seededRandom(seed)
  return Array.from({ length: counties }, (_, county) =>
    Array.from({ length: groups }, (__, group) => ({
      group: `g${group}`,
      county: `c${county}`,
      people: random.whole(0, county % 3 === 0 ? 40 : 4000),
    })),
  ).flat()
}

describe('an occupation in a county', () => {
  test('what is wanted less what can be made is the gap, and both kinds of demand add up', () => {
    const cell = cellOf([wanted(100), wanted(50, 'b', 'pledge'), wanted(30, 'c', 'buyer')], [supply(12, 2)], 12)
    const [line] = cell.lines
    expect(line?.demand).toEqual({ order: 100, pledge: 50, buyer: 30, total: 180 })
    expect(line?.capacity).toBeCloseTo(24 * WEEKS_OF_A_MONTH)
    expect(line?.gap).toBeCloseTo(180 - 104)
    expect(cell.standing).toBe('under-supplied')
  })
  test.each([
    [[], supply(3, 5), 'without-market', true],
    [[wanted(10)], supply(0, 0), 'under-supplied', false],
    [[wanted(10)], supply(5, 5), 'saturated', true],
    [[wanted(100)], supply(11, 2), 'balanced', false],
  ] as const)('%o against %o is %s', (demands, made, standing, braked) => {
    const cell = cellOf(demands, [made], made.homes)
    expect(cell.standing).toBe(standing)
    expect(isBraked(cell.standing)).toBe(braked)
  })
  test('units are never added up: each has its own line, and they lose nothing', () => {
    const cell = cellOf([wanted(40), wanted(7, 'b', 'buyer', 'kilogram'), wanted(3, 'b', 'order', 'تخته')], [supply(4, 2)], 4)
    expect(cell.lines.map(({ unit, demand, homes }) => [unit, demand.total, homes])).toEqual([
      ['piece', 40, 4],
      ['kilogram', 7, 0],
      ['تخته', 3, 0],
    ])
  })
  test.each([
    [
      'a unit wanted and made speaks before one that is wanted alone',
      [wanted(100), wanted(900, 'b', 'buyer', 'pack')],
      [supply(11, 2)],
      'balanced',
    ],
    [
      'of two that are wanted and made the worse speaks',
      [wanted(100), wanted(10, 'b', 'buyer', 'pack')],
      [supply(1, 2), supply(5, 5, 'pack')],
      'saturated',
    ],
    ['wanted in one and made in another is compared with nothing', [wanted(100)], [supply(5, 5, 'kilogram')], 'not-compared'],
    ['wanted in two and made in none is a lack', [wanted(100), wanted(5, 'b', 'buyer', 'pack')], [], 'under-supplied'],
    ['made in two and wanted in none has no market', [], [supply(5, 5), supply(5, 5, 'kilogram')], 'without-market'],
    ['nothing at all has no market', [], [], 'without-market'],
  ] as const)('%s', (_says, demands, supplies, standing) => {
    const cell = cellOf(demands, supplies, 5)
    expect(cell.standing).toBe(standing)
    // The brake holds where more is made than wanted or nobody wants it, and not where nobody can compare.
    expect(isBraked(cell.standing)).toBe(standing === 'saturated' || standing === 'without-market')
    expect(cell.concentration).toBe(cell.lines[0]?.concentration ?? null)
  })
  test('one workshop that makes much does not saturate an occupation of small ones: the home in the middle counts', () => {
    expect(cellOf([wanted(100)], [{ unit: 'piece', homes: 5, weekly: 200, medianWeekly: 2 }], 5).standing).not.toBe('saturated')
  })
  test('one buyer is a risk, two equal ones are not; who buys in two ways is one buyer', () => {
    expect(isOneBuyer({ concentration: concentrationOf([wanted(10), wanted(5, 'a', 'pledge')]) })).toBe(true)
    expect(concentrationOf([wanted(10), wanted(10, 'b')])).toBeCloseTo(0.5)
    expect(isOneBuyer({ concentration: concentrationOf([wanted(10), wanted(10, 'b')]) })).toBe(false)
    expect(concentrationOf([])).toBeNull()
  })
  test('what is due within a month or late is wanted within a month; a year spreads it over twelve', () => {
    expect([monthlyOf(60, -5), monthlyOf(60, 10)]).toEqual([60, 60])
    expect(monthlyOf(1200, 365)).toBeCloseTo(100)
  })
  test('a promise bound to no county is for those of the plan, in equal parts, and nothing is lost', () => {
    const parts = spread(90, [], ['1801', '1802', '1803'])
    expect([...parts.values()]).toEqual([30, 30, 30])
    expect([...spread(90, ['1803'], ['1801'])]).toEqual([['1803', 90]])
  })
})
describe('location quotients', () => {
  test('where every county is alike, each is one and nothing is said', () => {
    const alike = invented('alike', 5, 3).map(({ group, county }) => ({ group, county, people: 100 }))
    expect(quotientsOf(alike).map(({ raw, shrunk, says }) => [raw, shrunk, says])).toEqual(Array(15).fill([1, 1, 'nothing']))
  })
  test.each(['one', 'two', 'three'])(
    'a quotient is drawn towards one and never past it, its interval holds it, and it is the same for all who look (%s)',
    (seed) => {
      const counts = invented(seed)
      const found = quotientsOf(counts)
      expect(found.length).toBeGreaterThan(50)
      for (const { raw, shrunk, low, high } of found) {
        expect(Math.abs(shrunk - 1)).toBeLessThanOrEqual(Math.abs(raw - 1) + 1e-9)
        expect((shrunk - 1) * (raw - 1)).toBeGreaterThanOrEqual(-1e-9)
        expect(low).toBeLessThanOrEqual(shrunk)
        expect(high).toBeGreaterThanOrEqual(shrunk)
      }
      expect(quotientsOf(counts)).toEqual(found)
    },
  )
  test('a small county has the wider interval, and only what lies wholly on one side of one is said', () => {
    const counts = ['a', 'b', 'c', 'd'].flatMap((county, at) => {
      const size = county === 'a' ? 60 : 60_000
      const share = [0.2, 0.2, 0.1, 0.05][at] ?? 0
      return [
        { group: 'food', county, people: Math.round(size * share) },
        { group: 'other', county, people: Math.round(size * (1 - share)) },
      ]
    })
    const [small, large, even, low] = quotientsOf(counts).filter(({ group }) => group === 'food')
    if (small === undefined || large === undefined) throw new Error('four counties stand above')
    expect(small.high - small.low).toBeGreaterThan(large.high - large.low)
    expect([large.says, low?.says]).toEqual(['above', 'below'])
    expect([small.says, even?.raw].every((one) => one !== undefined)).toBe(true)
    expect(small.says).toBe('nothing')
  })
  test('no figures, no quotients', () => {
    expect(quotientsOf([])).toEqual([])
    expect(quotientsOf([{ group: 'food', county: 'a', people: 0 }])).toEqual([])
  })
})
test.each(Array.from({ length: 20 }, (_, at) => `seed ${at}`))(
  'the three parts of a change add up to it exactly, in whole people (%s)',
  (seed) => {
    const [before, after] = [invented(`${seed} before`), invented(`${seed} after`)]
    const shifts = shiftShareOf(before, after)
    expect(shifts).toHaveLength(60)
    for (const one of shifts) {
      expect(one.general + one.mix + one.local).toBe(one.after - one.before)
      expect([one.general, one.mix, one.local].every(Number.isInteger)).toBe(true)
    }
  },
)
test('a county that grows like its trade has nothing of its own; what stands in one year only is not compared', () => {
  const before = ['a', 'b'].flatMap((county) => [
    { group: 'food', county, people: 100 },
    { group: 'fish', county, people: 200 },
  ])
  const after = before.map((one) => ({ ...one, people: one.group === 'food' ? 150 : 200 }))
  expect(shiftShareOf(before, [...after, { group: 'new', county: 'a', people: 9 }]).map(({ local }) => local)).toEqual([0, 0, 0, 0])
})
test('a study that has ended or found nothing is not concluded, and against the brake a reason is written', () => {
  const finding = { verdict: 'offer', isBraked: false, says: 'خریدار هست.' } as const
  expect(reasonsNotToConclude('under-way', [finding])).toEqual([])
  expect(reasonsNotToConclude('concluded', [finding])).toEqual(['amayesh.study-ended'])
  expect(reasonsNotToConclude('under-way', [])).toEqual(['amayesh.no-findings'])
  expect(reasonsNotToConclude('under-way', [{ ...finding, isBraked: true }])).toEqual(['amayesh.offered-against-the-brake'])
  expect(reasonsNotToConclude('under-way', [{ ...finding, verdict: 'wait', isBraked: true }])).toEqual([])
  expect(reasonsNotToConclude('under-way', [{ ...finding, isBraked: true, says: 'ا'.repeat(LONG_REASON) }])).toEqual([])
})

describe('the season of an occupation', () => {
  const FARVARDIN_1404 = 1404 * 12
  const twoYears = { first: FARVARDIN_1404, last: FARVARDIN_1404 + 23 }
  const times = (month: number, orders: number): readonly number[] => Array<number>(orders).fill(month)
  const yearly = (perMonth: (place: number) => number, years = 2): readonly number[] =>
    Array.from({ length: 12 * years }, (_, at) => times(FARVARDIN_1404 + at, perMonth(at % 12))).flat()

  test('months are those of the Jalali calendar, and go on over the new year', () => {
    expect([monthOf('2026-03-20'), monthOf('2026-03-21')]).toEqual([1404 * 12 + 11, 1405 * 12])
    for (const month of [1405 * 12, 1405 * 12 + 7, 1405 * 12 + 11]) expect(monthOf(firstDayOf(month))).toBe(month)
    expect(firstDayOf(1405 * 12)).toBe('2026-03-21')
  })
  test('an occupation wanted alike all year has an index of one in every month; autumn work has it in autumn alone', () => {
    expect(
      seasonOf(
        yearly(() => 2),
        twoYears,
      ).indices,
    ).toEqual(Array(12).fill(1))
    const dates = seasonOf(
      yearly((place) => (place >= 6 && place <= 8 ? 4 : 0)),
      { first: FARVARDIN_1404, last: FARVARDIN_1404 + 23 },
    )
    expect(dates.indices?.slice(0, 6)).toEqual(Array(6).fill(0))
    // Four orders in each Mehr, Aban and Azar of two years, and eighteen months since the first: three times as many as in a month on average.
    expect(dates.indices?.slice(6, 9)).toEqual([3, 3, 3])
  })
  test('a month that was seen twice counts by the mean of both, so that an index does not grow by being seen more often', () => {
    // Thirteen months, two orders each: Farvardin is seen twice.
    const orders = Array.from({ length: 13 }, (_, at) => times(FARVARDIN_1404 + at, 2)).flat()
    expect(seasonOf(orders, { first: FARVARDIN_1404, last: FARVARDIN_1404 + 12 }).indices).toEqual(Array(12).fill(1))
  })
  test.each([
    ['no order at all', [], { months: 0, lacks: 'orders' }],
    ['eleven months', times(FARVARDIN_1404 + 13, 40), { months: 11, lacks: 'months' }],
    ['a year with too few orders', times(FARVARDIN_1404 + 12, FEWEST_ORDERS - 1), { months: 12, lacks: 'orders' }],
    [
      'orders of months that are not over, or were not read',
      [...times(FARVARDIN_1404 + 24, 40), ...times(FARVARDIN_1404 - 1, 40)],
      { months: 0, lacks: 'orders' },
    ],
  ] as const)('of %s nothing is said but what is lacking', (_says, orders, lacking) => {
    expect(seasonOf(orders, twoYears)).toEqual({ ...lacking, indices: null })
  })
  test('occupations complete each other when one is wanted while the other rests; what never moves completes nothing', () => {
    const indexOf = (perMonth: (place: number) => number): readonly number[] => seasonOf(yearly(perMonth), twoYears).indices ?? []
    const [autumn, spring] = [indexOf((place) => (place >= 6 ? 4 : 1)), indexOf((place) => (place >= 6 ? 1 : 4))]
    const even = indexOf(() => 2)
    const found = complementsOf(autumn, [
      ['spring', spring],
      ['even', even],
      ['alike', autumn],
    ])
    expect(found.map(({ named }) => named)).toEqual(['spring'])
    expect(found[0]?.correlation).toBeCloseTo(-1)
    expect(complementsOf(autumn, [])).toEqual([])
  })
})
