import { z } from 'zod'

/** A demand call becomes an order with the buyer's paper; it ends when all is paid, or the buyer says no. */
export const orderStates = ['called', 'ordered', 'closed', 'refused', 'cancelled'] as const
export const OrderState = z.enum(orderStates)
export type OrderState = z.infer<typeof OrderState>
/** An order asked for from goods that stand open; it becomes an order of an admitted buyer, or is declined. */
export const orderRequestStates = ['received', 'with-office', 'ordered', 'declined'] as const
/** On whose desk a request lies. */
export const requestDesks = ['operator', 'office'] as const
export type RequestDesk = (typeof requestDesks)[number]
export const OrderRequestState = z.enum(orderRequestStates)
export type OrderRequestState = z.infer<typeof OrderRequestState>
/** Supply link of one woman, in the words of the programme's state table. Late and disputed stand beside a state and are derived. */
export const lotStates = [
  'offered',
  'terms-read',
  'accepted',
  'declined',
  'sample',
  'ordered',
  'material-delivered',
  'material-short',
  'produced',
  'checked',
  'delivered',
  'due',
  'paid-to-hub',
  'paid-to-her',
  'confirmed-by-her',
  'cancelled-by-buyer',
] as const
export const LotState = z.enum(lotStates)
export type LotState = z.infer<typeof LotState>
