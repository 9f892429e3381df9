import type { ResolutionState } from '../contract/states.ts'

/** The one table of moves of a resolution (states of the programme: Resolution). What the agency reports is a claim: only the secretariat's word ends it. */
export const resolutionMoves = {
  draft: ['adopted'],
  adopted: ['signed'],
  signed: ['notified'],
  notified: ['acknowledged'],
  acknowledged: ['in-progress', 'reported'],
  'in-progress': ['reported'],
  reported: ['confirmed', 'returned'],
  returned: ['in-progress', 'reported'],
  confirmed: [],
} as const satisfies Record<ResolutionState, readonly ResolutionState[]>

interface Standing {
  readonly state: ResolutionState
  readonly supersededBy: string | null
}
export type MoveRefusal = 'oversight.no-such-resolution-move' | 'oversight.superseded'
export function reasonsNotToMoveResolution({ state, supersededBy }: Standing, to: ResolutionState): readonly MoveRefusal[] {
  if (supersededBy !== null) return ['oversight.superseded']
  const allowed: readonly ResolutionState[] = resolutionMoves[state]
  return allowed.includes(to) ? [] : ['oversight.no-such-resolution-move']
}
/** States in which the agency has the next step. */
export const atAgency: readonly ResolutionState[] = ['notified', 'acknowledged', 'in-progress', 'returned']
/** Overdue is derived: the day is past and the agency has not reported. What it reported waits for the secretariat, whatever the day. */
/** What a meeting wrote down and did not adopt is read by those who keep its minutes; a member hears of it once it was adopted. */
export function isReadBy(role: string, { state }: { readonly state: ResolutionState }): boolean {
  return role !== 'AG' || state !== 'draft'
}
export function isResolutionOverdue({ state, supersededBy, dueOn }: Standing & { readonly dueOn: string }, today: string): boolean {
  return supersededBy === null && atAgency.includes(state) && dueOn < today
}
export type ExtendRefusal = MoveRefusal | 'oversight.not-later'
/** A later day, by letter, while the agency still works on it; each time is counted. */
export function reasonsNotToExtend(standing: Standing & { readonly dueOn: string }, dueOn: string): readonly ExtendRefusal[] {
  if (standing.supersededBy !== null) return ['oversight.superseded']
  if (!atAgency.includes(standing.state)) return ['oversight.no-such-resolution-move']
  return dueOn > standing.dueOn ? [] : ['oversight.not-later']
}
/** A rule stands in the way of what the agency still works on. */
export function reasonsNotToBlock(standing: Standing): readonly MoveRefusal[] {
  if (standing.supersededBy !== null) return ['oversight.superseded']
  return atAgency.includes(standing.state) ? [] : ['oversight.no-such-resolution-move']
}
const inForce: readonly ResolutionState[] = ['signed', 'notified', 'acknowledged', 'in-progress', 'reported', 'returned']
export type SupersedeRefusal = MoveRefusal | 'oversight.not-a-successor'
/** Another resolution that was signed later takes its place; what was confirmed stays done. */
export function reasonsNotToSupersede(
  standing: Standing & { readonly id: string },
  by: Standing & { readonly id: string },
): readonly SupersedeRefusal[] {
  if (standing.supersededBy !== null) return ['oversight.superseded']
  if (!inForce.includes(standing.state)) return ['oversight.no-such-resolution-move']
  const isSuccessor = by.id !== standing.id && by.supersededBy === null && (inForce.includes(by.state) || by.state === 'confirmed')
  return isSuccessor ? [] : ['oversight.not-a-successor']
}
