import { setTimeout as pause } from 'node:timers/promises'
import { countBoard, countBoardIn } from '../modules/outcomes/board-counting.ts'
import { proposeRelease } from '../modules/outcomes/contract/releases.ts'
import type { CountedOnBoard } from '../modules/outcomes/port.ts'
import { oversightOnBoard } from '../modules/oversight/port.ts'
import type { House } from '../platform/house.ts'
import type { Handled } from '../platform/http.ts'

/** What stands on the board beside cases: things of rooms after outcomes, which outcomes does not know. */
export const countedBesideCases: readonly CountedOnBoard[] = [oversightOnBoard]
/** How long an act may stand uncounted; the board promises a second. */
const EVERY_MS = 400
/** What could not be counted stands where it stood; it is tried again, but not at once. */
const AFTER_A_FAULT_MS = 5_000
async function countAll(house: House, listPlans: () => Promise<readonly string[]>): Promise<true> {
  for (const planId of await listPlans()) await countBoard(house, planId, countedBesideCases)
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
/** Before figures are frozen the board is brought up to date in the same unit of work: a release holds every act that stands when it is proposed. */
export function countedBeforeRelease(one: Handled): Handled {
  if (one.route.path !== proposeRelease.path || one.route.method !== proposeRelease.method) return one
  return {
    route: one.route,
    parse: (raw) => {
      const prepared = one.parse(raw)
      return {
        ...prepared,
        run: async (outside) => {
          const { tx, house, actor } = outside
          await countBoardIn(tx, { house, planId: actor.planId, others: countedBesideCases })
          return prepared.run(outside)
        },
      }
    },
  }
}
