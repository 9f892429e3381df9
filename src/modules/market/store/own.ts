import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { daysBetween } from '../../../platform/time.ts'
import { OwnLot } from '../contract/own.ts'
import { LotState } from '../contract/states.ts'
import type { Entry } from '../rules/ledger.ts'

/** Whose lots: the order of a buyer, in its plan. Every statement here names all three, because it goes past the reader's reach. */
export interface OwnOrder {
  readonly planId: string
  readonly organisationId: string
  readonly orderId: string
}
interface Row {
  readonly code: string
  readonly county_code: string
  readonly quantity: number
  readonly pieces: number
  readonly state: string
  readonly state_since: string
  readonly due_on: string | null
  readonly is_delivered: boolean
  readonly payable: number
  readonly version: number
}
const MOST = 2_000
/** Lots of one order of a buyer, by code and stage alone: it is its own order, and nothing of a woman leaves. */
export async function listOwnLots(tx: Tx, { planId, organisationId, orderId }: OwnOrder, today: string): Promise<readonly OwnLot[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`
      select lot.code, lot.county_code, lot.quantity, lot.accepted + lot.spoiled as pieces, lot.state, lot.state_since, lot.due_on, lot.version,
        lot.state in ('delivered', 'due', 'paid-to-hub', 'paid-to-her', 'confirmed-by-her') as is_delivered,
        coalesce(sum(case when entry.debit = 'buyer-owes' then entry.amount_rial when entry.credit = 'buyer-owes' then -entry.amount_rial else 0 end), 0)::bigint as payable
      from market.lot lot left join market.entry entry on entry.plan_id = lot.plan_id and entry.lot_id = lot.id
      where lot.plan_id = ${planId} and lot.organisation_id = ${organisationId} and lot.order_id = ${orderId} and lot.state <> 'declined'
      group by lot.plan_id, lot.id order by lot.code limit ${MOST}`.execute(tx),
  )
  return rows.map((row) => {
    const payableRial = Number(row.payable)
    const payBy = payableRial > 0 ? row.due_on : null
    return OwnLot.parse({
      orderId,
      code: row.code,
      countyCode: row.county_code,
      quantity: row.quantity,
      pieces: row.is_delivered ? row.pieces : null,
      state: row.state,
      stateSince: row.state_since,
      payableRial,
      payBy,
      daysLate: payBy !== null && payBy < today ? daysBetween(payBy, today) : 0,
      version: row.version,
    })
  })
}
/** A lot of the buyer's own order, locked. What names her is used to keep the record of it and leaves in no answer. */
export async function lockOwnLot(tx: Tx, { planId, organisationId, orderId }: OwnOrder, code: string) {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('market.lot as lot')
      .innerJoin('market.lot_terms as terms', (join) =>
        join.onRef('terms.plan_id', '=', 'lot.plan_id').onRef('terms.lot_id', '=', 'lot.id'),
      )
      .selectAll('lot')
      .select(['terms.rate_rial', 'terms.payment_days'])
      .where('lot.plan_id', '=', planId)
      .where('lot.organisation_id', '=', organisationId)
      .where('lot.order_id', '=', orderId)
      .where('lot.code', '=', code)
      .forUpdate('lot')
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : { ...row, state: LotState.parse(row.state) }
}
type Locked = NonNullable<Awaited<ReturnType<typeof lockOwnLot>>>
interface Taking {
  readonly dueOn: string
  readonly today: string
  readonly now: Date
  readonly entry: Entry
  readonly entryId: string
  readonly paperNumber: string | null
  readonly accountId: string
}
/** The pieces are taken: the lot is due, and what is owed for it stands in the record. */
export async function takeOwnLot(tx: Tx, lot: Locked, taking: Taking): Promise<void> {
  const { plan_id, id, person_id, county_code, assigned, barred } = lot
  const { dueOn, today, now, entry, entryId, paperNumber, accountId } = taking
  await beyondReach(tx, async () => {
    await tx
      .updateTable('market.lot')
      .set((set) => ({ state: 'due', state_since: today, due_on: dueOn, collected_on: today, version: set('version', '+', 1) }))
      .where('plan_id', '=', plan_id)
      .where('id', '=', id)
      .execute()
    const scope = { plan_id, lot_id: id, person_id, county_code, assigned, barred }
    const sides = { kind: entry.kind, debit: entry.debit, credit: entry.credit, amount_rial: entry.amountRial }
    const by = { happened_on: today, account_id: accountId, recorded_at: now }
    await tx
      .insertInto('market.entry')
      .values({ ...scope, ...sides, ...by, id: entryId, paper_number: paperNumber })
      .execute()
  })
}
