import type { PlaceKind } from '../contract/checklists.ts'
import type { FindingState } from '../contract/findings.ts'

/** The one table of moves of a finding. A report is a claim, a confirmation believes it, and only a re-visit that saw it closes it. */
export const findingMoves = {
  open: ['reported', 'returned', 'closed'],
  reported: ['confirmed', 'returned', 'closed'],
  returned: ['reported', 'closed'],
  confirmed: ['returned', 'closed'],
  closed: [],
} as const satisfies Record<FindingState, readonly FindingState[]>
export function reasonsNotToMoveFinding(from: FindingState, to: FindingState): readonly 'oversight.no-such-finding-move'[] {
  const allowed: readonly FindingState[] = findingMoves[from]
  return allowed.includes(to) ? [] : ['oversight.no-such-finding-move']
}
/** Pictures of one finding. */
export const MOST_PHOTOS = 3
interface Pictured {
  readonly placeKind: PlaceKind
  readonly state: FindingState
}
type PhotoRefusal = 'oversight.no-photo-at-home' | 'oversight.finding-ended' | 'oversight.too-many-photos'
/** Of a home there is no picture (roles.md §3.8); of a hub or a class a few, while the finding is open. */
export function reasonsNotToPicture({ placeKind, state }: Pictured, kept: number): readonly PhotoRefusal[] {
  if (placeKind === 'dwelling') return ['oversight.no-photo-at-home']
  if (findingMoves[state].length === 0) return ['oversight.finding-ended']
  return kept >= MOST_PHOTOS ? ['oversight.too-many-photos'] : []
}
/** Overdue is derived and never stored: its day is past and whoever owes it has not said that it is done. */
export function isFindingOverdue({ state, dueOn }: { readonly state: FindingState; readonly dueOn: string }, today: string): boolean {
  return (state === 'open' || state === 'returned') && dueOn < today
}
/** What was given back says why, and by when. */
export function reasonsNotToJudge(
  { isConfirmed, reason, dueOn }: { readonly isConfirmed: boolean; readonly reason: string | null; readonly dueOn: string | null },
  today: string,
): readonly ('oversight.return-half' | 'oversight.act-day-wrong')[] {
  if (isConfirmed) return []
  if (reason === null || dueOn === null) return ['oversight.return-half']
  return dueOn <= today ? ['oversight.act-day-wrong'] : []
}
