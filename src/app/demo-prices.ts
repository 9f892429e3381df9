import { addMonths, daysOf, monthOf } from '../modules/outcomes/rules/months.ts'
import { daysBetween } from '../platform/time.ts'
import { demoId } from './demo.ts'
import type { Stage } from './demo-stage.ts'

/** Hundredths of a point in the month the plan began, and how much dearer each month is; invented, like everything here. */
const FIRST = 33_150
const DEARER = 1.027
/** Days after the end of a month on which its letter comes. */
const LETTER = 8
/** The letters with the prices of each month since the plan began: without them no income is said in real rials. */
export async function enterPrices(stage: Stage): Promise<void> {
  const started = stage.dateOf(0)
  const now = monthOf(stage.dateOf(stage.today))
  for (let month = monthOf(started), nth = 0; month < now; month = addMonths(month, 1), nth++) {
    const day = Math.max(1, daysBetween(started, daysOf(month).last) + LETTER)
    if (day > stage.today) return
    const body = {
      id: demoId(`prices/${month}`),
      month,
      baseYear: 1400,
      after: 0,
      hundredths: Math.round(FIRST * DEARER ** nth),
      letterNumber: `ش/${String(nth + 1).padStart(3, '0')}`,
      letterDate: stage.dateOf(day - 1),
    }
    await stage.act({ name: `prices/${month}`, who: 'daftar', day, url: '/outcomes/price-index', body })
  }
}
