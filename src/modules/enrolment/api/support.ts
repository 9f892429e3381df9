import { type Handled, handle } from '../../../platform/http.ts'
import { parseNationalId } from '../../../platform/identifiers.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { findConsent, findIdentityCard, shareIdentity } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/decisions.ts'
import { getLockedCase } from '../port.ts'
import * as store from '../store/support.ts'

export const supportApi: readonly Handled[] = [
  handle(contract.tellSupportStatus, async ({ input, tx, actor, house, now, note }) => {
    const organisationId = actor.organisationId ?? refuse('enrolment.not-a-support-body')
    if (!(await store.isSupportBody(tx, organisationId))) refuse('enrolment.not-a-support-body')
    const read = input.rows.map((row) => ({ ...row, parsed: parseNationalId(row.nationalId) }))
    const rows = read.flatMap(({ parsed, status, since }) =>
      'value' in parsed ? [{ index: house.vault.blindIndex(actor.planId, 'national-id', parsed.value), status, since }] : [],
    )
    if (rows.length === 0) refuse('enrolment.rows-unreadable')
    await store.insertSupportRows(
      tx,
      { planId: actor.planId, organisationId, accountId: actor.accountId, at: now, newId: house.newId },
      rows,
    )
    note({ rows: rows.length })
    return { read: rows.length, wrong: read.flatMap(({ parsed }, index) => ('reason' in parsed ? [index + 1] : [])) }
  }),
  handle(contract.askEnquiry, async (call) => {
    const { input, tx, actor, now, today } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.personId !== input.personId) refuse('platform.not-found')
    if (!(await store.isSupportBody(tx, input.organisationId))) refuse('enrolment.not-a-support-body')
    const consentId = await findConsent(tx, { personId: one.personId, purpose: 'ask-support-bodies', today })
    if (consentId === undefined) refuse('enrolment.enquiry-consent-missing')
    const { value } = await parameterOn(tx, 'enquiry-answer', { day: today, countyCode: one.countyCode })
    const dueOn = addDays(today, value)
    await store.insertEnquiry(tx, one, {
      id: input.id,
      organisationId: input.organisationId,
      consentId,
      askedBy: actor.accountId,
      at: now,
      dueOn,
    })
    await shareIdentity(tx, { planId: actor.planId, personId: one.personId, organisationId: input.organisationId, isOpen: true })
    return { id: input.id, dueOn }
  }),
  handle(contract.listEnquiries, async ({ input, tx, actor, house }) => {
    const organisationId = actor.organisationId ?? refuse('access.not-your-part')
    const rows = await store.listWaitingEnquiries(tx, organisationId, input.limit)
    const enquiries = []
    for (const row of rows) {
      const card = await findIdentityCard(tx, { house, planId: actor.planId, personId: row.person_id })
      enquiries.push({
        id: row.id,
        name: card?.name ?? '',
        nationalId: card?.nationalId ?? null,
        askedAt: row.asked_at.toISOString(),
        dueOn: row.due_on,
        version: row.version,
      })
    }
    return { enquiries, waiting: await store.countWaitingEnquiries(tx, organisationId) }
  }),
  handle(contract.answerEnquiry, async ({ input, tx, actor, house, now, about, note }) => {
    const row = (await store.findEnquiry(tx, input.id)) ?? refuse('platform.not-found')
    if (row.answered_at !== null || row.version !== input.version) refuse('enrolment.already-answered')
    await store.answerEnquiry(tx, row, { ...input, accountId: actor.accountId, at: now, periodId: house.newId() })
    await shareIdentity(tx, { planId: actor.planId, personId: row.person_id, organisationId: row.organisation_id, isOpen: false })
    about({ personId: row.person_id, caseId: row.case_id, countyCode: row.county_code, organisationId: row.organisation_id })
    note({ status: input.answer })
    return { id: input.id }
  }),
]
