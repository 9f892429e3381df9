import { sql, type Tx } from '../../../platform/db.ts'

const AT_ONCE = 200
/** Answers to known women that nobody told of yet. */
export async function listUntold(tx: Tx) {
  const rows = await tx
    .selectFrom('oversight.grievance')
    .select(['id', 'person_id', 'county_code'])
    .where('state', '=', 'answered')
    .where('told_on', 'is', null)
    .where('person_id', 'is not', null)
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.flatMap(({ id, person_id: personId, county_code: countyCode }) => (personId === null ? [] : [{ id, personId, countyCode }]))
}
export async function markTold(tx: Tx, id: string, on: string): Promise<void> {
  await tx.updateTable('oversight.grievance').set({ told_on: on }).where('id', '=', id).execute()
}
export async function closeSilent(tx: Tx, today: string): Promise<void> {
  await tx
    .updateTable('oversight.grievance')
    .set((set) => ({ state: 'closed', closed_on: today, closed_how: 'without-her-word', due_on: null, version: set('version', '+', 1) }))
    .where('state', '=', 'answered')
    .where('due_on', '<', today)
    .execute()
}
export async function letGo(tx: Tx, planId: string, before: string): Promise<void> {
  await sql`update oversight.grievance_text kept set sealed_words = null, sealed_private = null
    from oversight.grievance ended
    where kept.plan_id = ${planId} and ended.plan_id = kept.plan_id and ended.id = kept.id and ended.closed_on < ${before}
      and (kept.sealed_words is not null or kept.sealed_private is not null)`.execute(tx)
}
