import { beyondReach, sql, type Tx } from '../../../platform/db.ts'

/** The queue of a county in its order: tier, day of queueing, file number. */
export async function listQueue(tx: Tx, countyCode: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('enrolment.case')
    .select('id')
    .where('county_code', '=', countyCode)
    .where('position', '=', 'queued')
    .orderBy('tier')
    .orderBy('queued_on')
    .orderBy('file_number')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
export async function countGranted(tx: Tx, countyCode: string): Promise<number> {
  const row = await tx.selectFrom('enrolment.place_count').select('granted').where('county_code', '=', countyCode).executeTakeFirst()
  return row?.granted ?? 0
}
/** Takes one place if one is free: one conditional statement, so that of 200 at one place exactly one succeeds. */
export async function takePlace(
  tx: Tx,
  { planId, countyCode, places }: { readonly planId: string; readonly countyCode: string; readonly places: number },
): Promise<boolean> {
  const { rows } =
    await sql`insert into enrolment.place_count (plan_id, county_code, granted) select ${planId}, ${countyCode}, 1 where ${places}::int > 0
    on conflict (plan_id, county_code) do update set granted = enrolment.place_count.granted + 1 where enrolment.place_count.granted < ${places}::int
    returning granted`.execute(tx)
  return rows.length > 0
}
export async function freePlace(tx: Tx, planId: string, countyCode: string): Promise<void> {
  await beyondReach(tx, () =>
    sql`update enrolment.place_count set granted = granted - 1 where plan_id = ${planId} and county_code = ${countyCode} and granted > 0`.execute(
      tx,
    ),
  )
}
