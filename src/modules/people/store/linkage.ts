import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { SameVerdict } from '../contract/linkage.ts'

export interface Pair {
  readonly first: string
  readonly second: string
}
/** Files under one national ID, by the blind index alone; runs as the linkage role, which can see nothing else. */
export async function comparePairs(tx: Tx): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    select one.person_id as first, other.person_id as second from people.identity one
    join people.identity other on other.plan_id = one.plan_id and other.national_id_index = one.national_id_index and other.person_id > one.person_id
    where one.national_id_index is not null order by 1, 2 limit 1000`.execute(tx)
  return rows
}
/** Files an officer is barred from, with those joined to them: taken out of what is compared beyond the reach of the database's own policy. */
export async function listBarredFrom(
  tx: Tx,
  { planId, accountId }: { readonly planId: string; readonly accountId: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string }>`with recursive linked (id) as (
        select person_id from people.barred_officer where plan_id = ${planId} and account_id = ${accountId} and ended_at is null
        union
        select other.id from linked
        join people.person one on one.plan_id = ${planId} and one.id = linked.id
        join people.person other on other.plan_id = one.plan_id and (other.id = one.joined_to or other.joined_to = one.id))
      select id from linked`.execute(tx),
  )
  return new Set(rows.map(({ id }) => id))
}
/** A person and every one whose file is joined to hers, hers first. */
export async function listJoined(
  tx: Tx,
  { planId, personId }: { readonly planId: string; readonly personId: string },
): Promise<readonly string[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string }>`with recursive joined (id, depth) as (
        select ${personId}::uuid, 0
        union all
        select person.id, joined.depth + 1 from joined join people.person person on person.plan_id = ${planId} and person.joined_to = joined.id)
      select id from joined order by depth, id`.execute(tx),
  )
  return rows.map(({ id }) => id)
}
export async function setJoinedTo(
  tx: Tx,
  { planId, personId, joinedTo }: { readonly planId: string; readonly personId: string; readonly joinedTo: string | null },
): Promise<void> {
  await beyondReach(tx, () =>
    tx.updateTable('people.person').set({ joined_to: joinedTo }).where('plan_id', '=', planId).where('id', '=', personId).execute(),
  )
}
export async function listVerdicts(tx: Tx) {
  const rows = await tx.selectFrom('people.same_person').select(['first_person_id', 'second_person_id', 'verdict']).limit(5000).execute()
  return new Map(rows.map((row) => [`${row.first_person_id} ${row.second_person_id}`, SameVerdict.parse(row.verdict)]))
}
export interface NewVerdict {
  readonly planId: string
  readonly id: string
  readonly first: string
  readonly second: string
  readonly verdict: SameVerdict
  readonly reason: string
  readonly accountId: string
  readonly at: Date
}
/** Keeps what the unit found; a later finding takes the place of an earlier one, which stays in history. */
export async function putVerdict(tx: Tx, input: NewVerdict): Promise<void> {
  const found = { verdict: input.verdict, reason: input.reason, settled_by: input.accountId, settled_at: input.at }
  await tx
    .insertInto('people.same_person')
    .values({ plan_id: input.planId, id: input.id, first_person_id: input.first, second_person_id: input.second, ...found })
    .onConflict((clash) => clash.columns(['plan_id', 'first_person_id', 'second_person_id']).doUpdateSet(found))
    .execute()
}
