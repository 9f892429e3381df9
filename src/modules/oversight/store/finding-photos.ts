import type { Tx } from '../../../platform/db.ts'
import type { StoredFinding } from './findings.ts'

/** Pictures of findings, oldest first; those taken away are no longer among them. */
export async function listPhotos(tx: Tx, findingIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (findingIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('oversight.finding_photo')
    .select(['id', 'finding_id'])
    .where('finding_id', 'in', [...findingIds])
    .where('taken_away_on', 'is', null)
    .orderBy('id')
    .execute()
  return new Map([...Map.groupBy(rows, ({ finding_id }) => finding_id)].map(([finding, photos]) => [finding, photos.map(({ id }) => id)]))
}
export interface NewPhoto {
  readonly id: string
  readonly mediaType: string
  readonly bytes: number
  readonly address: string
  readonly sealedKey: Buffer
  readonly accountId: string
  readonly at: Date
}
export async function insertPhoto(tx: Tx, finding: StoredFinding, photo: NewPhoto): Promise<void> {
  await tx
    .insertInto('oversight.finding_photo')
    .values({
      plan_id: finding.planId,
      id: photo.id,
      finding_id: finding.id,
      county_code: finding.countyCode,
      place_kind: finding.placeKind,
      desks: [finding.desk],
      media_type: photo.mediaType,
      bytes: photo.bytes,
      address: photo.address,
      sealed_key: photo.sealedKey,
      added_by: photo.accountId,
      added_at: photo.at,
    })
    .execute()
}
export async function findPhoto(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('oversight.finding_photo')
    .select(['finding_id', 'media_type', 'address', 'sealed_key'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.address === null || row.sealed_key === null) return undefined
  return { findingId: row.finding_id, mediaType: row.media_type, address: row.address, sealed_key: row.sealed_key }
}
/** Its key goes, and with it the picture; that there was one stays. */
export async function takeAway(tx: Tx, id: string, today: string): Promise<void> {
  await tx
    .updateTable('oversight.finding_photo')
    .set({ address: null, sealed_key: null, taken_away_on: today })
    .where('id', '=', id)
    .execute()
}
