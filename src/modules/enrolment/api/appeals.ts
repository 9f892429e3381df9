import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays, daysBetween } from '../../../platform/time.ts'
import { readForDecision } from '../../people/port.ts'
import { lockQuotaOn, parameterOn, quotaOn } from '../../plan/port.ts'
import * as contract from '../contract/decisions.ts'
import { advance, getLockedCase } from '../port.ts'
import { tierOf } from '../rules/eligibility.ts'
import { findCase, lineOf } from '../store/cases.ts'
import * as store from '../store/decisions.ts'
import { settle } from './decisions.ts'

export const appealsApi: readonly Handled[] = [
  handle(contract.fileAppeal, async (call) => {
    const { input, tx, actor, today } = call
    const one = await getLockedCase(call, input.caseId)
    const last = await store.findLastDecision(tx, one.id)
    if (last === undefined || last.outcome !== 'ineligible' || one.position !== 'ineligible') refuse('enrolment.nothing-to-appeal')
    const on = { day: today, countyCode: one.countyCode }
    const filing = await parameterOn(tx, 'appeal-filing', on)
    if (addDays(last.decidedOn, filing.value) < today) refuse('enrolment.appeal-too-late', { days: filing.value })
    if ((await store.findAppealOf(tx, last.id)) !== undefined) refuse('enrolment.appeal-exists')
    const answerDueOn = addDays(today, (await parameterOn(tx, 'appeal-answer', on)).value)
    await store.insertAppeal(tx, one, { id: input.id, decisionId: last.id, filedBy: actor.accountId, today, answerDueOn })
    return { id: input.id, answerDueOn }
  }),
  handle(contract.listAppeals, async ({ input, tx, actor, today }) => {
    const rows = await store.listAppeals(tx, {
      ...input,
      organisationId: actor.role === 'AG' ? (actor.organisationId ?? undefined) : undefined,
    })
    const page = rows.slice(0, input.limit)
    const numbers = await store.fileNumbersOf(
      tx,
      actor.planId,
      page.map(({ case_id }) => case_id),
    )
    return {
      appeals: page.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        personId: row.person_id,
        fileNumber: numbers.get(row.case_id) ?? '',
        countyCode: row.county_code,
        state: contract.Appeal.shape.state.parse(row.state),
        filedOn: row.filed_on,
        answerDueOn: row.answer_due_on,
        daysLeft: daysBetween(today, row.answer_due_on),
        organisationId: row.organisation_id,
        version: row.version,
      })),
      next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
    }
  }),
  handle(contract.assignAppeal, async ({ input, tx, actor, about }) => {
    const appeal = (await store.lockAppeal(tx, input.id)) ?? refuse('platform.not-found')
    if (input.organisationId === actor.organisationId) refuse('enrolment.appeal-same-body')
    about({ personId: appeal.person_id, caseId: appeal.case_id, countyCode: appeal.county_code })
    if (!(await store.assignAppeal(tx, input))) refuse('platform.version-stale')
    return { id: input.id }
  }),
  handle(contract.answerAppeal, async (call) => {
    const { input, tx, actor, house, today, about, note } = call
    const appeal = (await store.lockAppeal(tx, input.id)) ?? refuse('platform.not-found')
    if (appeal.person_id !== input.personId || appeal.organisation_id !== actor.organisationId) refuse('enrolment.appeal-not-assigned')
    if (!(await store.answerAppeal(tx, { ...input, accountId: actor.accountId, today }))) refuse('enrolment.already-answered')
    about({ personId: appeal.person_id, caseId: appeal.case_id, countyCode: appeal.county_code })
    note({ outcome: input.outcome })
    if (input.outcome === 'overturned') {
      const one = await getLockedCase(call, appeal.case_id)
      const known = await readForDecision(tx, { house, planId: actor.planId, personId: one.personId })
      await settle(call, one, 'eligible', tierOf(known?.household))
    }
    return { id: input.id, state: input.outcome }
  }),
]

export const queueApi: readonly Handled[] = [
  handle(contract.readQueue, async ({ input, tx, now, today }) => {
    const places = (await quotaOn(tx, input.countyCode, today)) ?? 0
    const granted = await store.countGranted(tx, input.countyCode)
    const ids = await store.listQueue(tx, input.countyCode, input.limit)
    const queue = []
    for (const [index, id] of ids.entries()) {
      const one = await findCase(tx, id)
      if (one !== undefined) queue.push({ ...lineOf(one, now), tier: one.tier ?? 3, place: index + 1, queuedOn: one.queuedOn ?? today })
    }
    return { places, granted, free: Math.max(0, places - granted), waiting: queue.length, queue }
  }),
  handle(contract.grantPlace, async (call) => {
    const { input, tx, actor, today, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.position !== 'queued') refuse('enrolment.not-queued')
    const [first] = await store.listQueue(tx, one.countyCode, 1)
    if (first !== one.id) refuse('enrolment.not-next')
    const places = await lockQuotaOn(tx, one.countyCode, today)
    if (!(await store.takePlace(tx, { planId: actor.planId, countyCode: one.countyCode, places }))) refuse('enrolment.no-free-place')
    const answer = await parameterOn(tx, 'place-answer', { day: today, countyCode: one.countyCode })
    note({ tier: one.tier ?? 3 })
    return lineOf(await advance(call, one, 'place-granted', { set: { deadline_on: addDays(today, answer.value) } }), now)
  }),
  handle(contract.declinePlace, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    if (one.position !== 'place-granted') refuse('enrolment.no-such-move')
    await store.freePlace(call.tx, call.actor.planId, one.countyCode)
    return lineOf(await advance(call, one, call.input.wish, { reason: 'place-declined' }), call.now)
  }),
]
