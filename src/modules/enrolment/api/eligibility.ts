import { createHash } from 'node:crypto'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { findConsent, hasConsent, livesInOneOf, readForDecision } from '../../people/port.ts'
import { isPilotCounty, parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/eligibility.ts'
import { advance, getLockedCase } from '../port.ts'
import { aboutOf, lastDayToFile } from '../rules/appeals.ts'
import { spokenOf, staffSentenceOf } from '../rules/eligibility/explain.ts'
import type { Facts } from '../rules/eligibility/facts.ts'
import { referralsFor } from '../rules/eligibility/referral.ts'
import { countsApart, isDecidable, outcomesOf, RULE_SET, reasonsNotToDecide, verdictOf } from '../rules/eligibility/rules.ts'
import { standingOf, type Told } from '../rules/support.ts'
import { TIER_SET, tierOf } from '../rules/tiers.ts'
import { findAppealOf } from '../store/appeals.ts'
import { type Case, findCase, lineOf } from '../store/cases.ts'
import * as store from '../store/eligibility.ts'
import { listWaitingBodies } from '../store/enquiries.ts'
import { changeTier, listUndecided } from '../store/queue.ts'
import { readScope } from '../store/scope.ts'
import { keepPeriods, listSupportBodies, listTold } from '../store/support.ts'
import { findTelling, insertTelling } from '../store/tellings.ts'
import { decisionLetter } from './letter.ts'
import { said, say } from './speech.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today' | 'language'>
interface Gathered {
  readonly facts: Facts
  readonly told: readonly Told[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly tier: ReturnType<typeof tierOf>
}

/** All facts of one case on this day, gathered once; support is what each body said last, compared here. */
async function gather({ tx, house, actor, today }: Asking, one: Case): Promise<Gathered> {
  const { planId } = actor
  const known = (await readForDecision(tx, { house, planId, personId: one.personId })) ?? refuse('platform.not-found')
  const on = { day: today, countyCode: one.countyCode }
  const bodies = await listSupportBodies(tx, on)
  const told = standingOf(
    await listTold(tx, { planId, personId: one.personId, countyCode: one.countyCode, nationalIdIndex: known.nationalIdIndex }),
  )
  const deprived = (await store.listDeprivedAreas(tx, today)).map(({ divisionCode }) => divisionCode)
  const livesInDeprivedArea = await livesInOneOf(tx, { planId, personId: one.personId, divisionCodes: deprived })
  const facts: Facts = {
    day: today,
    hasConsented: await hasConsent(tx, { personId: one.personId, purpose: 'keep-file', today }),
    admittedOn: isInLine(one) ? one.queuedOn : null,
    isPilotCounty: await isPilotCounty(tx, one.countyCode, today),
    bornOn: known.identity.bornOn,
    ground: known.ground ?? null,
    insured: await store.findInsured(tx, one.id),
    support: told.map(({ organisationId, status, source, letterNumber }) => ({ organisationId, status, source, letterNumber })),
    supportBodies: bodies.map(({ id }) => id),
    ageBounds: await parameterOn(tx, 'age-bounds', on),
    coveredPolicy: await parameterOn(tx, 'covered-policy', on),
    insuranceBan: await parameterOn(tx, 'insurance-ban', on),
  }
  return { facts, told, bodies, tier: tierOf({ household: known.household, livesInDeprivedArea }) }
}
/** What the rules say of gathered facts, with its sentences. The hash is of the facts without the day: another day alone changes nothing. */
async function judge(asking: Asking, one: Case, { facts, tier }: Gathered): Promise<contract.Decision> {
  const rules = outcomesOf(facts)
  const seen = JSON.stringify({ facts: { ...facts, day: null }, rules, tier, ruleSet: RULE_SET, tierSet: TIER_SET })
  const { spoken, referrals } = await spokenWords(asking, one, { rules, decidedOn: asking.today })
  return {
    outcome: verdictOf(rules),
    ruleSet: RULE_SET,
    rules: rules.map((rule) => ({ ...rule, sentence: said(staffSentenceOf(rule, 'decider'), asking.language) })),
    spoken: [...spoken],
    referrals: [...referrals],
    tier: { tier: tier.tier, tierSet: TIER_SET, grounds: [...tier.grounds], sentence: say(`tier-${tier.tier}`, asking.language) },
    countsApart: countsApart(rules),
    facts: createHash('sha256').update(seen).digest('hex'),
  }
}
/** What the rules say of a case on this day, from facts gathered now. */
export async function judgeToday(asking: Asking, one: Case): Promise<contract.Decision> {
  return judge(asking, one, await gather(asking, one))
}
const isInLine = ({ position }: Case): boolean => position === 'eligible' || position === 'queued'
/** The days in which a second reading can be asked for: those of the letter in force on the day of the decision, as she was told then. */
export async function filingDays(tx: Call<unknown>['tx'], { countyCode }: Pick<Case, 'countyCode'>, decidedOn: string): Promise<number> {
  return (await parameterOn(tx, 'appeal-filing', { day: decidedOn, countyCode })).value
}
/** What is read to her about outcomes: with where else to turn, in the language asked for. */
export async function spokenWords(
  { tx, today, language }: Pick<Asking, 'tx' | 'today' | 'language'>,
  one: Pick<Case, 'countyCode'>,
  { rules, decidedOn }: { readonly rules: readonly contract.RuleOutcome[]; readonly decidedOn: string },
) {
  const unmet = rules.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => rule)
  const places = (await store.listReferralPlaces(tx, today)).map((place) => ({
    ...place,
    title: language === 'en' ? (place.titleEn ?? place.title) : place.title,
  }))
  const always = { title: say('referral-always', language), note: '' }
  const referrals = referralsFor(unmet, places, { countyCode: one.countyCode, day: today, always })
  const appealDays = await filingDays(tx, one, decidedOn)
  return { referrals, spoken: spokenOf(rules, { referrals, appealDays }).map((sentence) => said(sentence, language)) }
}
/** Where a verdict leads: the eligible stand in the queue of their tier; decided again, the case changes tier in line or leaves it. */
export async function settle(call: Call<unknown>, one: Case, outcome: 'eligible' | 'ineligible', tier: number): Promise<Case> {
  const set = { tier, queued_on: one.queuedOn ?? call.today }
  if (outcome === 'ineligible') return one.position === 'ineligible' ? one : advance(call, one, 'ineligible', { reason: RULE_SET })
  if (one.position === 'queued') return changeTier(call.tx, one, tier)
  const eligible = one.position === 'eligible' ? one : await advance(call, one, 'eligible', { reason: RULE_SET })
  return advance(call, eligible, 'queued', { set })
}

/** The last decision about a case as it stands, for her guide to read to her: overturned by another body, a refusal is never read to her again. */
async function lastDecision(call: Call<{ readonly caseId: string }>) {
  const { tx, input } = call
  const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
  const last = (await store.findLastDecision(tx, one.id)) ?? refuse('platform.not-found')
  const days = await filingDays(tx, one, last.decidedOn)
  const appeal = (await findAppealOf(tx, last.id))?.state ?? null
  const told = await findTelling(tx, { decisionId: last.id, about: 'decision' })
  const about = aboutOf(appeal ?? undefined)
  const standing: Pick<typeof last, 'outcome' | 'rules'> = appeal === 'overturned' ? { outcome: 'eligible', rules: [] } : last
  const { spoken, referrals } = await spokenWords(call, one, { rules: standing.rules, decidedOn: last.decidedOn })
  return {
    id: last.id,
    decidedOn: last.decidedOn,
    fileNumber: one.fileNumber,
    outcome: standing.outcome,
    spoken,
    referrals: [...referrals],
    told: (about === 'decision' ? told : await findTelling(tx, { decisionId: last.id, about })) ?? null,
    mayAppealUntil: standing.outcome === 'ineligible' ? lastDayToFile(told?.on ?? null, days) : null,
    appeal,
  }
}
export const eligibilityApi: readonly Handled[] = [
  handle(contract.previewDecision, async (call) => {
    const { tx, input, today, now } = call
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    if (one.personId !== input.personId) refuse('platform.not-found')
    const gathered = await gather(call, one)
    const decision = await judge(call, one, gathered)
    const earlier = await store.listDecisions(tx, one.id)
    const mayBeAsked = (await findConsent(tx, { personId: one.personId, purpose: 'ask-support-bodies', today })) !== undefined
    const waiting = await listWaitingBodies(tx, one)
    return {
      ...decision,
      case: lineOf(one, now),
      bodies: gathered.bodies.map(({ id, name }) => ({ id, name, mayBeAsked, isWaiting: waiting.includes(id) })),
      earlier: earlier.map(({ id, decidedOn, outcome, ruleSet }) => ({ id, decidedOn, outcome, ruleSet })),
      isChanged: isDecidable(one.position) && earlier[0]?.facts !== decision.facts,
    }
  }),
  handle(contract.decide, async (call) => {
    const { input, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.personId !== input.personId) refuse('platform.not-found')
    const gathered = await gather(call, one)
    const decision = await judge(call, one, gathered)
    const lastFacts = (await store.findLastDecision(call.tx, one.id))?.facts
    refuseIf(
      reasonsNotToDecide({ position: one.position, verdict: decision.outcome, facts: decision.facts, seenFacts: input.facts, lastFacts }),
    )
    const moved = await keepDecision(call, one, decision, gathered)
    note({ outcome: decision.outcome, ruleSet: RULE_SET, tier: decision.tier.tier, countsApart: decision.countsApart })
    return { case: lineOf(moved, now), decision }
  }),
  handle(contract.listUndecided, async ({ tx, input, now }) => {
    const ids = await listUndecided(tx, input)
    const cases = []
    for (const id of ids.slice(0, input.limit)) {
      const one = await findCase(tx, id)
      if (one !== undefined) cases.push({ ...lineOf(one, now), personId: one.personId, registeredOn: one.registeredOn })
    }
    const last = cases.at(-1)
    return { cases, next: ids.length > input.limit && last?.registeredOn != null ? `${last.registeredOn}/${last.id}` : null }
  }),
  handle(contract.readDecision, lastDecision),
  handle(contract.tellDecision, async (call) => {
    const { input, tx, actor, today, note } = call
    const one = await getLockedCase(call, input.caseId)
    const last = await store.findLastDecision(tx, one.id)
    if (last === undefined || last.id !== input.decisionId) return refuse('enrolment.nothing-to-tell')
    const about = aboutOf((await findAppealOf(tx, last.id))?.state)
    if ((await findTelling(tx, { decisionId: last.id, about })) !== undefined) refuse('enrolment.nothing-to-tell')
    await insertTelling(tx, one, { id: input.id, decisionId: last.id, about, manner: input.manner, accountId: actor.accountId, today })
    note({ about, manner: input.manner })
    return { id: input.id, toldOn: today }
  }),
  handle(contract.downloadDecisionLetter, async (call) => ({
    fileName: `${call.input.caseId}.pdf`,
    mediaType: 'application/pdf',
    bytes: await typeset(decisionLetter(await lastDecision(call), call)),
  })),
  handle(contract.tellInsured, async (call) => {
    const { input, tx, actor, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (!isDecidable(one.position) && one.position !== 'incomplete') refuse('enrolment.nothing-to-decide')
    await store.insertInsured(tx, one, { ...input, at: now, accountId: actor.accountId })
    note({ insured: input.isInsured, source: input.source })
    return { id: input.id }
  }),
  handle(contract.listReferralPlaces, async ({ tx, input, today }) => ({ places: await store.listReferralPlaces(tx, input.on ?? today) })),
  handle(contract.addReferralPlace, async ({ tx, input, actor }) => {
    if (input.validTo !== null && input.validTo < input.validFrom) refuse('enrolment.dates-reversed')
    await store.insertReferralPlace(tx, actor.planId, input)
    return input
  }),
  handle(contract.listDeprivedAreas, async ({ tx, input, today }) => ({ areas: await store.listDeprivedAreas(tx, input.on ?? today) })),
  handle(contract.addDeprivedArea, async ({ tx, input, actor }) => {
    if (input.validTo !== null && input.validTo < input.validFrom) refuse('enrolment.dates-reversed')
    await store.insertDeprivedArea(tx, actor.planId, input)
    return input
  }),
]
/** Stores a decision, the support periods it used and its numbers, and moves the case. */
async function keepDecision(
  call: Call<{ readonly id: string }>,
  one: Case,
  decision: contract.Decision,
  { told }: Gathered,
): Promise<Case> {
  const { input, tx, house, actor, now, today } = call
  const outcome = decision.outcome === 'eligible' ? 'eligible' : 'ineligible'
  await store.insertDecision(tx, one, {
    id: input.id,
    outcome,
    ruleSet: RULE_SET,
    rules: decision.rules.map(({ sentence: _sentence, ...rule }) => rule),
    facts: decision.facts,
    tier: decision.tier.tier,
    tierSet: TIER_SET,
    tierGrounds: decision.tier.grounds,
    countsApart: decision.countsApart,
    decidedBy: actor.accountId,
    decidedFor: actor.organisationId,
    at: now,
    today,
  })
  await keepPeriods(tx, await readScope(tx, one), { told, at: now, newId: house.newId })
  const kinds: readonly store.CountKind[] = decision.countsApart ? [outcome, 'counted-apart'] : [outcome]
  await store.countDecisions(tx, { planId: actor.planId, countyCode: one.countyCode, kinds })
  return settle(call, one, outcome, decision.tier.tier)
}
