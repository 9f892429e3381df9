import type { RuleCode, RuleOutcome } from '../../contract/eligibility.ts'
import { isCovering } from '../support.ts'
import { completedYears, endOfMonth24 } from './age.ts'
import type { Facts, Used } from './facts.ts'

type Rule = (facts: Facts) => RuleOutcome

/**
 * Every set of rules there has been. A change of a rule is a new set beside the old one; a change of a number is a new letter. A decision keeps
 * the set it used, so that it can be made again from its facts.
 */
export const ruleSets = {
  '2026-1': [consented, pilotCounty, groundDocumented, age, notInsured, notCovered],
  /** A ground that ends after she was admitted takes nothing from her before the end of month 24 (states.md, overlay ground-ended). */
  '2026-2': [consented, pilotCounty, groundDocumentedOrKept, age, notInsured, notCovered],
} as const satisfies Record<string, readonly Rule[]>
export type RuleSet = keyof typeof ruleSets
/** The set in force. */
export const RULE_SET: RuleSet = '2026-2'

/** Each rule over the facts, in the order they are read; same facts and set give the same outcomes (domain §0.1, §2.1 variant A). */
export function outcomesOf(facts: Facts, ruleSet: RuleSet = RULE_SET): readonly RuleOutcome[] {
  return ruleSets[ruleSet].map((rule) => rule(facts))
}
function outcome(rule: RuleCode, isMet: boolean | undefined, rest: Partial<RuleOutcome> = {}): RuleOutcome {
  return {
    rule,
    outcome: isMet === undefined ? 'unknown' : isMet ? 'met' : 'not-met',
    value: null,
    limit: null,
    source: 'none',
    sourceLetter: null,
    bodies: [],
    parameterId: null,
    letterNumber: null,
    letterDate: null,
    ...rest,
  }
}
function letterOf({ id, letterNumber, letterDate }: Used<unknown>) {
  return { parameterId: id, letterNumber, letterDate }
}
/** Nothing is decided about a woman who has not said yes to keeping her file (roles.md §3.1). */
function consented({ hasConsented }: Facts): RuleOutcome {
  return outcome('consented', hasConsented, { source: 'consent' })
}
/** The plan runs in its pilot counties, by their founding document (R32, R33). */
function pilotCounty({ isPilotCounty }: Facts): RuleOutcome {
  return outcome('pilot-county', isPilotCounty, { source: 'plan' })
}
/** Headship rests on a document in force on the day: begun, not ended, not expired. Unseen papers leave the question open (variant A). */
function groundDocumented({ ground, day }: Facts): RuleOutcome {
  if (ground === null) return outcome('ground-documented', undefined)
  const isInForce =
    ground.validFrom <= day && (ground.validTo === null || ground.validTo >= day) && (ground.endedOn === null || ground.endedOn > day)
  const dates = { value: ground.groundClass, limit: ground.endedOn ?? ground.validTo }
  if (!isInForce) return outcome('ground-documented', false, { ...dates, source: ground.isVerified ? 'document' : 'registration' })
  return ground.isVerified
    ? outcome('ground-documented', true, { ...dates, source: 'document' })
    : outcome('ground-documented', undefined, { ...dates, source: 'registration' })
}
/** The value of the rule of headship when the ground has ended and she stays. */
export const KEPT = 'kept-after-ground-ended'
/** As above; but who was admitted on a ground that held stays until the end of month 24, whatever becomes of it. */
function groundDocumentedOrKept(facts: Facts): RuleOutcome {
  const told = groundDocumented(facts)
  if (told.outcome !== 'not-met' || facts.admittedOn === null) return told
  const lastDay = endOfMonth24(facts.admittedOn)
  return facts.day <= lastDay ? { ...told, outcome: 'met', value: KEPT, limit: lastDay } : told
}
/** Completed years on the day, both bounds included, by the class of her ground. */
function age({ bornOn, ground, day, ageBounds }: Facts): RuleOutcome {
  const letter = letterOf(ageBounds)
  if (bornOn === null || ground === null) return outcome('age', undefined, letter)
  const years = completedYears(bornOn, day)
  const { from, to } = ageBounds.value[ground.groundClass]
  return outcome('age', from <= years && years <= to, {
    ...letter,
    value: String(years),
    limit: `${from}-${to}`,
    source: 'registration',
  })
}
/** Where a letter bars the insured at entry, she is not insured when she enters; without such a letter nobody asks (domain §2.1 variant B). */
function notInsured({ insured, insuranceBan }: Facts): RuleOutcome {
  const letter = letterOf(insuranceBan)
  if (!insuranceBan.value) return outcome('not-insured', true, { ...letter, limit: 'not-asked', source: 'plan' })
  if (insured === null) return outcome('not-insured', undefined, letter)
  return outcome('not-insured', !insured.isInsured, {
    ...letter,
    value: insured.isInsured ? 'insured' : 'not-insured',
    source: insured.source,
  })
}
/** Those a body already covers are out or counted apart, as the letter says; those who only wait for coverage are whom the plan is for. */
function notCovered({ support, supportBodies, coveredPolicy }: Facts): RuleOutcome {
  const letter = { ...letterOf(coveredPolicy), limit: coveredPolicy.value }
  const covering = support.find(({ status }) => isCovering(status))
  if (covering !== undefined)
    return outcome('not-covered', coveredPolicy.value === 'admit-and-count-apart', {
      ...letter,
      value: covering.status,
      source: covering.source,
      sourceLetter: covering.letterNumber,
      bodies: [covering.organisationId],
    })
  const silent = supportBodies.filter((body) => !support.some(({ organisationId }) => organisationId === body))
  const nearest =
    support.find(({ status }) => status === 'in-queue') ?? support.find(({ status }) => status === 'applied') ?? support.at(-1)
  if (silent.length > 0 || nearest === undefined) return outcome('not-covered', undefined, { ...letter, bodies: silent })
  return outcome('not-covered', true, {
    ...letter,
    value: nearest.status,
    source: nearest.source,
    sourceLetter: nearest.letterNumber,
    bodies: support.map(({ organisationId }) => organisationId),
  })
}
/** What follows from the outcomes: one rule not met refuses, one unknown waits, all met admits. */
export function verdictOf(rules: readonly RuleOutcome[]): 'eligible' | 'ineligible' | 'more-needed' {
  if (rules.some(({ outcome: one }) => one === 'not-met')) return 'ineligible'
  return rules.some(({ outcome: one }) => one === 'unknown') ? 'more-needed' : 'eligible'
}
/** Admitted although a body covers her, because the letter in force says so; she is counted apart (states.md, covered_policy). */
export function countsApart(rules: readonly RuleOutcome[]): boolean {
  const rule = rules.find((one) => one.rule === 'not-covered')
  return (
    rule?.outcome === 'met' &&
    rule.limit === 'admit-and-count-apart' &&
    ['covered', 'empowerment-period', 're-entered'].includes(rule.value ?? '')
  )
}

export type DecisionRefusal =
  | 'enrolment.nothing-to-decide'
  | 'enrolment.nothing-changed'
  | 'enrolment.facts-missing'
  | 'enrolment.facts-changed'
/** Positions in which a case may be decided, first or again; a granted place is not taken away by a new decision. */
const decidable: ReadonlySet<string> = new Set(['registered', 'eligible', 'queued', 'ineligible'])
export function isDecidable(position: string): boolean {
  return decidable.has(position)
}
/** Why a decision cannot be stored: not at this step, nothing new since the last one, the decider saw other facts, or facts are missing. */
export function reasonsNotToDecide({
  position,
  verdict,
  facts,
  seenFacts,
  lastFacts,
}: {
  readonly position: string
  readonly verdict: 'eligible' | 'ineligible' | 'more-needed'
  readonly facts: string
  readonly seenFacts: string
  readonly lastFacts: string | undefined
}): readonly DecisionRefusal[] {
  if (!isDecidable(position)) return ['enrolment.nothing-to-decide']
  if (facts !== seenFacts) return ['enrolment.facts-changed']
  if (position !== 'registered' && facts === lastFacts) return ['enrolment.nothing-changed']
  return verdict === 'more-needed' ? ['enrolment.facts-missing'] : []
}
