import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { fileNumberOf } from '../../../platform/ids.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { findOpenGoods } from '../../businesses/port.ts'
import { applyAsBuyer, listOutcomes } from '../../partners/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/order-requests.ts'
import type { OrderRequestState } from '../contract/states.ts'
import { deskOf, reasonsNotToAnswer, reasonsNotToMoveRequest, reasonsNotToRequest } from '../rules/order-requests.ts'
import * as store from '../store/order-requests.ts'
import { say } from './speech.ts'

/** More than this on one day is a flood, not a market; one address alone reaches its own bound long before. */
const MOST_A_DAY = 500
type Reader = Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today'>

/** Requests with what the office made of their buyers. */
async function shown({ tx, actor, today }: Reader, requests: readonly store.StoredRequest[]): Promise<contract.OrderRequest[]> {
  const asked = requests.flatMap(({ applicationId }) => (applicationId === null ? [] : [applicationId]))
  const outcomes = await listOutcomes(tx, { planId: actor.planId, ids: asked })
  const manned = await store.listCountiesWithOperator(tx, { planId: actor.planId, today })
  return requests.map(({ planId: _planId, applicationId, ...one }) => {
    const outcome = outcomes.get(applicationId ?? '')
    const desk = deskOf(one, manned.has(one.countyCode), today)
    return { ...one, desk, office: outcome?.state ?? null, organisationId: outcome?.organisationId ?? null }
  })
}
async function shownOne(call: Reader, id: string): Promise<contract.OrderRequest> {
  const found = (await store.findRequest(call.tx, call.house, id)) ?? refuse('platform.not-found')
  return (await shown(call, [found]))[0] ?? refuse('platform.not-found')
}
interface Seen {
  readonly id: string
  readonly version: number
}
/** A request the reader sees, locked, on the version that was seen, which may go there. */
export async function lockedRequest({ tx, house }: Reader, { id, version }: Seen, to: OrderRequestState): Promise<store.StoredRequest> {
  const found = (await store.lockRequest(tx, house, id)) ?? refuse('platform.not-found')
  refuseIf(reasonsNotToMoveRequest(found.state, to))
  if (found.version !== version) refuse('platform.version-stale')
  return found
}
/** The same, on the desk of whoever answers it. */
async function answeredRequest(call: Reader, seen: Seen, to: OrderRequestState): Promise<store.StoredRequest> {
  const { tx, actor, today } = call
  const found = await lockedRequest(call, seen, to)
  const manned = await store.listCountiesWithOperator(tx, { planId: actor.planId, today })
  refuseIf(reasonsNotToAnswer(deskOf(found, manned.has(found.countyCode), today), actor.role === 'MO'))
  return found
}

export const orderRequestsApi: readonly Handled[] = [
  handle(contract.requestOrder, async (call) => {
    const { input, tx, house, actor, today } = call
    const { planId, accountId } = actor
    refuseIf(reasonsNotToRequest(input.wantedOn, today))
    if ((await store.countOn(tx, planId, today)) >= MOST_A_DAY) refuse('market.too-many-order-requests')
    const goods = (await findOpenGoods(tx, { planId, today, id: input.goodsId })) ?? refuse('market.goods-not-open')
    const { countyCode, name: goodsName, unit } = goods
    const { value } = await parameterOn(tx, 'order-request-answer', { day: today, countyCode })
    const [number, answerBy] = [fileNumberOf(house.randomBytes), addDays(today, value)]
    await store.insertRequest(tx, house, { ...input, planId, accountId, number, countyCode, goodsName, unit, answerBy, today })
    return { id: input.id, number, goodsName, answerBy }
  }),
  handle(contract.readOrderRequestState, async ({ input, tx, house, actor }) => {
    const asked = { planId: actor.planId, ...input }
    const found = (await store.findByNumber(tx, house, asked)) ?? refuse('market.order-request-unknown')
    const { number, goodsName, quantity, unit, state, since, answerBy, reason } = found
    return { number, goodsName, quantity, unit, state, since, answerBy, reason }
  }),
  handle(contract.listOrderRequests, async (call) => {
    const { input, tx, house } = call
    const rows = await store.listRequests(tx, house, input)
    const requests = await shown(call, rows.slice(0, input.limit))
    return { requests, next: rows.length > input.limit ? (requests.at(-1)?.id ?? null) : null }
  }),
  handle(contract.introduceBuyer, async (call) => {
    const { input, tx, house, now, today, note, actor } = call
    const found = await answeredRequest(call, input, 'with-office')
    const { name, phone, personKind, countyCode, number, quantity, unit, goodsName } = found
    // Who asked is let go only after an answer, and this one has none yet.
    if (name === null || phone === null) return refuse('platform.not-found')
    const offer = say('order-request-offer', 'fa', { number, quantity, unit, goods: goodsName })
    const buyer = { id: house.newId(), name, phone, personKind, countyCode, offer }
    const applicationId = await applyAsBuyer({ tx, house, actor, now, today }, buyer)
    await store.moveRequest(tx, found, { to: 'with-office', applicationId }, today)
    note({ state: 'with-office' })
    return shownOne(call, input.id)
  }),
  handle(contract.declineOrderRequest, async (call) => {
    const { input, tx, today, note } = call
    const found = await answeredRequest(call, input, 'declined')
    await store.moveRequest(tx, found, { to: 'declined', reason: input.reason }, today)
    note({ state: 'declined' })
    return shownOne(call, input.id)
  }),
]
