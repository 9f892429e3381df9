import { expect, test } from 'vitest'
import { besideBudget, growthExponent, median, perSecond } from './bench.ts'

test.each([
  ['flat', () => 7, 0],
  ['even', (size: number) => 3 * size, 1],
  ['the square', (size: number) => size * size, 2],
] as const)('what grows %s has its exponent', (_name, of, exponent) => {
  expect(growthExponent([1_000, 2_000, 4_000, 8_000].map((size) => [size, of(size)]))).toBeCloseTo(exponent)
})
test('the middle one is not moved by one that lies far off', () => {
  expect(median([1, 2, 900])).toBe(2)
})
test('a measure beside its budget is told as the share that is used', () => {
  expect(besideBudget('page', 36, 48, 'kB')).toEqual({ figure: 'page (36 kB of 48)', value: 0.75, unit: '× budget' })
  expect(besideBudget('page', 1.8, 1.5, 's').value).toBe(1.2)
})
test('every task is done once, by no more connections than are given', async () => {
  let [open, most] = [0, 0]
  const done: number[] = []
  await perSecond([1, 2, 3, 4, 5], 2, async (task) => {
    open += 1
    most = Math.max(most, open)
    await Promise.resolve()
    done.push(task)
    open -= 1
  })
  expect([done.toSorted((one, other) => one - other), most]).toEqual([[1, 2, 3, 4, 5], 2])
})
