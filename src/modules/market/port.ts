import type { Tx } from '../../platform/db.ts'
import { listOwnDue, type OwnDue } from './store/own-due.ts'

/** Promises to buy, from promised to paid; for whoever may read the promises. */
export { listRealisation } from './api/realisation.ts'
export type { Realisation } from './contract/work.ts'
/** What outcomes may know of her work: lots she confirmed, terms she accepted, orders ahead of her. Callable in any role's unit of work. */
export { listOpenWork, listPaidLots, type OpenWork, type PaidLot } from './store/lent.ts'
export { countOrders, countPaidLots } from './store/month.ts'

/** What waits for a buyer: calls to answer, pieces to take, payments that fall due. Callable in its own unit of work alone. */
export async function findOwnDue(
  tx: Tx,
  whose: { readonly planId: string; readonly organisationId: string; readonly today: string },
): Promise<readonly OwnDue[]> {
  return listOwnDue(tx, whose)
}
export type { OpenDemand } from './store/figures.ts'
/** Confirmed orders still to be made, by county and buyer: no lot and no woman. Callable in any role's unit of work. */
export { listDatedDemand, listOpenDemand } from './store/figures.ts'
