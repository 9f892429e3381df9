import { service } from '../../access/actor.ts'
import { beyondReach, type Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { isTouched, takeTouched } from '../../platform/touched.ts'
import { seal, unseal } from '../../platform/vault.ts'
import { addToCells, listCasesOf, lockBoard, readSealedParts, writeSealedParts } from './store/board.ts'
import { type Cell, readParts } from './store/board-parts.ts'

/** Files counted in one unit of work. */
const AT_ONCE = 500
/**
 * Brings the board up to every act that is committed (docs/decisions/0039). What a touched case adds now replaces what it added before, which is
 * kept sealed; whatever happened meanwhile touches it again. Counting twice changes nothing.
 */
export async function countBoard(house: House, planId: string): Promise<void> {
  const actor = service(planId)
  for (;;) {
    if (!(await house.door.asActor(actor, (tx) => isTouched(tx, planId), { readOnly: true }))) return
    await house.door.asActor(actor, (tx) => countTouched(tx, house, planId))
  }
}
/** The same within a unit of work that is about to freeze figures: until nothing touched is left that it sees. */
export async function countBoardIn(tx: Tx, house: House, planId: string): Promise<void> {
  await beyondReach(tx, async () => {
    while (await isTouched(tx, planId)) await countTouched(tx, house, planId)
  })
}
async function countTouched(tx: Tx, house: House, planId: string): Promise<void> {
  await lockBoard(tx, planId, house.clock())
  const caseIds = await listCasesOf(tx, planId, await takeTouched(tx, planId, AT_ONCE))
  if (caseIds.length === 0) return
  const now = new Map<string, Cell[]>()
  for (const { caseId, ...cell } of await readParts(tx, planId, caseIds)) now.set(caseId, [...(now.get(caseId) ?? []), cell])
  const sealed = await readSealedParts(tx, planId, caseIds)
  const key = house.vault.keyFor('board')
  const change = new Map<string, Cell>()
  const kept: (readonly [string, Buffer])[] = []
  for (const caseId of caseIds) {
    const place = `board/${planId}/${caseId}`
    const cells = now.get(caseId) ?? []
    const before = sealed.get(caseId)
    if (before === undefined && cells.length === 0) continue
    for (const cell of cells) add(change, cell, 1)
    if (before !== undefined) for (const cell of opened(unseal(key, place, before))) add(change, cell, -1)
    kept.push([caseId, seal(key, place, JSON.stringify(cells.map(rowOf)))])
  }
  await writeSealedParts(tx, planId, kept)
  await addToCells(
    tx,
    planId,
    [...change.values()].filter(({ n }) => n !== 0),
  )
}
function add(change: Map<string, Cell>, cell: Cell, sign: 1 | -1): void {
  const name = `${cell.countyCode} ${cell.measure} ${cell.dimension} ${cell.value} ${cell.at}`
  change.set(name, { ...cell, n: (change.get(name)?.n ?? 0) + sign * cell.n })
}
const rowOf = ({ countyCode, measure, dimension, value, at, n }: Cell) => [countyCode, measure, dimension, value, at, n] as const
function opened(bytes: Buffer): readonly Cell[] {
  const rows: readonly ReturnType<typeof rowOf>[] = JSON.parse(bytes.toString('utf8'))
  return rows.map(([countyCode, measure, dimension, value, at, n]) => ({ countyCode, measure, dimension, value, at, n }))
}
