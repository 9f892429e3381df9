import type { OrderRequestState } from '../contract/states.ts'

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
/** A day that has passed cannot be wished for. */
export function reasonsNotToRequest(wantedOn: string | null, today: string): readonly 'market.wanted-in-the-past'[] {
  return wantedOn !== null && wantedOn < today ? ['market.wanted-in-the-past'] : []
}
