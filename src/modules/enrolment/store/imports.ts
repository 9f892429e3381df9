import { z } from 'zod'
import { sql, type Tx } from '../../../platform/db.ts'
import { type Import, ImportRow, ImportState, SheetMapping } from '../contract/imports.ts'

const Summary = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      mapping: SheetMapping,
      headers: z.array(z.string()),
      isRemembered: z.boolean(),
      signature: z.string().default(''),
    }),
  ),
  ready: z.number(),
  skipped: z.number(),
  droppedColumns: z.number(),
})
export type Summary = z.infer<typeof Summary>
export interface ImportScope {
  readonly id: string
  readonly planId: string
  readonly organisationId: string
  readonly accountId: string
  readonly import: Omit<Import, 'sheets'> & Summary
}
interface Row {
  readonly plan_id: string
  readonly id: string
  readonly organisation_id: string
  readonly account_id: string
  readonly file_name: string
  readonly state: string
  readonly summary: unknown
  readonly cursor: number
  readonly total: number
  readonly accepted: number
  readonly rejected: number
  readonly created_at: Date
  readonly finished_at: Date | null
}
function importOf(row: Row): ImportScope {
  const summary = Summary.parse(row.summary)
  return {
    id: row.id,
    planId: row.plan_id,
    organisationId: row.organisation_id,
    accountId: row.account_id,
    import: {
      id: row.id,
      fileName: row.file_name,
      state: ImportState.parse(row.state),
      ...summary,
      total: row.total,
      done: row.cursor,
      accepted: row.accepted,
      rejected: row.rejected,
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    },
  }
}
export interface NewImport {
  readonly id: string
  readonly planId: string
  readonly organisationId: string
  readonly accountId: string
  readonly fileName: string
  readonly total: number
  readonly rejected: number
  readonly summary: Summary
  readonly at: Date
}
export async function insertImport(tx: Tx, made: NewImport): Promise<Import> {
  const row = await tx
    .insertInto('enrolment.import')
    .values({
      plan_id: made.planId,
      id: made.id,
      organisation_id: made.organisationId,
      account_id: made.accountId,
      file_name: made.fileName,
      state: 'previewed',
      mapping: JSON.stringify({}),
      summary: JSON.stringify(made.summary),
      total: made.total,
      rejected: made.rejected,
      created_at: made.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return importOf(row).import
}
export interface NewRow {
  readonly number: number
  readonly sheet: string
  readonly state: 'ready' | 'rejected'
  readonly reasons: readonly string[]
  readonly sealedRow: Buffer
}
const BATCH = 1000
export async function insertRows(
  tx: Tx,
  { planId, importId, organisationId }: { readonly planId: string; readonly importId: string; readonly organisationId: string },
  rows: readonly NewRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await tx
      .insertInto('enrolment.import_row')
      .values(
        rows.slice(at, at + BATCH).map((row) => ({
          plan_id: planId,
          import_id: importId,
          organisation_id: organisationId,
          number: row.number,
          sheet: row.sheet,
          state: row.state,
          reasons: [...row.reasons],
          sealed_row: row.sealedRow,
        })),
      )
      .execute()
}
export async function findImport(tx: Tx, id: string): Promise<ImportScope | undefined> {
  const row = await tx.selectFrom('enrolment.import').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : importOf(row)
}
export async function lockImport(tx: Tx, id: string): Promise<ImportScope | undefined> {
  const row = await tx.selectFrom('enrolment.import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : importOf(row)
}
export async function listImports(
  tx: Tx,
  organisationId: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<readonly Import[]> {
  let query = tx
    .selectFrom('enrolment.import')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map((row) => importOf(row).import)
}
export async function setState(tx: Tx, id: string, state: z.infer<typeof ImportState>, finishedAt: Date | null = null): Promise<Import> {
  const row = await tx
    .updateTable('enrolment.import')
    .set((set) => ({ state, finished_at: finishedAt, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return importOf(row).import
}
export async function listRunning(tx: Tx): Promise<readonly string[]> {
  return (await tx.selectFrom('enrolment.import').select('id').where('state', '=', 'running').orderBy('id').limit(100).execute()).map(
    ({ id }) => id,
  )
}
export async function listRows(
  tx: Tx,
  importId: string,
  { state, after, limit }: { readonly state: string; readonly after: number; readonly limit: number },
) {
  const rows = await tx
    .selectFrom('enrolment.import_row')
    .select(['number', 'sheet', 'state', 'reasons', 'sealed_row'])
    .where('import_id', '=', importId)
    .where('state', '=', state)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...ImportRow.parse({ number: row.number, sheet: row.sheet, state: row.state, reasons: row.reasons }),
    sealedRow: row.sealed_row,
  }))
}
/** Marks rows of a chunk, erases what they held, and moves the cursor: the chunk is done exactly when this commits. */
export async function finishChunk(
  tx: Tx,
  importId: string,
  {
    accepted,
    rejected,
    cursor,
  }: { readonly accepted: ReadonlyMap<number, string>; readonly rejected: ReadonlyMap<number, string>; readonly cursor: number },
): Promise<void> {
  if (accepted.size > 0)
    await sql`update enrolment.import_row target set state = 'accepted', sealed_row = null, case_id = made.case_id
      from unnest(${[...accepted.keys()]}::int[], ${[...accepted.values()]}::uuid[]) as made (number, case_id)
      where target.import_id = ${importId} and target.number = made.number`.execute(tx)
  if (rejected.size > 0)
    await sql`update enrolment.import_row target set state = 'rejected', reasons = array[made.reason]
      from unnest(${[...rejected.keys()]}::int[], ${[...rejected.values()]}::text[]) as made (number, reason)
      where target.import_id = ${importId} and target.number = made.number`.execute(tx)
  await sql`update enrolment.import set cursor = cursor + ${cursor}, accepted = accepted + ${accepted.size}, rejected = rejected + ${rejected.size} where id = ${importId}`.execute(
    tx,
  )
}
/** Which of these blind indexes the agency itself has already nominated; others' nominations are none of its business. */
export async function listOwnNominated(tx: Tx, organisationId: string, indexes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (indexes.length === 0) return new Set()
  const rows = await tx
    .selectFrom('enrolment.nomination')
    .select('national_id_index')
    .where('organisation_id', '=', organisationId)
    .where('national_id_index', 'in', [...indexes])
    .execute()
  return new Set(rows.flatMap(({ national_id_index }) => (national_id_index === null ? [] : [national_id_index.toString('hex')])))
}
export async function findRemembered(tx: Tx, organisationId: string, signature: Buffer): Promise<z.infer<typeof SheetMapping> | undefined> {
  const row = await tx
    .selectFrom('enrolment.mapping_memory')
    .select('mapping')
    .where('organisation_id', '=', organisationId)
    .where('signature', '=', signature)
    .executeTakeFirst()
  return row === undefined ? undefined : SheetMapping.parse(row.mapping)
}
export async function remember(
  tx: Tx,
  made: {
    readonly planId: string
    readonly organisationId: string
    readonly signature: Buffer
    readonly mapping: z.infer<typeof SheetMapping>
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('enrolment.mapping_memory')
    .values({
      plan_id: made.planId,
      organisation_id: made.organisationId,
      signature: made.signature,
      mapping: JSON.stringify(made.mapping),
      used_at: made.at,
    })
    .onConflict((clash) =>
      clash.columns(['plan_id', 'organisation_id', 'signature']).doUpdateSet({ mapping: JSON.stringify(made.mapping), used_at: made.at }),
    )
    .execute()
}
