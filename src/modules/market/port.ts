import type { Tx } from '../../platform/db.ts'
import { listOwnDue, type OwnDue } from './store/own-due.ts'

/** What waits for a buyer: calls to answer, pieces to take, payments that fall due. Callable in its own unit of work alone. */
export async function findOwnDue(
  tx: Tx,
  whose: { readonly planId: string; readonly organisationId: string; readonly today: string },
): Promise<readonly OwnDue[]> {
  return listOwnDue(tx, whose)
}
