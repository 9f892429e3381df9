import { type EarningTerms, hourlyOver, type IncomeMonth, incomeMonths, type Payment, type Standing, standingOn } from './earning.ts'
import { type JobOutcome, jobOutcomeOf, type WorkBefore } from './job.ts'
import type { Price } from './prices.ts'
import { deflatorOf } from './prices.ts'
import { isPrevented, type Stand, type SupportOver, supportOver } from './support.ts'

/** Everything the outcome of one woman on a day is derived from; frozen with it, so that anybody can derive it again. */
export interface Facts {
  readonly until: string
  readonly registeredOn: string
  readonly workBefore: WorkBefore | null
  readonly payments: readonly Payment[]
  readonly stands: readonly Stand[]
  readonly isInsured: boolean
  readonly termsSince: string | null
  readonly orderedUntil: string | null
  readonly prices: readonly Price[]
  readonly baseMonth: string
  readonly terms: EarningTerms
}
export interface Outcome {
  readonly months: readonly IncomeMonth[]
  readonly baseMonth: string
  readonly standing: Standing
  readonly hourlyRial: number | null
  readonly job: JobOutcome | null
  readonly support: SupportOver
  readonly isPrevented: boolean
  readonly isInsured: boolean
  readonly hasTerms: boolean
  readonly orderedUntil: string | null
}
/** The outcome of a day out of the facts of that day; the same facts always give the same outcome. */
export function outcomeOf(facts: Facts): Outcome {
  const { until, terms, baseMonth } = facts
  const known = facts.payments.filter(({ paidOn, confirmedOn }) => paidOn <= until && confirmedOn <= until)
  const months = incomeMonths(known, deflatorOf(facts.prices, baseMonth))
  const standing = standingOn(months, until, terms)
  const support = supportOver(facts.stands, facts.registeredOn, until)
  return {
    months,
    baseMonth,
    standing,
    hourlyRial: hourlyOver(months),
    job: jobOutcomeOf(facts.workBefore, standing),
    support,
    isPrevented: isPrevented(support, standing === 'earning' || standing === 'sustained'),
    isInsured: facts.isInsured,
    hasTerms: facts.termsSince !== null && facts.termsSince <= until,
    orderedUntil: facts.orderedUntil !== null && facts.orderedUntil > until ? facts.orderedUntil : null,
  }
}
/** One text for one content, whatever the order in which a database or a browser keeps its parts: what a hash is taken of. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}
