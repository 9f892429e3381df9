import type { Tx } from '../../../platform/db.ts'
import { insertFile } from '../../../platform/files.ts'
import { endingOf } from '../../../platform/papers.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { type Document, DocumentKind, Document as DocumentShape, type Paper, PaperKind, SignedBy } from '../contract/papers.ts'
import { placeOf, type Scope, type Whose } from './file.ts'

const MOST = 40
interface DocumentRow {
  readonly id: string
  readonly kind: string
  readonly media_type: string
  readonly bytes: number
  readonly added_at: Date
}
const documentOf = (row: DocumentRow): Document => ({
  id: row.id,
  kind: DocumentKind.parse(row.kind),
  mediaType: DocumentShape.shape.mediaType.parse(row.media_type),
  bytes: row.bytes,
  addedAt: row.added_at.toISOString(),
})
export async function listDocuments(tx: Tx, personId: string): Promise<Document[]> {
  const rows = await tx
    .selectFrom('people.document as document')
    .innerJoin('platform.file as file', (join) =>
      join.onRef('file.plan_id', '=', 'document.plan_id').onRef('file.id', '=', 'document.file_id'),
    )
    .select(['document.id', 'document.kind', 'document.added_at', 'file.media_type', 'file.bytes'])
    .where('document.person_id', '=', personId)
    .orderBy('document.added_at', 'desc')
    .orderBy('document.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(documentOf)
}
/** Whether she has room for another copy. */
export async function hasRoom(tx: Tx, personId: string): Promise<boolean> {
  return (await listDocuments(tx, personId)).length < MOST
}
/** Keeps a copy, sealed under her own key before the store seals it again: destroying her key erases it wherever it was copied to. */
export async function insertDocument(
  tx: Tx,
  key: Buffer,
  whose: Whose,
  input: {
    readonly scope: Scope
    readonly id: string
    readonly kind: string
    readonly mediaType: string
    readonly bytes: Buffer
    readonly accountId: string
    readonly at: Date
  },
): Promise<Document> {
  const { house, planId, personId } = whose
  const fileId = house.newId()
  const stored = await house.files.put({ planId, fileId }, seal(key, placeOf(`document.${input.id}`, whose), input.bytes))
  await insertFile(tx, {
    ...stored,
    scope: input.scope,
    planId,
    id: fileId,
    personId,
    purpose: 'document',
    mediaType: input.mediaType,
    bytes: input.bytes.length,
    sealedName: seal(key, placeOf('document.name', whose), input.id),
    uploadedBy: input.accountId,
    uploadedAt: input.at,
  })
  await tx
    .insertInto('people.document')
    .values({
      ...input.scope,
      id: input.id,
      person_id: personId,
      kind: input.kind,
      file_id: fileId,
      added_by: input.accountId,
      added_at: input.at,
    })
    .execute()
  return documentOf({
    id: input.id,
    kind: input.kind,
    media_type: input.mediaType,
    bytes: input.bytes.length,
    added_at: input.at,
  })
}
/** The copy of a document; its file is called after its id, so that a folder of downloads names nobody. */
export async function readCopy(tx: Tx, key: Buffer, whose: Whose, id: string) {
  const row = await tx
    .selectFrom('people.document as document')
    .innerJoin('platform.file as file', (join) =>
      join.onRef('file.plan_id', '=', 'document.plan_id').onRef('file.id', '=', 'document.file_id'),
    )
    .select(['file.address', 'file.sealed_key', 'file.media_type'])
    .where('document.person_id', '=', whose.personId)
    .where('document.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const bytes = unseal(key, placeOf(`document.${id}`, whose), await whose.house.files.get(row))
  return { fileName: `${id.slice(-12)}.${endingOf(row.media_type)}`, mediaType: row.media_type, bytes }
}
export async function hasDocument(tx: Tx, personId: string, id: string): Promise<boolean> {
  const row = await tx.selectFrom('people.document').select('id').where('person_id', '=', personId).where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

interface PaperRow {
  readonly id: string
  readonly kind: string
  readonly code: string
  readonly printed_on: string
  readonly filled_on: string | null
  readonly signed_by: string | null
}
const paperOf = (row: PaperRow): Paper => ({
  id: row.id,
  kind: PaperKind.parse(row.kind),
  code: row.code,
  printedOn: row.printed_on,
  filledOn: row.filled_on,
  signedBy: row.signed_by === null ? null : SignedBy.parse(row.signed_by),
})
export async function listPapers(tx: Tx, personId: string): Promise<Paper[]> {
  const rows = await tx.selectFrom('people.paper').selectAll().where('person_id', '=', personId).orderBy('id', 'desc').limit(50).execute()
  return rows.map(paperOf)
}
export async function insertPaper(
  tx: Tx,
  input: {
    readonly scope: Scope
    readonly id: string
    readonly personId: string
    readonly kind: string
    readonly code: string
    readonly formVersion: number
    readonly accountId: string
    readonly today: string
  },
): Promise<Paper> {
  const row = await tx
    .insertInto('people.paper')
    .values({
      ...input.scope,
      id: input.id,
      person_id: input.personId,
      kind: input.kind,
      code: input.code,
      form_version: input.formVersion,
      printed_by: input.accountId,
      printed_on: input.today,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return paperOf(row)
}
export async function lockPaper(
  tx: Tx,
  { personId, kind, code }: { readonly personId: string; readonly kind: string; readonly code: string },
) {
  const row = await tx
    .selectFrom('people.paper')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : paperOf(row)
}
/** Marks a paper as keyed in; a second keying of the same paper finds it keyed. */
export async function markKeyed(
  tx: Tx,
  input: {
    readonly id: string
    readonly filledOn: string
    readonly signedBy: string
    readonly accountId: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .updateTable('people.paper')
    .set({ filled_on: input.filledOn, signed_by: input.signedBy, keyed_by: input.accountId, keyed_at: input.at })
    .where('id', '=', input.id)
    .execute()
}
