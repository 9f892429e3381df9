import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digits, formatDate, formatInstant, formatMoney } from './format.ts'

test.each([
  ['short', '۱۴۰۵/۰۹/۰۲'],
  ['long', '۲ آذر ۱۴۰۵'],
  ['full', 'دوشنبه ۲ آذر ۱۴۰۵'],
  ['month', 'آذر ۱۴۰۵'],
] as const)('the %s form of a day is %s', (style, spelled) => {
  expect(formatDate('2026-11-23', 'fa', style)).toBe(spelled)
})
test('the last day of a leap year is spelled', () => {
  expect(formatDate('2025-03-20', 'fa')).toBe('۳۰ اسفند ۱۴۰۳')
})
test('the parts of a file number keep their order in a Persian sentence', () => {
  expect(digits('پروندهٔ 2391-6773-8', 'fa')).toBe('پروندهٔ \u2066۲۳۹۱-۶۷۷۳-۸\u2069')
})
test('an instant is told in Tehran, past midnight too', () => {
  expect(formatInstant('2026-11-22T21:00:00Z', 'fa')).toBe('۲ آذر ۱۴۰۵، ۰۰:۳۰')
})
test('money always shows its unit', () => {
  expect(formatMoney(20_000_000, 'fa')).toBe('۲۰٬۰۰۰٬۰۰۰ ریال')
  expect(formatMoney(20_000_000, 'fa', 'toman')).toBe('۲٬۰۰۰٬۰۰۰ تومان')
})
test('no Latin digit is left in Persian, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(digits(text, 'fa')).not.toMatch(/[0-9]/)
    }),
  )
})
