import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { refuse } from '../refusal.ts'
import { cutTo, plainCell, unguarded } from './cell.ts'
import { type SheetLimits, type SheetRow, sheetLimits } from './rows.ts'

const SAMPLE = 64 * 1024
/** A quotation mark that is never closed swallows the rows below it; no honest cell has this many lines. */
const MOST_LINES_IN_CELL = 40

/**
 * Rows of a text file in whatever encoding and with whatever separator the office's program wrote; blank rows are passed over but counted.
 * Refuses platform.sheet-too-large, platform.sheet-quote-open (with the row), platform.sheet-other-format for a page of HTML.
 */
export async function* readCsv(bytes: Uint8Array, limits: SheetLimits = sheetLimits): AsyncGenerator<SheetRow> {
  if (bytes.length > limits.unfoldedBytes) refuse('platform.sheet-too-large')
  const encoding = encodingOf(bytes)
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE))
  if (/^\s*</.test(sample)) refuse('platform.sheet-other-format')
  const separator = separatorOf(sample)
  const parser = parse({ delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  let number = 0
  let left = limits.rows
  let isFirst = true
  try {
    for await (const item of Readable.from(decoded(bytes, encoding)).compose(parser)) {
      const record: readonly string[] = Array.isArray(item) ? item.map(String) : []
      const isSeparatorLine = isFirst && /^sep=/i.test(record[0] ?? '')
      isFirst = false
      if (isSeparatorLine) continue
      number++
      if (record.every((cell) => cell.trim() === '')) continue
      if (record.some((cell) => hasTooManyLines(cell))) refuse('platform.sheet-quote-open', { row: number })
      if (--left < 0) refuse('platform.sheet-too-large')
      yield rowOf(number, record.slice(0, limits.cellsInRow), limits)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')
      refuse('platform.sheet-quote-open', { row: number + 1 })
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) refuse('platform.sheet-unreadable')
    throw error
  }
}
function rowOf(number: number, record: readonly string[], { cellLength }: SheetLimits): SheetRow {
  return {
    sheet: '',
    number,
    cells: record.map((cell) => unguarded(plainCell(cutTo(cell, cellLength)))),
    cut: record.flatMap((cell, column) => (cell.length > cellLength ? [column] : [])),
  }
}
function hasTooManyLines(cell: string): boolean {
  let lines = 0
  for (let at = cell.indexOf('\n'); at >= 0 && lines <= MOST_LINES_IN_CELL; at = cell.indexOf('\n', at + 1)) lines++
  return lines > MOST_LINES_IN_CELL
}
/** UTF-16 by its mark or its zeros, UTF-8 when it is valid, Windows-1256 otherwise: the four that Persian offices write. */
export function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' | 'windows-1256' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4_096)
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked / 40 && even === 0) return 'utf-16le'
  if (even > looked / 40 && odd === 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1256'
}
function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += SAMPLE) {
    const text = decoder.decode(bytes.subarray(at, at + SAMPLE), { stream: at + SAMPLE < bytes.length })
    if (text !== '') yield text
  }
}
/** The sign that stands most often between cells in the first lines, or the one a `sep=` line names. */
function separatorOf(sample: string): string {
  const named = /^sep=(.)/i.exec(sample)?.[1]
  if (named !== undefined) return named
  const lines = sample
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 30)
    .join('\n')
  const counted = [';', '\t', ',', '|', '؛'].map((separator) => ({ separator, count: lines.split(separator).length }))
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count === 1 ? ',' : best.separator
}
