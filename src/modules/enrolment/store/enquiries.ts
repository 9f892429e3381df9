import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

export async function insertEnquiry(
  tx: Tx,
  one: Case,
  made: {
    readonly id: string
    readonly organisationId: string
    readonly consentId: string
    readonly askedBy: string
    readonly at: Date
    readonly dueOn: string
  },
): Promise<void> {
  await tx
    .insertInto('enrolment.enquiry')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      organisation_id: made.organisationId,
      consent_id: made.consentId,
      asked_by: made.askedBy,
      asked_at: made.at,
      due_on: made.dueOn,
    })
    .execute()
}
/** Bodies asked about a case that have not answered yet. */
export async function listWaitingBodies(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>): Promise<readonly string[]> {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.enquiry')
      .select('organisation_id')
      .where('plan_id', '=', planId)
      .where('case_id', '=', id)
      .where('answered_at', 'is', null)
      .limit(50)
      .execute(),
  )
  return rows.map((row) => row.organisation_id)
}
/** Enquiries of one body that wait for its answer, the most urgent first, while her consent stands. Withdrawn consent takes the line away. */
export async function listWaitingEnquiries(
  tx: Tx,
  {
    planId,
    organisationId,
    counties,
    accountId,
    today,
    limit,
  }: {
    readonly planId: string
    readonly organisationId: string
    readonly counties: readonly string[]
    readonly accountId: string
    readonly today: string
    readonly limit: number
  },
) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string; person_id: string; asked_at: Date; due_on: string; version: number; waiting: number }>`
      select enquiry.id, enquiry.person_id, enquiry.asked_at, enquiry.due_on, enquiry.version, count(*) over ()::int as waiting
      from enrolment.enquiry enquiry join people.consent consent on consent.plan_id = enquiry.plan_id and consent.id = enquiry.consent_id
      where enquiry.plan_id = ${planId} and enquiry.organisation_id = ${organisationId} and enquiry.answered_at is null
        and enquiry.county_code = any (${[...counties]}::text[])
        and not ${accountId}::uuid = any (enquiry.barred)
        and (consent.withdrawn_on is null or consent.withdrawn_on > ${today}) and (consent.until is null or consent.until >= ${today})
      order by enquiry.due_on, enquiry.id limit ${limit}`.execute(tx),
  )
  return rows
}
/** Whether the consent an enquiry rests on still stands. */
export async function isConsentStanding(
  tx: Tx,
  { planId, consentId, today }: { readonly planId: string; readonly consentId: string; readonly today: string },
): Promise<boolean> {
  const { rows } = await beyondReach(tx, () =>
    sql`select from people.consent where plan_id = ${planId} and id = ${consentId}
      and (withdrawn_on is null or withdrawn_on > ${today}) and (until is null or until >= ${today})`.execute(tx),
  )
  return rows.length > 0
}
export async function lockEnquiry(tx: Tx, id: string) {
  return tx.selectFrom('enrolment.enquiry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
export type EnquiryRow = NonNullable<Awaited<ReturnType<typeof lockEnquiry>>>
export interface EnquiryAnswer {
  readonly answer: string
  readonly since: string | null
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly accountId: string
  readonly at: Date
  readonly periodId: string
}
/** Keeps an answer with its letter, and the dated period that follows from it. False when it was answered meanwhile. */
export async function answerEnquiry(tx: Tx, row: EnquiryRow, made: EnquiryAnswer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('enrolment.enquiry')
    .set((set) => ({
      answer: made.answer,
      answered_by: made.accountId,
      answered_at: made.at,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      version: set('version', '+', 1),
    }))
    .where('id', '=', row.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx
    .insertInto('enrolment.support_period')
    .values({
      plan_id: row.plan_id,
      id: made.periodId,
      person_id: row.person_id,
      county_code: row.county_code,
      barred: row.barred,
      assigned: row.assigned,
      organisation_id: row.organisation_id,
      status: made.answer,
      since: made.since,
      source: 'enquiry',
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      known_at: made.at,
    })
    .execute()
  return true
}
