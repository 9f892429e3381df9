import { monthOf } from './months.ts'

export interface Price {
  readonly month: string
  readonly baseYear: number
  readonly edition: number
  readonly hundredths: number
}
/** Prices of a month are known once it is over (the statistics centre publishes none before). */
export function reasonsNotToEnter(month: string, today: string): readonly 'outcomes.month-not-over'[] {
  return month < monthOf(today) ? [] : ['outcomes.month-not-over']
}
/** Real rial of a month: what an amount of that month would have bought in the base month. */
export interface Deflator {
  readonly baseMonth: string
  /** Null where the prices of that month, or of the base month, were not entered: nobody guesses. */
  readonly real: (amountRial: number, month: string) => number | null
}
/** Prices of different base years are never mixed: the latest base year in which both months stand is taken, and of a month its highest edition. */
export function deflatorOf(prices: readonly Price[], baseMonth: string): Deflator {
  const holding = new Map<string, Price>()
  for (const price of prices) {
    const key = `${price.month}/${price.baseYear}`
    if ((holding.get(key)?.edition ?? 0) < price.edition) holding.set(key, price)
  }
  const years = [...new Set(prices.map(({ baseYear }) => baseYear))].toSorted((one, other) => other - one)
  const ratioOf = (month: string): number | null => {
    for (const year of years) {
      const base = holding.get(`${baseMonth}/${year}`)
      const then = holding.get(`${month}/${year}`)
      if (base !== undefined && then !== undefined) return base.hundredths / then.hundredths
    }
    return null
  }
  return {
    baseMonth,
    real: (amountRial, month) => {
      const ratio = month === baseMonth ? 1 : ratioOf(month)
      return ratio === null ? null : Math.round(amountRial * ratio)
    },
  }
}
