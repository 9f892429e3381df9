import type { Obstacle, ObstacleState } from '../contract/obstacles.ts'

/** The one table of moves of an obstacle. What was refused, doubled, out of date or reformed can be taken up again, and says so. */
export const obstacleMoves = {
  reported: ['verified', 'refused', 'duplicate', 'obsolete'],
  verified: ['proposed', 'refused', 'duplicate', 'obsolete'],
  proposed: ['sent', 'refused', 'duplicate', 'obsolete'],
  sent: ['in-deliberation', 'returned', 'refused', 'escalated', 'obsolete'],
  'in-deliberation': ['partly-reformed', 'reformed-not-applied', 'reformed', 'returned', 'refused', 'escalated', 'obsolete'],
  'partly-reformed': ['in-deliberation', 'reformed-not-applied', 'reformed', 'escalated', 'obsolete'],
  'reformed-not-applied': ['reformed', 'escalated', 'obsolete'],
  returned: ['proposed', 'obsolete'],
  escalated: ['in-deliberation', 'returned', 'refused', 'obsolete'],
  reopened: ['verified', 'proposed', 'refused', 'duplicate', 'obsolete'],
  reformed: ['reopened'],
  refused: ['reopened', 'escalated'],
  duplicate: ['reopened'],
  obsolete: ['reopened'],
} as const satisfies Record<ObstacleState, readonly ObstacleState[]>

/** Nothing is held up any more, or nothing more is done here. */
export const obstacleEnds: ReadonlySet<ObstacleState> = new Set(['reformed', 'refused', 'duplicate', 'obsolete'])
export function isOpen(state: ObstacleState): boolean {
  return !obstacleEnds.has(state)
}
export function movesFrom(state: ObstacleState): readonly ObstacleState[] {
  return obstacleMoves[state]
}
/** A reform is told with the day from which it holds. */
export function needsEffectiveDay(to: ObstacleState): boolean {
  return to === 'partly-reformed' || to === 'reformed-not-applied' || to === 'reformed'
}

export type MoveRefusal =
  | 'reforms.no-such-obstacle-move'
  | 'reforms.proposal-missing'
  | 'reforms.letter-missing'
  | 'reforms.effective-day-missing'
  | 'reforms.duplicate-unnamed'
interface Asked {
  readonly to: ObstacleState
  readonly effectiveOn: string | null
  readonly duplicateOf: string | null
}
/**
 * Why an obstacle does not move there now. Nothing is proposed without its wording and whoever can decide it, nothing counts as sent without the letter,
 * and a reform says from which day it holds (the programme's sentence «until the reform of existing rules»).
 */
export function reasonsNotToMoveObstacle(
  obstacle: Pick<Obstacle, 'id' | 'state' | 'proposal' | 'competentBody'>,
  { to, effectiveOn, duplicateOf }: Asked,
  lettersOut: number,
): readonly MoveRefusal[] {
  if (!movesFrom(obstacle.state).includes(to)) return ['reforms.no-such-obstacle-move']
  const reasons: MoveRefusal[] = []
  if (to === 'proposed' && (obstacle.proposal === null || obstacle.competentBody === null)) reasons.push('reforms.proposal-missing')
  if (to === 'sent' && lettersOut === 0) reasons.push('reforms.letter-missing')
  if (needsEffectiveDay(to) && effectiveOn === null) reasons.push('reforms.effective-day-missing')
  if (to === 'duplicate' && (duplicateOf === null || duplicateOf === obstacle.id)) reasons.push('reforms.duplicate-unnamed')
  return reasons
}

/** Fewer women than this are told to nobody who may not see their file numbers (roles.md §2, Σ). */
export const FEWEST_TOLD = 10
/** How a number is told to those who see numbers alone: none is none, from ten on as it is, between them not at all. */
export function toldCount(count: number): number | null {
  return count === 0 || count >= FEWEST_TOLD ? count : null
}
/** Those that hold up most women first, open ones before ended ones, then the newest. */
export function inOrder<T extends Pick<Obstacle, 'id' | 'state' | 'blocked'>>(obstacles: readonly T[]): readonly T[] {
  return obstacles.toSorted(
    (one, other) =>
      Number(isOpen(other.state)) - Number(isOpen(one.state)) ||
      (other.blocked ?? 0) - (one.blocked ?? 0) ||
      (one.id < other.id ? 1 : one.id > other.id ? -1 : 0),
  )
}

/** Which step of the road a page of the house belongs to, for the form that is opened from it. */
const PAGES: readonly (readonly [part: RegExp, step: Obstacle['step']])[] = [
  [/\/(business|permit)/, 'permit'],
  [/\/loans?\b/, 'loan'],
  [/\/insurances?\b/, 'insurance'],
  [/\/(support|steps|capacities|centres|amayesh)/, 'training'],
  [/\/(work-plan|exit-table|fields|chains|offers|studies)/, 'work-plan'],
  [/\/(interview|my-sessions|sessions|second-readings)/, 'talk'],
  [/\/(market|orders|lots|goods|hubs|pledges|opportunities|runs|realisation)/, 'market'],
  [/\/(queue|decision|appeals|enquiries|undecided|places)/, 'admission'],
  [/\/(outcomes|follow)/, 'income'],
]
export function stepOfPage(path: string): Obstacle['step'] {
  return PAGES.find(([part]) => part.test(path))?.[1] ?? 'introduction'
}
/** The file a page is about, where its address names one. */
export function caseOfPage(path: string): string | null {
  return /\/cases\/([0-9a-f-]{36})/.exec(path)?.[1] ?? null
}
