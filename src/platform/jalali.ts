import { asciiDigits, searchKey } from './persian.ts'

const MONTHS = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'ابان', 'اذر', 'دی', 'بهمن', 'اسفند']

/** Day number of 1970-01-01 in the count that begins on 1 Farvardin of year 1. */
const UNIX_DAY = 492_269
/** Years the 33-year rule calls leap but the sky does not (ICU has the same list up to 1600); the year after takes the day. */
const NOT_LEAP: ReadonlySet<number> = new Set([1502])
const DAY = 86_400_000

/** Days from 1 Farvardin of year 1 to 1 Farvardin of a year, by the 33-year rule. */
function newYear(year: number): number {
  return 365 * (year - 1) + Math.floor((8 * year + 21) / 33) - (NOT_LEAP.has(year - 1) ? 1 : 0)
}
function daysBefore(month: number): number {
  return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
}
function monthLength(year: number, month: number): number {
  if (month <= 6) return 31
  return month < 12 ? 30 : newYear(year + 1) - newYear(year) - 336
}

/** A Jalali date (years 1200–1600) as ISO; undefined when there is no such day (30 Esfand of a common year, month 13). */
export function isoOfJalali(year: number, month: number, day: number): string | undefined {
  if (year < 1200 || year > 1600 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined
  return new Date((newYear(year) + daysBefore(month) + day - UNIX_DAY) * DAY).toISOString().slice(0, 10)
}
/** Year, month and day of an ISO date in the Jalali calendar. */
export function jalaliOf(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const days = Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY) + UNIX_DAY
  let year = Math.floor(days / 365.2422) + 1
  while (newYear(year) >= days) year--
  while (newYear(year + 1) < days) year++
  const inYear = days - newYear(year) - 1
  const month = inYear < 186 ? Math.floor(inYear / 31) + 1 : Math.floor((inYear - 186) / 30) + 7
  return { year, month, day: inYear - daysBefore(month) + 1 }
}
export type DateReason = 'date-unreadable' | 'date-ambiguous' | 'date-no-such-day'
export type ReadDate = { readonly iso: string } | { readonly reason: DateReason }

/**
 * A date as offices write it: ۱۴۰۲/۷/۳, 1402-07-03, ۱۴۰۲۰۷۰۳, «۳ مهر ۱۴۰۲», a Gregorian 2023-09-25, or an Excel serial (days since 1899-12-30).
 * A year of two digits is ambiguous and asked about, never guessed.
 */
export function readDate(text: string): ReadDate {
  const plain = asciiDigits(text).trim()
  const spelled = /^(\d{1,2}) ([^\d\s]+)(?: ماه)? (\d{4})$/.exec(searchKey(text))
  if (spelled !== null) return dayOf(Number(spelled[3]), MONTHS.indexOf(spelled[2] ?? '') + 1, Number(spelled[1]))
  const parts = /^(\d{1,4})[/\-.](\d{1,2})[/\-.](\d{1,4})$/.exec(plain) ?? /^(1[2-5]\d\d)(\d\d)(\d\d)$/.exec(plain)
  if (parts !== null) return inOrder(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const serial = /^\d{4,5}(\.\d+)?$/.exec(plain)
  return serial === null ? { reason: 'date-unreadable' } : ofSerial(Math.floor(Number(plain)))
}
function inOrder(first: number, month: number, last: number): ReadDate {
  if (first >= 1000) return dayOf(first, month, last)
  if (last >= 1000) return dayOf(last, month, first)
  return { reason: 'date-ambiguous' }
}
function dayOf(year: number, month: number, day: number): ReadDate {
  if (year >= 1800) {
    const date = new Date(Date.UTC(year, month - 1, day))
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    return isReal ? { iso: date.toISOString().slice(0, 10) } : { reason: 'date-no-such-day' }
  }
  const iso = isoOfJalali(year, month, day)
  return iso === undefined ? { reason: 'date-no-such-day' } : { iso }
}
/** Excel counts days from 1899-12-30; a cell formatted as a date arrives as such a number. */
export function ofSerial(days: number): ReadDate {
  if (days < 3_000 || days > 80_000) return { reason: 'date-unreadable' }
  return { iso: new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10) }
}
