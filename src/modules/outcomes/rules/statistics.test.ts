import { expect, test } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { lowRank, medianOf, wilson } from './statistics.ts'

test.each([
  [9, 12, 0.467, 0.911],
  [300, 400, 0.705, 0.79],
  [0, 20, 0, 0.161],
  [20, 20, 0.839, 1],
])('%i of %i lies between %f and %f', (count, n, low, high) => {
  const told = wilson(count, n)
  expect(told?.low).toBeCloseTo(low, 2)
  expect(told?.high).toBeCloseTo(high, 2)
})
test('a share of nobody is no figure', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(medianOf([{ at: 3, n: 5 }])).toBeNull()
})
test.each([
  [6, 1],
  [10, 2],
  [20, 6],
  [50, 18],
  [100, 40],
  [1000, 469],
])('of %i values the interval begins at rank %i, as tables of the sign test say', (n, rank) => {
  expect(lowRank(n)).toBe(rank)
})
test('the median of counts is that of the values themselves, whatever they are', () => {
  const random = seededRandom('medians')
  for (let round = 0; round < 200; round += 1) {
    const values = Array.from({ length: random.whole(6, 80) }, () => random.whole(0, 40)).toSorted((a, b) => a - b)
    const bars = [...new Set(values)].map((at) => ({ at, n: values.filter((value) => value === at).length }))
    const half = values.length / 2
    const median = values.length % 2 === 1 ? values[Math.floor(half)] : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2
    const rank = lowRank(values.length)
    expect(medianOf(bars)).toEqual({ value: median, low: values[rank - 1], high: values[values.length - rank] })
  }
})
