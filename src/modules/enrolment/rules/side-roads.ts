import { addDays, daysBetween } from '../../../platform/time.ts'
import { type Position, reasonsNotToMove } from './case-moves.ts'

export const holdReasons = ['her-wish', 'health', 'birth', 'care', 'season', 'safety'] as const
export type HoldReason = (typeof holdReasons)[number]
/** A pause is looked at again within a year: nobody is forgotten in it. */
export const LONGEST_HOLD = 366
/** Positions in which her road stands still and she goes on exactly where she stood. */
export const pauses: ReadonlySet<Position> = new Set<Position>(['on-hold', 'protected', 'transferred'])

/** A pause for her safety is a position of its own, which only whoever carries her file may tell from any other pause. */
export function positionOfHold(reason: HoldReason): 'on-hold' | 'protected' {
  return reason === 'safety' ? 'protected' : 'on-hold'
}
/** What others than her guide are shown of a position: that she is protected would itself give her away (roles.md §3.8). */
export function shownPosition(position: Position): Position {
  return position === 'protected' ? 'on-hold' : position
}
/** For what a file may be paused where it stands: before consent there is nothing to pause but her safety. */
export function holdReasonsAt(position: Position): readonly HoldReason[] {
  return position === 'nominated' || position === 'contacted' ? ['safety'] : holdReasons
}
export type HoldRefusal = 'enrolment.no-such-move' | 'enrolment.not-consented' | 'enrolment.hold-needs-end' | 'enrolment.hold-end-wrong'
/** Why a file is not paused. Every pause but that for her safety has an end, within a year. */
export function reasonsNotToHold(
  { position, reason, until }: { readonly position: Position; readonly reason: HoldReason; readonly until: string | null },
  today: string,
): readonly HoldRefusal[] {
  const moves = reasonsNotToMove(position, positionOfHold(reason))
  if (moves.length > 0) return moves
  if (!holdReasonsAt(position).includes(reason)) return ['enrolment.not-consented']
  if (reason === 'safety') return []
  if (until === null) return ['enrolment.hold-needs-end']
  const days = daysBetween(today, until)
  return days < 1 || days > LONGEST_HOLD ? ['enrolment.hold-end-wrong'] : []
}
/** The clock stands still in a pause: a day to answer by moves on by as many days as the pause lasted. */
export function deadlineAfterPause(deadlineOn: string | null, pausedOn: string, today: string): string | null {
  return deadlineOn === null ? null : addDays(deadlineOn, Math.max(0, daysBetween(pausedOn, today)))
}

const leftBehind: ReadonlySet<Position> = new Set<Position>([
  'declined',
  'not-yet',
  'referred-out',
  'withdrawn',
  'lost-contact',
  'moved',
  'closed',
])
/** After these the road was not left by her own act: her day of registration stays, and with it her place in line. */
const keepingHerDay: ReadonlySet<Position> = new Set<Position>(['not-yet', 'referred-out', 'lost-contact'])
export function reasonsNotToReenter({
  position,
  isErased,
}: {
  readonly position: Position
  readonly isErased: boolean
}): readonly ('enrolment.nothing-to-reenter' | 'enrolment.file-erased')[] {
  if (!leftBehind.has(position)) return ['enrolment.nothing-to-reenter']
  return isErased ? ['enrolment.file-erased'] : []
}
export interface Reentry {
  readonly to: 'contacted' | 'consented' | 'registered' | 'queued'
  readonly registeredOn: string | null
}
/**
 * Where a woman who comes back goes on, in her old file: nothing she has told is asked twice. A decision is made anew, unless she only said
 * «not yet» and stood in line already.
 */
export function reentryOf(
  left: {
    readonly position: Position
    readonly registeredOn: string | null
    readonly tier: number | null
    readonly hasConsent: boolean
  },
  today: string,
): Reentry {
  const { position, registeredOn, tier, hasConsent } = left
  if (!hasConsent || position === 'declined') return { to: 'contacted', registeredOn }
  if (registeredOn === null) return { to: 'consented', registeredOn }
  if (position === 'not-yet' && tier !== null) return { to: 'queued', registeredOn }
  return { to: 'registered', registeredOn: keepingHerDay.has(position) ? registeredOn : today }
}
export type TransferRefusal = 'enrolment.same-county' | 'enrolment.not-a-pilot-county' | 'enrolment.no-such-move'
/** Why a file is not sent to another county: it is there already, the plan is not there, or it does not stand on the road. */
export function reasonsNotToTransfer({
  position,
  from,
  to,
  isPilot,
}: {
  readonly position: Position
  readonly from: string
  readonly to: string
  readonly isPilot: boolean
}): readonly TransferRefusal[] {
  if (from === to) return ['enrolment.same-county']
  return isPilot ? reasonsNotToMove(position, 'transferred') : ['enrolment.not-a-pilot-county']
}
