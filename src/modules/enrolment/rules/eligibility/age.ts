import { isoOfJalali, jalaliOf } from '../../../../platform/jalali.ts'
import { addDays } from '../../../../platform/time.ts'

/**
 * Completed years on a day, both ISO dates, counted in the calendar of the plan: papers, letters and birthdays are Jalali, and a birthday may fall
 * a day apart from the Gregorian one. Whoever is born on 30 Esfand of a leap year completes a year on 1 Farvardin when the year lacks that day.
 */
export function completedYears(bornOn: string, day: string): number {
  const [born, now] = [jalaliOf(bornOn), jalaliOf(day)]
  const isBefore = now.month < born.month || (now.month === born.month && now.day < born.day)
  return now.year - born.year - (isBefore ? 1 : 0)
}
/** The last day of the twenty-fourth month that began on a day, in the calendar of the plan. */
export function endOfMonth24(day: string): string {
  const { year, month, day: date } = jalaliOf(day)
  // 30 Esfand is missing in most years: two years later begins on 1 Farvardin then.
  const later = isoOfJalali(year + 2, month, date) ?? isoOfJalali(year + 3, 1, 1) ?? day
  return addDays(later, -1)
}
