import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { findFile } from '../../enrolment/port.ts'
import { listCounties } from '../../territory/port.ts'
import * as contract from '../contract/obstacles.ts'
import { inOrder, reasonsNotToMoveObstacle, toldCount } from '../rules/obstacles.ts'
import { listArrangements, listMovesOf, shownArrangement } from '../store/arrangements.ts'
import * as blocked from '../store/blocked.ts'
import * as store from '../store/obstacles.ts'

export const writingOf = ({ actor, now, today, house }: Call<unknown>): store.Writing => ({
  planId: actor.planId,
  accountId: actor.accountId,
  at: now,
  today,
  moveId: house.newId(),
})
/** Whoever reads file numbers by the table of roles reads the number of those files; a governorate those of its counties. */
const COUNTED: Readonly<Partial<Record<string, 'plan' | 'counties'>>> = { PO: 'plan', AU: 'plan', CA: 'counties' }
async function withCounts<T extends store.StoredObstacle>({ tx, actor }: Call<unknown>, obstacles: readonly T[]) {
  const ids = obstacles.map(({ id }) => id)
  const countedIn = COUNTED[actor.role]
  const counts =
    countedIn === undefined
      ? await blocked.countBlocked(tx, { planId: actor.planId, obstacleIds: ids })
      : await blocked.countSeen(tx, actor.planId, ids)
  const told = (id: string): number | null => (countedIn === undefined ? toldCount(counts.get(id) ?? 0) : (counts.get(id) ?? 0))
  return { countedIn: countedIn ?? 'plan', obstacles: obstacles.map((one) => ({ ...one, blocked: told(one.id) })) } as const
}
async function shown(call: Call<unknown>, id: string): Promise<contract.Obstacle> {
  const found = (await store.findObstacle(call.tx, id)) ?? refuse('platform.not-found')
  const [one] = (await withCounts(call, [found])).obstacles
  return one ?? refuse('platform.not-found')
}
async function read(call: Call<unknown>, id: string) {
  const { tx, actor, today } = call
  const found = (await store.findObstacle(tx, id)) ?? refuse('platform.not-found')
  const { countedIn, obstacles } = await withCounts(call, [found])
  const [obstacle = refuse('platform.not-found')] = obstacles
  const arrangements = (await listArrangements(tx, [id])).map((one) => shownArrangement(one, today))
  const ids = arrangements.map((one) => one.id)
  return {
    obstacle,
    countedIn,
    moves: await store.listMoves(tx, id),
    letters: [...(await store.listLetters(tx, id))],
    arrangements,
    arrangementMoves: [...(await listMovesOf(tx, ids))],
    cases: SEES_FILES.has(actor.role) ? await blocked.listCases(tx, id, { accountId: actor.accountId, today }) : [],
  }
}
/** To these the law of rows gives lines of the files themselves. */
const SEES_FILES: ReadonlySet<string> = new Set(['PO', 'AU', 'CA', 'GD'])
async function locked({ tx, input }: Call<{ readonly id: string; readonly version: number }>) {
  const found = (await store.lockObstacle(tx, input.id)) ?? refuse('platform.not-found')
  if (found.version !== input.version) refuse('platform.version-stale')
  return found
}
/** A file the actor carries, named as what the request is about; any other is as if it were not there. */
async function carriedFile({ tx, actor, about }: Call<unknown>, caseId: string) {
  const file = await findFile(tx, caseId)
  if (file === undefined || file.isJoined || !file.scope.assigned.includes(actor.accountId)) refuse('platform.not-found')
  about({ personId: file.scope.person_id, caseId, countyCode: file.scope.county_code })
  return file.scope
}

export const obstaclesApi: readonly Handled[] = [
  handle(contract.listObstacles, async (call) => {
    const { obstacles, countedIn } = await withCounts(call, await store.listObstacles(call.tx, call.input))
    return { obstacles: inOrder(obstacles).slice(0, call.input.limit), total: obstacles.length, countedIn }
  }),
  handle(contract.readObstacle, (call) => read(call, call.input.id)),
  handle(contract.raiseObstacle, async (call) => {
    const { input, tx, actor, today, house, note } = call
    const scope = input.caseId === null ? undefined : await carriedFile(call, input.caseId)
    if (input.countyCode !== null && !(await listCounties(tx)).some(({ code }) => code === input.countyCode))
      refuse('reforms.unknown-county')
    await store.insertObstacle(tx, writingOf(call), { ...input, reportedAs: actor.role })
    if (scope !== undefined) {
      const { accountId } = actor
      await blocked.insertBlocked(tx, scope, { id: house.newId(), obstacleId: input.id, accountId, today })
    }
    note({ kind: input.kind, step: input.step })
    return shown(call, input.id)
  }),
  handle(contract.describeObstacle, async (call) => {
    await locked(call)
    if (!(await store.describeObstacle(call.tx, call.input))) refuse('platform.version-stale')
    return shown(call, call.input.id)
  }),
  handle(contract.moveObstacle, async (call) => {
    const { input, tx, note } = call
    const found = await locked(call)
    const lettersOut = (await store.listLetters(tx, found.id)).filter(({ direction }) => direction === 'out').length
    refuseIf(reasonsNotToMoveObstacle(found, input, lettersOut))
    if (input.duplicateOf !== null && (await store.findObstacle(tx, input.duplicateOf)) === undefined) refuse('reforms.duplicate-unnamed')
    await store.moveObstacle(tx, writingOf(call), found, input)
    note({ from: found.state, to: input.to })
    return shown(call, found.id)
  }),
  handle(contract.keepLetter, async (call) => {
    const { input, tx, today } = call
    const { id: obstacleId, letterId, ...letter } = input
    if ((await store.findObstacle(tx, obstacleId)) === undefined) refuse('platform.not-found')
    if (letter.letterDate > today) refuse('reforms.letter-of-tomorrow')
    const known = await store.listLetters(tx, obstacleId)
    if (letter.answers !== null && !known.some(({ id }) => id === letter.answers)) refuse('reforms.answered-letter-unknown')
    await store.insertLetter(tx, writingOf(call), { ...letter, id: letterId, obstacleId })
    return read(call, obstacleId)
  }),
  handle(contract.blockCase, async (call) => {
    const { input, tx, actor, today } = call
    const scope = await carriedFile(call, input.caseId)
    if ((await store.findObstacle(tx, input.id)) === undefined) refuse('platform.not-found')
    const made = { id: input.blockedId, obstacleId: input.id, accountId: actor.accountId, today }
    await blocked.insertBlocked(tx, scope, made)
    return read(call, input.id)
  }),
  handle(contract.freeCase, async (call) => {
    const { input, tx, today } = call
    await carriedFile(call, input.caseId)
    if (!(await blocked.freeBlocked(tx, { obstacleId: input.id, caseId: input.caseId, today }))) refuse('reforms.case-not-blocked')
    return read(call, input.id)
  }),
]
