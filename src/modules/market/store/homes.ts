import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { type FileScope, findFile } from '../../enrolment/port.ts'
import { LotState } from '../contract/states.ts'
import type { LoweredReason } from '../rules/capacity.ts'

/** The scope columns that rows of this room about a woman take from her case. */
export interface Scope extends FileScope {
  readonly file_number: string
}
/** A case the actor may see, as far as this room needs it. */
export async function findScope(tx: Tx, caseId: string) {
  const found = await findFile(tx, caseId)
  if (found === undefined) return undefined
  const scope: Scope = { ...found.scope, file_number: found.fileNumber }
  return { scope, position: found.position, isJoined: found.isJoined }
}
export interface StoredHome {
  readonly id: string
  readonly orderId: string
  readonly caseId: string
  readonly personId: string
  readonly countyCode: string
  /** What of her goods the order is for; null for who was put forward before goods were kept. */
  readonly productId: string | null
  readonly loweredTo: number | null
  readonly hub: string | null
  readonly turn: number
  readonly lotState: LotState | null
}
/** So many homes one order reaches at most. */
const MOST = 2_000
/** Those put forward for an order whom the actor may see, the longest passed over first. */
export async function listHomes(tx: Tx, orderId: string): Promise<readonly StoredHome[]> {
  const rows = await tx
    .selectFrom('market.home as home')
    .leftJoin('market.lot as lot', (join) => join.onRef('lot.plan_id', '=', 'home.plan_id').onRef('lot.home_id', '=', 'home.id'))
    .select([
      'home.id',
      'home.order_id',
      'home.case_id',
      'home.person_id',
      'home.county_code',
      'home.product_id',
      'home.lowered_to',
      'home.hub',
      'home.turn',
      'lot.state',
    ])
    .where('home.order_id', '=', orderId)
    .orderBy('home.turn', 'desc')
    .orderBy('home.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    caseId: row.case_id,
    personId: row.person_id,
    countyCode: row.county_code,
    productId: row.product_id,
    loweredTo: row.lowered_to,
    hub: row.hub,
    turn: row.turn,
    lotState: row.state === null ? null : LotState.parse(row.state),
  }))
}
/** How many orders went past her: she was put forward, and no lot was offered her. What she declined herself is not among them. */
export async function countPassedOver(tx: Tx, caseId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('market.home as home')
    .innerJoin('market.order as told', (join) => join.onRef('told.plan_id', '=', 'home.plan_id').onRef('told.id', '=', 'home.order_id'))
    .leftJoin('market.lot as lot', (join) => join.onRef('lot.plan_id', '=', 'home.plan_id').onRef('lot.home_id', '=', 'home.id'))
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('home.case_id', '=', caseId)
    .where('told.state', 'in', ['closed', 'cancelled'])
    .where('lot.id', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
export interface NewHome {
  readonly id: string
  readonly orderId: string
  readonly productId: string
  readonly loweredTo: number | null
  readonly loweredReason: LoweredReason | null
  readonly hub: string | null
  readonly turn: number
  readonly today: string
  readonly accountId: string
}
export async function insertHome(tx: Tx, scope: Scope, made: NewHome): Promise<void> {
  await tx
    .insertInto('market.home')
    .values({
      ...scope,
      id: made.id,
      order_id: made.orderId,
      product_id: made.productId,
      lowered_to: made.loweredTo,
      lowered_reason: made.loweredReason,
      hub: made.hub,
      turn: made.turn,
      put_forward_on: made.today,
      account_id: made.accountId,
    })
    .execute()
}
/** Which goods a lot is made of, and the day she agreed to make them; nothing for a lot from before goods were kept. */
export async function findGoods(
  tx: Tx,
  { planId, id }: { readonly planId: string; readonly id: string },
): Promise<{ readonly productId: string; readonly since: string } | undefined> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('market.lot as lot')
      .innerJoin('market.home as home', (join) => join.onRef('home.plan_id', '=', 'lot.plan_id').onRef('home.id', '=', 'lot.home_id'))
      .innerJoin('market.lot_terms as terms', (join) =>
        join.onRef('terms.plan_id', '=', 'lot.plan_id').onRef('terms.lot_id', '=', 'lot.id'),
      )
      .select(['home.product_id', 'terms.answered_on'])
      .where('lot.plan_id', '=', planId)
      .where('lot.id', '=', id)
      .executeTakeFirst(),
  )
  return row === undefined || row.product_id === null || row.answered_on === null
    ? undefined
    : { productId: row.product_id, since: row.answered_on }
}
/** Scope columns of homes an operator gives lots to: she does not carry their files, and the rows made must stand under those who do. */
export async function scopesOf(
  tx: Tx,
  { planId, homeIds }: { readonly planId: string; readonly homeIds: readonly string[] },
): Promise<ReadonlyMap<string, Scope>> {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('market.home')
      .select(['id', 'plan_id', 'case_id', 'person_id', 'county_code', 'assigned', 'barred', 'file_number'])
      .where('plan_id', '=', planId)
      .where('id', '=', sql<string>`any (${[...homeIds]}::uuid[])`)
      .execute(),
  )
  return new Map(rows.map(({ id, ...scope }) => [id, scope]))
}
/** Cases that have a home of an order, whoever carries them. */
export async function listCases(
  tx: Tx,
  { planId, orderId }: { readonly planId: string; readonly orderId: string },
): Promise<ReadonlySet<string>> {
  const rows = await beyondReach(tx, () =>
    tx.selectFrom('market.home').select('case_id').where('plan_id', '=', planId).where('order_id', '=', orderId).execute(),
  )
  return new Set(rows.map((row) => row.case_id))
}
/** A home as her guide would put it forward, for an operator who carries no file: she said yes to the opportunity of this order. */
export async function insertHomeBeyond(tx: Tx, scope: Scope, made: NewHome): Promise<void> {
  await beyondReach(tx, () => insertHome(tx, scope, made))
}
