import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import * as contract from '../contract/own.ts'
import { paidPieces } from '../rules/inspection.ts'
import { owing } from '../rules/ledger.ts'
import { reasonsNotToCollect } from '../rules/moves.ts'
import { findOrder } from '../store/orders.ts'
import * as store from '../store/own.ts'
import { noteDelivered } from './workshops.ts'

/** An order of the reader's own organisation: the database shows no other. */
async function ownOrder({ input, tx, actor }: Call<{ readonly id: string }>): Promise<store.OwnOrder> {
  const { id: orderId, organisationId } = (await findOrder(tx, input.id)) ?? refuse('platform.not-found')
  return { planId: actor.planId, organisationId, orderId }
}
export const ownApi: readonly Handled[] = [
  handle(contract.listOwnLots, async (call) => ({ lots: [...(await store.listOwnLots(call.tx, await ownOrder(call), call.today))] })),
  handle(contract.acceptOwnCollection, async (call) => {
    const { input, tx, actor, today, now, about, note } = call
    const order = await ownOrder(call)
    const lot = (await store.lockOwnLot(tx, order, input.code)) ?? refuse('platform.not-found')
    about({ personId: lot.person_id, caseId: lot.case_id, countyCode: lot.county_code })
    if (lot.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToCollect(lot.state))
    const pieces = paidPieces(lot)
    const entry = owing('acceptance', pieces * lot.rate_rial)
    const { entryId, paperNumber } = input
    const by = { entryId, paperNumber, accountId: actor.accountId, today, now }
    await store.takeOwnLot(tx, lot, { ...by, entry, dueOn: addDays(today, lot.payment_days) })
    await noteDelivered(call, { planId: lot.plan_id, id: lot.id }, pieces)
    note({ state: 'due' })
    return { lots: [...(await store.listOwnLots(tx, order, today))] }
  }),
]
