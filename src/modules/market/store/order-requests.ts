import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import type { OrderRequest } from '../contract/order-requests.ts'
import { OrderRequestState } from '../contract/states.ts'

/** A request as it is stored: what the office says of its buyer belongs to partners. */
export interface StoredRequest extends Omit<OrderRequest, 'office' | 'organisationId' | 'desk'> {
  readonly planId: string
  readonly applicationId: string | null
}
type Sealing = Pick<House, 'vault'>
const keyOf = ({ vault }: Sealing) => vault.keyFor('order-request')
const placeOf = (column: string, id: string): string => `market.order_request.${column}/${id}`

interface NewRequest
  extends Pick<
    StoredRequest,
    'planId' | 'id' | 'countyCode' | 'number' | 'goodsName' | 'unit' | 'personKind' | 'quantity' | 'wantedOn' | 'message' | 'answerBy'
  > {
  readonly accountId: string
  readonly name: string
  readonly phone: string
  readonly today: string
}
export async function insertRequest(tx: Tx, house: Sealing, made: NewRequest): Promise<void> {
  const key = keyOf(house)
  await tx
    .insertInto('market.order_request')
    .values({
      plan_id: made.planId,
      id: made.id,
      account_id: made.accountId,
      county_code: made.countyCode,
      number: made.number,
      goods_name: made.goodsName,
      unit: made.unit,
      person_kind: made.personKind,
      quantity: made.quantity,
      wanted_on: made.wantedOn,
      sealed_name: seal(key, placeOf('name', made.id), made.name),
      sealed_phone: seal(key, placeOf('phone', made.id), made.phone),
      sealed_message: made.message === null ? null : seal(key, placeOf('message', made.id), made.message),
      state_since: made.today,
      received_on: made.today,
      answer_by: made.answerBy,
    })
    .execute()
}
/** How many came on a day, whoever sent them. */
export async function countOn(tx: Tx, planId: string, day: string): Promise<number> {
  const { n } = await beyondReach(tx, () =>
    tx
      .selectFrom('market.order_request')
      .select((select) => select.fn.countAll<number>().as('n'))
      .where('plan_id', '=', planId)
      .where('received_on', '=', day)
      .executeTakeFirstOrThrow(),
  )
  return n
}
const requests = (tx: Tx) => tx.selectFrom('market.order_request').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>
function requestOf(house: Sealing, row: Row): StoredRequest {
  const key = keyOf(house)
  const opened = (column: string, sealed: Buffer | null): string | null =>
    sealed === null ? null : unseal(key, placeOf(column, row.id), sealed).toString('utf8')
  return {
    planId: row.plan_id,
    id: row.id,
    number: row.number,
    countyCode: row.county_code,
    goodsName: row.goods_name,
    unit: row.unit,
    quantity: row.quantity,
    wantedOn: row.wanted_on,
    personKind: row.person_kind === 'legal' ? 'legal' : 'natural',
    name: opened('name', row.sealed_name),
    phone: opened('phone', row.sealed_phone),
    message: opened('message', row.sealed_message),
    state: OrderRequestState.parse(row.state),
    since: row.state_since,
    receivedOn: row.received_on,
    answerBy: row.answer_by,
    applicationId: row.application_id,
    orderId: row.order_id,
    reason: row.reason,
    version: row.version,
  }
}
/** Newest first, one more than asked for. */
export async function listRequests(
  tx: Tx,
  house: Sealing,
  { state, after, limit }: { readonly state?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<readonly StoredRequest[]> {
  let query = requests(tx)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map((row) => requestOf(house, row))
}
export async function findRequest(tx: Tx, house: Sealing, id: string): Promise<StoredRequest | undefined> {
  const row = await requests(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : requestOf(house, row)
}
export async function lockRequest(tx: Tx, house: Sealing, id: string): Promise<StoredRequest | undefined> {
  const row = await requests(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : requestOf(house, row)
}
/** The request behind a number, for whoever holds its telephone too; one that was let go is nobody's. */
export async function findByNumber(
  tx: Tx,
  house: Sealing,
  { planId, number, phone }: { readonly planId: string; readonly number: string; readonly phone: string },
): Promise<StoredRequest | undefined> {
  const row = await beyondReach(tx, () => requests(tx).where('plan_id', '=', planId).where('number', '=', number).executeTakeFirst())
  const found = row === undefined ? undefined : requestOf(house, row)
  return found?.phone === phone ? found : undefined
}
/** Counties in which somebody runs the market today; nobody is named. */
export async function listCountiesWithOperator(
  tx: Tx,
  { planId, today }: { readonly planId: string; readonly today: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ county: string }>`select distinct county from access.assignment, unnest(counties) county
      where plan_id = ${planId} and role = 'MO' and ended_at is null and (not needs_approval or approved_at is not null)
        and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`.execute(tx),
  )
  return new Set(rows.map(({ county }) => county))
}
type Move =
  | { readonly to: 'with-office'; readonly applicationId: string }
  | { readonly to: 'ordered'; readonly orderId: string }
  | { readonly to: 'declined'; readonly reason: string }
/** The row is locked and on the version that was seen. */
export async function moveRequest(tx: Tx, { id, version }: StoredRequest, move: Move, today: string): Promise<void> {
  await tx
    .updateTable('market.order_request')
    .set({
      state: move.to,
      state_since: today,
      version: version + 1,
      ...(move.to === 'with-office' ? { application_id: move.applicationId } : {}),
      ...(move.to === 'ordered' ? { order_id: move.orderId } : {}),
      ...(move.to === 'declined' ? { reason: move.reason } : {}),
    })
    .where('id', '=', id)
    .execute()
}
/** Who asked is let go once it was settled before a day; what was asked for stays as a number. */
export async function forgetRequests(tx: Tx, planId: string, before: string): Promise<void> {
  await tx
    .updateTable('market.order_request')
    .set({ sealed_name: null, sealed_phone: null, sealed_message: null })
    .where('plan_id', '=', planId)
    .where('state', 'in', ['ordered', 'declined'])
    .where('state_since', '<', before)
    .where('sealed_name', 'is not', null)
    .execute()
}
