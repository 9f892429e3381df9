import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { namesOf } from '../../partners/port.ts'
import { whoConsents } from '../../people/port.ts'
import * as contract from '../contract/insurances.ts'
import { requireExitTable } from '../port.ts'
import { insuranceMovesOf, reasonsNotToMoveInsurance } from '../rules/insurances.ts'
import { deskMoves } from '../rules/mirrored.ts'
import * as store from '../store/insurances.ts'

type OnDesk = Awaited<ReturnType<typeof store.listOwnInsurances>>[number]
const movesHere = ({ actor }: Call<unknown>, { state, insurerId }: OnDesk['insurance']) =>
  deskMoves(insuranceMovesOf(state), actor.organisationId === insurerId)
async function shown(call: Call<unknown>, rows: readonly OnDesk[]): Promise<contract.OwnInsurance[]> {
  const names = await namesOf(
    call.tx,
    rows.map(({ insurance }) => insurance.insurerId),
  )
  return rows.map(({ insurance, fileNumber, countyCode }) => {
    const { insurerId, ...one } = insurance
    return { ...one, fileNumber, countyCode, insurerName: names.get(insurerId) ?? null, moves: [...movesHere(call, insurance)] }
  })
}
/** Those whose women still say yes to agencies today: what she took back does not exist for them. */
async function stillShared({ tx, actor, today }: Call<unknown>, rows: readonly OnDesk[]): Promise<readonly OnDesk[]> {
  const personIds = [...new Set(rows.map(({ personId }) => personId))]
  const yes = await whoConsents(tx, { planId: actor.planId, personIds, purpose: 'share-with-agencies', today })
  return rows.filter(({ personId }) => yes.has(personId))
}

/** Insurances on the desks of whoever gives them and of the labour office. */
export const insuranceDeskApi: readonly Handled[] = [
  handle(contract.listOwnInsurances, async (call) => {
    const { organisationId } = call.actor
    const rows = organisationId === null ? [] : await store.listOwnInsurances(call.tx, organisationId)
    return { insurances: await shown(call, await stillShared(call, rows)) }
  }),
  handle(contract.answerInsurance, async (call) => {
    const { input, tx, actor, today, about, note } = call
    const found = (await store.lockOwnInsurance(tx, input.id)) ?? refuse('platform.not-found')
    if ((await stillShared(call, [found])).length === 0) refuse('platform.not-found')
    const { insurance: one, personId } = found
    about({ personId, caseId: found.caseId, countyCode: found.countyCode })
    if (one.version !== input.version) refuse('platform.version-stale')
    refuseIf(reasonsNotToMoveInsurance(one.state, input, today))
    if (!movesHere(call, one).includes(input.to)) refuse('pathways.not-this-desk')
    if (input.to === 'introduced' || (input.to === 'in-force' && one.state !== 'gap'))
      await requireExitTable(tx, { planId: actor.planId, personId, act: 'insurance', today })
    if (!(await store.moveInsurance(tx, { ...input, today }))) refuse('platform.version-stale')
    note({ from: one.state, state: input.to })
    const moved = (await store.lockOwnInsurance(tx, input.id)) ?? refuse('platform.not-found')
    return (await shown(call, [moved]))[0] ?? refuse('platform.not-found')
  }),
]
