import { beyondReach, type Tx } from '../../../platform/db.ts'
import { type Case, scopeOf } from './cases.ts'

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
