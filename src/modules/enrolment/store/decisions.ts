import { z } from 'zod'
import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { RuleOutcome, SupportStatus } from '../contract/decisions.ts'
import type { Case } from './cases.ts'

/** Scope columns of rows that follow a case. */
const scopeOf = (one: Case) => ({ plan_id: one.planId, person_id: one.personId, county_code: one.countyCode, assigned: [...one.assigned] })

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
/** Where else she can turn, by the rules that were not met. */
export async function listReferrals(
  tx: Tx,
  rules: readonly string[],
  { countyCode, day }: { readonly countyCode: string; readonly day: string },
): Promise<string[]> {
  if (rules.length === 0) return []
  const rows = await tx
    .selectFrom('enrolment.referral_place')
    .select('title')
    .where('rule', 'in', [...rules])
    .where((where) => where.or([where('county_code', 'is', null), where('county_code', '=', countyCode)]))
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('id')
    .limit(5)
    .execute()
  return rows.map(({ title }) => title)
}
export interface NewDecision {
  readonly id: string
  readonly outcome: 'eligible' | 'ineligible'
  readonly ruleSet: string
  readonly rules: readonly RuleOutcome[]
  readonly facts: string
  readonly decidedBy: string
  readonly decidedFor: string | null
  readonly at: Date
  readonly today: string
}
export async function insertDecision(tx: Tx, one: Case, made: NewDecision): Promise<void> {
  await tx
    .insertInto('enrolment.decision')
    .values({
      ...scopeOf(one),
      id: made.id,
      case_id: one.id,
      outcome: made.outcome,
      rule_set: made.ruleSet,
      rules: JSON.stringify(made.rules),
      input_hash: Buffer.from(made.facts, 'hex'),
      decided_by: made.decidedBy,
      decided_for: made.decidedFor,
      decided_at: made.at,
      decided_on: made.today,
    })
    .execute()
}
const Rules = z.array(RuleOutcome)
export async function findLastDecision(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    outcome: row.outcome === 'eligible' ? ('eligible' as const) : ('ineligible' as const),
    rules: Rules.parse(row.rules),
    decidedOn: row.decided_on,
    decidedFor: row.decided_for,
  }
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

export async function insertAppeal(
  tx: Tx,
  one: Case,
  made: {
    readonly id: string
    readonly decisionId: string
    readonly filedBy: string
    readonly today: string
    readonly answerDueOn: string
  },
): Promise<void> {
  await tx
    .insertInto('enrolment.appeal')
    .values({
      ...scopeOf(one),
      id: made.id,
      case_id: one.id,
      decision_id: made.decisionId,
      state: 'filed',
      filed_by: made.filedBy,
      filed_on: made.today,
      answer_due_on: made.answerDueOn,
    })
    .execute()
}
export async function findAppealOf(tx: Tx, decisionId: string) {
  return tx.selectFrom('enrolment.appeal').selectAll().where('decision_id', '=', decisionId).executeTakeFirst()
}
export async function lockAppeal(tx: Tx, id: string) {
  return tx.selectFrom('enrolment.appeal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
/** Open and answered appeals in reach, the one due first on top. The file number comes from the case through the same reach or the appeal's own. */
export async function listAppeals(
  tx: Tx,
  {
    limit,
    after,
    organisationId,
  }: { readonly limit: number; readonly after?: string | undefined; readonly organisationId?: string | undefined },
) {
  let query = tx
    .selectFrom('enrolment.appeal')
    .selectAll()
    .orderBy('id')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('id', '>', after)
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  return query.execute()
}
/** File numbers of cases, for lists of things that hang on them; pseudonymous, so it may go beyond the reader's rows. */
export async function fileNumbersOf(tx: Tx, planId: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case')
      .select(['id', 'file_number'])
      .where('plan_id', '=', planId)
      .where('id', 'in', [...caseIds])
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row.file_number]))
}
export async function assignAppeal(
  tx: Tx,
  { id, organisationId, version }: { readonly id: string; readonly organisationId: string; readonly version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('enrolment.appeal')
    .set((set) => ({ organisation_id: organisationId, state: 'assigned', version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', ['filed', 'assigned'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export async function answerAppeal(
  tx: Tx,
  made: {
    readonly id: string
    readonly outcome: string
    readonly reasons: string
    readonly accountId: string
    readonly today: string
    readonly version: number
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('enrolment.appeal')
    .set((set) => ({
      state: made.outcome,
      reasons: made.reasons,
      read_by: made.accountId,
      answered_on: made.today,
      version: set('version', '+', 1),
    }))
    .where('id', '=', made.id)
    .where('version', '=', made.version)
    .where('state', '=', 'assigned')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The queue of a county in its order: tier, day of queueing, file number. */
export async function listQueue(tx: Tx, countyCode: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('enrolment.case')
    .select('id')
    .where('county_code', '=', countyCode)
    .where('position', '=', 'queued')
    .orderBy('tier')
    .orderBy('queued_on')
    .orderBy('file_number')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
export async function countGranted(tx: Tx, countyCode: string): Promise<number> {
  const row = await tx.selectFrom('enrolment.place_count').select('granted').where('county_code', '=', countyCode).executeTakeFirst()
  return row?.granted ?? 0
}
/** Takes one place if one is free: one conditional statement, so that of 200 at one place exactly one succeeds. */
export async function takePlace(
  tx: Tx,
  { planId, countyCode, places }: { readonly planId: string; readonly countyCode: string; readonly places: number },
): Promise<boolean> {
  const { rows } =
    await sql`insert into enrolment.place_count (plan_id, county_code, granted) select ${planId}, ${countyCode}, 1 where ${places}::int > 0
    on conflict (plan_id, county_code) do update set granted = enrolment.place_count.granted + 1 where enrolment.place_count.granted < ${places}::int
    returning granted`.execute(tx)
  return rows.length > 0
}
export async function freePlace(tx: Tx, planId: string, countyCode: string): Promise<void> {
  await beyondReach(tx, () =>
    sql`update enrolment.place_count set granted = granted - 1 where plan_id = ${planId} and county_code = ${countyCode} and granted > 0`.execute(
      tx,
    ),
  )
}
