import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { namesOf } from '../../partners/port.ts'
import { requireExitTable } from '../../pathways/port.ts'
import * as contract from '../contract/lots.ts'
import { paidPieces } from '../rules/inspection.ts'
import { isSettled } from '../rules/kits.ts'
import { reasonsNotToMoveLot } from '../rules/moves.ts'
import { termsSpoken } from '../rules/terms.ts'
import * as store from '../store/lots.ts'
import { movePlaced } from '../store/orders.ts'
import { getPieces, listKitMoves } from '../store/work.ts'
import { keptWord } from './given.ts'
import { namesFor } from './names.ts'
import { say } from './speech.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
export async function shownLots(call: Reader, lots: readonly store.StoredLot[]): Promise<contract.Lot[]> {
  const buyers = await namesOf(
    call.tx,
    lots.map(({ organisationId }) => organisationId),
  )
  const names = await namesFor(
    call,
    lots.map(({ personId, state }) => ({ personId, lotState: state })),
  )
  return lots.map((lot) => ({
    ...lot,
    buyerName: buyers.get(lot.organisationId) ?? '',
    name: names.get(lot.personId) ?? null,
    isLate: store.isLate(lot, call.today),
  }))
}
export async function shownLot(call: Reader, id: string): Promise<contract.Lot> {
  const lot = (await store.findLot(call.tx, id)) ?? refuse('platform.not-found')
  return (await shownLots(call, [lot]))[0] ?? refuse('platform.not-found')
}
/** A lot the actor may see, locked and on the version that was seen, and named as what the request is about. */
export async function lockedLot({
  input,
  tx,
  about,
}: Pick<Call<{ readonly id: string; readonly version: number }>, 'input' | 'tx' | 'about'>): Promise<store.StoredLot> {
  const lot = (await store.lockLot(tx, input.id)) ?? refuse('platform.not-found')
  about({ personId: lot.personId, caseId: lot.caseId, countyCode: lot.countyCode })
  if (lot.version !== input.version) refuse('platform.version-stale')
  return lot
}
/** Moves a locked lot by the one table. */
export async function moveLot(
  { tx, today, note }: Pick<Call<unknown>, 'tx' | 'today' | 'note'>,
  lot: store.StoredLot,
  to: store.LotMove['to'],
  dueOn: string | null,
): Promise<void> {
  refuseIf(reasonsNotToMoveLot(lot.state, to))
  if (!(await store.moveLot(tx, lot, { to, today, dueOn }))) refuse('platform.version-stale')
  note({ state: to })
}
/** Pieces of a lot go back to its order: all of them, or those that were not made. */
export async function release(
  { tx }: Pick<Call<unknown>, 'tx'>,
  { planId, orderId, terms }: store.StoredLot,
  pieces: number = terms.quantity,
): Promise<void> {
  if (pieces > 0 && !(await movePlaced(tx, { planId, id: orderId, pieces: -pieces }))) refuse('market.above-order')
}

export const lotsApi: readonly Handled[] = [
  handle(contract.listLots, async (call) => {
    const { input, tx } = call
    const rows = await store.listLots(tx, input)
    const lots = await shownLots(call, rows.slice(0, input.limit))
    return { lots, next: rows.length > input.limit ? (lots.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readLot, (call) => shownLot(call, call.input.id)),
  handle(contract.readTermsAloud, async (call) => {
    const { terms, buyerName } = await shownLot(call, call.input.id)
    return { sentences: [...termsSpoken(terms, buyerName, (key, values) => say(key, call.language, values))] }
  }),
  handle(contract.noteTermsRead, async (call) => {
    const lot = await lockedLot(call)
    await moveLot(call, lot, 'terms-read', lot.dueOn)
    await store.keepRead(call.tx, lot.id, await keptWord(call, lot.personId, call.input))
    return shownLot(call, lot.id)
  }),
  handle(contract.acceptTerms, async (call) => {
    const { tx, actor, today, input } = call
    const lot = await lockedLot(call)
    refuseIf(reasonsNotToMoveLot(lot.state, 'accepted'))
    await requireExitTable(tx, { planId: actor.planId, personId: lot.personId, act: 'order', today })
    await moveLot(call, lot, 'accepted', lot.terms.deliverBy)
    await store.keepAnswer(tx, lot.id, await keptWord(call, lot.personId, input))
    return shownLot(call, lot.id)
  }),
  handle(contract.declineLot, async (call) => {
    const lot = await lockedLot(call)
    refuseIf(reasonsNotToMoveLot(lot.state, 'declined'))
    if (!isSettled(await listKitMoves(call.tx, lot.id))) refuse('market.material-open')
    if (paidPieces(await getPieces(call.tx, lot.id)) > 0) refuse('market.pieces-accepted')
    await moveLot(call, lot, 'declined', null)
    await store.keepAnswer(call.tx, lot.id, await keptWord(call, lot.personId, call.input))
    await release(call, lot)
    return shownLot(call, lot.id)
  }),
  handle(contract.listStandings, async ({ input, tx, today }) => {
    const rows = await store.listStandings(tx, { ...input, today })
    const shown = rows.slice(0, input.limit)
    return { standings: shown.map(({ id: _id, ...rest }) => rest), next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null }
  }),
]
