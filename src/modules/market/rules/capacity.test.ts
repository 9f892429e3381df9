import fc from 'fast-check'
import { expect, test } from 'vitest'
import { achievedIn, blockedDaysWithin, capacityWithin, reasonsNotToLower, weeklyOf } from './capacity.ts'

test('what a test lot showed stands before what she hopes; what she delivered only raises it', () => {
  expect(weeklyOf({ declared: 10, tested: null, achieved: null })).toEqual({ pieces: 10, basis: 'declared' })
  expect(weeklyOf({ declared: 10, tested: 6, achieved: null })).toEqual({ pieces: 6, basis: 'tested' })
  expect(weeklyOf({ declared: 10, tested: 6, achieved: 4 })).toEqual({ pieces: 6, basis: 'tested' })
  expect(weeklyOf({ declared: 10, tested: 6, achieved: 8 })).toEqual({ pieces: 8, basis: 'achieved' })
})
test('a guide takes it down with a reason, and never up', () => {
  const known = { pieces: 10, basis: 'tested' } as const
  expect(reasonsNotToLower({ loweredTo: null, loweredReason: null }, known)).toEqual([])
  expect(reasonsNotToLower({ loweredTo: 9, loweredReason: 'tools' }, known)).toEqual([])
  expect(reasonsNotToLower({ loweredTo: 10, loweredReason: 'tools' }, known)).toEqual(['market.lowered-above'])
  expect(reasonsNotToLower({ loweredTo: 9, loweredReason: null }, known)).toEqual(['market.lowered-without-reason'])
  expect(reasonsNotToLower({ loweredTo: null, loweredReason: 'season' }, known)).toEqual(['market.lowered-without-reason'])
})
test('weeks she blocked make nothing, from their Saturday to their Friday, as far as they lie before the day of delivery', () => {
  // Today is a Monday; this week began two days ago and ends on Friday.
  expect(blockedDaysWithin([0], 28)).toBe(5)
  expect(blockedDaysWithin([7], 28)).toBe(7)
  expect(blockedDaysWithin([7], 8)).toBe(3)
  expect(blockedDaysWithin([35], 28)).toBe(0)
  expect(capacityWithin({ weekly: 10, days: 28, blockedDays: 7 })).toBe(30)
  expect(capacityWithin({ weekly: 10, days: 5, blockedDays: 5 })).toBe(0)
})
test('whatever is blocked, blocked days lie between nothing and the whole span, and capacity is never below nothing', () => {
  const mondays = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 12 })
  fc.assert(
    fc.property(mondays, fc.integer({ min: -6, max: 0 }), fc.integer({ min: 0, max: 60 }), (weeks, first, days) => {
      const blockedDays = blockedDaysWithin(
        weeks.map((week) => first + week * 7),
        days,
      )
      expect(blockedDays).toBeGreaterThanOrEqual(0)
      expect(blockedDays).toBeLessThanOrEqual(days)
      expect(capacityWithin({ weekly: 10, days, blockedDays })).toBeGreaterThanOrEqual(0)
    }),
  )
})
test('a delivery shows pieces a week, over one week at least', () => {
  expect(achievedIn(20, 14)).toBe(10)
  expect(achievedIn(20, 2)).toBe(20)
})
