import type { Tx } from '../../../platform/db.ts'
import { Inspection, KitKind, MoneyEntry } from '../contract/work.ts'
import type { KitMove } from '../rules/kits.ts'
import { accounts, type Entry } from '../rules/ledger.ts'

/** Scope columns of what hangs on a lot. */
export interface LotScope {
  readonly plan_id: string
  readonly lot_id: string
  readonly person_id: string
  readonly county_code: string
  readonly assigned: string[]
  readonly barred: string[]
}
export interface Pieces {
  readonly quantity: number
  readonly presented: number
  readonly toRework: number
  readonly accepted: number
  readonly rejected: number
  readonly spoiled: number
}
export async function findScope(tx: Tx, lotId: string): Promise<LotScope | undefined> {
  const row = await tx
    .selectFrom('market.lot')
    .select(['id', 'plan_id', 'person_id', 'county_code', 'assigned', 'barred'])
    .where('id', '=', lotId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, ...scope } = row
  return { ...scope, lot_id: id }
}
/** Of a lot that was locked before. */
export async function getScope(tx: Tx, lotId: string): Promise<LotScope> {
  const scope = await findScope(tx, lotId)
  if (scope === undefined) throw new Error('the lot was locked before')
  return scope
}
export async function getPieces(tx: Tx, lotId: string): Promise<Pieces & { readonly collectedOn: string | null }> {
  const row = await tx
    .selectFrom('market.lot')
    .select(['quantity', 'presented', 'to_rework', 'accepted', 'rejected', 'spoiled', 'collected_on'])
    .where('id', '=', lotId)
    .executeTakeFirstOrThrow()
  const { to_rework: toRework, collected_on: collectedOn, ...rest } = row
  return { ...rest, toRework, collectedOn }
}
export async function setPieces(tx: Tx, lotId: string, pieces: Omit<Pieces, 'quantity'>): Promise<void> {
  const { presented, toRework, accepted, rejected, spoiled } = pieces
  await tx.updateTable('market.lot').set({ presented, to_rework: toRework, accepted, rejected, spoiled }).where('id', '=', lotId).execute()
}
export async function setCollected(tx: Tx, lotId: string, on: string): Promise<void> {
  await tx.updateTable('market.lot').set({ collected_on: on }).where('id', '=', lotId).execute()
}
interface By {
  readonly id: string
  readonly accountId: string
  readonly on: string
  readonly at: Date
}
/** In the order in which it happened. */
export async function listKitMoves(tx: Tx, lotId: string): Promise<readonly KitMove[]> {
  const rows = await tx
    .selectFrom('market.kit_move')
    .select(['component', 'unit', 'kind', 'amount'])
    .where('lot_id', '=', lotId)
    .orderBy('moved_at')
    .orderBy('id')
    .limit(2_000)
    .execute()
  return rows.map((row) => ({ ...row, kind: KitKind.parse(row.kind) }))
}
export async function insertKitMove(tx: Tx, scope: LotScope, move: KitMove, by: By): Promise<void> {
  const { component, unit, kind, amount } = move
  await tx
    .insertInto('market.kit_move')
    .values({ ...scope, id: by.id, component, unit, kind, amount, moved_on: by.on, account_id: by.accountId, moved_at: by.at })
    .execute()
}
interface StoredPhoto {
  readonly id: string
  readonly mediaType: string
  readonly address: string
  readonly sealedKey: Buffer
  readonly at: Date
}
export async function insertPhoto(tx: Tx, scope: LotScope, photo: StoredPhoto): Promise<void> {
  await tx
    .insertInto('market.photo')
    .values({
      ...scope,
      id: photo.id,
      media_type: photo.mediaType,
      address: photo.address,
      sealed_key: photo.sealedKey,
      taken_at: photo.at,
    })
    .execute()
}
export async function findPhoto(tx: Tx, id: string) {
  return tx.selectFrom('market.photo').select(['lot_id', 'media_type', 'address', 'sealed_key']).where('id', '=', id).executeTakeFirst()
}
/** Oldest first. */
export async function listInspections(tx: Tx, lotId: string) {
  const rows = await tx
    .selectFrom('market.inspection')
    .select(['id', 'accepted', 'rework', 'rejected', 'reason', 'bearer', 'photo_id', 'inspected_on'])
    .where('lot_id', '=', lotId)
    .orderBy('inspected_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ photo_id: photoId, inspected_on: inspectedOn, ...row }) => Inspection.parse({ ...row, photoId, inspectedOn }))
}
type Look = Pick<ReturnType<typeof Inspection.parse>, 'accepted' | 'rework' | 'rejected' | 'reason' | 'bearer' | 'photoId'>
export async function insertInspection(tx: Tx, scope: LotScope, look: Look, by: By): Promise<void> {
  const { accepted, rework, rejected, reason, bearer, photoId } = look
  await tx
    .insertInto('market.inspection')
    .values({
      ...scope,
      accepted,
      rework,
      rejected,
      reason,
      bearer,
      photo_id: photoId,
      id: by.id,
      inspected_on: by.on,
      account_id: by.accountId,
      inspected_at: by.at,
    })
    .execute()
}
/** The record of money of a lot, oldest first: only ever added to. */
export async function listEntries(tx: Tx, lotId: string) {
  const rows = await tx
    .selectFrom('market.entry')
    .select(['kind', 'debit', 'credit', 'amount_rial', 'paper_number', 'happened_on'])
    .where('lot_id', '=', lotId)
    .orderBy('recorded_at')
    .orderBy('id')
    .limit(1_000)
    .execute()
  return rows.map((row) => ({
    ...MoneyEntry.parse({ kind: row.kind, amountRial: row.amount_rial, paperNumber: row.paper_number, happenedOn: row.happened_on }),
    debit: accountOf(row.debit),
    credit: accountOf(row.credit),
  }))
}
function accountOf(name: string) {
  const found = accounts.find((account) => account === name)
  if (found === undefined) throw new Error(`no such account: ${name}`)
  return found
}
export async function insertEntry(tx: Tx, scope: LotScope, entry: Entry, by: By & { readonly paperNumber: string | null }): Promise<void> {
  await tx
    .insertInto('market.entry')
    .values({
      ...scope,
      id: by.id,
      kind: entry.kind,
      debit: entry.debit,
      credit: entry.credit,
      amount_rial: entry.amountRial,
      paper_number: by.paperNumber,
      happened_on: by.on,
      account_id: by.accountId,
      recorded_at: by.at,
    })
    .execute()
}
