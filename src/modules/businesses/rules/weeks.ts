import { addDays } from '../../../platform/time.ts'

/** 1 on a Monday, 7 on a Sunday. */
function isoWeekday(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}
/**
 * The Monday that names a week. Weeks here run from Saturday to Friday: the Saturday and Sunday before a Monday belong to it, so that the name of a
 * week in data is the same for everybody and the week on screen is hers.
 */
export function weekOf(day: string): string {
  const weekday = isoWeekday(day)
  return addDays(day, weekday >= 6 ? 8 - weekday : 1 - weekday)
}
export const firstDayOf = (week: string): string => addDays(week, -2)
export const lastDayOf = (week: string): string => addDays(week, 4)
/** The coming weeks, this one first. */
export function weeksFrom(today: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => addDays(weekOf(today), place * 7))
}
export function reasonsNotToBlock(week: string, today: string): readonly ('businesses.week-not-monday' | 'businesses.week-past')[] {
  if (isoWeekday(week) !== 1) return ['businesses.week-not-monday']
  return week < weekOf(today) ? ['businesses.week-past'] : []
}
