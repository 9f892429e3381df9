import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { namesOf } from '../../partners/port.ts'
import { findKeyOf } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/appeals.ts'
import { getLockedCase } from '../port.ts'
import { daysLeft, reasonsNotToAssign, reasonsNotToFile } from '../rules/appeals.ts'
import { staffSentenceOf } from '../rules/eligibility/explain.ts'
import * as store from '../store/appeals.ts'
import { findCase } from '../store/cases.ts'
import { countDecisions, findLastDecision, listDecisions } from '../store/eligibility.ts'
import { findTelling } from '../store/tellings.ts'
import { filingDays, settle, spokenWords } from './eligibility.ts'
import { said } from './speech.ts'

const placeOfReasons = (planId: string, appealId: string): string => `enrolment.appeal.reasons/${planId}/${appealId}`

/** Appeals as lines, with file numbers and bodies looked up once for all of them. */
async function linesOf(
  { tx, actor, today }: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>,
  rows: readonly store.AppealRow[],
): Promise<contract.Appeal[]> {
  const numbers = await store.fileNumbersOf(
    tx,
    actor.planId,
    rows.map(({ caseId }) => caseId),
  )
  const names = await namesOf(
    tx,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    caseId: row.caseId,
    personId: row.personId,
    fileNumber: numbers.get(row.caseId) ?? '',
    countyCode: row.countyCode,
    state: row.state,
    plea: row.plea,
    filedOn: row.filedOn,
    answerDueOn: row.answerDueOn,
    daysLeft: daysLeft(row, today),
    organisationId: row.organisationId,
    organisationName: row.organisationId === null ? null : (names.get(row.organisationId) ?? null),
    answeredOn: row.answeredOn,
    version: row.version,
  }))
}

