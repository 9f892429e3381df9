import type { OrderRequestState, RequestDesk } from '../contract/states.ts'

/** The one table of moves of a request: the operator answers it, at once or after the office has read who the buyer is. */
export const orderRequestMoves = {
  received: ['with-office', 'ordered', 'declined'],
  'with-office': ['ordered', 'declined'],
  ordered: [],
  declined: [],
} as const satisfies Record<OrderRequestState, readonly OrderRequestState[]>

export function reasonsNotToMoveRequest(from: OrderRequestState, to: OrderRequestState): readonly 'market.no-such-order-request-move'[] {
  const allowed: readonly OrderRequestState[] = orderRequestMoves[from]
  return allowed.includes(to) ? [] : ['market.no-such-order-request-move']
}
interface Waiting {
  readonly state: OrderRequestState
  readonly answerBy: string
}
/** Every request has a desk that reads it: the operator's of its county; the office's where nobody is on duty there, or where its day has passed. */
export function deskOf({ state, answerBy }: Waiting, hasOperator: boolean, today: string): RequestDesk {
  const isOpen = orderRequestMoves[state].length > 0
  return isOpen && (!hasOperator || answerBy < today) ? 'office' : 'operator'
}
/** The office answers what lies with it and takes nothing off the desk of an operator; an operator answers late all the same. */
export function reasonsNotToAnswer(desk: RequestDesk, isOperator: boolean): readonly 'market.request-with-operator'[] {
  return desk === 'operator' && !isOperator ? ['market.request-with-operator'] : []
}
/** A day that has passed cannot be wished for. */
export function reasonsNotToRequest(wantedOn: string | null, today: string): readonly 'market.wanted-in-the-past'[] {
  return wantedOn !== null && wantedOn < today ? ['market.wanted-in-the-past'] : []
}
