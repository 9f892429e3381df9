import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { AppealState, Plea } from '../contract/appeals.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

export async function insertAppeal(
  tx: Tx,
  one: Case,
  made: {
    readonly id: string
    readonly decisionId: string
    readonly plea: Plea
    readonly filedBy: string
    readonly today: string
    readonly answerDueOn: string
  },
): Promise<void> {
  await tx
    .insertInto('enrolment.appeal')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      decision_id: made.decisionId,
      state: 'filed',
      plea: made.plea,
      filed_by: made.filedBy,
      filed_on: made.today,
      answer_due_on: made.answerDueOn,
    })
    .execute()
}
export async function findAppealOf(tx: Tx, decisionId: string): Promise<AppealRow | undefined> {
  const row = await tx.selectFrom('enrolment.appeal').selectAll().where('decision_id', '=', decisionId).executeTakeFirst()
  return row === undefined ? undefined : appealOf(row)
}
export async function findAppeal(tx: Tx, id: string): Promise<AppealRow | undefined> {
  const row = await tx.selectFrom('enrolment.appeal').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : appealOf(row)
}
export async function lockAppeal(tx: Tx, id: string): Promise<AppealRow | undefined> {
  const row = await tx.selectFrom('enrolment.appeal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : appealOf(row)
}
interface StoredAppeal {
  readonly id: string
  readonly case_id: string
  readonly person_id: string
  readonly county_code: string
  readonly decision_id: string
  readonly state: string
  readonly plea: string
  readonly filed_on: string
  readonly answer_due_on: string
  readonly organisation_id: string | null
  readonly sealed_reasons: Buffer | null
  readonly answered_on: string | null
  readonly version: number
}
function appealOf(row: StoredAppeal) {
  return {
    id: row.id,
    caseId: row.case_id,
    personId: row.person_id,
    countyCode: row.county_code,
    decisionId: row.decision_id,
    state: AppealState.parse(row.state),
    plea: Plea.parse(row.plea),
    filedOn: row.filed_on,
    answerDueOn: row.answer_due_on,
    organisationId: row.organisation_id,
    sealedReasons: row.sealed_reasons,
    answeredOn: row.answered_on,
    version: row.version,
  }
}
export type AppealRow = ReturnType<typeof appealOf>
/** Appeals in reach: of one body, or all; the newest first, by keyset. */
export async function listAppeals(
  tx: Tx,
  {
    limit,
    after,
    organisationId,
    isOpen,
  }: {
    readonly limit: number
    readonly after?: string | undefined
    readonly organisationId?: string | undefined
    readonly isOpen?: boolean | undefined
  },
): Promise<readonly AppealRow[]> {
  let query = tx
    .selectFrom('enrolment.appeal')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('id', '<', after)
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  if (isOpen !== undefined) query = query.where('state', isOpen ? 'in' : 'not in', ['filed', 'assigned'])
  return (await query.execute()).map(appealOf)
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
/** Who decided, and the bodies that have an interest: on whose answer the decision rests, and who introduced her. For choosing another reader only. */
export async function findInterests(tx: Tx, planId: string, decisionId: string) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ decided_for: string | null; nominated_by: string; bodies: string[] | null }>`
      select decision.decided_for, file.nominated_by,
        (select array_agg(body) from jsonb_array_elements(decision.rules) rule, jsonb_array_elements_text(rule -> 'bodies') body) as bodies
      from enrolment.decision decision join enrolment."case" file on file.plan_id = decision.plan_id and file.id = decision.case_id
      where decision.plan_id = ${planId} and decision.id = ${decisionId}`.execute(tx),
  )
  const row = rows[0]
  return row === undefined ? undefined : { decidedFor: row.decided_for, restsOn: [...(row.bodies ?? []), row.nominated_by] }
}
/** Bodies in which somebody holds the duty to read appeals of this county today. */
export async function listReadingBodies(
  tx: Tx,
  { planId, countyCode, day }: { readonly planId: string; readonly countyCode: string; readonly day: string },
) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string; name: string }>`
      select distinct organisation.id, organisation.name_fa as name from access.assignment assignment
      join partners.organisation organisation on organisation.id = assignment.organisation_id
      where assignment.plan_id = ${planId} and 'appeal-reader' = any (assignment.duties) and ${countyCode} = any (assignment.counties)
        and assignment.valid_from <= ${day} and (assignment.valid_to is null or assignment.valid_to >= ${day})
        and assignment.approved_at is not null and assignment.ended_at is null
      order by name limit 50`.execute(tx),
  )
  return rows
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
    readonly sealedReasons: Buffer
    readonly accountId: string
    readonly today: string
    readonly version: number
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('enrolment.appeal')
    .set((set) => ({
      state: made.outcome,
      sealed_reasons: made.sealedReasons,
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
