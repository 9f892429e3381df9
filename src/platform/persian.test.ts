import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  maskedNationalId,
  nationalIdCheckDigit,
  parseLegalId,
  parseMobile,
  parseNationalId,
  parsePostalCode,
  parseSheba,
} from './identifiers.ts'
import { isoOfJalali, jalaliOf, readDate } from './jalali.ts'
import { asciiDigits, nameKey, searchKey, tidyText } from './persian.ts'

describe('text', () => {
  test.each([
    ['علي كريمي', 'علی کریمی'],
    ['  فاطمه‌زهرا  ', 'فاطمه‌زهرا'],
    ['مریم\u202e\u0000 رضایی', 'مریم رضایی'],
    ['زینب \u200c بحرینی', 'زینب بحرینی'],
    ['عوض¬پور', 'عوض‌پور'],
    ['گل\u200bنسا\ufeff', 'گل‌نسا'],
    ['مریم\u2003\u3000دشتی', 'مریم دشتی'],
    ['ﻓﺎﻃﻤﻪ', 'فاطمه'],
    ['a¬b\ud800', 'a¬b\ufffd'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyText(typed)).toBe(kept)
  })
  test.each([
    ['فاطمه زهرا', 'دشتی', 'فاطمه‌زهرا', 'دشتي'],
    ['سیده مریم', 'عبدالله‌زاده', 'مریم', 'عبداله زاده'],
    ['آمنه', 'رئیسی', 'امنه', 'رییسی'],
    ['زائر فاطمه', 'دشتی', 'فاطمه', 'دشتی'],
    ['اشرف‌السادات', 'موسوی', 'اشرف', 'موسوی'],
    ['فاطمه سادات', 'موسوی', 'فاطمه‌سادات', 'موسوی'],
    ['مرضیـــه', 'نعمت‌الله زاده', 'مرضِیه', 'نعمت اله‌زاده'],
  ])('%s %s and %s %s have one name key', (given, family, otherGiven, otherFamily) => {
    expect(nameKey(given, family)).toBe(nameKey(otherGiven, otherFamily))
  })
  test('two women of different names have different keys', () => {
    expect(nameKey('فاطمه', 'دشتی')).not.toBe(nameKey('فاطمه', 'دشتستانی'))
  })
  test('a name that is only a title is kept in the key', () => {
    expect(nameKey('خانم', 'دشتی')).not.toBe(nameKey('مریم', 'دشتی'))
    expect(nameKey('خانم', 'دشتی')).not.toBe(nameKey('', 'دشتی'))
  })
  test('tidying twice is tidying once, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (typed) => tidyText(tidyText(typed)) === tidyText(typed) && typeof searchKey(typed) === 'string',
      ),
    )
  })
})
describe('identifiers', () => {
  test.each(['3490000013', '3490000013.0', '349/0000013', '۳۵۱۰۰۰۱۲۳۰', '٣٥٤٠٠٠٧٧٧٦', '355-004321-1'])('%s is a national ID', (typed) => {
    expect(parseNationalId(typed)).toMatchObject({ value: expect.stringMatching(/^\d{10}$/) })
  })
  test.each(['3490000014', '1111111111', '12345', 'abc', '', '34900000131'])('%s is none', (typed) => {
    expect(parseNationalId(typed)).toHaveProperty('reason')
  })
  test('zeros a spreadsheet lost are put back, and said to be', () => {
    expect(parseNationalId('123456788')).toHaveProperty('reason')
    const value = `0${'04567891'}`
    const whole = `${value}${nationalIdCheckDigit(value)}`
    expect(parseNationalId(String(Number(whole)))).toEqual({ value: whole, isPadded: true })
  })
  test('every single wrong digit is found unless the remainder rule lets it pass', () => {
    expect(parseNationalId('3490000023')).toHaveProperty('reason')
    expect(maskedNationalId('3501234567')).toBe('3501****67')
  })
  test.each(['09171234567', '۰۹۱۷۱۲۳۴۵۶۷', '+98 917 123 4567', '00989171234567', '9171234567', '98-9171234567'])(
    '%s is one mobile number',
    (typed) => {
      expect(parseMobile(typed)).toEqual({ value: '+989171234567' })
    },
  )
  test('a Sheba has a check of its own', () => {
    expect(parseSheba('IR06 2960 0000 0010 0324 2000 01')).toEqual({ value: 'IR062960000000100324200001' })
    expect(parseSheba('۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱')).toEqual({ value: 'IR062960000000100324200001' })
    expect(parseSheba('IR062960000000100324200002')).toHaveProperty('reason')
  })
  test('a legal ID has a check digit', () => {
    expect(parseLegalId('10380284790')).toEqual({ value: '10380284790' })
    expect(parseLegalId('10380284792')).toHaveProperty('reason')
    expect(parsePostalCode('7513613111')).toEqual({ value: '7513613111' })
    expect(parsePostalCode('0513613111')).toHaveProperty('reason')
  })
})
describe('dates', () => {
  test.each([
    ['۱۴۰۲/۷/۳', '2023-09-25'],
    ['1402-07-03', '2023-09-25'],
    ['۱۴۰۲۰۷۰۳', '2023-09-25'],
    ['۳ مهر ۱۴۰۲', '2023-09-25'],
    ['3/7/1402', '2023-09-25'],
    ['2023-09-25', '2023-09-25'],
    ['45194', '2023-09-25'],
    ['۱۴۰۳/۱۲/۳۰', '2025-03-20'],
  ])('%s is %s', (typed, iso) => {
    expect(readDate(typed)).toEqual({ iso })
  })
  test.each([
    ['۱۴۰۲/۱۲/۳۰', 'date-no-such-day'],
    ['02/7/3', 'date-ambiguous'],
    ['نمی‌دانم', 'date-unreadable'],
    ['2023-02-30', 'date-no-such-day'],
    ['1402/13/1', 'date-no-such-day'],
  ])('%s is asked about: %s', (typed, reason) => {
    expect(readDate(typed)).toEqual({ reason })
  })
  test('conversion agrees with ICU from 1200 to 1600 and back', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' })
    fc.assert(
      fc.property(
        fc.integer({ min: 1200, max: 1599 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const iso = isoOfJalali(year, month, day)
          if (iso === undefined) return day > 29
          const parts = Object.fromEntries(icu.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => [type, value]))
          expect([Number(parts.year), Number(parts.month), Number(parts.day)]).toEqual([year, month, day])
          expect(jalaliOf(iso)).toEqual({ year, month, day })
          return true
        },
      ),
      { numRuns: 2000 },
    )
  })
  test('digits of three scripts are one', () => {
    expect(asciiDigits('۱۲٣4')).toBe('1234')
  })
})
