import { ageOn } from '../../../platform/time.ts'
import type { GroundClass } from '../../plan/contract.ts'
import type { Decision, RuleOutcome, SupportStatus } from '../contract/decisions.ts'

/** The version of this set of rules; every decision keeps it. A change of a rule is a new version, a change of a number is a new letter. */
export const RULE_SET = '2026-1'

/** A dated parameter as a rule uses it. */
interface Used<Value> {
  readonly id: string
  readonly value: Value
  readonly letterNumber: string
}
interface Bounds {
  readonly from: number
  readonly to: number
}
/** All that eligibility may look at. Scores, income, who knows whom: none of it is here, and none may be added. */
export interface Facts {
  readonly day: string
  readonly hasConsented: boolean
  readonly isPilotCounty: boolean
  readonly bornOn: string | null
  readonly ground: {
    readonly groundClass: GroundClass
    readonly isVerified: boolean
    readonly validFrom: string
    readonly validTo: string | null
    readonly endedOn: string | null
  } | null
  /** What each support body last said of her; a body that has said nothing is not in the list. */
  readonly support: readonly { readonly status: SupportStatus; readonly source: 'keyed-rows' | 'enquiry' }[]
  /** How many support bodies have to have been asked. */
  readonly supportBodies: number
  readonly ageBounds: Used<Readonly<Record<GroundClass, Bounds>>>
  readonly coveredPolicy: Used<'exclude' | 'admit-and-count-apart'>
}
const COVERED: ReadonlySet<SupportStatus> = new Set<SupportStatus>(['covered', 'empowerment-period', 're-entered'])

/** Each rule over the facts, in the order they are read; same facts and version give the same outcomes (domain §0.1, §2.1 variant A). */
export function outcomesOf(facts: Facts): readonly RuleOutcome[] {
  return [consented(facts), pilotCounty(facts), groundDocumented(facts), age(facts), notCovered(facts)]
}
function outcome(rule: RuleOutcome['rule'], met: boolean | undefined, rest: Partial<RuleOutcome> = {}): RuleOutcome {
  return {
    rule,
    outcome: met === undefined ? 'unknown' : met ? 'met' : 'not-met',
    value: null,
    source: 'none',
    parameterId: null,
    letterNumber: null,
    ...rest,
  }
}
function consented({ hasConsented }: Facts): RuleOutcome {
  return outcome('consented', hasConsented, { source: 'consent' })
}
function pilotCounty({ isPilotCounty }: Facts): RuleOutcome {
  return outcome('pilot-county', isPilotCounty, { source: 'plan' })
}
/** Headship rests on a document in force on the day: begun, not ended, not expired. Unseen papers leave the question open. */
function groundDocumented({ ground, day }: Facts): RuleOutcome {
  if (ground === null) return outcome('ground-documented', undefined)
  const isInForce =
    ground.validFrom <= day && (ground.validTo === null || ground.validTo >= day) && (ground.endedOn === null || ground.endedOn > day)
  if (!isInForce) return outcome('ground-documented', false, { source: 'registration' })
  return outcome('ground-documented', ground.isVerified ? true : undefined, { source: ground.isVerified ? 'document' : 'registration' })
}
/** Completed years on the day, both bounds included, by the class of her ground. */
function age({ bornOn, ground, day, ageBounds }: Facts): RuleOutcome {
  const letter = { parameterId: ageBounds.id, letterNumber: ageBounds.letterNumber }
  if (bornOn === null || ground === null) return outcome('age', undefined, letter)
  const years = ageOn(bornOn, day)
  const { from, to } = ageBounds.value[ground.groundClass]
  return outcome('age', from <= years && years <= to, { ...letter, value: String(years), source: 'registration' })
}
/** Those a body already covers are out or counted apart, as the letter says; those who only wait for coverage are whom the plan is for. */
function notCovered({ support, supportBodies, coveredPolicy }: Facts): RuleOutcome {
  const letter = { parameterId: coveredPolicy.id, letterNumber: coveredPolicy.letterNumber }
  const covering = support.find(({ status }) => COVERED.has(status))
  if (covering !== undefined)
    return outcome('not-covered', coveredPolicy.value === 'admit-and-count-apart', {
      ...letter,
      value: covering.status,
      source: covering.source,
    })
  const last = support.at(-1)
  if (support.length < supportBodies || last === undefined) return outcome('not-covered', undefined, letter)
  return outcome('not-covered', true, { ...letter, value: last.status, source: last.source })
}
export function verdictOf(rules: readonly RuleOutcome[]): Decision['outcome'] {
  if (rules.some(({ outcome: one }) => one === 'not-met')) return 'ineligible'
  return rules.some(({ outcome: one }) => one === 'unknown') ? 'more-needed' : 'eligible'
}
/** A sentence by its key in the words of the room. */
export interface Sentence {
  readonly key: `spoken-${string}`
  readonly values: Readonly<Record<string, string | number>>
}
/** What is read to her: why, where else she can turn, and that another office may read it again. It names no ground and no body. */
export function spokenOf(
  rules: readonly RuleOutcome[],
  { referrals, appealDays }: { readonly referrals: readonly string[]; readonly appealDays: number },
): readonly Sentence[] {
  const verdict = verdictOf(rules)
  if (verdict === 'eligible') return [{ key: 'spoken-eligible', values: {} }]
  if (verdict === 'more-needed') return []
  return [
    ...rules.filter(({ outcome: one }) => one === 'not-met').map(({ rule }): Sentence => ({ key: `spoken-${rule}`, values: {} })),
    ...referrals.map((place) => ({ key: 'spoken-where' as const, values: { place } })),
    { key: 'spoken-appeal', values: { days: appealDays } },
  ]
}

/** Tiers by worded priority, never by a score: each is a sentence an office has published (docs/decisions/0011). */
export function tierOf(
  household: { readonly dependants: number; readonly dependantsUnderSeven: number; readonly hasDisability: boolean } | undefined,
): 1 | 2 | 3 {
  if (household === undefined) return 3
  if (household.dependantsUnderSeven > 0 || household.hasDisability) return 1
  return household.dependants >= 2 ? 2 : 3
}
