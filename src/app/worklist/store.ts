import { sql, type Tx } from '../../platform/db.ts'
import { TaskKind } from './contract.ts'

const MOST = 100
export interface Whose {
  readonly kinds: readonly TaskKind[]
  readonly accountId: string
  readonly organisationId: string | null
}
interface Row {
  readonly kind: string
  readonly subject_id: string
  readonly case_id: string
  readonly person_id: string
  readonly file_number: string | null
  readonly county_code: string
  readonly due_on: string
}
/** Tasks addressed to the account, to its organisation, or to the office as such; only of kinds that are the reader's. */
function addressed({ kinds, accountId, organisationId }: Whose, view: string) {
  return sql`from ${sql.raw(view)} where kind = any (${[...kinds]}::text[]) and (account_id is null or account_id = ${accountId})
    and (organisation_id is null or organisation_id = ${organisationId})`
}
const viewOf = (kinds: readonly TaskKind[]): readonly string[] => [
  ...(kinds.some((kind) => kind !== 'answer-enquiry') ? ['enrolment.due'] : []),
  ...(kinds.includes('answer-enquiry') ? ['enrolment.enquiry_due'] : []),
]
export async function listTasks(tx: Tx, whose: Whose) {
  const found: Row[] = []
  for (const view of viewOf(whose.kinds)) {
    const { rows } =
      await sql<Row>`select kind, subject_id, case_id, person_id, file_number, county_code, due_on ${addressed(whose, view)} order by due_on, subject_id limit ${MOST}`.execute(
        tx,
      )
    found.push(...rows)
  }
  return found
    .map((row) => ({ ...row, kind: TaskKind.parse(row.kind) }))
    .sort((one, other) => (one.due_on < other.due_on ? -1 : 1))
    .slice(0, MOST)
}
export async function countTasks(tx: Tx, whose: Whose, today: string) {
  const counted = []
  for (const view of viewOf(whose.kinds)) {
    const { rows } = await sql<{
      kind: string
      count: number
      overdue: number
    }>`select kind, count(*) as count, count(*) filter (where due_on < ${today}) as overdue ${addressed(whose, view)} group by kind`.execute(
      tx,
    )
    counted.push(...rows.map((row) => ({ kind: TaskKind.parse(row.kind), count: row.count, overdue: row.overdue })))
  }
  return counted
}
