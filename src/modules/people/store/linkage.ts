import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { SameVerdict } from '../contract/protection.ts'

interface Pair {
  readonly first: string
  readonly second: string
}
/** Files under one national ID, by the blind index alone; runs as the linkage role, which can see nothing else. */
export async function comparePairs(tx: Tx): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    select one.person_id as first, other.person_id as second from people.identity one
    join people.identity other on other.plan_id = one.plan_id and other.national_id_index = one.national_id_index and other.person_id > one.person_id
    where one.national_id_index is not null order by 1, 2 limit 200`.execute(tx)
  return rows
}
/** Files an officer is barred from: they are taken out of what is compared beyond the reach of the database's own policy. */
export async function listBarredFrom(
  tx: Tx,
  { planId, accountId }: { readonly planId: string; readonly accountId: string },
): Promise<ReadonlySet<string>> {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('people.barred_officer')
      .select('person_id')
      .where('plan_id', '=', planId)
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute(),
  )
  return new Set(rows.map((row) => row.person_id))
}
export async function listVerdicts(tx: Tx) {
  const rows = await tx.selectFrom('people.same_person').select(['first_person_id', 'second_person_id', 'verdict']).limit(1000).execute()
  return new Map(rows.map((row) => [`${row.first_person_id} ${row.second_person_id}`, SameVerdict.parse(row.verdict)]))
}
export async function insertVerdict(
  tx: Tx,
  input: {
    readonly planId: string
    readonly id: string
    readonly first: string
    readonly second: string
    readonly verdict: string
    readonly accountId: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('people.same_person')
    .values({
      plan_id: input.planId,
      id: input.id,
      first_person_id: input.first,
      second_person_id: input.second,
      verdict: input.verdict,
      settled_by: input.accountId,
      settled_at: input.at,
    })
    .execute()
}
