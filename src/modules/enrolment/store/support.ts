import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { SupportStatus } from '../contract/decisions.ts'
import { type Case, scopeOf } from './cases.ts'

export async function insertSupportRows(
  tx: Tx,
  made: {
    readonly planId: string
    readonly organisationId: string
    readonly accountId: string
    readonly at: Date
    readonly newId: () => string
  },
  rows: readonly { readonly index: Buffer; readonly status: string; readonly since: string | null }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000)
    await tx
      .insertInto('enrolment.support_row')
      .values(
        rows.slice(start, start + 1000).map((row) => ({
          plan_id: made.planId,
          id: made.newId(),
          organisation_id: made.organisationId,
          national_id_index: row.index,
          status: row.status,
          since: row.since,
          told_at: made.at,
          account_id: made.accountId,
        })),
      )
      .execute()
}
export async function isSupportBody(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx.selectFrom('partners.organisation').select('is_support_body').where('id', '=', organisationId).executeTakeFirst()
  return row?.is_support_body === true
}
export async function countSupportBodies(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct organisation.id) as n from partners.organisation organisation
    join partners.membership membership on membership.organisation_id = organisation.id where organisation.is_support_body`.execute(tx)
  return Number(rows[0]?.n ?? 0)
}
/** What each support body last said of her: its answer to a named enquiry, or its keyed row, whichever is later. Compared here, by the office. */
export async function listSupport(
  tx: Tx,
  { planId, personId, nationalIdIndex }: { readonly planId: string; readonly personId: string; readonly nationalIdIndex: Buffer | null },
) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ status: string; source: string }>`select distinct on (organisation_id) status, source from (
        select organisation_id, status, source, known_at from enrolment.support_period where plan_id = ${planId} and person_id = ${personId}
        union all
        select organisation_id, status, 'keyed-rows', told_at from enrolment.support_row where plan_id = ${planId} and national_id_index = ${nationalIdIndex}
      ) told order by organisation_id, known_at desc`.execute(tx),
  )
  return rows.map((row) => ({
    status: SupportStatus.parse(row.status),
    source: row.source === 'enquiry' ? ('enquiry' as const) : ('keyed-rows' as const),
  }))
}
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
      ...scopeOf(one),
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
export async function listWaitingEnquiries(tx: Tx, organisationId: string, limit: number) {
  return tx
    .selectFrom('enrolment.enquiry')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('answered_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute()
}
export async function countWaitingEnquiries(tx: Tx, organisationId: string): Promise<number> {
  const row = await tx
    .selectFrom('enrolment.enquiry')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('organisation_id', '=', organisationId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
export async function findEnquiry(tx: Tx, id: string) {
  return tx.selectFrom('enrolment.enquiry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
export interface EnquiryAnswer {
  readonly id: string
  readonly answer: string
  readonly since: string | null
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly accountId: string
  readonly at: Date
  readonly periodId: string
}
/** Keeps an answer and the dated period that follows from it. */
export async function answerEnquiry(tx: Tx, row: NonNullable<Awaited<ReturnType<typeof findEnquiry>>>, made: EnquiryAnswer): Promise<void> {
  await tx
    .updateTable('enrolment.enquiry')
    .set((set) => ({
      answer: made.answer,
      answered_by: made.accountId,
      answered_at: made.at,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      version: set('version', '+', 1),
    }))
    .where('id', '=', made.id)
    .execute()
  await tx
    .insertInto('enrolment.support_period')
    .values({
      plan_id: row.plan_id,
      id: made.periodId,
      person_id: row.person_id,
      county_code: row.county_code,
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
}
