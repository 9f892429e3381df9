import type { SheetState } from '../contract/states.ts'

/** The one table of moves of a monthly sheet: the client accepts it or gives it back, and what came back is handed in again. */
export const sheetMoves = {
  submitted: ['accepted', 'returned'],
  accepted: [],
  returned: ['submitted'],
} as const satisfies Record<SheetState, readonly SheetState[]>

export function reasonsNotToMoveSheet(from: SheetState, to: SheetState): readonly 'oversight.no-such-sheet-move'[] {
  const allowed: readonly SheetState[] = sheetMoves[from]
  return allowed.includes(to) ? [] : ['oversight.no-such-sheet-move']
}
/** A month is handed in once it is over, so that nothing of it is still to come. */
export function reasonsNotToHandIn(lastDay: string, today: string): readonly 'oversight.month-not-over'[] {
  return lastDay < today ? [] : ['oversight.month-not-over']
}
/** Planning is ahead: what is over is not planned afterwards (R42). */
export function reasonsNotToPlan(lastDay: string, today: string): readonly 'oversight.month-over'[] {
  return lastDay >= today ? [] : ['oversight.month-over']
}
