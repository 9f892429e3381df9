import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { refuse } from '../../platform/refusal.ts'
import { readSheet } from '../../platform/sheet/read.ts'
import type { SheetRow } from '../../platform/sheet/rows.ts'
import { seal } from '../../platform/vault.ts'
import type { NominationField } from './rules/nomination-sheet/headers.ts'
import { guessMapping, headersOf, isRepeatedHeader, type Mapping, remapped, signatureOf } from './rules/nomination-sheet/mapping.ts'
import type { Places } from './rules/nomination-sheet/place.ts'
import { readNominationRow } from './rules/nomination-sheet/row.ts'
import { findRemembered, listOwnNominated, type NewRow, type Summary } from './store/imports.ts'

/** How many rows of a sheet are looked at to find its header. */
const SAMPLE = 50

export interface Reading {
  readonly tx: Tx
  readonly house: House
  readonly planId: string
  readonly organisationId: string
  readonly importId: string
  readonly places: Places
}
export interface ReadImport {
  readonly rows: readonly NewRow[]
  readonly summary: Summary
}
/**
 * Reads a whole list: guesses (or remembers) what the columns of each sheet mean, drops and counts the rest, judges every row, and finds
 * duplicates within the file and among the agency's own nominations. Refuses enrolment.header-not-found, enrolment.no-rows.
 */
export async function readImport(reading: Reading, bytes: Uint8Array): Promise<ReadImport> {
  const sheets = new Map<string, SheetReader>()
  const rows: NewRow[] = []
  let number = 0
  for await (const row of readSheet(bytes)) {
    const sheet = sheets.get(row.sheet) ?? new SheetReader(reading, row.sheet)
    sheets.set(row.sheet, sheet)
    for (const judged of await sheet.take(row)) rows.push({ ...judged, number: ++number })
  }
  for (const sheet of sheets.values()) for (const judged of await sheet.finish()) rows.push({ ...judged, number: ++number })
  const readable = [...sheets.values()].filter((sheet) => sheet.summary !== undefined)
  if (readable.length === 0) refuse('enrolment.header-not-found')
  if (rows.length === 0) refuse('enrolment.no-rows')
  const unique = await withoutDuplicates(reading, rows)
  return {
    rows: unique,
    summary: {
      sheets: readable.flatMap((sheet) => (sheet.summary === undefined ? [] : [sheet.summary])),
      ready: unique.filter(({ state }) => state === 'ready').length,
      skipped: readable.reduce((sum, sheet) => sum + sheet.skipped, 0),
      droppedColumns: readable.reduce((sum, sheet) => sum + (sheet.summary?.mapping.dropped.length ?? 0), 0),
    },
  }
}

type Judged = Omit<NewRow, 'number'> & { readonly nationalIdIndex: Buffer | undefined }
/** One sheet on its way: the first rows are kept until its header is known. */
class SheetReader {
  readonly #reading: Reading
  readonly #name: string
  #sample: SheetRow[] | undefined = []
  summary: Summary['sheets'][number] | undefined
  skipped = 0
  constructor(reading: Reading, name: string) {
    this.#reading = reading
    this.#name = name
  }
  async take(row: SheetRow): Promise<readonly Judged[]> {
    if (this.#sample === undefined) return this.#judge(row)
    this.#sample.push(row)
    return this.#sample.length < SAMPLE ? [] : this.finish()
  }
  async finish(): Promise<readonly Judged[]> {
    const sample = this.#sample
    if (sample === undefined) return []
    this.#sample = undefined
    const guessed = guessMapping(sample)
    if (guessed === undefined) return []
    this.summary = await this.#remembered(sample, guessed)
    return sample.filter(({ number }) => number > guessed.headerRow).flatMap((row) => this.#judge(row))
  }
  async #remembered(sample: readonly SheetRow[], guessed: Mapping): Promise<NonNullable<typeof this.summary>> {
    const { tx, organisationId } = this.#reading
    const signature = createHash('sha256').update(signatureOf(sample, guessed)).digest()
    const known = await findRemembered(tx, organisationId, signature)
    const { dropped, unsure, ...mapping } = known === undefined ? guessed : remapped(sample, guessed, columnsIn(known.columns))
    return {
      name: this.#name,
      mapping: { ...mapping, dropped: [...dropped], unsure: [...unsure] },
      headers: [...headersOf(sample, guessed)],
      isRemembered: known !== undefined,
      signature: signature.toString('hex'),
    }
  }
  #judge(row: SheetRow): readonly Judged[] {
    if (this.summary === undefined) return []
    const { mapping } = this.summary
    const { house, planId, importId, places } = this.#reading
    const read = isRepeatedHeader(row.cells, mapping) ? { kind: 'skipped' as const } : readNominationRow(row.cells, mapping, places)
    if (read.kind === 'skipped') {
      this.skipped++
      return []
    }
    const key = house.vault.keyFor('import-row')
    const kept =
      read.kind === 'accepted'
        ? { nomination: read.nomination }
        : { cells: Object.keys(mapping.columns).map((column) => row.cells[Number(column)] ?? '') }
    return [
      {
        sheet: `${this.#name}#${row.number}`,
        state: read.kind === 'accepted' ? 'ready' : 'rejected',
        reasons: read.kind === 'accepted' ? read.notes : read.reasons,
        sealedRow: seal(key, importId, JSON.stringify(kept)),
        nationalIdIndex: read.kind === 'accepted' ? house.vault.blindIndex(planId, 'national-id', read.nomination.nationalId) : undefined,
      },
    ]
  }
}
/** Columns of a kept mapping, whose keys are text, by their number. */
export function columnsIn(columns: Readonly<Record<string, NominationField>>): Mapping['columns'] {
  return Object.fromEntries(Object.entries(columns).map(([column, field]) => [Number(column), field]))
}
async function withoutDuplicates({ tx, organisationId }: Reading, rows: readonly NewRow[]): Promise<readonly NewRow[]> {
  const indexed = rows.map((row) => ({ row, index: indexOf(row) }))
  const own = await listOwnNominated(
    tx,
    organisationId,
    indexed.flatMap(({ index }) => (index === undefined ? [] : [index])),
  )
  const seen = new Set<string>()
  return indexed.map(({ row, index }) => {
    if (index === undefined) return row
    const key = index.toString('hex')
    const reason = seen.has(key) ? 'enrolment.row-twice-in-file' : own.has(key) ? 'enrolment.row-already-nominated' : undefined
    seen.add(key)
    return reason === undefined ? row : { ...row, state: 'rejected', reasons: [reason] }
  })
}
function indexOf(row: NewRow): Buffer | undefined {
  return 'nationalIdIndex' in row && Buffer.isBuffer(row.nationalIdIndex) ? row.nationalIdIndex : undefined
}
