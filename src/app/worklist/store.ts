import { CasePosition } from '../../modules/enrolment/contract/cases.ts'
import { sql, type Tx } from '../../platform/db.ts'
import { TaskKind } from './contract.ts'
import type { DueView } from './rules.ts'

const MOST = 100
export interface Whose {
  readonly views: readonly DueView[]
  readonly accountId: string
  readonly duties: readonly string[]
}
interface Row {
  readonly kind: string
  readonly subject_id: string
  readonly county_code: string | null
  readonly due_on: string
}
/** Tasks of the account, of its organisation or of the office, of duties it holds. Which rows exist is the database's law. */
function mine({ views, accountId, duties }: Whose) {
  const all = sql.join(
    views.map((view) => sql`select kind, subject_id, county_code, due_on, account_id, duty from ${sql.table(view)}`),
    sql` union all `,
  )
  return sql`from (${all}) due where (account_id is null or account_id = ${accountId}) and (duty is null or duty = any (${[...duties]}::text[]))`
}
export async function listTasks(tx: Tx, whose: Whose) {
  const { rows } =
    await sql<Row>`select kind, subject_id, county_code, due_on ${mine(whose)} order by due_on, subject_id limit ${MOST}`.execute(tx)
  return rows.map((row) => ({ ...row, kind: TaskKind.parse(row.kind) }))
}
export async function countTasks(tx: Tx, whose: Whose, today: string) {
  const { rows } = await sql<{
    kind: string
    count: number
    overdue: number
  }>`select kind, count(*) as count, count(*) filter (where due_on < ${today}) as overdue ${mine(whose)} group by kind order by kind`.execute(
    tx,
  )
  return rows.map((row) => ({ kind: TaskKind.parse(row.kind), count: row.count, overdue: row.overdue }))
}
/** The cases among the subjects, as far as the reader may see them. */
export async function listCases(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('enrolment.case')
    .select(['id', 'file_number', 'person_id', 'position'])
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ ...row, position: CasePosition.parse(row.position) }))
}
