import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import * as contract from '../contract/arrangements.ts'
import { reasonsNotToMoveArrangement } from '../rules/arrangements.ts'
import { isOpen } from '../rules/obstacles.ts'
import * as store from '../store/arrangements.ts'
import { findObstacle } from '../store/obstacles.ts'
import { writingOf } from './obstacles.ts'

async function shown({ tx, today }: Call<unknown>, id: string) {
  return store.shownArrangement((await store.findArrangement(tx, id)) ?? refuse('platform.not-found'), today)
}
/** Moves the arrangement that was seen, by the table and the days it stands in. */
async function move(call: Call<{ readonly id: string; readonly version: number }>, to: store.ArrangementMove) {
  const { input, tx, today, note } = call
  const kept = (await store.lockArrangement(tx, input.id)) ?? refuse('platform.not-found')
  if (kept.version !== input.version) refuse('platform.version-stale')
  refuseIf(reasonsNotToMoveArrangement(kept, to, today))
  await store.moveArrangement(tx, writingOf(call), kept, to)
  note({ from: kept.state, to: to.to })
  return shown(call, kept.id)
}

export const arrangementsApi: readonly Handled[] = [
  handle(contract.proposeArrangement, async (call) => {
    const { id, arrangementId, ...made } = call.input
    const obstacle = (await findObstacle(call.tx, id)) ?? refuse('platform.not-found')
    if (!isOpen(obstacle.state)) refuse('reforms.obstacle-ended')
    await store.insertArrangement(call.tx, writingOf(call), { ...made, id: arrangementId, obstacleId: id })
    return shown(call, arrangementId)
  }),
  handle(contract.authoriseArrangement, (call) => {
    const { startsOn, expiresOn, letterNumber, letterDate } = call.input
    return move(call, { to: 'authorised', startsOn, expiresOn, letterNumber, letterDate })
  }),
  handle(contract.putInForce, (call) => move(call, { to: 'in-force' })),
  handle(contract.extendArrangement, (call) => {
    const { expiresOn, letterNumber, letterDate } = call.input
    return move(call, { to: 'extended', expiresOn, letterNumber, letterDate })
  }),
  handle(contract.revokeArrangement, (call) => move(call, { to: 'revoked', reason: call.input.reason })),
]
