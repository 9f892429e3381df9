import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { endingOf, readPaper } from '../../../platform/papers.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/deliverables.ts'
import type { DeliverableState } from '../contract/states.ts'
import { isDeliverableOverdue, reasonsNotToMoveDeliverable, reasonsNotToSubmit } from '../rules/deliverables.ts'
import * as store from '../store/deliverables.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today'>
export function shownDeliverable(stored: store.StoredDeliverable, today: string): contract.Deliverable {
  const { planId: _planId, organisationId: _organisationId, ...rest } = stored
  return { ...rest, isOverdue: isDeliverableOverdue(stored, today) }
}
async function wholeDeliverable({ tx, today }: Reader, id: string): Promise<contract.DeliverableWhole> {
  const stored = (await store.findDeliverable(tx, id)) ?? refuse('platform.not-found')
  return { ...shownDeliverable(stored, today), papers: await store.listPapers(tx, id), moves: await store.listMoves(tx, id) }
}
type Moving = Call<{ readonly id: string; readonly version: number; readonly moveId: string }>
async function locked({ input, tx }: Moving): Promise<store.StoredDeliverable> {
  const stored = (await store.lockDeliverable(tx, input.id)) ?? refuse('platform.not-found')
  if (stored.version !== input.version) refuse('platform.version-stale')
  return stored
}
async function move(
  call: Moving,
  from: store.StoredDeliverable,
  to: DeliverableState,
  more: Pick<store.DeliverableMove, 'note' | 'paid'>,
): Promise<contract.DeliverableWhole> {
  const { tx, actor, today, now, input, note } = call
  refuseIf(reasonsNotToMoveDeliverable(from.state, to))
  await store.moveDeliverable(tx, from, { moveId: input.moveId, to, today, now, accountId: actor.accountId, ...more })
  note({ state: to })
  return wholeDeliverable(call, from.id)
}

export const deliverablesApi: readonly Handled[] = [
  handle(contract.listDeliverables, async ({ input, tx, today }) => {
    const rows = await store.listDeliverables(tx, input)
    const deliverables = rows.slice(0, input.limit).map((one) => shownDeliverable(one, today))
    return { deliverables, next: rows.length > input.limit ? (deliverables.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readDeliverable, (call) => wholeDeliverable(call, call.input.id)),
  handle(contract.addPaper, async (call) => {
    const { input, tx, house, actor, today, now, upload } = call
    const stored = (await store.lockDeliverable(tx, input.id)) ?? refuse('platform.not-found')
    if (stored.organisationId !== actor.organisationId) refuse('oversight.not-your-scope')
    refuseIf(reasonsNotToMoveDeliverable(stored.state, 'submitted'))
    if ((await store.listPapers(tx, stored.id)).length >= store.MOST_PAPERS) refuse('oversight.too-many-papers')
    const { mediaType, bytes } = await readPaper(upload?.bytes ?? Buffer.alloc(0))
    const { address, sealedKey } = await house.files.put({ planId: actor.planId, fileId: input.paperId }, bytes)
    await store.insertPaper(tx, stored, { id: input.paperId, mediaType, bytes: bytes.length, address, sealedKey, today, now })
    return wholeDeliverable(call, stored.id)
  }),
  handle(contract.readPaper, async ({ input, tx, house }) => {
    const row = (await store.findPaper(tx, input.id)) ?? refuse('platform.not-found')
    return { fileName: `${input.id}.${endingOf(row.media_type)}`, mediaType: row.media_type, bytes: await house.files.get(row) }
  }),
  handle(contract.submitDeliverable, async (call) => {
    const { input, tx, actor } = call
    const from = await locked(call)
    if (from.organisationId !== actor.organisationId) refuse('oversight.not-your-scope')
    refuseIf(reasonsNotToSubmit(from.state, await store.handInPapers(tx, from.id)))
    return move(call, from, 'submitted', { note: input.note })
  }),
  handle(contract.acceptDeliverable, async (call) => move(call, await locked(call), 'accepted', { note: call.input.note })),
  handle(contract.returnDeliverable, async (call) => move(call, await locked(call), 'returned', { note: call.input.reason })),
  handle(contract.payDeliverable, async (call) => {
    const { letterNumber, letterDate } = call.input
    const from = await locked(call)
    if (letterDate > call.today) refuse('oversight.letter-ahead')
    return move(call, from, 'paid-for', { note: null, paid: { letterNumber, letterDate } })
  }),
]
