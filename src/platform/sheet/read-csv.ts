import { parse } from 'csv-parse'
import { refuse } from '../refusal.ts'
import { type SheetLimits, type SheetRow, sheetLimits } from './rows.ts'

/** Rows of a CSV file in whatever encoding and with whatever separator the office's program wrote. Refuses platform.sheet-unreadable, -too-large. */
export async function* readCsv(bytes: Uint8Array, limits: SheetLimits = sheetLimits): AsyncGenerator<SheetRow> {
  if (bytes.length > limits.unfoldedBytes) refuse('platform.sheet-too-large')
  const text = decoded(bytes)
  const parser = parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    bom: true,
    info: true,
    max_record_size: 1_000_000,
  })
  let rows = 0
  try {
    for await (const item of parser) {
      const { record, info } = recordOf(item)
      if (record.every((cell) => cell.trim() === '')) continue
      if (++rows > limits.rows) refuse('platform.sheet-too-large')
      yield { sheet: '', number: info, cells: record.slice(0, limits.cellsInRow).map((cell) => cell.slice(0, limits.cellLength)) }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) refuse('platform.sheet-unreadable')
    throw error
  }
}
function recordOf(item: unknown): { readonly record: readonly string[]; readonly info: number } {
  if (typeof item !== 'object' || item === null || !('record' in item) || !Array.isArray(item.record)) refuse('platform.sheet-unreadable')
  const info = 'info' in item && typeof item.info === 'object' && item.info !== null && 'lines' in item.info ? Number(item.info.lines) : 0
  return { record: item.record.map(String), info }
}
/** UTF-16 by its mark, UTF-8 when it is valid, Windows-1256 otherwise: the three that Persian offices write. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}
function separatorOf(text: string): string {
  const sample = text.slice(0, 4096)
  const counted = [';', '\t', ',', '|'].map((separator) => ({ separator, count: sample.split(separator).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).separator
}
