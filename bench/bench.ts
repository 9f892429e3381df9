/** One measured number. Ratios and work units say something on any machine; seconds only beside another figure of the same run. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
}
export interface Size {
  /** Sizes that take a small machine longer than minutes. */
  readonly full: boolean
}
export interface Bench {
  readonly name: string
  readonly about: string
  readonly run: (size: Size) => Promise<readonly Figure[]>
}
/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
/** A measure in its own unit with what is allowed, as the share of it that is used: above one the budget is broken. */
export function besideBudget(figure: string, value: number, budget: number, unit: string): Figure {
  return { figure: `${figure} (${rounded(value)} ${unit} of ${budget})`, value: rounded(value / budget), unit: '× budget' }
}
/** Keeps a number of connections busy with one task after another until none is left; answers tasks per second. */
export async function perSecond<T>(tasks: readonly T[], connections: number, work: (task: T) => Promise<void>): Promise<number> {
  const open = tasks.values()
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const task of open) await work(task)
    }),
  )
  return tasks.length / ((performance.now() - begun) / 1000)
}
/** How a measure grows with size: the slope of its logarithm over that of the size, fitted by least squares; 0 is flat, 1 is even, 2 is the square. */
export function growthExponent(points: readonly (readonly [size: number, measure: number])[]): number {
  const logs = points.map(([size, measure]) => [Math.log(size), Math.log(measure)] as const)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, measure]) => measure))]
  const across = logs.reduce((sum, [size, measure]) => sum + (size - x) * (measure - y), 0)
  return across / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
}
