import type { Position } from './case-moves.ts'

/** What the order of a queue looks at, and nothing else. */
export interface InLine {
  readonly tier: number
  readonly registeredOn: string
  readonly fileNumber: string
}
/** The order of a queue: tier by worded priority, then the day of registration, then the file number, which is random: no side door. */
export function compareInLine(a: InLine, b: InLine): number {
  if (a.tier !== b.tier) return a.tier - b.tier
  if (a.registeredOn !== b.registeredOn) return a.registeredOn < b.registeredOn ? -1 : 1
  return a.fileNumber < b.fileNumber ? -1 : a.fileNumber > b.fileNumber ? 1 : 0
}
export function freePlaces({ places, granted }: { readonly places: number; readonly granted: number }): number {
  return Math.max(0, places - granted)
}
export type GrantRefusal = 'enrolment.not-queued' | 'enrolment.not-next'
/** Why a place is not granted to this case: it does not stand in line, or another stands before it. */
export function reasonsNotToGrant({
  position,
  isNext,
}: {
  readonly position: Position
  readonly isNext: boolean
}): readonly GrantRefusal[] {
  if (position !== 'queued') return ['enrolment.not-queued']
  return isNext ? [] : ['enrolment.not-next']
}
/** Positions in which a granted place is kept though its use has not begun: on the way to work, or in a pause. */
const keeping: ReadonlySet<Position> = new Set<Position>([
  'place-granted',
  'interviewed',
  'pathway-agreed',
  'on-hold',
  'protected',
  'transferred',
])
const using: ReadonlySet<Position> = new Set<Position>(['active', 'earning', 'interrupted', 'sustained', 'aftercare', 'closed'])
/**
 * What becomes of a granted place when a case moves: kept on the way and in a pause, used once the work begins (it then never falls free), freed for
 * the next in line when she leaves before that, whatever the reason.
 */
export function placeAfter(to: Position): 'kept' | 'used' | 'freed' {
  if (keeping.has(to)) return 'kept'
  return using.has(to) ? 'used' : 'freed'
}
/** An offer nobody answered may be taken back only after its last day. */
export function reasonsNotToExpire(
  { position, deadlineOn }: { readonly position: Position; readonly deadlineOn: string | null },
  today: string,
): readonly ('enrolment.no-place-offered' | 'enrolment.offer-still-open')[] {
  if (position !== 'place-granted' || deadlineOn === null) return ['enrolment.no-place-offered']
  return deadlineOn >= today ? ['enrolment.offer-still-open'] : []
}
export type OutOfTurnRefusal = 'enrolment.already-answered' | 'enrolment.own-proposal' | 'enrolment.not-queued'
/** A second person settles a proposal, once, while she still stands in line (roles.md §3.11). */
export function reasonsNotToSettle(
  { state, proposedBy, position }: { readonly state: string; readonly proposedBy: string; readonly position: Position },
  { accountId, isGranted }: { readonly accountId: string; readonly isGranted: boolean },
): readonly OutOfTurnRefusal[] {
  if (state !== 'proposed') return ['enrolment.already-answered']
  if (proposedBy === accountId) return ['enrolment.own-proposal']
  return isGranted && position !== 'queued' ? ['enrolment.not-queued'] : []
}
/** Published and office figures hide small numbers of women (roles.md §2, Σ). */
export const SMALLEST_SHOWN = 10
export function shown(count: number): number | null {
  return count >= SMALLEST_SHOWN ? count : null
}
