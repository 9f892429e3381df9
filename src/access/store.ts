import { beyondReach, sql, type Tx } from '../platform/db.ts'
import { Assignment } from './contract.ts'

/** Assignments of an account in force on a day: begun, not ended, approved where approval is needed. */
export async function listAssignmentsInForce(tx: Tx, accountId: string, today: string): Promise<Assignment[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select assignment.id, assignment.plan_id as "planId", assignment.display_name as "displayName", assignment.role, assignment.duties, assignment.counties,
      assignment.organisation_id as "organisationId", organisation.name_fa as "organisationName"
    from access.assignment assignment left join partners.organisation organisation on organisation.id = assignment.organisation_id
    where assignment.account_id = ${accountId} and assignment.ended_at is null and assignment.valid_from <= ${today}
      and (assignment.valid_to is null or assignment.valid_to >= ${today}) and (not assignment.needs_approval or assignment.approved_at is not null)
    order by assignment.role, assignment.id limit 100`.execute(tx)
  return rows.map((row) => Assignment.parse(row))
}
export async function findAccount(tx: Tx, accountId: string) {
  return beyondReach(tx, () =>
    tx.selectFrom('auth.user').select(['name', 'email', 'twoFactorEnabled']).where('id', '=', accountId).executeTakeFirst(),
  )
}
/** Assignments an account was given that wait for a second approval. */
export async function countWaiting(tx: Tx, accountId: string, today: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from access.assignment where account_id = ${accountId} and needs_approval
    and approved_at is null and ended_at is null and (valid_to is null or valid_to >= ${today})`.execute(tx)
  return rows[0]?.n ?? 0
}
