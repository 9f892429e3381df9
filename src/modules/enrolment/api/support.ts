import { createHash } from 'node:crypto'
import { appendHistory, type Entry } from '../../../platform/history.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { readSheet } from '../../../platform/sheet/read.ts'
import { addDays, daysBetween } from '../../../platform/time.ts'
import { findConsent, findIdentityCard, shareIdentity } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/support.ts'
import { getLockedCase } from '../port.ts'
import { isDecidable } from '../rules/eligibility/rules.ts'
import { columnsOf, periodsOf, readSupportRow, type SupportColumns, type WrittenRow } from '../rules/support.ts'
import { findCase } from '../store/cases.ts'
import * as enquiries from '../store/enquiries.ts'
import * as store from '../store/support.ts'

/** A sheet may hold this many rows about women; a larger list is sent county by county. */
const MOST_ROWS = 60_000
type NumberedRow = WrittenRow & { readonly row: number }

/**
 * Keeps what could be read and tells the body how many rows that was. The request looks at nothing but the rows themselves: whether a woman is in
 * the plan changes neither the answer nor the queries (roles.md §3.2, §3.3).
 */
async function keepRows(call: Call<{ readonly isWhole: boolean }>, rows: readonly NumberedRow[]) {
  const { tx, actor, house, now, today, note, input } = call
  const organisationId = await supportBodyOf(call)
  const read = rows.map((one) => ({ row: one.row, read: readSupportRow(one, today) }))
  const kept = read.flatMap((one) =>
    'reasons' in one.read ? [] : [{ ...one.read, index: house.vault.blindIndex(actor.planId, 'national-id', one.read.nationalId) }],
  )
  if (kept.length === 0) refuse('enrolment.rows-unreadable')
  const sender = { planId: actor.planId, organisationId, accountId: actor.accountId, counties: actor.counties, at: now, newId: house.newId }
  await store.insertSupportRows(tx, sender, kept)
  if (input.isWhole) await store.insertWholeList(tx, sender, kept.length)
  note({ rows: kept.length, wrong: rows.length - kept.length, whole: input.isWhole })
  return {
    read: kept.length,
    wrong: read.flatMap((one) => ('reasons' in one.read ? [{ row: one.row, reasons: [...one.read.reasons] }] : [])),
  }
}
async function supportBodyOf({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>): Promise<string> {
  const organisationId = actor.organisationId ?? refuse('enrolment.not-a-support-body')
  return (await store.isSupportBody(tx, organisationId)) ? organisationId : refuse('enrolment.not-a-support-body')
}
/** The three columns of an office file, from the first row that names them; other columns are never looked at. */
async function rowsOfSheet(bytes: Uint8Array): Promise<readonly NumberedRow[]> {
  let columns: SupportColumns | undefined
  const rows: NumberedRow[] = []
  for await (const { number, cells } of readSheet(bytes)) {
    if (columns === undefined) {
      columns = columnsOf(cells)
      continue
    }
    const row = rowOf(cells, columns)
    if (row.nationalId === '' && row.status === '') continue
    if (rows.length >= MOST_ROWS) refuse('platform.too-large')
    rows.push({ ...row, row: number })
  }
  return columns === undefined ? refuse('enrolment.support-header-not-found') : rows
}
function rowOf(cells: readonly string[], columns: SupportColumns): WrittenRow {
  const cell = (place: number | undefined): string => (place === undefined ? '' : (cells[place] ?? '').trim())
  const since = cell(columns.since)
  return { nationalId: cell(columns.nationalId), status: cell(columns.status), since: since === '' ? null : since }
}

export const supportApi: readonly Handled[] = [
  handle(contract.tellSupportStatus, (call) =>
    keepRows(
      call,
      call.input.rows.map((row, index) => ({ ...row, row: index + 1 })),
    ),
  ),
  handle(contract.uploadSupportSheet, async (call) => {
    await supportBodyOf(call)
    return keepRows(call, await rowsOfSheet(call.upload?.bytes ?? refuse('platform.bad-input')))
  }),
  handle(contract.readSupport, async ({ tx, input, about }) => {
    const one = (await findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ personId: one.personId, countyCode: one.countyCode })
    const kept = await store.listKeptPeriods(tx, one.personId)
    const names = new Map(kept.map((period) => [period.organisationId, period.organisationName]))
    return {
      periods: periodsOf(kept).map(({ organisationId, status, since, until, source, letterNumber }) => ({
        organisationId,
        organisationName: names.get(organisationId) ?? '',
        status,
        since,
        until,
        source,
        letterNumber,
      })),
    }
  }),
  handle(contract.askEnquiry, async (call) => {
    const { input, tx, actor, now, today } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.personId !== input.personId) refuse('platform.not-found')
    if (!isDecidable(one.position)) refuse('enrolment.nothing-to-decide')
    if (!(await store.isSupportBody(tx, input.organisationId))) refuse('enrolment.not-a-support-body')
    const consentId = await findConsent(tx, { personId: one.personId, purpose: 'ask-support-bodies', today })
    if (consentId === undefined) refuse('enrolment.enquiry-consent-missing')
    const { value } = await parameterOn(tx, 'enquiry-answer', { day: today, countyCode: one.countyCode })
    const asked = {
      id: input.id,
      organisationId: input.organisationId,
      consentId,
      askedBy: actor.accountId,
      at: now,
      dueOn: addDays(today, value),
    }
    await enquiries.insertEnquiry(tx, one, asked)
    await shareIdentity(tx, { planId: actor.planId, personId: one.personId, organisationId: input.organisationId, isOpen: true })
    return { id: input.id, dueOn: asked.dueOn }
  }),
  handle(contract.listEnquiries, async ({ input, tx, actor, house, today }) => {
    const organisationId = actor.organisationId ?? refuse('access.not-your-part')
    const rows = await enquiries.listWaitingEnquiries(tx, {
      planId: actor.planId,
      organisationId,
      counties: actor.counties,
      accountId: actor.accountId,
      today,
      limit: input.limit,
    })
    const lines = []
    for (const row of rows) {
      const card = await findIdentityCard(tx, { house, planId: actor.planId, personId: row.person_id })
      if (card === undefined) continue
      lines.push({
        id: row.id,
        ...card,
        askedAt: row.asked_at.toISOString(),
        dueOn: row.due_on,
        daysLeft: daysBetween(today, row.due_on),
        version: row.version,
      })
    }
    return { enquiries: lines, waiting: rows[0]?.waiting ?? 0 }
  }),
  handle(contract.answerEnquiry, async (call) => {
    const { input, about, note } = call
    const row = await keepAnswer(call, input)
    if (typeof row === 'string') refuse(row)
    about({ personId: row.person_id, caseId: row.case_id, countyCode: row.county_code, organisationId: row.organisation_id })
    note({ status: input.answer })
    return { id: input.id }
  }),
  handle(contract.answerEnquiries, async (call) => {
    const { letterNumber, letterDate, answers } = call.input
    const kept: string[] = []
    const refused: { id: string; reason: string }[] = []
    for (const answer of answers) {
      const row = await keepAnswer(call, { ...answer, letterNumber, letterDate })
      if (typeof row === 'string') refused.push({ id: answer.id, reason: row })
      else {
        kept.push(answer.id)
        await appendHistory(call.tx, call.actor, [entryOf(call, row, answer.answer)])
      }
    }
    call.note({ kept: kept.length, refused: refused.length })
    return { kept, refused }
  }),
]
/** One line of a screen answered at once has its own entry: she reads of it as of a single answer. */
function entryOf({ house, now, requestId }: Call<unknown>, row: enquiries.EnquiryRow, status: contract.SupportStatus): Entry {
  const subject = {
    type: 'enquiry',
    id: row.id,
    personId: row.person_id,
    caseId: row.case_id,
    countyCode: row.county_code,
    organisationId: row.organisation_id,
  }
  const digest = createHash('sha256').update(`${row.id}/${row.version}/${status}`).digest()
  return {
    id: house.newId(),
    at: now,
    action: contract.answerEnquiry.action,
    subject,
    facts: { status },
    digest,
    requestId,
    batchId: requestId,
  }
}
interface OneAnswer {
  readonly id: string
  readonly answer: contract.SupportStatus
  readonly since: string | null
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly version: number
}
/** Keeps one answer of a body and closes what was opened for it; the code of the reason when it cannot. */
async function keepAnswer(call: Call<unknown>, input: OneAnswer): Promise<enquiries.EnquiryRow | string> {
  const { tx, actor, house, now, today } = call
  const row = await enquiries.lockEnquiry(tx, input.id)
  if (row === undefined) return 'platform.not-found'
  if (!(await enquiries.isConsentStanding(tx, { planId: actor.planId, consentId: row.consent_id, today }))) return 'platform.not-found'
  if (row.answered_at !== null || row.version !== input.version) return 'enrolment.already-answered'
  if (input.since !== null && input.since > today) return 'enrolment.row-since-in-future'
  const isKept = await enquiries.answerEnquiry(tx, row, { ...input, accountId: actor.accountId, at: now, periodId: house.newId() })
  if (!isKept) return 'enrolment.already-answered'
  await shareIdentity(tx, { planId: actor.planId, personId: row.person_id, organisationId: row.organisation_id, isOpen: false })
  return row
}
