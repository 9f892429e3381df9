import type { Tx } from '../../platform/db.ts'
import type { Obstacle } from './contract/obstacles.ts'
import { isInForceOn } from './rules/arrangements.ts'
import { isOpen } from './rules/obstacles.ts'
import { listArrangements } from './store/arrangements.ts'
import * as blocked from './store/blocked.ts'
import * as store from './store/obstacles.ts'

/** What a later room may say of an obstacle: what stands in the way, where, and how far its reform is. */
export interface ObstacleFacts extends Pick<Obstacle, 'id' | 'title' | 'kind' | 'step' | 'countyCode' | 'state' | 'stateSince'> {
  readonly isOpen: boolean
}
const factsOf = ({ id, title, kind, step, countyCode, state, stateSince }: store.StoredObstacle): ObstacleFacts => ({
  id,
  title,
  kind,
  step,
  countyCode,
  state,
  stateSince,
  isOpen: isOpen(state),
})
/** An obstacle by its id; undefined when there is none. Readable by whoever may read obstacles. */
export async function findObstacle(tx: Tx, id: string): Promise<ObstacleFacts | undefined> {
  const found = await store.findObstacle(tx, id)
  return found === undefined ? undefined : factsOf(found)
}
/** Obstacles that are not ended, newest first; with `isOpen: false` also those that are. */
export async function listObstacles(
  tx: Tx,
  { isOpen: onlyOpen = true }: { readonly isOpen?: boolean } = {},
): Promise<readonly ObstacleFacts[]> {
  return (await store.listObstacles(tx, {})).map(factsOf).filter((one) => one.isOpen || !onlyOpen)
}
/** How many women each of these holds up now, over all counties, as it is: whoever shows it hides small numbers where a role sees sums alone. */
export const countBlocked: (
  tx: Tx,
  asked: { readonly planId: string; readonly obstacleIds: readonly string[] },
) => Promise<ReadonlyMap<string, number>> = blocked.countBlocked
export interface BlockingObstacle extends ObstacleFacts {
  readonly blocked: number
  /** An interim arrangement is in force on that day. */
  readonly hasArrangement: boolean
}
/** Open obstacles that hold up somebody, most women first, at most `limit`: for the paper of the province. Numbers as they are. */
export async function listByBlocked(
  tx: Tx,
  { planId, today, limit }: { readonly planId: string; readonly today: string; readonly limit: number },
): Promise<readonly BlockingObstacle[]> {
  const open = await listObstacles(tx)
  const ids = open.map(({ id }) => id)
  const counts = await blocked.countBlocked(tx, { planId, obstacleIds: ids })
  const arranged = new Set((await listArrangements(tx, ids)).filter((one) => isInForceOn(one, today)).map(({ obstacleId }) => obstacleId))
  return open
    .map((one) => ({ ...one, blocked: counts.get(one.id) ?? 0, hasArrangement: arranged.has(one.id) }))
    .filter(({ blocked: women }) => women > 0)
    .toSorted((one, other) => other.blocked - one.blocked || (one.id < other.id ? 1 : -1))
    .slice(0, limit)
}
