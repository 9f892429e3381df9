import { beyondReach, sql, type Tx } from '../../../platform/db.ts'

export interface OwnDue {
  readonly kind: 'order-to-answer' | 'lot-to-take' | 'payment-to-make'
  readonly orderId: string
  readonly countyCode: string
  readonly dueOn: string
}
const MOST = 100
/** One line for each order and kind, the most urgent first: pieces are taken within a week, and a payment is named from two weeks before its day. */
export async function listOwnDue(
  tx: Tx,
  { planId, organisationId, today }: { readonly planId: string; readonly organisationId: string; readonly today: string },
): Promise<readonly OwnDue[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ kind: OwnDue['kind']; order_id: string; county_code: string; due_on: string }>`
      select 'order-to-answer' as kind, id as order_id, county_code, answer_by as due_on
      from market."order" where plan_id = ${planId} and organisation_id = ${organisationId} and state = 'called'
      union all
      select 'lot-to-take', lot.order_id, wanted.county_code, min(lot.state_since) + 7
      from market.lot lot join market."order" wanted on wanted.plan_id = lot.plan_id and wanted.id = lot.order_id
      where lot.plan_id = ${planId} and lot.organisation_id = ${organisationId} and lot.state = 'delivered' group by lot.order_id, wanted.county_code
      union all
      select 'payment-to-make', lot.order_id, wanted.county_code, min(lot.due_on)
      from market.lot lot join market."order" wanted on wanted.plan_id = lot.plan_id and wanted.id = lot.order_id
      where lot.plan_id = ${planId} and lot.organisation_id = ${organisationId} and lot.state = 'due' and lot.due_on <= ${today}::date + 14
      group by lot.order_id, wanted.county_code
      order by due_on, order_id limit ${MOST}`.execute(tx),
  )
  return rows.map(({ kind, order_id: orderId, county_code: countyCode, due_on: dueOn }) => ({ kind, orderId, countyCode, dueOn }))
}
