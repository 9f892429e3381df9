/** One row of an office file, as it stands there. Cells are texts; a number keeps its digits, a date is told apart by `dates`. */
export interface SheetRow {
  readonly sheet: string
  /** Number of the row in its sheet, from 1, as the office sees it. */
  readonly number: number
  readonly cells: readonly string[]
}
/** Bounds on what is read, so that a small file cannot unfold into a large one. */
export interface SheetLimits {
  readonly unfoldedBytes: number
  readonly rows: number
  readonly cellsInRow: number
  readonly cellLength: number
}
export const sheetLimits: SheetLimits = { unfoldedBytes: 400 * 1024 * 1024, rows: 250_000, cellsInRow: 200, cellLength: 2_000 }
