import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jalaliOf } from '../../../platform/jalali.ts'
import { addDays } from '../../../platform/time.ts'
import { hourlyOver, incomeMonths, type Payment, standingOn } from './earning.ts'
import { addMonths, dayMonthsAfter, daysOf, monthOf, monthsBetween, monthsFrom } from './months.ts'
import { deflatorOf, reasonsNotToEnter } from './prices.ts'

const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2026-01-01', n))
const paid = (more: Partial<Payment> = {}): Payment => ({
  buyerId: 'a',
  paidOn: '2026-11-23',
  confirmedOn: '2026-11-24',
  paidRial: 9_000_000,
  costsRial: 1_000_000,
  minutes: 900,
  ...more,
})
const nominal = { real: () => null }
const terms = { sustained: { earning: 9, of: 12 }, interrupted: 2 }
const earned = (...months: readonly string[]) => months.map((month) => ({ month }))

describe('months of the Jalali year', () => {
  test('the last day of Aban is another month than the first of Azar', () => {
    expect([monthOf('2026-11-21'), monthOf('2026-11-22')]).toEqual(['1405-08', '1405-09'])
    expect(daysOf('1405-08')).toEqual({ first: '2026-10-23', last: '2026-11-21' })
  })
  test('31 Shahrivar and three months is 30 Azar; the last of Esfand and a year stays within Esfand', () => {
    expect(jalaliOf(dayMonthsAfter('2026-09-22', 3))).toEqual({ year: 1405, month: 9, day: 30 })
    expect(jalaliOf(dayMonthsAfter('2025-03-20', 12))).toEqual({ year: 1404, month: 12, day: 29 })
  })
  test('whatever the day and the number of months, counting them back gives the number', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, n) => {
        const later = dayMonthsAfter(day, n)
        expect(monthsBetween(monthOf(day), monthOf(later))).toBe(n)
        expect(addMonths(monthOf(later), -n)).toBe(monthOf(day))
        const { first, last } = daysOf(monthOf(day))
        expect(first <= day && day <= last && monthOf(addDays(last, 1)) === addMonths(monthOf(day), 1)).toBe(true)
        expect(monthsFrom(monthOf(day), monthOf(later))).toHaveLength(n + 1)
      }),
    )
  })
})
describe('income of a month', () => {
  test('is what stayed with her; an hour counts what was measured alone', () => {
    const months = incomeMonths([paid(), paid({ buyerId: 'b', minutes: null, paidRial: 2_000_000, costsRial: 0 })], nominal)
    expect(months).toEqual([{ month: '1405-09', netRial: 10_000_000, realRial: null, minutes: 900, measuredRial: 8_000_000, buyers: 2 }])
    expect(hourlyOver(months)).toBe(533_333)
    expect(hourlyOver(incomeMonths([paid({ minutes: null })], nominal))).toBeNull()
  })
  test('a month in which she spent more than she got is no month with income', () => {
    expect(incomeMonths([paid({ paidRial: 1_000_000, costsRial: 1_000_000 })], nominal)).toEqual([])
  })
  test('no rial is lost or counted twice, in whatever order payments come and on whatever side of a month they fall', () => {
    const payments = fc.array(fc.record({ on: days, rial: fc.integer({ min: 1, max: 50_000_000 }) }), { maxLength: 40 })
    fc.assert(
      fc.property(payments, (given) => {
        const all = given.map(({ on, rial }) => paid({ paidOn: on, paidRial: rial, costsRial: 0 }))
        const months = incomeMonths(all, nominal)
        expect(months.reduce((sum, { netRial }) => sum + netRial, 0)).toBe(given.reduce((sum, { rial }) => sum + rial, 0))
        expect(incomeMonths(all.toReversed(), nominal)).toEqual(months)
        expect(months.map(({ month }) => month)).toEqual([...new Set(given.map(({ on }) => monthOf(on)))].toSorted())
      }),
    )
  })
})
describe('where her earning stands', () => {
  const year = monthsFrom('1404-09', '1405-08')
  test('nothing earned is not yet; two months without income fall back, and the running month is not held against her', () => {
    expect(standingOn([], '2026-11-23', terms)).toBe('not-yet')
    expect(standingOn(earned('1405-07'), '2026-11-23', terms)).toBe('earning')
    expect(standingOn(earned('1405-06'), '2026-11-23', terms)).toBe('interrupted')
    expect(standingOn(earned('1405-06', '1405-09'), '2026-11-23', terms)).toBe('earning')
  })
  test('nine of the last twelve months last; after a silence they do not any more', () => {
    expect(standingOn(earned(...year.slice(3)), '2026-11-23', terms)).toBe('sustained')
    expect(standingOn(earned(...year.slice(4)), '2026-11-23', terms)).toBe('earning')
    expect(standingOn(earned(...year.slice(3)), '2027-03-01', terms)).toBe('interrupted')
  })
  test('what is paid later than the day that is asked about changes nothing on that day', () => {
    fc.assert(
      fc.property(fc.array(days, { maxLength: 20 }), days, (paidOn, today) => {
        const months = earned(...paidOn.map(monthOf))
        expect(standingOn(months, today, terms)).toBe(
          standingOn(
            months.filter(({ month }) => month <= monthOf(today)),
            today,
            terms,
          ),
        )
      }),
    )
  })
  test('one month of income more never makes it worse', () => {
    const order = ['not-yet', 'interrupted', 'earning', 'sustained']
    fc.assert(
      fc.property(fc.array(days, { maxLength: 20 }), days, days, (paidOn, more, today) => {
        const before = standingOn(earned(...paidOn.map(monthOf)), today, terms)
        const after = standingOn(earned(...paidOn.map(monthOf), monthOf(more)), today, terms)
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }),
    )
  })
})
describe('prices', () => {
  const price = (month: string, hundredths: number, more: { baseYear?: number; edition?: number } = {}) => ({
    month,
    hundredths,
    baseYear: 1400,
    edition: 1,
    ...more,
  })
  test('a rial of a month with twice the prices is half a rial of the base month; without prices nobody guesses', () => {
    const { real } = deflatorOf([price('1404-10', 20_000), price('1405-08', 40_000)], '1404-10')
    expect([real(9_000_001, '1405-08'), real(9, '1404-10'), real(9, '1405-07')]).toEqual([4_500_001, 9, null])
    expect(deflatorOf([price('1405-08', 40_000)], '1404-10').real(9, '1405-08')).toBeNull()
  })
  test('base years are never mixed, and of a month the last correction holds', () => {
    const mixed = [price('1404-10', 20_000), price('1405-08', 300, { baseYear: 1404 })]
    expect(deflatorOf(mixed, '1404-10').real(100, '1405-08')).toBeNull()
    const corrected = [price('1404-10', 20_000), price('1405-08', 50_000, { edition: 2 }), price('1405-08', 40_000)]
    expect(deflatorOf(corrected, '1404-10').real(100, '1405-08')).toBe(40)
  })
  test('a month is entered once it is over', () => {
    expect(reasonsNotToEnter('1405-09', '2026-11-23')).toEqual(['outcomes.month-not-over'])
    expect(reasonsNotToEnter('1405-08', '2026-11-22')).toEqual([])
  })
})
