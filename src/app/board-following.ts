import { setTimeout as pause } from 'node:timers/promises'
import { countBoard } from '../modules/outcomes/board-counting.ts'
import type { House } from '../platform/house.ts'

/** How long an act may stand uncounted; the board promises a second. */
const EVERY_MS = 400
/** What could not be counted stands where it stood; it is tried again, but not at once. */
const AFTER_A_FAULT_MS = 5_000
async function countAll(house: House, listPlans: () => Promise<readonly string[]>): Promise<true> {
  for (const planId of await listPlans()) await countBoard(house, planId)
  return true
}
/** Counts the board after the acts, as long as the server runs. Several servers take turns; while the database is away, what was touched waits there. */
export function followWithBoard(
  house: House,
  { listPlans, tell }: { readonly listPlans: () => Promise<readonly string[]>; readonly tell: (error: unknown) => void },
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  const following = (async () => {
    while (!ending.signal.aborted) {
      const isCounted = await countAll(house, listPlans).catch(tell)
      await pause(isCounted === true ? EVERY_MS : AFTER_A_FAULT_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      ending.abort()
      await following
    },
  }
}
