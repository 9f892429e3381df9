import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { listOnTheRoad } from '../../enrolment/port.ts'
import { listAccepted, openOpportunity } from '../../matching/port.ts'
import * as contract from '../contract/opening.ts'
import { atWork } from '../rules/terms.ts'
import * as homes from '../store/homes.ts'
import { findOrder } from '../store/orders.ts'
import { openOrder } from './homes.ts'
import { type Goods, goodsOf, hubOf } from './workshops.ts'

type OfOrder = Call<{ readonly id: string }>
/** What matching says of an order, and who of those who said yes has no home of it yet. */
async function acceptedOf({ input, tx, actor: { planId } }: OfOrder) {
  const open = await listAccepted(tx, { planId, orderId: input.id })
  const forward = await homes.listCases(tx, { planId, orderId: input.id })
  return { open, waiting: (open?.accepted ?? []).filter(({ caseId }) => !forward.has(caseId)) }
}
async function shownOpening(call: OfOrder): Promise<contract.OrderOpening> {
  const { open, waiting } = await acceptedOf(call)
  return { opportunityId: open?.id ?? null, places: open?.places ?? 0, taken: open?.taken ?? 0, waiting: waiting.length }
}
/** Her goods of a field that she makes most of in a week; nothing while she offers none. */
function bestGoods(goods: ReadonlyMap<string, Goods>, personId: string, fieldCode: string) {
  return [...goods]
    .map(([productId, of]) => ({ productId, ...of }))
    .filter(({ workshop }) => workshop.personId === personId && workshop.fieldCode === fieldCode)
    .toSorted((one, other) => other.weekly.pieces - one.weekly.pieces || one.productId.localeCompare(other.productId, 'en'))[0]
}

export const openingApi: readonly Handled[] = [
  handle(contract.readOpening, async (call) => {
    if ((await findOrder(call.tx, call.input.id)) === undefined) refuse('platform.not-found')
    return shownOpening(call)
  }),
  handle(contract.openOrderToWomen, async (call) => {
    const { tx, actor, today } = call
    const { id: orderId, opportunityId, ...asks } = call.input
    const { countyCode, organisationId, title } = await openOrder(call)
    const who = { planId: actor.planId, accountId: actor.accountId, today }
    await openOpportunity(tx, { id: opportunityId, orderId, countyCode, organisationId, title, ...asks, ...who })
    return shownOpening(call)
  }),
  handle(contract.takeAccepted, async (call) => {
    const { tx, actor, house, today, note } = call
    const order = await openOrder(call)
    const { open, waiting } = await acceptedOf(call)
    const goods = await goodsOf(
      call,
      waiting.map(({ personId }) => personId),
    )
    const { countyCode } = order
    const caseIds = waiting.map(({ caseId }) => caseId)
    const women = await listOnTheRoad(tx, { planId: actor.planId, countyCode, positions: atWork, caseIds, limit: caseIds.length })
    let put = 0
    for (const { scope, fileNumber } of women) {
      const hers = bestGoods(goods, scope.person_id, open?.fieldCode ?? '')
      if (hers === undefined) continue
      const made = { id: house.newId(), orderId: order.id, productId: hers.productId, loweredTo: null, loweredReason: null }
      const turn = Math.min(2, await homes.countPassedOver(tx, scope.case_id))
      const hub = await hubOf(call, null, hers.workshop)
      const home = { ...made, hub, turn, today, accountId: actor.accountId }
      await homes.insertHomeBeyond(tx, { ...scope, file_number: fileNumber }, home)
      put += 1
    }
    if (put === 0) refuse('market.nobody-accepted')
    note({ homes: put })
    return shownOpening(call)
  }),
]
