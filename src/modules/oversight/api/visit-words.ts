import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal } from '../../../platform/vault.ts'
import { findFile, getLockedCase, namesOfGuides } from '../../enrolment/port.ts'
import { findKeyOf, lendToSeats } from '../../people/port.ts'
import * as contract from '../contract/visits.ts'
import { mayKnowWhom, reasonsNotToMoveVisit } from '../rules/visits.ts'
import * as store from '../store/visits.ts'

async function shown({ tx }: Pick<Call<unknown>, 'tx'>, caseId: string) {
  const visits = await store.listOfCase(tx, caseId)
  return { visits: visits.map(({ id, purpose, plannedOn, state, version }) => ({ id, purpose, plannedOn, state, version })) }
}
export const visitWordsApi: readonly Handled[] = [
  handle(contract.listHerVisits, async (call) => {
    if ((await findFile(call.tx, call.input.caseId)) === undefined) refuse('platform.not-found')
    return shown(call, call.input.caseId)
  }),
  handle(contract.keepVisitWord, async (call) => {
    const { input, tx, house, actor, today, note } = call
    const file = await getLockedCase(call, input.caseId)
    const one = await store.lockVisit(tx, input.id)
    if (one === undefined || one.caseId !== file.id) refuse('platform.not-found')
    if (one.version !== input.version) refuse('platform.version-stale')
    const to = input.isYes ? 'planned' : 'declined'
    refuseIf(reasonsNotToMoveVisit(one.state, to))
    if (input.manner === 'fingerprint' && input.witnessName === null) refuse('oversight.witness-missing')
    const { personId } = file
    const key = (await findKeyOf(tx, { house, planId: actor.planId, personId })) ?? refuse('platform.not-found')
    const sealedWitness = input.witnessName === null ? null : seal(key, `oversight.witness/${actor.planId}/${personId}`, input.witnessName)
    await store.moveVisit(tx, one, { state: to, word: { manner: input.manner, on: today, sealedWitness } })
    note({ yes: input.isYes, manner: input.manner })
    return shown(call, file.id)
  }),
  handle(contract.readWhom, async (call) => {
    const { input, tx, house, actor, today, about, note } = call
    const one = (await store.findVisit(tx, input.id)) ?? refuse('platform.not-found')
    const { personId, caseId } = one
    if (personId === null || caseId === null) return refuse('platform.not-found')
    if (!mayKnowWhom(one, today)) refuse('oversight.whom-not-yet')
    about({ personId, caseId, countyCode: one.countyCode })
    // She reads among those who read her file that a visitor learnt her name, and from which office.
    note({ seen: 'visit' })
    const known = await findFile(tx, caseId)
    const lent = (await lendToSeats(tx, { house, planId: actor.planId, personIds: [personId] })).get(personId)
    if (known === undefined || lent === undefined) return refuse('platform.not-found')
    const guides = await namesOfGuides(tx, actor.planId, known.scope.assigned)
    return { givenName: lent.givenName, settlement: lent.settlement, guideName: [...guides.values()][0] ?? null }
  }),
]
