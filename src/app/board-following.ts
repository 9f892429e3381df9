import { setTimeout as pause } from 'node:timers/promises'
import { countBoard } from '../modules/outcomes/board-counting.ts'
import { isUnreachable } from '../platform/db.ts'
import type { House } from '../platform/house.ts'

/** How long an act may stand uncounted; the board promises a second. */
const EVERY_MS = 400
/** Counts the board after the acts, as long as the server runs. Several servers take turns; while the database is away, what was touched waits there. */
export function followWithBoard(house: House, listPlans: () => Promise<readonly string[]>): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  const following = (async () => {
    while (!ending.signal.aborted) {
      try {
        for (const planId of await listPlans()) await countBoard(house, planId)
      } catch (error) {
        if (!isUnreachable(error)) throw error
      }
      await pause(EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      ending.abort()
      await following
    },
  }
}
