import { sql, type Tx } from '../../../platform/db.ts'

/** How many lots of a county women said were paid to them, between two days, both included. */
export async function countPaidLots(
  tx: Tx,
  { countyCode, from, until }: { readonly countyCode: string; readonly from: string; readonly until: string },
): Promise<number> {
  const { paid } = await tx
    .selectFrom('market.lot')
    .select(sql<number>`count(*)::int`.as('paid'))
    .where('county_code', '=', countyCode)
    .where('state', '=', 'confirmed-by-her')
    .where('state_since', '>=', from)
    .where('state_since', '<=', until)
    .executeTakeFirstOrThrow()
  return paid
}
