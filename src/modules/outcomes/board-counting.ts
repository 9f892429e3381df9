import { service } from '../../access/actor.ts'
import { beyondReach, type Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { isTouched, takeTouched } from '../../platform/touched.ts'
import { seal, unseal } from '../../platform/vault.ts'
import { addToCells, type Counted, cases, lockBoard, nameOf, readSealedParts, writeSealedParts } from './store/board.ts'
import type { Cell } from './store/board-parts.ts'

/** Marks counted in one unit of work. */
const AT_ONCE = 500
/**
 * Brings the board up to every act that is committed (docs/decisions/0039). What a touched case or another thing adds now replaces what it added
 * before, which is kept sealed; whatever happened meanwhile touches it again. Counting twice changes nothing. `others` are counted beside cases:
 * things of rooms that this one does not know.
 */
export async function countBoard(house: House, planId: string, others: readonly Counted[]): Promise<void> {
  const actor = service(planId)
  for (;;) {
    if (!(await house.door.asActor(actor, (tx) => isTouched(tx, planId), { readOnly: true }))) return
    await house.door.asActor(actor, (tx) => countTouched(tx, { house, planId, others }))
  }
}
/** The same within a unit of work that is about to freeze figures: until nothing touched is left that it sees. */
export async function countBoardIn(tx: Tx, counting: Counting): Promise<void> {
  await beyondReach(tx, async () => {
    while (await isTouched(tx, counting.planId)) await countTouched(tx, counting)
  })
}
interface Counting {
  readonly house: House
  readonly planId: string
  readonly others: readonly Counted[]
}
async function countTouched(tx: Tx, { house, planId, others }: Counting): Promise<void> {
  await lockBoard(tx, planId, house.clock())
  const touched = await takeTouched(tx, planId, AT_ONCE)
  const ids: string[] = []
  const now = new Map<string, Cell[]>()
  for (const { listOf, readParts } of [cases, ...others]) {
    const own = await listOf(tx, planId, touched)
    if (own.length === 0) continue
    ids.push(...own)
    for (const { subjectId, ...cell } of await readParts(tx, planId, own)) now.set(subjectId, [...(now.get(subjectId) ?? []), cell])
  }
  if (ids.length === 0) return
  const sealed = await readSealedParts(tx, planId, ids)
  const key = house.vault.keyFor('board')
  const change = new Map<string, Cell>()
  const kept: (readonly [string, Buffer])[] = []
  for (const id of ids) {
    const place = `board/${planId}/${id}`
    const cells = now.get(id) ?? []
    const before = sealed.get(id)
    if (before === undefined && cells.length === 0) continue
    for (const cell of cells) add(change, cell, 1)
    if (before !== undefined) for (const cell of opened(unseal(key, place, before))) add(change, cell, -1)
    kept.push([id, seal(key, place, JSON.stringify(cells.map(rowOf)))])
  }
  await writeSealedParts(tx, planId, kept)
  await addToCells(
    tx,
    planId,
    [...change.values()].filter(({ n }) => n !== 0),
  )
}
function add(change: Map<string, Cell>, cell: Cell, sign: 1 | -1): void {
  const name = nameOf(cell)
  change.set(name, { ...cell, n: (change.get(name)?.n ?? 0) + sign * cell.n })
}
const rowOf = ({ countyCode, measure, dimension, value, at, n }: Cell) => [countyCode, measure, dimension, value, at, n] as const
function opened(bytes: Buffer): readonly Cell[] {
  const rows: readonly ReturnType<typeof rowOf>[] = JSON.parse(bytes.toString('utf8'))
  return rows.map(([countyCode, measure, dimension, value, at, n]) => ({ countyCode, measure, dimension, value, at, n }))
}
