import { sql, type Tx } from '../../platform/db.ts'
import { AssignmentRow, type AssignmentState, type Given } from '../contract/accounts.ts'
import { opensFiles } from '../roles.ts'
import { stateOf, type Waiting } from '../rules.ts'

interface Row {
  readonly id: string
  readonly account_id: string
  readonly display_name: string
  readonly role: string
  readonly duties: readonly string[]
  readonly counties: readonly string[]
  readonly organisation: string | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly requested_by: string
  readonly requested_at: Date
  readonly needs_approval: boolean
  readonly approved_at: Date | null
  readonly ended_at: Date | null
  readonly version: number
}
const COLUMNS = sql`assignment.id, assignment.account_id, assignment.display_name, assignment.role, assignment.duties,
  array(select division.name_fa from territory.division division where division.code = any (assignment.counties) order by division.code) as counties,
  organisation.name_fa as organisation, assignment.valid_from, assignment.valid_to, assignment.requested_by, assignment.requested_at,
  assignment.needs_approval, assignment.approved_at, assignment.ended_at, assignment.version
  from access.assignment assignment left join partners.organisation organisation on organisation.id = assignment.organisation_id`

function shown(row: Row, readerId: string, today: string): AssignmentRow {
  return AssignmentRow.parse({
    id: row.id,
    accountId: row.account_id,
    name: row.display_name,
    role: row.role,
    duties: row.duties,
    counties: row.counties,
    organisationName: row.organisation,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: stateOf(dated(row), today),
    requestedAt: row.requested_at.toISOString(),
    isOwn: row.account_id === readerId || row.requested_by === readerId,
    version: row.version,
  })
}
function dated(row: Row) {
  return {
    needsApproval: row.needs_approval,
    isApproved: row.approved_at !== null,
    isEnded: row.ended_at !== null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}
export interface Reader {
  readonly accountId: string
  readonly today: string
}
/** The states as SQL, the same as `stateOf` in rules.ts. */
function stateIs(state: AssignmentState, today: string) {
  const ended = sql`(assignment.ended_at is not null or assignment.valid_to < ${today})`
  const waiting = sql`(assignment.needs_approval and assignment.approved_at is null)`
  if (state === 'ended') return sql`coalesce(${ended}, false)`
  const alive = sql`not coalesce(${ended}, false)`
  if (state === 'waiting') return sql`${alive} and ${waiting}`
  return state === 'ahead'
    ? sql`${alive} and not ${waiting} and assignment.valid_from > ${today}`
    : sql`${alive} and not ${waiting} and assignment.valid_from <= ${today}`
}
export async function listAssignmentsByState(
  tx: Tx,
  { state, limit, after }: { readonly state: AssignmentState; readonly limit: number; readonly after?: string | undefined },
  { accountId, today }: Reader,
): Promise<AssignmentRow[]> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} where ${stateIs(state, today)} and (${after ?? null}::uuid is null or assignment.id > ${after ?? null})
    order by assignment.id limit ${limit + 1}`.execute(tx)
  return rows.map((row) => shown(row, accountId, today))
}
export async function listAssignmentsOf(tx: Tx, accountId: string, { accountId: readerId, today }: Reader): Promise<AssignmentRow[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} where assignment.account_id = ${accountId}
    order by assignment.ended_at is not null, assignment.id desc limit 100`.execute(tx)
  return rows.map((row) => shown(row, readerId, today))
}
export interface Locked extends Waiting {
  readonly role: string
  readonly version: number
}
export async function lockAssignment(tx: Tx, id: string): Promise<Locked | undefined> {
  const row = await tx
    .selectFrom('access.assignment')
    .select(['account_id', 'requested_by', 'needs_approval', 'approved_at', 'ended_at', 'role', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    accountId: row.account_id,
    requestedBy: row.requested_by,
    needsApproval: row.needs_approval,
    isApproved: row.approved_at !== null,
    isEnded: row.ended_at !== null,
    role: row.role,
    version: row.version,
  }
}
interface Approval {
  readonly id: string
  readonly by: string
  readonly at: Date
  readonly version: number
}
export async function updateApproved(tx: Tx, { id, by, at, version }: Approval): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access.assignment')
    .set({ approved_by: by, approved_at: at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
export async function updateEnded(tx: Tx, { id, by, at, version }: Approval): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access.assignment')
    .set({ ended_by: by, ended_at: at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
/** How many others hold the role in force; the rows are locked, so that two administrators cannot end each other at once. */
export async function countOthersInForce(tx: Tx, role: string, id: string, today: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`select assignment.id from access.assignment assignment
    where assignment.role = ${role} and assignment.id <> ${id} and ${stateIs('in-force', today)} order by id for update`.execute(tx)
  return rows.length
}
/** Whether someone else than the assignment's own person may act as second approver today. */
export async function hasSecondApprover(tx: Tx, except: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from access.assignment assignment
    where 'second-approver' = any (assignment.duties) and assignment.account_id <> ${except} and ${stateIs('in-force', today)}) as found`.execute(
    tx,
  )
  return rows[0]?.found === true
}
export interface NewAssignment extends Given {
  readonly planId: string
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly requestedBy: string
  readonly at: Date
}
/**
 * Whether it must wait for a second approval follows from what it opens, never from what the form says. So does an office's, once the office is
 * there: or an administrator could make the colleague who approves.
 */
export async function insertAssignment(tx: Tx, made: NewAssignment): Promise<{ readonly needsApproval: boolean }> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from access.assignment where plan_id = ${made.planId} and role = 'PO'
    and ended_at is null) as found`.execute(tx)
  const needsApproval = opensFiles(made) || (made.role === 'PO' && rows[0]?.found === true)
  await tx
    .insertInto('access.assignment')
    .values({
      plan_id: made.planId,
      id: made.id,
      account_id: made.accountId,
      display_name: made.name,
      role: made.role,
      duties: [...made.duties],
      counties: [...made.counties],
      organisation_id: made.organisationId,
      valid_from: made.validFrom,
      valid_to: made.validTo,
      requested_by: made.requestedBy,
      requested_at: made.at,
      needs_approval: needsApproval,
    })
    .execute()
  return { needsApproval }
}
export async function listChoicesOf(tx: Tx) {
  const counties = await sql<{ code: string; name: string }>`select code, name_fa as name from territory.division
    where level = 'county' order by code limit 60`.execute(tx)
  const organisations = await sql<{
    id: string
    name: string
  }>`select organisation.id, organisation.name_fa as name from partners.organisation organisation
    where exists (select from partners.membership membership where membership.organisation_id = organisation.id) order by organisation.name_fa limit 500`.execute(
    tx,
  )
  return { counties: counties.rows, organisations: organisations.rows }
}