export const appealsApi: readonly Handled[] = [
  handle(contract.fileAppeal, async (call) => {
    const { input, tx, actor, today, note } = call
    const one = await getLockedCase(call, input.caseId)
    const last = (await findLastDecision(tx, one.id)) ?? refuse('enrolment.nothing-to-appeal')
    const days = await filingDays(tx, one, last.decidedOn)
    const hasAppeal = (await store.findAppealOf(tx, last.id)) !== undefined
    const toldOn = (await findTelling(tx, { decisionId: last.id, about: 'decision' }))?.on ?? null
    refuseIf(reasonsNotToFile({ ...last, position: one.position, toldOn, days, today, hasAppeal }), { days })
    const answerDueOn = addDays(today, (await parameterOn(tx, 'appeal-answer', { day: today, countyCode: one.countyCode })).value)
    await store.insertAppeal(tx, one, { ...input, decisionId: last.id, filedBy: actor.accountId, today, answerDueOn })
    note({ plea: input.plea })
    return { id: input.id, answerDueOn }
  }),
  handle(contract.listAppeals, async (call) => {
    const { input, tx, actor } = call
    const organisationId = actor.role === 'AG' ? (actor.organisationId ?? undefined) : undefined
    const rows = await store.listAppeals(tx, { ...input, organisationId })
    const page = rows.slice(0, input.limit)
    return { appeals: await linesOf(call, page), next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null }
  }),
  handle(contract.listReadingBodies, async ({ input, tx, actor, today }) => {
    const appeal = (await store.findAppeal(tx, input.id)) ?? refuse('platform.not-found')
    const bodies = await store.listReadingBodies(tx, { planId: actor.planId, countyCode: appeal.countyCode, day: today })
    const interests = (await store.findInterests(tx, actor.planId, appeal.decisionId)) ?? refuse('platform.not-found')
    const readers = bodies.map(({ id }) => id)
    return {
      bodies: bodies.filter(
        ({ id }) => reasonsNotToAssign({ state: appeal.state, organisationId: id, ...interests, readers }).length === 0,
      ),
    }
  }),
  handle(contract.assignAppeal, async ({ input, tx, actor, about, today }) => {
    const appeal = (await store.lockAppeal(tx, input.id)) ?? refuse('platform.not-found')
    const interests = (await store.findInterests(tx, actor.planId, appeal.decisionId)) ?? refuse('platform.not-found')
    const readers = (await store.listReadingBodies(tx, { planId: actor.planId, countyCode: appeal.countyCode, day: today })).map(
      ({ id }) => id,
    )
    refuseIf(reasonsNotToAssign({ state: appeal.state, organisationId: input.organisationId, ...interests, readers }))
    about({ personId: appeal.personId, caseId: appeal.caseId, countyCode: appeal.countyCode })
    if (!(await store.assignAppeal(tx, input))) refuse('platform.version-stale')
    return { id: input.id }
  }),
  handle(contract.readAppeal, async (call) => {
    const { input, tx, about, language } = call
    const appeal = await assignedAppeal(call, (await store.findAppeal(tx, input.id)) ?? refuse('platform.not-found'))
    const decision = (await listDecisions(tx, appeal.caseId)).find(({ id }) => id === appeal.decisionId) ?? refuse('platform.not-found')
    about({ caseId: appeal.caseId, countyCode: appeal.countyCode })
    const { spoken, referrals } = await spokenWords(call, appeal, decision)
    const [line] = await linesOf(call, [appeal])
    return {
      appeal: line ?? refuse('platform.not-found'),
      decidedOn: decision.decidedOn,
      outcome: decision.outcome,
      ruleSet: decision.ruleSet,
      rules: decision.rules.map((rule) => ({
        rule: rule.rule,
        outcome: rule.outcome,
        letterNumber: rule.letterNumber,
        letterDate: rule.letterDate,
        sentence: said(staffSentenceOf(rule, 'reader'), language),
      })),
      spoken,
      referrals: [...referrals],
    }
  }),
  handle(contract.answerAppeal, async (call) => {
    const { input, tx, actor, house, today, about, note } = call
    const appeal = await assignedAppeal(call, (await store.lockAppeal(tx, input.id)) ?? refuse('platform.not-found'))
    if (appeal.state !== 'assigned') refuse('enrolment.already-answered')
    const key = (await findKeyOf(tx, { house, planId: actor.planId, personId: appeal.personId })) ?? refuse('platform.not-found')
    const sealedReasons = seal(key, placeOfReasons(actor.planId, appeal.id), input.reasons)
    if (!(await store.answerAppeal(tx, { ...input, sealedReasons, accountId: actor.accountId, today }))) refuse('platform.version-stale')
    about({ caseId: appeal.caseId, countyCode: appeal.countyCode })
    note({ outcome: input.outcome, late: today > appeal.answerDueOn })
    await countDecisions(tx, { planId: actor.planId, countyCode: appeal.countyCode, kinds: [`appeal-${input.outcome}`] })
    if (input.outcome === 'overturned') await admit(call, appeal)
    return { id: input.id, state: input.outcome }
  }),
  handle(contract.readOwnAppeal, async ({ input, tx, house, actor, today }) => {
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    const last = await findLastDecision(tx, one.id)
    const appeal = last === undefined ? undefined : await store.findAppealOf(tx, last.id)
    if (appeal === undefined) return { appeal: null }
    const key = (await findKeyOf(tx, { house, planId: actor.planId, personId: appeal.personId })) ?? refuse('platform.not-found')
    const { id, state, plea, filedOn, answerDueOn, answeredOn, sealedReasons } = appeal
    const reasons = sealedReasons === null ? null : unseal(key, placeOfReasons(actor.planId, id), sealedReasons).toString('utf8')
    return { appeal: { id, state, plea, filedOn, answerDueOn, answeredOn, daysLeft: daysLeft(appeal, today), reasons } }
  }),
]
/** The appeal, if it is about the file opened and was given to the reader's body. */
async function assignedAppeal(
  { input, actor }: Pick<Call<{ readonly personId: string }>, 'input' | 'actor'>,
  appeal: store.AppealRow,
): Promise<store.AppealRow> {
  if (appeal.personId !== input.personId || appeal.organisationId !== actor.organisationId) refuse('enrolment.appeal-not-assigned')
  return appeal
}
/** A decision overturned: the case becomes eligible and stands in the tier its decision had found. */
async function admit(call: Call<unknown>, appeal: store.AppealRow): Promise<void> {
  const one = await getLockedCase(call, appeal.caseId)
  if (one.position !== 'ineligible') return
  const decision = (await listDecisions(call.tx, appeal.caseId)).find(({ id }) => id === appeal.decisionId)
  await settle(call, one, 'eligible', decision?.tier ?? LAST_TIER)
}
const LAST_TIER = 4
