import type { Tx } from '../../../platform/db.ts'
import { type MonthlySheet, SheetFigures } from '../contract/monthly-sheets.ts'
import { SheetState } from '../contract/states.ts'

export type StoredSheet = Omit<MonthlySheet, 'executorName'>
interface Row {
  readonly id: string
  readonly county_code: string
  readonly organisation_id: string
  readonly month: string
  readonly state: string
  readonly state_since: string
  readonly note: string | null
  readonly return_reason: string | null
  readonly figures: unknown
  readonly version: number
}
const sheetOf = (row: Row): StoredSheet => ({
  id: row.id,
  countyCode: row.county_code,
  organisationId: row.organisation_id,
  month: row.month,
  state: SheetState.parse(row.state),
  stateSince: row.state_since,
  note: row.note,
  returnReason: row.return_reason,
  figures: SheetFigures.parse(row.figures),
  version: row.version,
})
interface Filter {
  readonly countyCode?: string | undefined
  readonly state?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listSheets(tx: Tx, { countyCode, state, after, limit }: Filter): Promise<readonly StoredSheet[]> {
  let query = tx
    .selectFrom('oversight.monthly_sheet')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(sheetOf)
}
export async function findSheet(tx: Tx, id: string): Promise<StoredSheet | undefined> {
  const row = await tx.selectFrom('oversight.monthly_sheet').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : sheetOf(row)
}
export async function lockSheet(tx: Tx, id: string): Promise<StoredSheet | undefined> {
  const row = await tx.selectFrom('oversight.monthly_sheet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : sheetOf(row)
}
interface NewSheet {
  readonly planId: string
  readonly id: string
  readonly countyCode: string
  readonly organisationId: string
  readonly month: string
  readonly note: string | null
  readonly figures: SheetFigures
  readonly today: string
}
export async function insertSheet(tx: Tx, made: NewSheet): Promise<void> {
  await tx
    .insertInto('oversight.monthly_sheet')
    .values({
      plan_id: made.planId,
      id: made.id,
      county_code: made.countyCode,
      organisation_id: made.organisationId,
      month: made.month,
      state: 'submitted',
      state_since: made.today,
      note: made.note,
      figures: JSON.stringify(made.figures),
    })
    .execute()
}
interface SheetMove {
  readonly to: SheetState
  readonly today: string
  readonly note?: string | null
  readonly reason?: string
  readonly figures?: SheetFigures
}
/** Moves a locked sheet; handed in again, its figures are those of now. */
export async function moveSheet(tx: Tx, { id, version }: StoredSheet, { to, today, note, reason, figures }: SheetMove): Promise<void> {
  await tx
    .updateTable('oversight.monthly_sheet')
    .set({
      state: to,
      state_since: today,
      version: version + 1,
      ...(note === undefined ? {} : { note }),
      ...(reason === undefined ? {} : { return_reason: reason }),
      ...(figures === undefined ? {} : { figures: JSON.stringify(figures) }),
    })
    .where('id', '=', id)
    .execute()
}
/** The oldest sheet of a county that waits for the client. */
export async function findWaitingSheet(tx: Tx, countyCode: string) {
  return tx
    .selectFrom('oversight.monthly_sheet')
    .select(['id', 'month'])
    .where('county_code', '=', countyCode)
    .where('state', '=', 'submitted')
    .orderBy('month')
    .limit(1)
    .executeTakeFirst()
}
