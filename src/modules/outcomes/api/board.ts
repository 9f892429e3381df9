import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays, daysBetween } from '../../../platform/time.ts'
import { listOpenPledges, namesOf } from '../../partners/port.ts'
import { listPilots, parameterOn, quotaOn } from '../../plan/port.ts'
import { listCounties } from '../../territory/port.ts'
import * as contract from '../contract/board.ts'
import { boardOf } from '../rules/board.ts'
import { partOfRole } from '../rules/board-roles.ts'
import type { Sum } from '../rules/board-table.ts'
import { readBars, readCounted, readCountyBars, readSums } from '../store/board.ts'

const EPOCH = '1970-01-01'
const dayNumber = (day: string): number => daysBetween(EPOCH, day)
/** The first day of the month that lies so many months before a day's own. */
export function monthBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}
/** Everything the board rests on, of the whole plan: cells by number of counties and groups, never by number of women. */
export async function readFacts({ tx, actor, today }: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>, countyCode: string | null) {
  const { planId } = actor
  // A month counts as a year over when its last day is: those begun in it have all had their twelve months.
  const when = { month12: dayNumber(monthBefore(today, 13)), month24: dayNumber(monthBefore(today, 25)), today: dayNumber(today) }
  const sums = await readSums(tx, planId, when)
  const bars = [...(await readBars(tx, planId, countyCode)), ...(await readCountyBars(tx, planId))]
  const counties = (await listCounties(tx)).map(({ code }) => code).filter((code) => sums.some((sum) => sum.countyCode === code))
  const places = new Map<string, number>()
  for (const code of counties) {
    const quota = await quotaOn(tx, code, today)
    if (quota !== undefined) places.set(code, quota)
  }
  const { value: smallest } = await parameterOn(tx, 'smallest-cell', { day: today })
  return { sums, bars, today: when.today, counties, pilots: new Set(await listPilots(tx, today)), places, countyCode, smallest }
}
/** Promises that are open: what of each was called, accepted and paid, and how late a payment is. */
export async function pledgeLines(
  { tx, today }: Call<unknown>,
  sums: readonly Sum[],
): Promise<readonly (contract.Line & { readonly organisation: string })[]> {
  const pledges = await listOpenPledges(tx, { limit: 200 })
  const names = await namesOf(
    tx,
    pledges.map(({ organisationId }) => organisationId),
  )
  return pledges.map(({ id, title, organisationId, quantity, called }) => {
    const own = sums.filter(({ dimension, value }) => dimension === 'pledge' && value === id)
    const of = (measure: string): number => own.reduce((sum, one) => sum + (one.measure === measure ? one.n : 0), 0)
    const due = own.filter(({ measure }) => measure === 'payment-due').map(({ first }) => addDays(EPOCH, first))
    const late = Math.max(0, ...due.map((day) => daysBetween(day, today)))
    const parts = [
      { name: 'called', n: called },
      { name: 'accepted', n: of('accepted') },
      { name: 'days-late', n: late },
    ]
    const organisation = names.get(organisationId) ?? ''
    const line = {
      by: 'pledge',
      key: id,
      title: `${organisation}: ${title}`,
      n: quantity,
      parts,
      share: null,
      days: null,
      with: [],
    } as const
    return { ...line, rial: of('paid'), organisation }
  })
}

export const boardApi: readonly Handled[] = [
  handle(contract.readBoard, async (call) => {
    const { input, tx, actor, now } = call
    const ownCounties = actor.role === 'CA' ? actor.counties : []
    const countyCode = input.countyCode ?? ownCounties[0] ?? null
    if (ownCounties.length > 0 && (countyCode === null || !ownCounties.includes(countyCode))) refuse('platform.not-found')
    const counted = await readCounted(tx, actor.planId)
    const facts = await readFacts(call, countyCode)
    const figures = [...boardOf(facts), { name: 'pledges' as const, lines: countyCode === null ? await pledgeLines(call, facts.sums) : [] }]
    return {
      at: (counted.isWhole ? now : (counted.at ?? now)).toISOString(),
      smallest: facts.smallest,
      countyCode,
      ownCounties,
      figures: partOfRole(figures, actor.role),
    }
  }),
]
