import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays, daysBetween } from '../../../platform/time.ts'
import { readForDecision } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/decisions.ts'
import { getLockedCase } from '../port.ts'
import { tierOf } from '../rules/eligibility.ts'
import * as store from '../store/appeals.ts'
import { findLastDecision } from '../store/decisions.ts'
import { settle } from './decisions.ts'

export const appealsApi: readonly Handled[] = [
  handle(contract.fileAppeal, async (call) => {
    const { input, tx, actor, today } = call
    const one = await getLockedCase(call, input.caseId)
    const last = await findLastDecision(tx, one.id)
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
