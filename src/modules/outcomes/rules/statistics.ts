/** A figure with the interval in which it lies in 95 of 100 such plans. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}
const Z = 1.959_963_984_540_054
/** Share of `n` with Wilson's interval, which keeps within nought and one for few women too; null for none. */
export function wilson(count: number, n: number): Interval | null {
  if (n === 0) return null
  const share = count / n
  const middle = share + Z ** 2 / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  const whole = 1 + Z ** 2 / n
  return { value: share, low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}
/** How many stand at one whole number of days. */
export interface Bar {
  readonly at: number
  readonly n: number
}
/**
 * The median of whole numbers kept as counts, exact, with the exact interval between two order statistics: their ranks leave at most 2.5 in 100 of
 * Binomial(n, ½) on either side. Of fewer than six no two values do, and there is none.
 */
export function medianOf(bars: readonly Bar[]): Interval | null {
  const sorted = bars.filter(({ n }) => n > 0).toSorted((a, b) => a.at - b.at)
  const n = sorted.reduce((sum, bar) => sum + bar.n, 0)
  if (n < 6) return null
  const rank = lowRank(n)
  const value = (valueAt(sorted, Math.floor((n + 1) / 2)) + valueAt(sorted, Math.ceil((n + 1) / 2))) / 2
  return { value, low: valueAt(sorted, rank), high: valueAt(sorted, n + 1 - rank) }
}
function valueAt(sorted: readonly Bar[], rank: number): number {
  let passed = 0
  for (const { at, n } of sorted) {
    passed += n
    if (passed >= rank) return at
  }
  return sorted.at(-1)?.at ?? 0
}
/** The largest rank below which Binomial(n, ½) falls with at most 0.025: summed outwards from the middle, some √n steps. */
export function lowRank(n: number): number {
  const middle = Math.floor(n / 2)
  let chance = Math.exp(logFactorial(n) - logFactorial(middle) - logFactorial(n - middle) - n * Math.LN2)
  // The chance of falling below the rank after the middle; each step back takes the chance of one value off.
  let below = n % 2 === 0 ? (1 + chance) / 2 : 0.5
  let rank = middle + 1
  while (rank > 1 && below > 0.025) {
    below -= chance
    chance *= (rank - 1) / (n - rank + 2)
    rank -= 1
  }
  return rank
}
function logFactorial(n: number): number {
  if (n < 20) return Array.from({ length: n }, (_, at) => Math.log(at + 1)).reduce((sum, one) => sum + one, 0)
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
}
