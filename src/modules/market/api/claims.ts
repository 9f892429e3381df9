import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/disputes.ts'
import { mayDispute, reasonsNotToDeduct, reasonsNotToEndDispute, reasonsNotToSettle } from '../rules/disputes.ts'
import { deducting, outstandingOf, owing } from '../rules/ledger.ts'
import * as store from '../store/claims.ts'
import { findLot, lockLot, type StoredLot } from '../store/lots.ts'
import * as work from '../store/work.ts'
import { lockedLot, moveLot } from './lots.ts'
import { byOf } from './work.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
async function shownClaims({ tx, actor, today }: Reader, lotId: string): Promise<contract.Claims> {
  if ((await findLot(tx, lotId)) === undefined) refuse('platform.not-found')
  const deductions = await store.listDeductions(tx, { lotId, accountId: actor.accountId })
  return { disputes: await store.listDisputes(tx, { lotId, today }), deductions }
}
async function lotOf({ tx, about }: Pick<Call<unknown>, 'tx' | 'about'>, lotId: string): Promise<StoredLot> {
  const lot = (await lockLot(tx, lotId)) ?? refuse('platform.not-found')
  about({ personId: lot.personId, caseId: lot.caseId, countyCode: lot.countyCode })
  return lot
}
/** What was rejected at her cost becomes the buyer's loss; where the pieces were taken already, it is owed on top, and a lot told as paid is due again. */
async function payRejected(call: Call<unknown>, lot: StoredLot, entryId: string): Promise<void> {
  const { tx, today } = call
  const { collectedOn, ...pieces } = await work.getPieces(tx, lot.id)
  if (pieces.rejected === 0) return
  await work.setPieces(tx, lot.id, { ...pieces, rejected: 0, spoiled: pieces.spoiled + pieces.rejected })
  if (collectedOn === null) return
  if (lot.state === 'paid-to-her') await moveLot(call, lot, 'due', addDays(today, lot.terms.paymentDays))
  const by = { ...byOf(call, entryId), paperNumber: null }
  await work.insertEntry(tx, await work.getScope(tx, lot.id), owing('acceptance', pieces.rejected * lot.terms.rateRial), by)
}

export const claimsApi: readonly Handled[] = [
  handle(contract.readClaims, (call) => shownClaims(call, call.input.id)),
  handle(contract.openDispute, async (call) => {
    const { input, tx, actor, today, note } = call
    const lot = await lockedLot(call)
    if (!mayDispute(lot.state)) refuse('market.dispute-not-now')
    const { value } = await parameterOn(tx, 'dispute-answer', { day: today, countyCode: lot.countyCode })
    const made = { id: input.disputeId, about: input.about, on: today, answerBy: addDays(today, value), accountId: actor.accountId }
    await store.insertDispute(tx, await work.getScope(tx, lot.id), made)
    note({ about: input.about })
    return shownClaims(call, lot.id)
  }),
  handle(contract.withdrawDispute, async (call) => {
    const { input, tx, actor, today } = call
    const dispute = (await store.lockDispute(tx, input.id)) ?? refuse('platform.not-found')
    await lotOf(call, dispute.lotId)
    refuseIf(reasonsNotToEndDispute(dispute.state, 'withdrawn'))
    await store.endDispute(tx, dispute.id, { to: 'withdrawn', on: today, accountId: actor.accountId })
    return shownClaims(call, dispute.lotId)
  }),
  handle(contract.settleDispute, async (call) => {
    const { input, tx, actor, today, note } = call
    const dispute = (await store.lockDispute(tx, input.id)) ?? refuse('platform.not-found')
    const lot = await lotOf(call, dispute.lotId)
    const to = input.isForHer ? ('settled-for-her' as const) : ('stands' as const)
    refuseIf(reasonsNotToEndDispute(dispute.state, to))
    refuseIf(reasonsNotToSettle({ about: dispute.about, by: actor.accountId, inspectors: await store.listInspectors(tx, lot.id) }))
    await store.endDispute(tx, dispute.id, { to, on: today, accountId: actor.accountId })
    if (input.isForHer && dispute.about === 'inspection') await payRejected(call, lot, input.entryId)
    note({ settled: to })
    return shownClaims(call, lot.id)
  }),
  handle(contract.proposeDeduction, async (call) => {
    const { input, tx, actor, today } = call
    const lot = await lockedLot(call)
    const outstanding = outstandingOf(await work.listEntries(tx, lot.id))
    refuseIf(reasonsNotToDeduct(lot.state, { amountRial: input.amountRial, outstanding }))
    const made = { id: input.deductionId, amountRial: input.amountRial, reason: input.reason, on: today, accountId: actor.accountId }
    await store.insertDeduction(tx, await work.getScope(tx, lot.id), made)
    return shownClaims(call, lot.id)
  }),
  handle(contract.decideDeduction, async (call) => {
    const { input, tx, actor, today, note } = call
    const deduction = (await store.lockDeduction(tx, input.id)) ?? refuse('platform.not-found')
    const lot = await lotOf(call, deduction.lot_id)
    if (deduction.state !== 'proposed') refuse('market.deduction-decided')
    // Whoever proposed it may take it back: that is in her favour, and needs nobody else.
    if (input.isApproved && deduction.proposed_by === actor.accountId) refuse('market.deduction-by-two')
    if (input.isApproved) {
      const amountRial = deduction.amount_rial
      refuseIf(reasonsNotToDeduct(lot.state, { amountRial, outstanding: outstandingOf(await work.listEntries(tx, lot.id)) }))
      await work.insertEntry(tx, await work.getScope(tx, lot.id), deducting(amountRial), {
        ...byOf(call, input.entryId),
        paperNumber: null,
      })
    }
    await store.decideDeduction(tx, deduction.id, { isApproved: input.isApproved, on: today, accountId: actor.accountId })
    note({ approved: input.isApproved })
    return shownClaims(call, lot.id)
  }),
]
