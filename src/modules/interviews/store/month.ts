import { sql, type Tx } from '../../../platform/db.ts'

/** How many sessions of a county were held between two days, both included: those with at least one conversation that took place. */
export async function countSessionsHeld(
  tx: Tx,
  { countyCode, from, until }: { readonly countyCode: string; readonly from: string; readonly until: string },
): Promise<number> {
  const { held } = await tx
    .selectFrom('interviews.interview')
    .select(sql<number>`count(distinct session_id)::int`.as('held'))
    .where('county_code', '=', countyCode)
    .where('state', 'in', ['held', 'scored', 'agreed', 'told'])
    .where('held_on', '>=', from)
    .where('held_on', '<=', until)
    .executeTakeFirstOrThrow()
  return held
}
