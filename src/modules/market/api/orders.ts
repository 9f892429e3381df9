import type { z } from 'zod'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { callOnPledge, findPledge, giveBackToPledge, listMembers, namesOf } from '../../partners/port.ts'
import { findParameterOn, parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/orders.ts'
import { reasonsNotToMoveOrder } from '../rules/moves.ts'
import { reasonsNotToCall } from '../rules/terms.ts'
import { moveRequest } from '../store/order-requests.ts'
import * as store from '../store/orders.ts'
import { lockedRequest } from './order-requests.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today'>
/** Orders with the names of their buyers, and the floor of an hour in force in their counties. */
export async function shownOrders({ tx, today }: Reader, orders: readonly store.StoredOrder[]): Promise<contract.Order[]> {
  const names = await namesOf(
    tx,
    orders.map(({ organisationId }) => organisationId),
  )
  const floors = new Map<string, number | null>()
  for (const countyCode of new Set(orders.map((order) => order.countyCode)))
    floors.set(countyCode, (await findParameterOn(tx, 'hourly-floor', { day: today, countyCode }))?.value ?? null)
  return orders.map((order) => ({
    ...order,
    buyerName: names.get(order.organisationId) ?? '',
    floorRial: floors.get(order.countyCode) ?? null,
  }))
}
export async function shownOrder(call: Reader, id: string): Promise<contract.Order> {
  const order = (await store.findOrder(call.tx, id)) ?? refuse('platform.not-found')
  return (await shownOrders(call, [order]))[0] ?? refuse('platform.not-found')
}
/** An order the actor may see, locked and on the version that was seen; a buyer sees its own alone. */
async function locked({ input, tx }: Call<{ readonly id: string; readonly version: number }>): Promise<store.StoredOrder> {
  const order = (await store.lockOrder(tx, input.id)) ?? refuse('platform.not-found')
  if (order.version !== input.version) refuse('platform.version-stale')
  return order
}
async function move(
  call: Call<{ readonly id: string; readonly version: number }>,
  order: store.StoredOrder,
  to: store.OrderMove['to'],
  more: Omit<store.OrderMove, 'to' | 'today'> = {},
): Promise<contract.Order> {
  refuseIf(reasonsNotToMoveOrder(order.state, to))
  if (!(await store.moveOrder(call.tx, order, { to, today: call.today, ...more }))) refuse('platform.version-stale')
  call.note({ state: to })
  return shownOrder(call, order.id)
}
/** Minutes measured, or an exception from the floor: kept while the order still takes homes. */
async function keepPrice(
  call: Call<{ readonly id: string; readonly version: number }>,
  order: store.StoredOrder,
  kept: Parameters<typeof store.keepPrice>[2],
): Promise<contract.Order> {
  if (order.state !== 'called' && order.state !== 'ordered') refuse('market.order-ended')
  if (!(await store.keepPrice(call.tx, order, kept))) refuse('platform.version-stale')
  return shownOrder(call, order.id)
}
/** Takes so much of the pledge an order comes from; nothing for a buyer without one. */
type Called = Call<z.output<typeof contract.callOrder.input>>
async function callPledge({ input, tx, actor }: Called): Promise<void> {
  if (input.pledgeId === null || input.calledQuantity === null) return
  const pledge = (await findPledge(tx, input.pledgeId)) ?? refuse('platform.not-found')
  if (pledge.organisationId !== input.organisationId || pledge.kind !== 'purchase') refuse('market.pledge-not-of-buyer')
  if (pledge.counties.length > 0 && !pledge.counties.includes(input.countyCode)) refuse('market.pledge-elsewhere')
  await callOnPledge(tx, { planId: actor.planId, pledgeId: pledge.id, quantity: input.calledQuantity })
}

/** The request it answers, where there is one, becomes this order. */
async function answerRequest(call: Called): Promise<void> {
  const { input, tx, today } = call
  if (input.request === null) return
  const request = await lockedRequest(call, input.request, 'ordered')
  if (request.countyCode !== input.countyCode) refuse('market.request-elsewhere')
  await moveRequest(tx, request, { to: 'ordered', orderId: input.id }, today)
}

/** What was called of a pledge goes back to it. */
export async function giveBackCall(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  { pledgeId, calledQuantity: quantity }: store.StoredOrder,
): Promise<void> {
  if (pledgeId !== null && quantity !== null) await giveBackToPledge(tx, { planId: actor.planId, pledgeId, quantity })
}

/** Who may be named as a buyer: a partner of the plan that buys, or promised to. */
const BUYING = ['buyer', 'driver', 'backer', 'moin'] as const
async function isBuyer({ input, tx, today }: Called): Promise<boolean> {
  for (const kind of BUYING) if ((await listMembers(tx, { kind, day: today })).some(({ id }) => id === input.organisationId)) return true
  return false
}

export const ordersApi: readonly Handled[] = [
  handle(contract.listOrders, async (call) => {
    const { input, tx } = call
    const rows = await store.listOrders(tx, input)
    const orders = await shownOrders(call, rows.slice(0, input.limit))
    return { orders, next: rows.length > input.limit ? (orders.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readOrder, (call) => shownOrder(call, call.input.id)),
  handle(contract.callOrder, async (call) => {
    const { input, tx, actor, today } = call
    if (!actor.counties.includes(input.countyCode)) refuse('market.not-own-county')
    if (!(await isBuyer(call))) refuse('market.not-a-buyer')
    refuseIf(reasonsNotToCall(input, today))
    await callPledge(call)
    const { value } = await parameterOn(tx, 'call-answer', { day: today, countyCode: input.countyCode })
    await store.insertOrder(tx, { ...input, planId: actor.planId, accountId: actor.accountId, answerBy: addDays(today, value), today })
    await answerRequest(call)
    return shownOrder(call, input.id)
  }),
  handle(contract.confirmOrder, async (call) => {
    const { documentNumber, documentDate } = call.input
    return move(call, await locked(call), 'ordered', { documentNumber, documentDate })
  }),
  handle(contract.measureOrder, async (call) => {
    const { minutesPerPiece } = call.input
    return keepPrice(call, await locked(call), { minutesPerPiece })
  }),
  handle(contract.exceptFromFloor, async (call) => {
    const { letterNumber, letterDate, reason } = call.input
    if (letterDate > call.today) refuse('market.letter-ahead')
    return keepPrice(call, await locked(call), { letterNumber, letterDate, reason })
  }),
  handle(contract.refuseOrder, async (call) => {
    const { input } = call
    const order = await locked(call)
    const refused = await move(call, order, 'refused', { reason: input.reason })
    await giveBackCall(call, order)
    return refused
  }),
]
