import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Caller } from '../rules/follow-ups.ts'

export interface StoredCaller extends Caller {
  readonly name: string
  /** Calls that are open in her hands. */
  readonly open: number
}
interface On {
  readonly planId: string
  readonly today: string
}
/** Interviewers with an approved assignment that holds today: names of staff, nothing of women. One line an account. */
export async function listCallers(tx: Tx, { planId, today }: On): Promise<readonly StoredCaller[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<StoredCaller>`
      select assignment.account_id as "accountId", assignment.organisation_id as "organisationId", assignment.display_name as name, assignment.counties,
        (select count(*)::int from outcomes.follow_up held where held.plan_id = assignment.plan_id and held.account_id = assignment.account_id and held.state = 'given') as open
      from (select distinct on (account_id) * from access.assignment
        where plan_id = ${planId} and role = 'IN' and organisation_id is not null and approved_at is not null and ended_at is null
          and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
        order by account_id, id) assignment
      order by assignment.account_id limit 500`.execute(tx),
  )
  return rows
}
/** Bodies that carry the plan out: those with an executor's assignment today or a membership as executor. Nobody of them calls. */
export async function listExecutors(tx: Tx, { planId, today }: On): Promise<readonly string[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string }>`
      select organisation_id as id from access.assignment
      where plan_id = ${planId} and role = 'EX' and organisation_id is not null and ended_at is null and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
      union
      select organisation_id from partners.membership
      where plan_id = ${planId} and 'executor' = any (kinds) and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
      order by id limit 100`.execute(tx),
  )
  return rows.map(({ id }) => id)
}
