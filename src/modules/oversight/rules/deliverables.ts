import type { DeliverableState } from '../contract/states.ts'

/** The one table of moves of a deliverable (states of the programme: Deliverable). What was returned is handed in again; what was paid for is done. */
export const deliverableMoves = {
  due: ['submitted'],
  submitted: ['accepted', 'returned'],
  accepted: ['paid-for'],
  returned: ['submitted'],
  'paid-for': [],
} as const satisfies Record<DeliverableState, readonly DeliverableState[]>

export function reasonsNotToMoveDeliverable(from: DeliverableState, to: DeliverableState): readonly 'oversight.no-such-deliverable-move'[] {
  const allowed: readonly DeliverableState[] = deliverableMoves[from]
  return allowed.includes(to) ? [] : ['oversight.no-such-deliverable-move']
}
/** Something is handed in with at least one paper that was not handed in before: what came back is not sent again as it was. */
export function reasonsNotToSubmit(
  state: DeliverableState,
  freshPapers: number,
): readonly ('oversight.no-such-deliverable-move' | 'oversight.nothing-handed-in')[] {
  const moving = reasonsNotToMoveDeliverable(state, 'submitted')
  return moving.length > 0 ? moving : freshPapers === 0 ? ['oversight.nothing-handed-in'] : []
}
/** States in which the executor has the next step; past its day it is overdue. */
const atExecutor: readonly DeliverableState[] = ['due', 'returned']
/** Overdue is derived and never stored: the day is past and the executor has not handed it in. */
export function isDeliverableOverdue(
  { state, dueOn }: { readonly state: DeliverableState; readonly dueOn: string },
  today: string,
): boolean {
  return atExecutor.includes(state) && dueOn < today
}
const taken: readonly DeliverableState[] = ['accepted', 'paid-for']
interface Handed {
  readonly state: DeliverableState
}
/** How many of them the client has accepted; each is accepted or returned by itself. */
export function countTaken(deliverables: readonly Handed[]): number {
  return deliverables.filter(({ state }) => taken.includes(state)).length
}
/** A milestone is reached when everything that is handed in at it was accepted. */
export function isMilestoneReached(deliverables: readonly Handed[]): boolean {
  return deliverables.length > 0 && countTaken(deliverables) === deliverables.length
}
