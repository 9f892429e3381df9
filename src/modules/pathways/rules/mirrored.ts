interface Stages<State extends string> {
  readonly moves: Readonly<Record<State, readonly State[]>>
  /** Moves that happen only with a number and a day. */
  readonly byLetter: ReadonlySet<State>
}
export interface StageWanted<State extends string> {
  readonly to: State
  readonly letterNumber: string | null
  readonly letterDate: string | null
}
export type StageRefusal = 'pathways.no-such-stage-move' | 'pathways.stage-letter-missing' | 'pathways.stage-letter-ahead'
/** Why what another office keeps is not moved here: its table has no such move, or a letter is missing, half, or of a day to come (states.md). */
export function reasonsNotToMirror<State extends string>(
  { moves, byLetter }: Stages<State>,
  { from, today }: { readonly from: State; readonly today: string },
  { to, letterNumber, letterDate }: StageWanted<State>,
): readonly StageRefusal[] {
  if (!moves[from].includes(to)) return ['pathways.no-such-stage-move']
  const isWhole = letterNumber !== null && letterDate !== null
  const isHalf = !isWhole && (letterNumber !== null || letterDate !== null)
  if (isHalf || (!isWhole && byLetter.has(to))) return ['pathways.stage-letter-missing']
  return letterDate !== null && letterDate > today ? ['pathways.stage-letter-ahead'] : []
}
/**
 * What a desk may move of it: the body that gives it everything but her own word; the labour office the introduction to that body, or that it
 * does not introduce (roles.md §2, loan and insurance).
 */
export function deskMoves<State extends string>(moves: readonly State[], isGiver: boolean): readonly State[] {
  const ofLabour = moves.some((to) => to === 'introduced') ? ['introduced', 'rejected'] : []
  return moves.filter((to) => (isGiver ? to !== 'declined-by-her' : ofLabour.includes(to)))
}
