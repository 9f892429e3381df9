import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { advance, getLockedCase } from '../../enrolment/port.ts'
import { closeOpportunity } from '../../matching/port.ts'
import * as contract from '../contract/work.ts'
import { paidPieces } from '../rules/inspection.ts'
import { isSettled } from '../rules/kits.ts'
import { type Entry, notReceived, owing, paying } from '../rules/ledger.ts'
import { reasonsNotToCollect, reasonsNotToMoveLot, reasonsNotToMoveOrder, startsWork } from '../rules/moves.ts'
import { hasOpenDeduction, hasOpenDispute } from '../store/claims.ts'
import { countOpen } from '../store/figures.ts'
import type { StoredLot } from '../store/lots.ts'
import { lockOrder, moveOrder } from '../store/orders.ts'
import * as store from '../store/work.ts'
import { keptWord } from './given.ts'
import { lockedLot, moveLot, release } from './lots.ts'
import { giveBackCall } from './orders.ts'
import { listRealisation } from './realisation.ts'
import { byOf, shownWork } from './work.ts'
import { noteDelivered } from './workshops.ts'

interface Kept {
  readonly id: string
  readonly paperNumber: string | null
  readonly on?: string
}
async function keep(call: Call<unknown>, lot: StoredLot, entry: Entry, { id, paperNumber, on }: Kept): Promise<void> {
  const by = { ...byOf(call, id), ...(on === undefined ? {} : { on }), paperNumber }
  await store.insertEntry(call.tx, await store.getScope(call.tx, lot.id), entry, by)
}
/** Entries that belong together; the first is known to whoever sent it. */
async function keepAll(call: Call<unknown>, lot: StoredLot, entries: readonly Entry[], { id, ...kept }: Kept): Promise<void> {
  for (const [place, entry] of entries.entries()) await keep(call, lot, entry, { id: place === 0 ? id : call.house.newId(), ...kept })
}
/** She earns from the first payment she confirmed: her case says so, where its table of moves lets it. */
async function earn(call: Call<unknown>, caseId: string): Promise<void> {
  const one = await getLockedCase(call, caseId)
  if (one.position === 'active' || one.position === 'interrupted') await advance(call, one, 'earning')
}

export const moneyApi: readonly Handled[] = [
  handle(contract.acceptCollection, async (call) => {
    const { input, tx, today } = call
    const lot = await lockedLot(call)
    refuseIf(reasonsNotToCollect(lot.state))
    await moveLot(call, lot, 'due', addDays(today, lot.terms.paymentDays))
    await store.setCollected(tx, lot.id, today)
    const pieces = paidPieces(await store.getPieces(tx, lot.id))
    await keep(call, lot, owing('acceptance', pieces * lot.terms.rateRial), { id: input.entryId, paperNumber: input.paperNumber })
    await noteDelivered(call, lot, pieces)
    return shownWork(call, lot.id)
  }),
  handle(contract.recordPayment, async (call) => {
    const { input, tx, today } = call
    const lot = await lockedLot(call)
    if (input.paidOn > today) refuse('market.paid-ahead')
    if (await hasOpenDeduction(tx, lot.id)) refuse('market.deduction-open')
    await moveLot(call, lot, input.to === 'hub' ? 'paid-to-hub' : 'paid-to-her', input.to === 'hub' ? lot.dueOn : null)
    const entries = paying(await store.listEntries(tx, lot.id), input.to)
    await keepAll(call, lot, entries, { id: input.entryId, paperNumber: input.paperNumber, on: input.paidOn })
    return shownWork(call, lot.id)
  }),
  handle(contract.cancelLot, async (call) => {
    const { input, tx, today } = call
    const lot = await lockedLot(call)
    refuseIf(reasonsNotToMoveLot(lot.state, 'cancelled-by-buyer'))
    if (startsWork(lot.state) && input.compensationRial === 0) refuse('market.compensation-missing')
    if (!isSettled(await store.listKitMoves(tx, lot.id))) refuse('market.material-open')
    const isOwed = input.compensationRial > 0
    await moveLot(call, lot, 'cancelled-by-buyer', null)
    await release(call, lot)
    if (isOwed) {
      await moveLot(call, { ...lot, state: 'cancelled-by-buyer', version: lot.version + 1 }, 'due', addDays(today, lot.terms.paymentDays))
      await store.setCollected(tx, lot.id, today)
      await keep(call, lot, owing('compensation', input.compensationRial), { id: input.entryId, paperNumber: input.paperNumber })
    }
    return shownWork(call, lot.id)
  }),
  handle(contract.confirmPayment, async (call) => {
    const { input, tx } = call
    const lot = await lockedLot(call)
    refuseIf(reasonsNotToMoveLot(lot.state, 'confirmed-by-her'))
    if (await hasOpenDispute(tx, lot.id)) refuse('market.dispute-open')
    await keptWord(call, lot.personId, input)
    if (input.hasReceived) {
      await moveLot(call, lot, 'confirmed-by-her', null)
      await earn(call, lot.caseId)
      return shownWork(call, lot.id)
    }
    const back = notReceived(await store.listEntries(tx, lot.id))
    if (back.length === 0) refuse('market.nothing-was-owed')
    const { collectedOn } = await store.getPieces(tx, lot.id)
    const payBy = collectedOn === null ? null : addDays(collectedOn, lot.terms.paymentDays)
    await moveLot(call, lot, back.some(({ debit }) => debit === 'hub-holds') ? 'paid-to-hub' : 'due', payBy)
    await keepAll(call, lot, back, { id: input.entryId, paperNumber: null })
    return shownWork(call, lot.id)
  }),
  handle(contract.endOrder, async (call) => {
    const { input, tx, actor, today, note } = call
    const order = (await lockOrder(tx, input.id)) ?? refuse('platform.not-found')
    if (order.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToMoveOrder(order.state, input.to))
    const open = await countOpen(tx, { planId: actor.planId, orderId: order.id })
    if (open.lots > 0) refuse('market.lots-open', { n: open.lots })
    if (open.material !== 0) refuse('market.material-open')
    if (open.outstanding !== 0) refuse('market.money-open')
    if (!(await moveOrder(tx, order, { to: input.to, today, reason: input.reason }))) refuse('platform.version-stale')
    await closeOpportunity(tx, { planId: actor.planId, orderId: order.id, reason: input.reason, today })
    // Nothing was made of it: the promise it came from may be called again.
    if (input.to === 'cancelled' && order.placed === 0) await giveBackCall(call, order)
    note({ state: input.to })
    return { id: order.id, state: input.to, version: order.version + 1 }
  }),
  handle(contract.readRealisation, async ({ tx, actor, today, now }) => ({
    at: now.toISOString(),
    pledges: [...(await listRealisation(tx, { planId: actor.planId, today }))],
  })),
]
