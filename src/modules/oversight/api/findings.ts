import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { endingOf, readPaper } from '../../../platform/papers.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/findings.ts'
import { isFindingOverdue, reasonsNotToJudge, reasonsNotToMoveFinding, reasonsNotToPicture } from '../rules/findings.ts'
import { findPhoto, insertPhoto, listPhotos, takeAway } from '../store/finding-photos.ts'
import * as store from '../store/findings.ts'

/** Findings with their pictures, and what is late of them on the day. */
export async function shownFindings(
  { tx, today }: Pick<Call<unknown>, 'tx' | 'today'>,
  rows: readonly store.StoredFinding[],
): Promise<contract.Finding[]> {
  const photos = await listPhotos(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((one) => ({ ...one, isOverdue: isFindingOverdue(one, today), photos: [...(photos.get(one.id) ?? [])] }))
}
type Asking = Pick<Call<unknown>, 'tx' | 'today' | 'about'>
async function locked({ tx, about }: Asking, { id, version }: { readonly id: string; readonly version: number }) {
  const one = (await store.lockFinding(tx, id)) ?? refuse('platform.not-found')
  if (one.version !== version) refuse('platform.version-stale')
  about({ countyCode: one.countyCode })
  return one
}
async function again(call: Asking, id: string): Promise<contract.Finding> {
  const found = (await store.findFinding(call.tx, id)) ?? refuse('platform.not-found')
  return (await shownFindings(call, [found]))[0] ?? refuse('platform.not-found')
}

export const findingsApi: readonly Handled[] = [
  handle(contract.listFindings, async (call) => {
    const { input, tx } = call
    const rows = await store.listFindings(tx, input)
    const shown = rows.slice(0, input.limit)
    const next = rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null
    return { findings: await shownFindings(call, shown), next }
  }),
  handle(contract.reportFinding, async (call) => {
    const { input, tx, today, note } = call
    const one = await locked(call, input)
    refuseIf(reasonsNotToMoveFinding(one.state, 'reported'))
    await store.moveFinding(tx, one, { state: 'reported', report: { text: input.text, on: today } })
    note({ item: one.item })
    return again(call, one.id)
  }),
  handle(contract.judgeFinding, async (call) => {
    const { input, tx, today, note } = call
    const one = await locked(call, input)
    const to = input.isConfirmed ? 'confirmed' : 'returned'
    if (one.state !== 'reported') refuse('oversight.no-such-finding-move')
    refuseIf(reasonsNotToJudge(input, today))
    const given = input.isConfirmed ? { confirmedOn: today } : returnedWith(one, input)
    await store.moveFinding(tx, one, { state: to, ...given })
    note({ item: one.item, state: to })
    return again(call, one.id)
  }),
  handle(contract.addFindingPhoto, async (call) => {
    const { input, tx, house, actor, today, now, upload, about, note } = call
    const one = (await store.lockFinding(tx, input.id)) ?? refuse('platform.not-found')
    about({ countyCode: one.countyCode })
    const kept = (await listPhotos(tx, [one.id])).get(one.id) ?? []
    refuseIf(reasonsNotToPicture(one, kept.length))
    const { mediaType, bytes } = await readPaper(upload?.bytes ?? Buffer.alloc(0))
    if (mediaType === 'application/pdf') refuse('oversight.photo-is-a-picture')
    const { address, sealedKey } = await house.files.put({ planId: actor.planId, fileId: input.photoId }, bytes)
    await insertPhoto(tx, one, {
      id: input.photoId,
      mediaType,
      bytes: bytes.length,
      address,
      sealedKey,
      accountId: actor.accountId,
      at: now,
    })
    note({ item: one.item, on: today })
    return again(call, one.id)
  }),
  handle(contract.readFindingPhoto, async ({ input, tx, house }) => {
    const row = (await findPhoto(tx, input.id)) ?? refuse('platform.not-found')
    return { fileName: `${input.id}.${endingOf(row.mediaType)}`, mediaType: row.mediaType, bytes: await house.files.get(row) }
  }),
  handle(contract.takeFindingPhotoAway, async (call) => {
    const { input, tx, today, about, note } = call
    const photo = (await findPhoto(tx, input.id)) ?? refuse('platform.not-found')
    const one = (await store.lockFinding(tx, photo.findingId)) ?? refuse('platform.not-found')
    about({ countyCode: one.countyCode })
    await takeAway(tx, input.id, today)
    note({ item: one.item })
    return again(call, one.id)
  }),
]
/** Given back: the new day, and why beside the act; of a home nothing is written in words. */
function returnedWith(one: store.StoredFinding, { reason, dueOn }: { readonly reason: string | null; readonly dueOn: string | null }) {
  const act = one.placeKind === 'dwelling' || reason === null ? {} : { act: reason }
  return { ...act, ...(dueOn === null ? {} : { dueOn }) }
}
