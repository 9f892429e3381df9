import { beyondReach } from '../../../platform/db.ts'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/grievances.ts'
import { afterWord, awaitsHerWord, desksOf, reasonsNotToSay } from '../rules/grievances.ts'
import { addWord, findText, lendText } from '../store/grievance-texts.ts'
import * as store from '../store/grievances.ts'
import { file } from './grievance-filing.ts'

/** More than this on one day is a flood, not a province; one address alone reaches its own bound long before. */
const MOST_A_DAY = 500
type Asking = Pick<Call<unknown>, 'tx' | 'house' | 'actor' | 'today'>
const sealedOf = ({ house }: Asking, { planId, id, personId }: store.StoredGrievance) => ({ house, planId, id, personId })

/** As whoever made it reads it. */
async function shownToHer(call: Asking, one: store.StoredGrievance): Promise<contract.OwnGrievance> {
  const { id, number, about, state, receivedOn, dueOn, closedHow } = one
  // Whoever holds a code holds nothing else; she herself reads what is hers.
  const read = call.actor.role === 'W' ? findText : lendText
  const { words } = await read(call.tx, sealedOf(call, one))
  return { id, number, about, state, receivedOn, dueOn, closedHow, words: [...words], mayAnswer: awaitsHerWord(one) }
}
/** Her word on the answer, and where it takes the complaint. The row is locked. */
async function keepWord(call: Asking & Pick<Call<unknown>, 'note'>, one: store.StoredGrievance, word: contract.HerWord): Promise<void> {
  const { tx, today, note } = call
  refuseIf(reasonsNotToSay(one, word))
  if (word.text !== null) await addWord(tx, sealedOf(call, one), { by: 'her', desk: null, on: today, text: word.text })
  const next = afterWord(one, word.isSettled)
  note({ settled: word.isSettled, to: next.to })
  if (next.to === 'closed') {
    const desks = desksOf({ ...one, state: 'closed' })
    await store.moveGrievance(tx, one, { state: 'closed', dueOn: null, desks, closed: { on: today, how: next.how } })
    return
  }
  const on = { day: today, countyCode: one.countyCode }
  const answerBy = addDays(today, (await parameterOn(tx, 'grievance-answering', on)).value)
  const desk = next.to === 'escalated' ? 'AU' : one.desk
  const desks = desksOf({ ...one, desk, state: next.to })
  const reopened = one.reopened + (next.to === 'reopened' ? 1 : 0)
  await store.moveGrievance(tx, one, { state: next.to, dueOn: answerBy, answerBy, desk, desks, reopened, closed: null })
}
async function byTracking({ tx, actor }: Asking, tracking: string): Promise<store.StoredGrievance> {
  return (await beyondReach(tx, () => store.lockByTracking(tx, actor.planId, tracking))) ?? refuse('oversight.tracking-unknown')
}
async function withoutId(call: Asking, one: store.StoredGrievance) {
  const { id: _id, ...shown } = await shownToHer(call, one)
  return shown
}

export const complaintsApi: readonly Handled[] = [
  handle(contract.complain, async (call) => {
    const { input, tx, actor, today } = call
    if ((await store.countPublic(tx, actor.planId, today)) >= MOST_A_DAY) refuse('oversight.too-many-complaints')
    const nobody = { scope: undefined, isGuideAllowed: false, organisationId: null, paperNumber: null }
    return file(call, { ...input, ...nobody, channel: 'public' })
  }),
  handle(contract.readComplaint, async (call) => withoutId(call, await byTracking(call, call.input.tracking))),
  handle(contract.sayOfComplaint, async (call) => {
    await keepWord(call, await byTracking(call, call.input.tracking), call.input)
    return withoutId(call, await byTracking(call, call.input.tracking))
  }),
  handle(contract.listOwnGrievances, async (call) => {
    const { tx, actor } = call
    const own: contract.OwnGrievance[] = []
    if (actor.personId !== null) for (const one of await store.listOfPerson(tx, actor.personId)) own.push(await shownToHer(call, one))
    return { grievances: own }
  }),
  handle(contract.fileOwnGrievance, async (call) => {
    const { input, tx, actor } = call
    const personId = actor.personId ?? refuse('platform.not-found')
    const scope = (await store.readOwnScope(tx, { planId: actor.planId, personId })) ?? refuse('platform.not-found')
    return file(call, { ...input, scope, countyCode: scope.county_code, channel: 'own-page', paperNumber: null })
  }),
  handle(contract.sayWhetherSettled, async (call) => {
    const { input, tx } = call
    await keepWord(call, (await store.lockGrievance(tx, input.id)) ?? refuse('platform.not-found'), input)
    return shownToHer(call, (await store.findGrievance(tx, input.id)) ?? refuse('platform.not-found'))
  }),
]
