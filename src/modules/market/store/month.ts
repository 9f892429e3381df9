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
/** How many orders of a county a buyer took on. */
export async function countOrders(tx: Tx, countyCode: string): Promise<number> {
  const { orders } = await tx
    .selectFrom('market.order')
    .select(sql<number>`count(*)::int`.as('orders'))
    .where('county_code', '=', countyCode)
    .where('state', 'in', ['ordered', 'closed'])
    .executeTakeFirstOrThrow()
  return orders
}
