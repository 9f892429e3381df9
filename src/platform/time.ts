/** The clock of the house; injected, so that tests and simulations decide what time it is. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()

/** The calendar day at an instant in a time zone, as an ISO date. Iran has kept +03:30 all year since 1401. */
export function dayIn(zone: string, instant: Date): string {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  return format.format(instant)
}
/** Making a format costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()
export const TEHRAN = 'Asia/Tehran'

/** ISO date plus whole days. */
export function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
/** Whole days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
/** Completed years at a day, both ISO dates. A birthday on 29/30 Esfand or 29 February counts on the day after when the year lacks it. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}
/** The hour of the day, 0 to 23, at an instant in a zone. */
export function hourIn(zone: string, instant: Date): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(instant))
}
