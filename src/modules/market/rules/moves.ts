import type { LotState, OrderState } from '../contract/states.ts'

/** The one table of moves of an order. A buyer may refuse a call and cancel an order; what she had begun is paid for lot by lot. */
export const orderMoves = {
  called: ['ordered', 'refused', 'cancelled'],
  ordered: ['closed', 'cancelled'],
  closed: [],
  refused: [],
  cancelled: ['closed'],
} as const satisfies Record<OrderState, readonly OrderState[]>

/**
 * The one table of moves of a lot (states of the programme: supply link). She may say no at every step until her pieces were taken, and it costs her
 * nothing; a buyer who cancels owes what the terms say. Money that was told as paid and did not reach her is due again.
 */
export const lotMoves = {
  offered: ['terms-read', 'declined', 'cancelled-by-buyer'],
  'terms-read': ['accepted', 'declined', 'cancelled-by-buyer'],
  accepted: ['sample', 'ordered', 'declined', 'cancelled-by-buyer'],
  sample: ['ordered', 'declined', 'cancelled-by-buyer'],
  ordered: ['material-delivered', 'material-short', 'produced', 'declined', 'cancelled-by-buyer'],
  'material-delivered': ['produced', 'declined', 'cancelled-by-buyer'],
  'material-short': ['material-delivered', 'produced', 'declined', 'cancelled-by-buyer'],
  produced: ['checked', 'declined', 'cancelled-by-buyer'],
  checked: ['produced', 'delivered', 'declined', 'cancelled-by-buyer'],
  delivered: ['due'],
  due: ['paid-to-hub', 'paid-to-her'],
  'paid-to-hub': ['paid-to-her'],
  'paid-to-her': ['confirmed-by-her', 'due', 'paid-to-hub'],
  'confirmed-by-her': [],
  declined: [],
  'cancelled-by-buyer': ['due'],
} as const satisfies Record<LotState, readonly LotState[]>

export function reasonsNotToMoveOrder(from: OrderState, to: OrderState): readonly 'market.no-such-order-move'[] {
  const allowed: readonly OrderState[] = orderMoves[from]
  return allowed.includes(to) ? [] : ['market.no-such-order-move']
}
export function reasonsNotToMoveLot(from: LotState, to: LotState): readonly 'market.no-such-lot-move'[] {
  const allowed: readonly LotState[] = lotMoves[from]
  return allowed.includes(to) ? [] : ['market.no-such-lot-move']
}
/** Pieces are taken once, when they were delivered: a lot comes to be due in other ways too, and none of them may state the same debt again. */
export function reasonsNotToCollect(state: LotState): readonly 'market.no-such-lot-move'[] {
  return state === 'delivered' ? [] : ['market.no-such-lot-move']
}
/** Lots that hold no piece of the order any more. */
export const released: readonly LotState[] = ['declined', 'cancelled-by-buyer']
const begun: readonly LotState[] = ['ordered', 'material-delivered', 'material-short', 'produced', 'checked']
/** Whether she had begun, so that a buyer who cancels owes her something for it. */
export function startsWork(state: LotState): boolean {
  return begun.includes(state)
}
const beforeWork: readonly LotState[] = ['offered', 'terms-read', 'accepted', 'sample']
/** Material is given out while she works; what she used or brings back is written down whenever it is known, even after she was paid. */
export function reasonsNotToBook(state: LotState, kind: 'issued' | 'used' | 'returned' | 'wasted'): readonly 'market.no-such-lot-move'[] {
  const isOpen = kind === 'issued' ? begun.includes(state) : !beforeWork.includes(state) && !released.includes(state)
  return isOpen ? [] : ['market.no-such-lot-move']
}
/** Lots at which nothing waits. A cancelled one waits only while compensation is owed, and stands at «due» then. */
export const lotEnds: readonly LotState[] = ['declined', 'confirmed-by-her', 'cancelled-by-buyer']
