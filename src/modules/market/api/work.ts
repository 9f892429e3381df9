import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { endingOf, readPaper } from '../../../platform/papers.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { daysBetween } from '../../../platform/time.ts'
import * as contract from '../contract/work.ts'
import { afterLook, brought, daysLate, mayBring, paidPieces, reasonsNotToInspect } from '../rules/inspection.ts'
import { balancesOf, reasonsNotToMoveKit } from '../rules/kits.ts'
import { outstandingOf } from '../rules/ledger.ts'
import { reasonsNotToBook, reasonsNotToMoveLot } from '../rules/moves.ts'
import { moveLot as putLot, type StoredLot } from '../store/lots.ts'
import * as store from '../store/work.ts'
import { lockedLot, moveLot, release, shownLot } from './lots.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
/** Everything about the work of one lot. */
export async function shownWork(call: Reader, id: string): Promise<contract.LotWork> {
  const { tx, today } = call
  const lot = await shownLot(call, id)
  const { collectedOn, quantity, ...pieces } = await store.getPieces(tx, id)
  const entries = await store.listEntries(tx, id)
  const sumOf = (kinds: readonly string[]): number =>
    entries.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amountRial }) => sum + amountRial, 0)
  const outstandingRial = outstandingOf(entries)
  return {
    lot,
    pieces: { ...pieces, mayBring: mayBring({ ...pieces, quantity }) },
    balances: [...balancesOf(await store.listKitMoves(tx, id))],
    inspections: await store.listInspections(tx, id),
    money: {
      owedRial: sumOf(['acceptance', 'compensation']) - sumOf(['deduction']),
      outstandingRial,
      collectedOn,
      payBy: collectedOn === null ? null : lot.dueOn,
      daysLate: outstandingRial > 0 ? daysLate(lot.dueOn, today, daysBetween) : 0,
      entries,
    },
  }
}
export const byOf = ({ actor, now, today }: Call<unknown>, id: string) => ({ id, accountId: actor.accountId, on: today, at: now })
/** A change of the pieces of a locked lot that stays where it is, or moves: either way its version goes on. */
async function keepAt({ tx, today }: Reader, lot: StoredLot): Promise<void> {
  if (!(await putLot(tx, lot, { to: lot.state, today, dueOn: lot.dueOn }))) refuse('platform.version-stale')
}

export const workApi: readonly Handled[] = [
  handle(contract.readWork, (call) => shownWork(call, call.input.id)),
  handle(contract.startLot, async (call) => {
    const lot = await lockedLot(call)
    await moveLot(call, lot, call.input.to, lot.dueOn)
    return shownWork(call, lot.id)
  }),
  handle(contract.moveKit, async (call) => {
    const { input, tx, note } = call
    const lot = await lockedLot(call)
    const to = input.isShort ? ('material-short' as const) : ('material-delivered' as const)
    const isMoving = input.kind === 'issued' && (lot.state === 'ordered' || lot.state === 'material-short') && lot.state !== to
    refuseIf(reasonsNotToBook(lot.state, input.kind))
    refuseIf(reasonsNotToMoveKit(await store.listKitMoves(tx, lot.id), input))
    await store.insertKitMove(tx, await store.getScope(tx, lot.id), input, byOf(call, input.moveId))
    if (isMoving) await moveLot(call, lot, to, lot.dueOn)
    else await keepAt(call, lot)
    note({ kind: input.kind })
    return shownWork(call, lot.id)
  }),
  handle(contract.collectLot, async (call) => {
    const { input, tx, note } = call
    const lot = await lockedLot(call)
    const pieces = await store.getPieces(tx, lot.id)
    refuseIf(reasonsNotToMoveLot(lot.state, 'produced'))
    if (input.pieces > mayBring(pieces)) refuse('market.more-than-hers', { n: mayBring(pieces) })
    await moveLot(call, lot, 'produced', lot.dueOn)
    await store.setPieces(tx, lot.id, brought(pieces, input.pieces))
    note({ pieces: input.pieces })
    return shownWork(call, lot.id)
  }),
  handle(contract.inspectLot, async (call) => {
    const { input, tx, note } = call
    const lot = await lockedLot(call)
    const pieces = await store.getPieces(tx, lot.id)
    refuseIf(reasonsNotToMoveLot(lot.state, 'checked'))
    refuseIf(reasonsNotToInspect(input, pieces.presented))
    if (input.photoId !== null && (await store.findPhoto(tx, input.photoId))?.lot_id !== lot.id) refuse('market.reject-without-evidence')
    await moveLot(call, lot, 'checked', lot.dueOn)
    await store.insertInspection(tx, await store.getScope(tx, lot.id), input, byOf(call, input.inspectionId))
    await store.setPieces(tx, lot.id, afterLook(pieces, input))
    note({ accepted: input.accepted, rework: input.rework, rejected: input.rejected })
    return shownWork(call, lot.id)
  }),
  handle(contract.deliverLot, async (call) => {
    const lot = await lockedLot(call)
    const { collectedOn: _collectedOn, ...pieces } = await store.getPieces(call.tx, lot.id)
    refuseIf(reasonsNotToMoveLot(lot.state, 'delivered'))
    if (pieces.toRework > 0 && !call.input.leavesRework) refuse('market.rework-open', { n: pieces.toRework })
    if (paidPieces(pieces) === 0) refuse('market.nothing-accepted')
    await moveLot(call, lot, 'delivered', lot.dueOn)
    await store.setPieces(call.tx, lot.id, { ...pieces, toRework: 0 })
    await release(call, lot, lot.terms.quantity - paidPieces(pieces))
    return shownWork(call, lot.id)
  }),
  handle(contract.addPhoto, async (call) => {
    const { input, tx, house, actor, now, upload } = call
    const scope = (await store.findScope(tx, input.id)) ?? refuse('platform.not-found')
    const picture = await readPaper(upload?.bytes ?? Buffer.alloc(0))
    if (picture.mediaType === 'application/pdf') refuse('market.photo-is-a-picture')
    const { address, sealedKey } = await house.files.put({ planId: actor.planId, fileId: input.photoId }, picture.bytes)
    await store.insertPhoto(tx, scope, { id: input.photoId, mediaType: picture.mediaType, address, sealedKey, at: now })
    return { photoId: input.photoId }
  }),
  handle(contract.readPhoto, async ({ input, tx, house }) => {
    const row = (await store.findPhoto(tx, input.id)) ?? refuse('platform.not-found')
    return { fileName: `${input.id}.${endingOf(row.media_type)}`, mediaType: row.media_type, bytes: await house.files.get(row) }
  }),
]
