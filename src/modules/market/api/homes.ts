import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/orders.ts'
import { reasonsNotToLower } from '../rules/capacity.ts'
import { isAtWork } from '../rules/terms.ts'
import * as homes from '../store/homes.ts'
import * as orders from '../store/orders.ts'
import { namesFor } from './names.ts'
import { goodsOf, hubOf, type Making, makingOf } from './workshops.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
/** Homes put forward for an order, each with what it can make as her goods stand now. */
export async function listMaking(call: Reader, order: orders.StoredOrder): Promise<readonly (homes.StoredHome & Making)[]> {
  const rows = await homes.listHomes(call.tx, order.id)
  const goods = await goodsOf(
    call,
    rows.map(({ personId }) => personId),
  )
  return rows.map((row) => ({ ...row, ...makingOf(row, goods, { ...order, today: call.today }) }))
}
async function shownHomes(call: Reader, order: orders.StoredOrder): Promise<readonly contract.HomeForward[]> {
  const rows = await listMaking(call, order)
  const names = await namesFor(call, rows)
  return rows.map(({ personId, productId: _productId, ...row }) => ({ ...row, name: names.get(personId) ?? null }))
}
/** An order that takes homes. */
export async function openOrder({ input, tx }: Call<{ readonly id: string }>): Promise<orders.StoredOrder> {
  const order = (await orders.findOrder(tx, input.id)) ?? refuse('platform.not-found')
  if (order.state !== 'ordered') refuse('market.order-not-open')
  return order
}

export const homesApi: readonly Handled[] = [
  handle(contract.listHomes, async (call) => {
    const order = (await orders.findOrder(call.tx, call.input.id)) ?? refuse('platform.not-found')
    return { homes: [...(await shownHomes(call, order))] }
  }),
  handle(contract.putForward, async (call) => {
    const { input, tx, actor, today, about } = call
    const found = (await homes.findScope(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ personId: found.scope.person_id, caseId: input.caseId, countyCode: found.scope.county_code })
    if (found.isJoined) refuse('enrolment.file-joined')
    if (!isAtWork(found.position)) refuse('market.not-at-work')
    const order = await openOrder(call)
    const goods = (await goodsOf(call, [found.scope.person_id])).get(input.productId) ?? refuse('market.goods-not-hers')
    refuseIf(reasonsNotToLower(input, goods.weekly))
    const turn = Math.min(2, await homes.countPassedOver(tx, input.caseId))
    const hub = await hubOf(call, input.hub, goods.workshop)
    await homes.insertHome(tx, found.scope, { ...input, id: input.homeId, orderId: order.id, hub, turn, today, accountId: actor.accountId })
    const rows = await shownHomes(call, order)
    return rows.find(({ id }) => id === input.homeId) ?? refuse('platform.not-found')
  }),
]
