import { sql, type Tx } from '../../../platform/db.ts'
import { type MassRead, MOST_SHOWN } from '../contract/mass-reads.ts'
import { namesOf } from './glass.ts'

interface Row {
  readonly account_id: string
  readonly role: string
  readonly hour: Date
  readonly files: number
}
/** Hours since an instant in which an account was at more than so many different files. */
export async function listMassReads(
  tx: Tx,
  { planId, since, above }: { readonly planId: string; readonly since: Date; readonly above: number },
): Promise<MassRead[]> {
  const { rows } = await sql<Row>`select account_id, role, date_trunc('hour', at) as hour, count(distinct person_id)::integer as files
    from platform.history
    where plan_id = ${planId} and at >= ${since} and person_id is not null and batch_id is null and role not in ('W', 'service')
    group by account_id, role, date_trunc('hour', at) having count(distinct person_id) > ${above}
    order by hour desc, account_id limit ${MOST_SHOWN}`.execute(tx)
  const names = await namesOf(
    tx,
    rows.map(({ account_id }) => account_id),
  )
  return rows.map((row) => ({
    accountName: names.get(row.account_id) ?? '',
    role: row.role,
    hour: row.hour.toISOString(),
    files: row.files,
  }))
}
