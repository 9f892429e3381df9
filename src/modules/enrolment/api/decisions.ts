import { createHash } from 'node:crypto'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { format, type Language } from '../../../platform/words.ts'
import { hasConsent, readForDecision } from '../../people/port.ts'
import { isPilotCounty, parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/decisions.ts'
import { advance, getLockedCase } from '../port.ts'
import { type Facts, outcomesOf, RULE_SET, type Sentence, spokenOf, tierOf, verdictOf } from '../rules/eligibility.ts'
import { findAppealOf } from '../store/appeals.ts'
import { type Case, findCase, lineOf } from '../store/cases.ts'
import * as store from '../store/decisions.ts'
import { countSupportBodies, listSupport } from '../store/support.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today' | 'language'>

/** All facts of one case on this day, gathered once, and the household for its tier. */
async function gather({ tx, house, actor, today }: Asking, one: Case) {
  const known = (await readForDecision(tx, { house, planId: actor.planId, personId: one.personId })) ?? refuse('platform.not-found')
  const on = { day: today, countyCode: one.countyCode }
  const facts: Facts = {
    day: today,
    hasConsented: await hasConsent(tx, { personId: one.personId, purpose: 'keep-file', today }),
    isPilotCounty: await isPilotCounty(tx, one.countyCode, today),
    bornOn: known.identity.bornOn,
    ground: known.ground ?? null,
    support: await listSupport(tx, { planId: actor.planId, personId: one.personId, nationalIdIndex: known.nationalIdIndex }),
    supportBodies: await countSupportBodies(tx),
    ageBounds: await parameterOn(tx, 'age-bounds', on),
    coveredPolicy: await parameterOn(tx, 'covered-policy', on),
  }
  return { facts, household: known.household }
}
async function judge(asking: Asking, one: Case, facts: Facts): Promise<contract.Decision> {
  const rules = outcomesOf(facts)
  return {
    outcome: verdictOf(rules),
    ruleSet: RULE_SET,
    rules: [...rules],
    facts: createHash('sha256').update(JSON.stringify({ facts, RULE_SET })).digest('hex'),
    ...(await spoken(asking, one, rules)),
  }
}
async function spoken(
  { tx, today, language }: Asking,
  one: Case,
  rules: readonly contract.RuleOutcome[],
): Promise<{ readonly spoken: string[]; readonly referrals: string[] }> {
  const notMet = rules.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => rule)
  const referrals = await store.listReferrals(tx, notMet, { countyCode: one.countyCode, day: today })
  const { value } = await parameterOn(tx, 'appeal-filing', { day: today, countyCode: one.countyCode })
  return { referrals, spoken: spokenOf(rules, { referrals, appealDays: value }).map((sentence) => said(sentence, language)) }
}
const texts: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fa: new Map(Object.entries(words).map(([key, { message }]) => [key, message])),
  en: new Map<string, string>(Object.entries(english)),
}
function said({ key, values }: Sentence, language: Language): string {
  return format(texts[language].get(key) ?? key, language, values)
}

export const decisionsApi: readonly Handled[] = [
  handle(contract.previewDecision, async (call) => {
    const one = (await findCase(call.tx, call.input.caseId)) ?? refuse('platform.not-found')
    if (one.personId !== call.input.personId) refuse('platform.not-found')
    const { facts } = await gather(call, one)
    return judge(call, one, facts)
  }),
  handle(contract.decide, async (call) => {
    const { input, tx, actor, now, today, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.personId !== input.personId) refuse('platform.not-found')
    if (one.position !== 'registered' && one.position !== 'ineligible') refuse('enrolment.nothing-to-decide')
    const { facts, household } = await gather(call, one)
    const decision = await judge(call, one, facts)
    if (decision.facts !== input.facts) refuse('enrolment.facts-changed')
    if (decision.outcome === 'more-needed') refuse('enrolment.facts-missing')
    await store.insertDecision(tx, one, {
      id: input.id,
      ...decision,
      outcome: decision.outcome,
      decidedBy: actor.accountId,
      decidedFor: actor.organisationId,
      at: now,
      today,
    })
    note({ outcome: decision.outcome, ruleSet: RULE_SET })
    return { case: lineOf(await settle(call, one, decision.outcome, tierOf(household)), now), decision }
  }),
  handle(contract.readDecision, async (call) => {
    const { tx, input, today } = call
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    const last = (await store.findLastDecision(tx, one.id)) ?? refuse('platform.not-found')
    const appeal = await findAppealOf(tx, last.id)
    const { value } = await parameterOn(tx, 'appeal-filing', { day: today, countyCode: one.countyCode })
    const told = await spoken(call, one, last.rules)
    return {
      id: last.id,
      decidedOn: last.decidedOn,
      outcome: last.outcome,
      spoken: told.spoken,
      mayAppealUntil: last.outcome === 'ineligible' ? addDays(last.decidedOn, value) : null,
      appeal: contract.Appeal.shape.state.nullable().parse(appeal?.state ?? null),
    }
  }),
]
/** Where a verdict leads: the eligible stand in the queue of their tier from this day on. */
export async function settle(call: Call<unknown>, one: Case, outcome: 'eligible' | 'ineligible', tier: number): Promise<Case> {
  if (outcome === 'ineligible') return one.position === 'ineligible' ? one : advance(call, one, 'ineligible', { reason: RULE_SET })
  const eligible = await advance(call, one, 'eligible', { reason: RULE_SET })
  return advance(call, eligible, 'queued', { set: { tier, queued_on: call.today } })
}
