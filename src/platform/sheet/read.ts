import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { type SheetLimits, type SheetRow, sheetLimits } from './rows.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv'

/** Rows of an office file, told by its content and not by its name: a zip is a workbook, everything else is read as CSV. */
export function readSheet(bytes: Uint8Array, limits: SheetLimits = sheetLimits): AsyncGenerator<SheetRow> {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes, limits) : readCsv(bytes, limits)
}
