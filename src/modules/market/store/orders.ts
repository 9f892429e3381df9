import type { z } from 'zod'
import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { Bearer, FloorException, type Order } from '../contract/orders.ts'
import { OrderState } from '../contract/states.ts'
import { hourlyOf } from '../rules/floor.ts'

/** An order as it is stored: the name of its buyer belongs to partners, the floor of the day to the plan. */
export type StoredOrder = Omit<Order, 'buyerName' | 'floorRial'>
interface Row {
  readonly id: string
  readonly organisation_id: string
  readonly county_code: string
  readonly pledge_id: string | null
  readonly called_quantity: number | null
  readonly title: string
  readonly unit: string
  readonly quantity: number
  readonly placed: number
  readonly rate_rial: number
  readonly costs_rial: number
  readonly exception_number: string | null
  readonly exception_date: string | null
  readonly exception_reason: string | null
  readonly minutes_per_piece: number | null
  readonly material_by: string
  readonly spoiled_by: string
  readonly smallest_lot: number
  readonly payment_days: number
  readonly answer_by: string
  readonly deliver_by: string
  readonly state: string
  readonly state_since: string
  readonly document_number: string | null
  readonly document_date: string | null
  readonly reason: string | null
  readonly version: number
}
function orderOf(row: Row): StoredOrder {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    countyCode: row.county_code,
    pledgeId: row.pledge_id,
    calledQuantity: row.called_quantity,
    title: row.title,
    unit: row.unit,
    quantity: row.quantity,
    placed: row.placed,
    left: row.quantity - row.placed,
    rateRial: row.rate_rial,
    costsRial: row.costs_rial,
    minutesPerPiece: row.minutes_per_piece,
    hourlyRial: hourlyOf({ rateRial: row.rate_rial, costsRial: row.costs_rial, minutesPerPiece: row.minutes_per_piece }),
    floorException: exceptionOf(row),
    materialBy: Bearer.parse(row.material_by),
    spoiledBy: Bearer.parse(row.spoiled_by),
    smallestLot: row.smallest_lot,
    paymentDays: row.payment_days,
    answerBy: row.answer_by,
    deliverBy: row.deliver_by,
    state: OrderState.parse(row.state),
    stateSince: row.state_since,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    reason: row.reason,
    version: row.version,
  }
}
function exceptionOf({ exception_number: letterNumber, exception_date: letterDate, exception_reason: reason }: Row) {
  return letterNumber === null ? null : FloorException.parse({ letterNumber, letterDate, reason })
}
interface Filter {
  readonly state?: string | undefined
  readonly countyCode?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listOrders(tx: Tx, { state, countyCode, after, limit }: Filter): Promise<readonly StoredOrder[]> {
  let query = tx
    .selectFrom('market.order')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(orderOf)
}
export async function findOrder(tx: Tx, id: string): Promise<StoredOrder | undefined> {
  const row = await tx.selectFrom('market.order').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : orderOf(row)
}
export async function lockOrder(tx: Tx, id: string): Promise<StoredOrder | undefined> {
  const row = await tx.selectFrom('market.order').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : orderOf(row)
}
export interface NewOrder
  extends Pick<
    Order,
    | 'id'
    | 'countyCode'
    | 'organisationId'
    | 'pledgeId'
    | 'calledQuantity'
    | 'title'
    | 'unit'
    | 'quantity'
    | 'rateRial'
    | 'costsRial'
    | 'minutesPerPiece'
    | 'materialBy'
    | 'spoiledBy'
    | 'smallestLot'
    | 'paymentDays'
    | 'answerBy'
    | 'deliverBy'
  > {
  readonly planId: string
  readonly accountId: string
  readonly today: string
}
export async function insertOrder(tx: Tx, made: NewOrder): Promise<void> {
  await tx
    .insertInto('market.order')
    .values({
      plan_id: made.planId,
      id: made.id,
      county_code: made.countyCode,
      organisation_id: made.organisationId,
      pledge_id: made.pledgeId,
      called_quantity: made.calledQuantity,
      title: made.title,
      unit: made.unit,
      quantity: made.quantity,
      rate_rial: made.rateRial,
      costs_rial: made.costsRial,
      minutes_per_piece: made.minutesPerPiece,
      material_by: made.materialBy,
      spoiled_by: made.spoiledBy,
      smallest_lot: made.smallestLot,
      payment_days: made.paymentDays,
      answer_by: made.answerBy,
      deliver_by: made.deliverBy,
      state_since: made.today,
      called_by: made.accountId,
    })
    .execute()
}
export interface OrderMove {
  readonly to: OrderState
  readonly today: string
  readonly documentNumber?: string
  readonly documentDate?: string
  readonly reason?: string
}
/** False when somebody was quicker. */
export async function moveOrder(tx: Tx, { id, version }: Pick<Order, 'id' | 'version'>, move: OrderMove): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('market.order')
    .set((set) => ({
      state: move.to,
      state_since: move.today,
      version: set('version', '+', 1),
      ...(move.documentNumber === undefined ? {} : { document_number: move.documentNumber }),
      ...(move.documentDate === undefined ? {} : { document_date: move.documentDate }),
      ...(move.reason === undefined ? {} : { reason: move.reason }),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** Minutes measured, or the letter of an exception, on the version that was seen; false when somebody was quicker. */
export async function keepPrice(
  tx: Tx,
  { id, version }: Pick<Order, 'id' | 'version'>,
  kept: { readonly minutesPerPiece: number } | z.infer<typeof FloorException>,
): Promise<boolean> {
  const columns =
    'minutesPerPiece' in kept
      ? { minutes_per_piece: kept.minutesPerPiece }
      : { exception_number: kept.letterNumber, exception_date: kept.letterDate, exception_reason: kept.reason }
  const { numUpdatedRows } = await tx
    .updateTable('market.order')
    .set((set) => ({ ...columns, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/**
 * Takes pieces of an order for lots, or gives them back with a negative number; false when fewer are left. One conditional statement, so that many at
 * once are settled by the row; whoever says no for her need not be allowed to change the order.
 */
export async function movePlaced(
  tx: Tx,
  { planId, id, pieces }: { readonly planId: string; readonly id: string; readonly pieces: number },
): Promise<boolean> {
  const { numUpdatedRows } = await beyondReach(tx, () =>
    tx
      .updateTable('market.order')
      .set((set) => ({ placed: sql`placed + ${pieces}`, version: set('version', '+', 1) }))
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .where(sql<boolean>`placed + ${pieces} between 0 and quantity`)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}
