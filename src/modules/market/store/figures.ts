import { beyondReach, sql, type Tx } from '../../../platform/db.ts'

export interface OpenParts {
  readonly lots: number
  readonly material: number
  readonly outstanding: number
}
/** What is still open of an order, over all counties its lots lie in: lots not ended, material with anybody, rial owed. */
export async function countOpen(tx: Tx, { planId, orderId }: { readonly planId: string; readonly orderId: string }): Promise<OpenParts> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ lots: number; material: number; outstanding: number }>`
      with own as (select id, state from market.lot where plan_id = ${planId} and order_id = ${orderId})
      select (select count(*) from own where state not in ('declined', 'confirmed-by-her', 'cancelled-by-buyer')) as lots,
        (select coalesce(sum(case kind when 'issued' then amount else -amount end), 0) from market.kit_move
          where plan_id = ${planId} and lot_id in (select id from own)) as material,
        (select coalesce(sum(case when credit in ('due-to-her', 'paid-to-her') then amount_rial else 0 end
          - case when debit in ('due-to-her', 'paid-to-her') then amount_rial else 0 end), 0) from market.entry
          where plan_id = ${planId} and lot_id in (select id from own)) as outstanding`.execute(tx),
  )
  const [row] = rows
  return { lots: Number(row?.lots ?? 0), material: Number(row?.material ?? 0), outstanding: Number(row?.outstanding ?? 0) }
}
export interface PledgeFigures {
  readonly pledgeId: string
  readonly refused: number
  readonly ordered: number
  readonly delivered: number
  readonly accepted: number
  readonly owedRial: number
  readonly paidRial: number
  /** The earliest day on which a payment was due that has not come. */
  readonly lateSince: string | null
}
/** What became of pledges, in pieces and rial over all their orders: sums alone, for whoever may read the promise itself. */
export async function figuresOfPledges(
  tx: Tx,
  { planId, pledgeIds, today }: { readonly planId: string; readonly pledgeIds: readonly string[]; readonly today: string },
): Promise<readonly PledgeFigures[]> {
  if (pledgeIds.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<{
      pledge_id: string
      refused: number
      ordered: number
      delivered: number
      accepted: number
      owed: number
      paid: number
      late_since: string | null
    }>`
      with wanted as (select id, pledge_id, state, quantity, called_quantity from market."order"
        where plan_id = ${planId} and pledge_id = any (${[...pledgeIds]}::uuid[])),
      work as (select wanted.pledge_id,
          sum(lot.accepted + lot.spoiled) filter (where lot.state in ('delivered', 'due', 'paid-to-hub', 'paid-to-her', 'confirmed-by-her')) as delivered,
          sum(lot.accepted + lot.spoiled) filter (where lot.collected_on is not null) as accepted,
          min(lot.due_on) filter (where lot.state in ('due', 'paid-to-hub') and lot.due_on < ${today}) as late_since
        from wanted join market.lot lot on lot.plan_id = ${planId} and lot.order_id = wanted.id group by wanted.pledge_id),
      money as (select wanted.pledge_id,
          sum(case when entry.kind in ('acceptance', 'compensation') then entry.amount_rial when entry.kind = 'deduction' then -entry.amount_rial else 0 end) as owed,
          sum(case entry.kind when 'paid-to-her' then entry.amount_rial when 'not-received' then -entry.amount_rial else 0 end) as paid
        from wanted join market.lot lot on lot.plan_id = ${planId} and lot.order_id = wanted.id
          join market.entry entry on entry.plan_id = ${planId} and entry.lot_id = lot.id group by wanted.pledge_id)
      select wanted.pledge_id, coalesce(sum(called_quantity) filter (where state = 'refused'), 0)::int as refused,
        coalesce(sum(quantity) filter (where state in ('ordered', 'closed')), 0)::int as ordered,
        coalesce(max(work.delivered), 0)::int as delivered, coalesce(max(work.accepted), 0)::int as accepted,
        coalesce(max(money.owed), 0)::bigint as owed, coalesce(max(money.paid), 0)::bigint as paid, max(work.late_since) as late_since
      from wanted left join work using (pledge_id) left join money using (pledge_id) group by wanted.pledge_id`.execute(tx),
  )
  return rows.map((row) => ({
    pledgeId: row.pledge_id,
    refused: row.refused,
    ordered: row.ordered,
    delivered: row.delivered,
    accepted: row.accepted,
    owedRial: Number(row.owed),
    paidRial: Number(row.paid),
    lateSince: row.late_since,
  }))
}
/** An order a buyer confirmed, as far as it is still to be made: what planning of a territory may know of it. */
export interface OpenDemand {
  readonly orderId: string
  readonly countyCode: string
  readonly organisationId: string
  readonly quantity: number
  /** In the buyer's words. */
  readonly unit: string
  readonly deliverBy: string
  /** Goods of the homes put forward for it; they say which occupation it belongs to. */
  readonly productIds: readonly string[]
}
const MOST_OPEN = 5000
/** Confirmed orders that are not ended, over all counties or in one, and whoever asks; one reading of the open ones, however many have ended. */
export async function listOpenDemand(
  tx: Tx,
  { planId, countyCode = null }: { readonly planId: string; readonly countyCode?: string | undefined | null },
): Promise<readonly OpenDemand[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{
      id: string
      county_code: string
      organisation_id: string
      quantity: number
      unit: string
      deliver_by: string
      products: string[]
    }>`
      select wanted.id, wanted.county_code, wanted.organisation_id, wanted.deliver_by, wanted.unit, wanted.quantity - coalesce(made.pieces, 0)::int as quantity,
        array(select distinct home.product_id from market.home home
          where home.plan_id = wanted.plan_id and home.order_id = wanted.id and home.product_id is not null) as products
      from market."order" wanted left join lateral (
        select sum(lot.accepted) as pieces from market.lot lot
        where lot.plan_id = wanted.plan_id and lot.order_id = wanted.id and lot.collected_on is not null) made on true
      where wanted.plan_id = ${planId} and wanted.state = 'ordered'
        and (${countyCode}::text is null or wanted.county_code = ${countyCode}) order by wanted.id limit ${MOST_OPEN}`.execute(tx),
  )
  return rows
    .filter(({ quantity }) => quantity > 0)
    .map((row) => ({
      orderId: row.id,
      countyCode: row.county_code,
      organisationId: row.organisation_id,
      quantity: row.quantity,
      unit: row.unit,
      deliverBy: row.deliver_by,
      productIds: row.products,
    }))
}
/** An order a buyer confirmed, open or ended, by the day it was to be delivered. */
export interface DatedDemand {
  readonly orderId: string
  readonly countyCode: string
  readonly deliverBy: string
  readonly productIds: readonly string[]
}
/** Confirmed orders to be delivered from a day until before another, over all counties and whoever asks; the latest first, at most `limit`. */
export async function listDatedDemand(
  tx: Tx,
  { planId, from, before, limit }: { readonly planId: string; readonly from: string; readonly before: string; readonly limit: number },
): Promise<readonly DatedDemand[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string; county_code: string; deliver_by: string; products: string[] }>`
      select wanted.id, wanted.county_code, wanted.deliver_by,
        array(select distinct home.product_id from market.home home
          where home.plan_id = wanted.plan_id and home.order_id = wanted.id and home.product_id is not null) as products
      from market."order" wanted
      where wanted.plan_id = ${planId} and wanted.state in ('ordered', 'closed') and wanted.deliver_by >= ${from} and wanted.deliver_by < ${before}
      order by wanted.deliver_by desc, wanted.id limit ${limit}`.execute(tx),
  )
  return rows.map((row) => ({ orderId: row.id, countyCode: row.county_code, deliverBy: row.deliver_by, productIds: row.products }))
}
