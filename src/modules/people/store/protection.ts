import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { restamp } from '../../../platform/restamp.ts'
import { seal } from '../../../platform/vault.ts'
import { placeOf, type Whose } from './file.ts'
import { listJoined } from './linkage.ts'

/** Officers with an assignment of today in her county whose name begins so; names of staff, nothing of women. */
export async function findOfficers(
  tx: Tx,
  { planId, personId, name, today }: { readonly planId: string; readonly personId: string; readonly name: string; readonly today: string },
) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ accountId: string; name: string; role: string; office: string | null }>`
      select distinct on (assignment.display_name, assignment.account_id) assignment.account_id as "accountId", assignment.display_name as name,
        assignment.role, organisation.name_fa as office
      from access.assignment assignment
      join people.person person on person.plan_id = assignment.plan_id and person.id = ${personId}
      left join partners.organisation organisation on organisation.id = assignment.organisation_id
      where assignment.plan_id = ${planId} and assignment.role <> 'W' and assignment.valid_from <= ${today}
        and (assignment.valid_to is null or assignment.valid_to >= ${today})
        and assignment.ended_at is null
        and (person.county_code = any (assignment.counties) or cardinality(assignment.counties) = 0)
        and starts_with(assignment.display_name, ${name})
      order by assignment.display_name, assignment.account_id limit 20`.execute(tx),
  )
  return rows
}
/** Whether an account acts in this plan at all. */
export async function isOfficer(tx: Tx, planId: string, accountId: string): Promise<boolean> {
  const { rows } = await beyondReach(tx, () =>
    sql`select 1 from access.assignment where plan_id = ${planId} and account_id = ${accountId} and role <> 'W' limit 1`.execute(tx),
  )
  return rows.length > 0
}
/** Officers barred now, by name; the reason stays sealed. */
export async function listBarred(tx: Tx, { planId, personId }: { readonly planId: string; readonly personId: string }) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ accountId: string; name: string; since: Date }>`
      select barred.account_id as "accountId", coalesce(min(assignment.display_name), '') as name, barred.since
      from people.barred_officer barred
      left join access.assignment assignment on assignment.plan_id = barred.plan_id and assignment.account_id = barred.account_id
      where barred.plan_id = ${planId} and barred.person_id = ${personId} and barred.ended_at is null
      group by barred.account_id, barred.since order by barred.since, barred.account_id limit 100`.execute(tx),
  )
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}
/** Bars an officer; false when she is barred already. */
export async function insertBar(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  { accountId, reason, askedBy, at }: { readonly accountId: string; readonly reason: string; readonly askedBy: string; readonly at: Date },
): Promise<boolean> {
  const fields = {
    sealed_reason: seal(key, placeOf(`barred_officer.${accountId}`, whose), reason),
    asked_by: askedBy,
    since: at,
    ended_at: null,
  }
  const row = await beyondReach(tx, () =>
    tx
      .insertInto('people.barred_officer')
      .values({ plan_id: whose.planId, person_id: whose.personId, account_id: accountId, ...fields })
      .onConflict((clash) =>
        clash.columns(['plan_id', 'person_id', 'account_id']).doUpdateSet(fields).where('people.barred_officer.ended_at', 'is not', null),
      )
      .returning('account_id')
      .executeTakeFirst(),
  )
  return row !== undefined
}
export async function endBar(
  tx: Tx,
  {
    planId,
    personId,
    accountId,
    at,
  }: { readonly planId: string; readonly personId: string; readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await beyondReach(tx, () =>
    tx
      .updateTable('people.barred_officer')
      .set({ ended_at: at })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}
/**
 * Writes the officers barred now into every room's rows of her file and of those joined to it: who is barred from one is barred from all, and
 * carries none of them. `assigned` says who carries them from now on; those who do, unless said.
 */
export async function restampBarred(
  tx: Tx,
  whose: { readonly planId: string; readonly personId: string },
  assigned?: readonly string[],
): Promise<void> {
  const persons = await listJoined(tx, whose)
  const barred = await beyondReach(tx, async () => {
    const rows = await tx
      .selectFrom('people.barred_officer')
      .select('account_id')
      .distinct()
      .where('plan_id', '=', whose.planId)
      .where('person_id', 'in', [...persons])
      .where('ended_at', 'is', null)
      .orderBy('account_id')
      .execute()
    return rows.map((row) => row.account_id)
  })
  const carried = (assigned ?? (await carriersOf(tx, whose))).filter((one) => !barred.includes(one))
  for (const personId of persons) await restamp(tx, { planId: whose.planId, personId }, { barred, assigned: carried })
}
/** Who carries her file, in every room. */
export async function carriersOf(
  tx: Tx,
  { planId, personId }: { readonly planId: string; readonly personId: string },
): Promise<readonly string[]> {
  const row = await beyondReach(tx, () =>
    tx.selectFrom('people.person').select('assigned').where('plan_id', '=', planId).where('id', '=', personId).executeTakeFirstOrThrow(),
  )
  return row.assigned
}
