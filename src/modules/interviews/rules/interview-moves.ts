/** States of a conversation about work, from the moment it is to be planned until she was told what came of it. */
export const interviewStates = [
  'to-plan',
  'proposed',
  'invited',
  'accepted',
  'held',
  'scored',
  'agreed',
  'told',
  'declined',
  'stopped',
  'cancelled',
] as const
export type InterviewState = (typeof interviewStates)[number]

/**
 * Every move a conversation may make. Another time, a day she did not come and a session called off all lead back to `to-plan`: nothing is
 * counted and her place stays. Once the panel agreed only telling is left; a second conversation is a row of its own.
 */
export const interviewMoves = {
  'to-plan': ['proposed', 'cancelled'],
  proposed: ['invited', 'accepted', 'to-plan', 'declined', 'cancelled'],
  invited: ['accepted', 'to-plan', 'declined', 'cancelled'],
  accepted: ['held', 'to-plan', 'declined', 'cancelled'],
  held: ['scored', 'stopped', 'to-plan', 'cancelled'],
  scored: ['agreed', 'stopped', 'to-plan', 'cancelled'],
  agreed: ['told', 'cancelled'],
  declined: ['to-plan', 'cancelled'],
  stopped: ['to-plan', 'cancelled'],
  told: [],
  cancelled: [],
} as const satisfies Record<InterviewState, readonly InterviewState[]>

export function reasonsNotToMove(from: InterviewState, to: InterviewState): readonly 'interviews.no-such-move'[] {
  const allowed: readonly InterviewState[] = interviewMoves[from]
  return allowed.includes(to) ? [] : ['interviews.no-such-move']
}
/** States in which a slot is held for her. */
export const withSlot: ReadonlySet<InterviewState> = new Set<InterviewState>([
  'proposed',
  'invited',
  'accepted',
  'held',
  'scored',
  'agreed',
  'told',
])
/** States in which nobody waits for anything any more. */
export const settled: ReadonlySet<InterviewState> = new Set<InterviewState>(['told', 'cancelled'])
/** Her road ended, or stands still for a while. */
export type Turn = 'left' | 'paused'
/**
 * What a conversation becomes when her road turns. Who left waits for nothing; whoever pauses gives her time back and gets a new one when she goes
 * on. What was agreed stays, to be told on that day.
 */
export function stateAfterTurn(state: InterviewState, turn: Turn): InterviewState {
  if (settled.has(state)) return state
  if (turn === 'left') return 'cancelled'
  return withSlot.has(state) && reasonsNotToMove(state, 'to-plan').length === 0 ? 'to-plan' : state
}
