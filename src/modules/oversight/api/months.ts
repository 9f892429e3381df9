import { isoOfJalali, jalaliOf } from '../../../platform/jalali.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'

export interface Month {
  readonly month: string
  readonly from: string
  readonly until: string
}
/** A month of the Jalali year by its first and last day. */
export function monthOf(month: string): Month {
  const [year, place] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const from = isoOfJalali(year, place, 1)
  const next = place === 12 ? isoOfJalali(year + 1, 1, 1) : isoOfJalali(year, place + 1, 1)
  if (from === undefined || next === undefined) return refuse('platform.bad-input')
  return { month, from, until: addDays(next, -1) }
}
/** The month a day lies in. */
export function monthOn(day: string): Month {
  const { year, month } = jalaliOf(day)
  return monthOf(`${year}-${String(month).padStart(2, '0')}`)
}
