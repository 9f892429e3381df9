import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { XLSX } from '../../../platform/sheet/read.ts'
import { writeXlsx } from '../../../platform/sheet/write.ts'
import { unseal } from '../../../platform/vault.ts'
import { listCountyNames } from '../../territory/port.ts'
import * as contract from '../contract/imports.ts'
import { columnsIn, readImport } from '../import-reading.ts'
import { reasonsNotToMap } from '../rules/nomination-sheet/mapping.ts'
import { blankRowsOf } from '../store/erasure.ts'
import * as store from '../store/imports.ts'
import { words } from '../words.ts'

export const IMPORT_JOB = 'enrolment.run-imports'

/** The agency this officer acts for; nobody nominates for nobody. */
function agencyOf({ actor }: Pick<Call<unknown>, 'actor'>): string {
  return actor.organisationId ?? refuse('access.not-your-part')
}
async function getImport({ tx, actor, input }: Call<{ readonly id: string }>): Promise<store.ImportScope> {
  const found = await store.lockImport(tx, input.id)
  return found === undefined || found.organisationId !== actor.organisationId ? refuse('platform.not-found') : found
}

export const importsApi: readonly Handled[] = [
  handle(contract.previewImport, async (call) => {
    const { input, tx, actor, house, now, upload, note } = call
    const organisationId = agencyOf(call)
    const bytes = upload?.bytes ?? refuse('platform.bad-input')
    const places = { counties: await listCountyNames(tx), own: actor.counties }
    const read = await readImport({ tx, house, planId: actor.planId, organisationId, importId: input.id, places }, bytes)
    const rejected = read.rows.length - read.summary.ready
    const scope = { planId: actor.planId, importId: input.id, organisationId }
    const made = await store.insertImport(tx, {
      id: input.id,
      planId: actor.planId,
      organisationId,
      accountId: actor.accountId,
      fileName: input.fileName,
      total: read.rows.length,
      rejected,
      summary: read.summary,
      at: now,
    })
    await store.insertRows(tx, scope, read.rows)
    note({ rows: read.rows.length, ready: read.summary.ready, rejected, droppedColumns: read.summary.droppedColumns })
    return made
  }),
  handle(contract.listImports, async (call) => {
    const rows = await store.listImports(call.tx, agencyOf(call), call.input)
    const page = rows.slice(0, call.input.limit)
    return { imports: [...page], next: rows.length > page.length ? (page.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readImport, async ({ tx, input }) => ((await store.findImport(tx, input.id)) ?? refuse('platform.not-found')).import),
  handle(contract.listImportRows, async ({ tx, input }) => {
    const rows = await store.listRows(tx, input.id, input)
    const shown = rows.map(({ number, sheet, state, reasons }) => ({
      number: Number(sheet.split('#').at(-1) ?? number),
      sheet: sheet.split('#')[0] ?? '',
      state,
      reasons,
    }))
    return { rows: shown, next: rows.length === input.limit ? (rows.at(-1)?.number ?? null) : null }
  }),
  handle(contract.commitImport, async (call) => {
    const one = await getImport(call)
    if (one.import.state !== 'previewed') refuse('enrolment.import-not-waiting')
    for (const sheet of one.import.sheets) await rememberSheet(call, one, sheet)
    call.afterCommit(() => {
      call.house.wake(IMPORT_JOB)
    })
    return store.setState(call.tx, one.id, 'running')
  }),
  handle(contract.correctMapping, async (call) => {
    const { input, tx, now, note } = call
    const one = await getImport(call)
    if (one.import.state !== 'previewed') refuse('enrolment.import-not-waiting')
    const sheet = one.import.sheets.find(({ name }) => name === input.sheet) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToMap(sheet.headers, columnsIn(input.columns)))
    await rememberSheet(call, one, { ...sheet, mapping: { ...sheet.mapping, columns: input.columns } })
    note({ columns: Object.keys(input.columns).length })
    await blankRowsOf(tx, one.id)
    return store.setState(tx, one.id, 'cancelled', now)
  }),
  handle(contract.cancelImport, async (call) => {
    const one = await getImport(call)
    if (one.import.state !== 'previewed') refuse('enrolment.import-not-waiting')
    await blankRowsOf(call.tx, one.id)
    return store.setState(call.tx, one.id, 'cancelled', call.now)
  }),
  handle(contract.downloadRejected, async ({ tx, input, house }) => {
    const one = (await store.findImport(tx, input.id)) ?? refuse('platform.not-found')
    const key = house.vault.keyFor('import-row')
    const rows = await store.listRows(tx, input.id, { state: 'rejected', after: 0, limit: 20_000 })
    const head = [words['row-number'].message, words['row-reasons'].message, words['row-cells'].message]
    const body = rows.map((row) => [
      row.sheet.split('#').at(-1) ?? '',
      row.reasons.map(sentenceOf).join(' — '),
      ...cellsOf(row.sealedRow === null ? '{}' : unseal(key, input.id, row.sealedRow).toString()),
    ])
    return {
      fileName: `${one.import.fileName.replace(/\.\w+$/, '')}-${words['rejected-file'].message}.xlsx`,
      mediaType: XLSX,
      bytes: writeXlsx({ sheetName: words['rejected-file'].message, rows: [head, ...body] }),
    }
  }),
]
/** Keeps how a form of this agency is read, once somebody of the agency has sent it on or said it. */
async function rememberSheet(
  { tx, now }: Pick<Call<unknown>, 'tx' | 'now'>,
  { planId, organisationId }: store.ImportScope,
  { signature, mapping }: store.Summary['sheets'][number],
): Promise<void> {
  if (signature === '') return
  await store.remember(tx, { planId, organisationId, signature: Buffer.from(signature, 'hex'), mapping, at: now })
}
const sentences = new Map<string, string>(Object.values(words).map(({ id, message }) => [id, message]))
function sentenceOf(code: string): string {
  return sentences.get(code) ?? code
}
function cellsOf(json: string): readonly string[] {
  const kept: unknown = JSON.parse(json)
  if (typeof kept !== 'object' || kept === null) return []
  if ('cells' in kept && Array.isArray(kept.cells)) return kept.cells.map(String)
  if ('nomination' in kept && typeof kept.nomination === 'object' && kept.nomination !== null)
    return Object.values(kept.nomination).map((value) => String(value ?? ''))
  return []
}
