import { expect, test } from 'vitest'
import { boardOf } from './board.ts'
import type { Sum } from './board-table.ts'

const TODAY = 20_000
const sum = (countyCode: string, measure: string, n: number, more: Partial<Sum> = {}): Sum => {
  const days = { over12: 0, over24: 0, past: 0, first: TODAY }
  return { countyCode, measure, dimension: 'all', value: 'all', n, ...days, ...more }
}
const facts = { bars: [], today: TODAY, pilots: new Set<string>(), places: new Map<string, number>(), countyCode: null, smallest: 10 }
const linesOf = (sums: readonly Sum[], counties: readonly string[]) =>
  boardOf({ ...facts, sums, counties }).find(({ name }) => name === 'grievances')?.lines ?? []

test('of complaints that have fallen due, the share answered in time with its interval; what is open and not due yet is in none', () => {
  const sums = ['1803', '1804', 'unknown'].flatMap((county) => [
    sum(county, 'grievance-in-time', 20),
    sum(county, 'grievance-late', 8),
    sum(county, 'grievance-open', 9, { past: 4 }),
    sum(county, 'grievance-in-time', 20, { dimension: 'grievance-desk', value: 'agency' }),
    sum(county, 'grievance-late', 12, { dimension: 'grievance-desk', value: 'office' }),
  ])
  const lines = linesOf(sums, ['1803', '1804'])
  expect(lines[0]).toMatchObject({
    by: 'all',
    n: 96,
    parts: [
      { name: 'yes', n: 60 },
      { name: 'no', n: 36 },
    ],
  })
  expect(lines[0]?.share?.value).toBeCloseTo(0.625)
  expect(lines[0]?.share?.low).toBeCloseTo(0.5253, 3)
  expect(lines.filter(({ by }) => by === 'county').map(({ key, n }) => [key, n])).toEqual([
    ['1803', 32],
    ['1804', 32],
    ['unknown', 32],
  ])
  expect(lines.filter(({ by }) => by === 'grievance-desk').map(({ key, n }) => [key, n])).toEqual([
    ['agency', 60],
    ['office', 36],
  ])
})
test('few complaints of a county are hidden, and one who subtracts finds no fewer than ten either', () => {
  const lines = linesOf(
    [sum('1803', 'grievance-in-time', 40), sum('1804', 'grievance-in-time', 14), sum('1805', 'grievance-in-time', 3)],
    ['1803', '1804', '1805'],
  )
  expect(lines.filter(({ by }) => by === 'county').map(({ key, n }) => [key, n])).toEqual([
    ['1803', 40],
    ['1804', null],
    ['1805', null],
    ['rest 1804 1805', 17],
  ])
})
test('a county in which few wait still says who was admitted of how many places, and with which other the rest is told', () => {
  const of = (countyCode: string, placed: number, waiting: number, refused: number) => [
    sum(countyCode, 'placed', placed),
    sum(countyCode, 'waiting', waiting),
    sum(countyCode, 'refused', refused),
    sum(countyCode, 'at-desk', waiting, { dimension: 'desk', value: 'office' }),
  ]
  const sums = [...of('1801', 21, 12, 32), ...of('1802', 17, 6, 18), ...of('1803', 36, 29, 46)]
  const places = new Map([['1802', 17]])
  const board = (countyCode: string | null) => boardOf({ ...facts, sums, places, counties: ['1801', '1802', '1803'], countyCode })
  const figure = (countyCode: string | null, name: string) => board(countyCode).find((one) => one.name === name)?.lines ?? []
  expect(figure('1802', 'women')[0]).toMatchObject({
    n: 41,
    parts: [
      { name: 'admitted', n: 17 },
      { name: 'not-admitted', n: 24 },
      { name: 'places', n: 17 },
    ],
    with: ['1801'],
  })
  expect(figure('1802', 'waiting')).toMatchObject([{ n: null, with: ['1801'] }])
  expect(figure('1802', 'desks')).toMatchObject([{ by: 'desk', n: null, with: ['1801'] }])
  expect(figure(null, 'waiting').map(({ key, n }) => [key, n])).toEqual([
    ['all', 47],
    ['1801', null],
    ['1802', null],
    ['1803', 29],
    ['rest 1801 1802', 18],
  ])
})
test('while hardly anybody is admitted, those who wait are told beside all others', () => {
  const waits = (countyCode: string, n: number) => [
    sum(countyCode, 'waiting', n),
    sum(countyCode, 'at-desk', n, { dimension: 'desk', value: 'office' }),
  ]
  const sums = [sum('1801', 'placed', 3), ...waits('1801', 40), sum('1801', 'aside', 15), ...waits('1802', 30), sum('1802', 'aside', 11)]
  const [whole] = boardOf({ ...facts, sums, counties: ['1801', '1802'] }).find(({ name }) => name === 'women')?.lines ?? []
  expect(whole).toMatchObject({
    n: 99,
    parts: [
      { name: 'waiting', n: 70 },
      { name: 'not-waiting', n: 29 },
    ],
    share: null,
  })
})
