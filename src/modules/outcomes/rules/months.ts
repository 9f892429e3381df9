import { isoOfJalali, jalaliOf } from '../../../platform/jalali.ts'

const two = (n: number): string => String(n).padStart(2, '0')
/** The month of the Jalali year in which an ISO day lies, as 1405-08. */
export function monthOf(day: string): string {
  const { year, month } = jalaliOf(day)
  return `${year}-${two(month)}`
}
function partsOf(month: string): readonly [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5))]
}
/** A month later or, below nothing, earlier. */
export function addMonths(month: string, by: number): string {
  const [year, at] = partsOf(month)
  const count = year * 12 + at - 1 + by
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}`
}
/** Whole months from one to another; below nothing when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  const [year, month] = partsOf(from)
  const [otherYear, otherMonth] = partsOf(to)
  return (otherYear - year) * 12 + otherMonth - month
}
/** The first and the last day of a month, as ISO. */
export function daysOf(month: string): { readonly first: string; readonly last: string } {
  const [year, at] = partsOf(month)
  const dayAt = (day: number): string | undefined => isoOfJalali(year, at, day)
  return { first: dayAt(1) ?? '', last: dayAt(31) ?? dayAt(30) ?? dayAt(29) ?? '' }
}
/** The same day of the month so many months later, or the last of that month when it has no such day. */
export function dayMonthsAfter(day: string, months: number): string {
  const { year, month, day: at } = jalaliOf(day)
  const target = addMonths(`${year}-${two(month)}`, months)
  const [toYear, toMonth] = partsOf(target)
  return isoOfJalali(toYear, toMonth, at) ?? daysOf(target).last
}
/** Months from the first to the last, both among them. */
export function monthsFrom(first: string, last: string): readonly string[] {
  return Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, by) => addMonths(first, by))
}
