import { refuse } from '../refusal.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { type SheetLimits, type SheetRow, sheetLimits } from './rows.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv'

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/**
 * Rows of an office file, told by its content and not by its name: a zip is a workbook, everything else is read as CSV. Refuses
 * platform.sheet-other-format for the binary workbooks before 2007 and encrypted ones (both are the same container) and for PDF.
 */
export function readSheet(bytes: Uint8Array, limits: SheetLimits = sheetLimits): AsyncGenerator<SheetRow> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) refuse('platform.sheet-other-format')
  return startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes, limits) : readCsv(bytes, limits)
}
