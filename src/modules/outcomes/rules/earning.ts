import { addMonths, monthOf, monthsBetween, monthsFrom } from './months.ts'
import type { Deflator } from './prices.ts'

/** Money that reached her and that she confirmed: out of a lot, or sold by herself. */
export interface Payment {
  /** A lot names its buyer; what she sold herself has none. */
  readonly buyerId: string | null
  readonly paidOn: string
  readonly confirmedOn: string
  readonly paidRial: number
  readonly costsRial: number
  readonly minutes: number | null
}
export interface IncomeMonth {
  readonly month: string
  /** What stayed with her after what she spent. */
  readonly netRial: number
  /** The same in rials of the base month; null where prices are not known. */
  readonly realRial: number | null
  /** Minutes of what was measured, and the net of those payments alone. */
  readonly minutes: number
  readonly measuredRial: number
  readonly buyers: number
}
/** Months in which she earned something, oldest first. Earning derives from payments she confirmed and from nothing else (roles.md §3.10). */
export function incomeMonths(payments: readonly Payment[], { real }: Pick<Deflator, 'real'>): readonly IncomeMonth[] {
  const months = new Map<string, Payment[]>()
  for (const payment of payments) {
    const month = monthOf(payment.paidOn)
    months.set(month, [...(months.get(month) ?? []), payment])
  }
  return [...months]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, of]) => {
      const net = (those: readonly Payment[]): number => those.reduce((sum, { paidRial, costsRial }) => sum + paidRial - costsRial, 0)
      const measured = of.filter(({ minutes }) => minutes !== null)
      const netRial = net(of)
      return {
        month,
        netRial,
        realRial: real(netRial, month),
        minutes: measured.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
        measuredRial: net(measured),
        buyers: new Set(of.map(({ buyerId }) => buyerId)).size,
      }
    })
    .filter(({ netRial }) => netRial > 0)
}
/** What an hour brought her, in rial, over months; null where nothing was measured. */
export function hourlyOver(months: readonly Pick<IncomeMonth, 'minutes' | 'measuredRial'>[]): number | null {
  const minutes = months.reduce((sum, one) => sum + one.minutes, 0)
  const rial = months.reduce((sum, one) => sum + one.measuredRial, 0)
  return minutes === 0 ? null : Math.floor((rial * 60) / minutes)
}

/** Dated numbers of the plan: so many months with income out of the last so many are lasting; so many without any are an interruption. */
export interface EarningTerms {
  readonly sustained: { readonly earning: number; readonly of: number }
  readonly interrupted: number
}
export const standings = ['not-yet', 'earning', 'interrupted', 'sustained'] as const
export type Standing = (typeof standings)[number]
/**
 * Where her earning stands on a day, out of the months alone; it falls back by itself. The running month counts as soon as it brings something, and
 * never against her before it is over.
 */
export function standingOn(months: readonly Pick<IncomeMonth, 'month'>[], today: string, terms: EarningTerms): Standing {
  const now = monthOf(today)
  const earned = new Set(months.map(({ month }) => month).filter((month) => month <= now))
  const last = [...earned].toSorted().at(-1)
  if (last === undefined) return 'not-yet'
  if (monthsBetween(last, now) > terms.interrupted) return 'interrupted'
  const whole = earned.has(now) ? now : addMonths(now, -1)
  const window = monthsFrom(addMonths(whole, 1 - terms.sustained.of), whole)
  return window.filter((month) => earned.has(month)).length >= terms.sustained.earning ? 'sustained' : 'earning'
}
