import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourlyOf, reasonsBelowFloor } from './floor.ts'

test('an hour is reckoned after what she spends, and is not guessed', () => {
  expect(hourlyOf({ rateRial: 100_000, costsRial: 0, minutesPerPiece: 40 })).toBe(150_000)
  expect(hourlyOf({ rateRial: 100_000, costsRial: 40_000, minutesPerPiece: 40 })).toBe(90_000)
  expect(hourlyOf({ rateRial: 100_000, costsRial: 0, minutesPerPiece: null })).toBeNull()
})
test('I6: whatever is offered, no lot goes out below the floor of an hour without a signed exception', () => {
  const rial = fc.integer({ min: 1, max: 2_000_000 })
  const offer = fc.record({
    rateRial: rial,
    costsRial: fc.integer({ min: 0, max: 500_000 }),
    minutesPerPiece: fc.option(fc.integer({ min: 1, max: 600 })),
    floorRial: rial,
    hasException: fc.boolean(),
    smallestLot: fc.integer({ min: 1, max: 20 }),
  })
  fc.assert(
    fc.property(offer, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (one, quantities) => {
      const hourlyRial = hourlyOf(one)
      const isTestLot = hourlyRial === null && Math.max(...quantities) <= one.smallestLot
      const isAtFloor = hourlyRial !== null && hourlyRial >= one.floorRial
      const isLetThrough = reasonsBelowFloor(quantities, { ...one, hourlyRial }).length === 0
      expect(isLetThrough).toBe(one.hasException || isTestLot || isAtFloor)
    }),
  )
})
test('at the floor it goes out, a rial below it does not, and a letter lets it', () => {
  const at = (hourlyRial: number | null, hasException = false) =>
    reasonsBelowFloor([5], { hourlyRial, floorRial: 500, hasException, smallestLot: 5 })
  expect(at(500)).toEqual([])
  expect(at(499)).toEqual(['market.below-floor'])
  expect(at(499, true)).toEqual([])
  expect(at(null)).toEqual([])
  expect(reasonsBelowFloor([6], { hourlyRial: null, floorRial: 500, hasException: false, smallestLot: 5 })).toEqual(['market.not-measured'])
})
