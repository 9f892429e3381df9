/** One row of an office file, as it stands there. Cells are texts: a number keeps its digits, a cell formatted as a date is an ISO day. */
export interface SheetRow {
  readonly sheet: string
  /** Number of the row in its sheet, from 1, as the office sees it. */
  readonly number: number
  readonly cells: readonly string[]
  /** Columns (from 0) whose text was longer than the limit and is not all here. */
  readonly cut: readonly number[]
}
/** Bounds on what is read, so that a small file cannot unfold into a large one. */
export interface SheetLimits {
  /** Of all parts of a workbook together, or of a text file. */
  readonly unfoldedBytes: number
  /** Of the shared texts of a workbook, which are the only thing kept while rows pass by. */
  readonly sharedTextBytes: number
  readonly sheets: number
  readonly rows: number
  readonly cellsInRow: number
  /** In characters. */
  readonly cellLength: number
}
const MEBIBYTE = 1024 * 1024
export const sheetLimits: SheetLimits = {
  unfoldedBytes: 200 * MEBIBYTE,
  sharedTextBytes: 64 * MEBIBYTE,
  sheets: 20,
  rows: 250_000,
  cellsInRow: 200,
  cellLength: 2_000,
}
