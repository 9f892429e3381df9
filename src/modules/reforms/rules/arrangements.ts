import { daysBetween } from '../../../platform/time.ts'
import type { Arrangement, ArrangementState } from '../contract/arrangements.ts'

/** The one table of moves of an interim arrangement. Past its last day it has expired: a new one is needed, nothing goes on in silence. */
export const arrangementMoves = {
  proposed: ['authorised', 'revoked'],
  authorised: ['in-force', 'expired', 'revoked'],
  'in-force': ['extended', 'expired', 'revoked'],
  extended: ['extended', 'expired', 'revoked'],
  expired: [],
  revoked: [],
} as const satisfies Record<ArrangementState, readonly ArrangementState[]>

type Kept = Pick<Arrangement, 'state' | 'startsOn' | 'expiresOn'>
/** How it stands on a day: what is past its last day has expired, whatever was written. */
export function standingOn({ state, expiresOn }: Pick<Kept, 'state' | 'expiresOn'>, day: string): ArrangementState {
  const ends: readonly ArrangementState[] = ['authorised', 'in-force', 'extended']
  return ends.includes(state) && expiresOn !== null && expiresOn < day ? 'expired' : state
}
/** Whether it may be acted on that day. */
export function isInForceOn(kept: Kept, day: string): boolean {
  const standing = standingOn(kept, day)
  return (standing === 'in-force' || standing === 'extended') && kept.startsOn !== null && kept.startsOn <= day
}
export function daysLeftOn({ expiresOn }: Pick<Kept, 'expiresOn'>, day: string): number | null {
  return expiresOn === null ? null : daysBetween(day, expiresOn)
}

export type ArrangementRefusal =
  | 'reforms.no-such-arrangement-move'
  | 'reforms.arrangement-expired'
  | 'reforms.arrangement-not-begun'
  | 'reforms.dates-reversed'
  | 'reforms.end-already-past'
  | 'reforms.not-later'
interface Asked {
  readonly to: ArrangementState
  readonly startsOn?: string
  readonly expiresOn?: string
}
/** Why it does not move there on a day. */
export function reasonsNotToMoveArrangement(kept: Kept, { to, startsOn, expiresOn }: Asked, day: string): readonly ArrangementRefusal[] {
  const standing = standingOn(kept, day)
  if (standing === 'expired' && to !== 'authorised') return ['reforms.arrangement-expired']
  const moves: readonly ArrangementState[] = arrangementMoves[standing]
  if (!moves.includes(to)) return ['reforms.no-such-arrangement-move']
  if (to === 'in-force' && kept.startsOn !== null && kept.startsOn > day) return ['reforms.arrangement-not-begun']
  if (to === 'authorised' && expiresOn !== undefined && expiresOn < day) return ['reforms.end-already-past']
  if (startsOn !== undefined && expiresOn !== undefined && expiresOn < startsOn) return ['reforms.dates-reversed']
  if (to === 'extended' && kept.expiresOn !== null && expiresOn !== undefined && expiresOn <= kept.expiresOn) return ['reforms.not-later']
  return []
}
