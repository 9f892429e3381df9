import type { Tx } from '../../../platform/db.ts'
import * as store from '../store/carriers.ts'

interface There {
  readonly planId: string
  readonly countyCode: string
  readonly today: string
}
/** Whether an account guides in a county today. */
export async function isGuideThere(tx: Tx, { accountId, ...there }: There & { readonly accountId: string }): Promise<boolean> {
  return (await store.listGuidesThere(tx, there)).some((one) => one.accountId === accountId)
}
/** Names of guides by account, whoever asks; who never guided is not in the map. */
export async function namesOfGuides(
  tx: Tx,
  { planId, accountIds }: { readonly planId: string; readonly accountIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  return store.namesOfGuides(tx, planId, accountIds)
}
