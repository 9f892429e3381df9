import { createHmac } from 'node:crypto'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays, hourIn, TEHRAN } from '../../../platform/time.ts'
import { lendCall, lendToSeats } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/follow-ups.ts'
import { compareAnswers, reasonsNotToTake } from '../rules/answers.ts'
import { afterTry, isDrawn, reasonsNotToMoveFollowUp } from '../rules/follow-ups.ts'
import { worksBefore } from '../rules/job.ts'
import { addMonths, monthOf } from '../rules/months.ts'
import { needsOf } from '../rules/needs.ts'
import { insertBaseline, isBaselineKnown } from '../store/baselines.ts'
import * as store from '../store/calls.ts'
import { giveBack, insertFollowUp, type StoredFollowUp, updateFollowUp } from '../store/follow-ups.ts'
import { listQuestions } from '../store/questions.ts'
import { say } from './speech.ts'

type Asking = Pick<Call<{ readonly id: string }>, 'tx' | 'actor' | 'house' | 'input' | 'about'>
function told({ about }: Asking, one: StoredFollowUp): StoredFollowUp {
  const { person_id: personId, case_id: caseId, county_code: countyCode } = one.scope
  about({ personId, caseId, countyCode })
  return one
}
/** One's own call that is open today; «not found» for everyone else, on every other day, for her guide and for the executor. */
async function ownCall(call: Asking): Promise<StoredFollowUp> {
  const one = (await store.findOwn(call.tx, { id: call.input.id, accountId: call.actor.accountId })) ?? refuse('platform.not-found')
  if (!one.isNoKin) refuse('outcomes.kinship-unsaid')
  return told(call, one)
}
async function lockedCall(call: Asking): Promise<StoredFollowUp> {
  const one = (await store.lockOwn(call.tx, { id: call.input.id, accountId: call.actor.accountId })) ?? refuse('platform.not-found')
  return told(call, one)
}
/** First name and key of one woman, for a caller whose call is open. */
async function herOf({ tx, actor, house }: Asking, { scope }: StoredFollowUp) {
  const personId = scope.person_id
  return (await lendToSeats(tx, { house, planId: actor.planId, personIds: [personId] })).get(personId) ?? refuse('platform.not-found')
}
async function shown(
  { tx, actor, house }: Pick<Asking, 'tx' | 'actor' | 'house'>,
  calls: readonly StoredFollowUp[],
): Promise<contract.OwnCall[]> {
  const lent = await lendToSeats(tx, { house, planId: actor.planId, personIds: calls.map(({ scope }) => scope.person_id) })
  const tried = await store.lastTries(
    tx,
    calls.map(({ id }) => id),
  )
  return calls.flatMap(({ scope, id, month, opensOn, closesOn, isNoKin, tries, version }) => {
    const her = lent.get(scope.person_id)
    if (her === undefined) return []
    const lastTriedAt = tried.get(id)?.toISOString() ?? null
    return [{ id, givenName: her.givenName, month, opensOn, closesOn, isNoKin, tries, lastTriedAt, version }]
  })
}
async function questionsOf({ tx }: Pick<Asking, 'tx'>, one: StoredFollowUp, today: string): Promise<readonly contract.Question[]> {
  const { first } = (await parameterOn(tx, 'follow-up-months', { day: today })).value
  const isKnown = await isBaselineKnown(tx, one)
  return listQuestions(tx, { instrumentCode: one.instrumentCode, isFirst: one.month <= first, isKnown })
}
const DRAWN_OF = 10_000
/** A number nobody can choose or foresee: from the id of the follow-up and a key the database keeps sealed; the same again for whoever has the key. */
export function drawFor(house: Asking['house'], id: string): number {
  return createHmac('sha256', house.vault.keyFor('outcomes/call-back')).update(id).digest().readUInt32BE(0) % DRAWN_OF
}
const CALL_BACK_DAYS = 21
/** Out of those reached, some are called once more from another county; drawn after she has answered, so that no answer is given with it in mind. */
async function drawCallBack(call: Call<{ readonly id: string }>, one: StoredFollowUp): Promise<number | null> {
  const { tx, house, actor, today } = call
  if (one.kind !== 'first') return null
  const draw = drawFor(house, one.id)
  const share = (await parameterOn(tx, 'call-back-share', { day: today, countyCode: one.scope.county_code })).value
  if (isDrawn(draw, share)) {
    const days = { opensOn: addDays(today, 1), closesOn: addDays(today, CALL_BACK_DAYS), missingReason: null }
    const { scope, fileNumber, instrumentCode, month } = one
    const away = [actor.accountId]
    await insertFollowUp(tx, { ...days, id: house.newId(), scope, fileNumber, instrumentCode, month, kind: 'call-back', away, today })
  }
  return draw
}

export const callsApi: readonly Handled[] = [
  handle(contract.listOwnCalls, async (call) => ({ calls: await shown(call, await store.listOwn(call.tx, call.actor.accountId)) })),
  handle(contract.readCall, async (call) => {
    const one = await ownCall(call)
    const [own = refuse('platform.not-found')] = await shown(call, [one])
    return {
      call: own,
      questions: [...(await questionsOf(call, one, call.today))],
      saidToHer: say('said-to-her', call.language),
      saidToOthers: say('said-to-others', call.language),
    }
  }),
  handle(contract.sayKinship, async (call) => {
    const { input, tx, today, note } = call
    const one = await lockedCall(call)
    if (one.state !== 'given') refuse('platform.not-found')
    note({ kinship: input.isKin ? 'kin' : 'none' })
    if (input.isKin) await giveBack(tx, one, today)
    else await updateFollowUp(tx, one, { kinship: 'none' })
    return { id: one.id, isGivenBack: input.isKin }
  }),
  handle(contract.readCallNumber, async (call) => {
    const { tx, house, actor, today, now, note } = call
    const one = await ownCall(call)
    const { key } = await herOf(call, one)
    const whose = { house, planId: actor.planId, personId: one.scope.person_id }
    const lent = await lendCall(tx, { key, whose, today, hour: hourIn(TEHRAN, now) })
    // Her number was shown, so that she reads it among those who looked.
    if ('phone' in lent) note({ seen: 'contact' })
    return { phone: 'phone' in lent ? lent.phone : null, reason: 'phone' in lent ? null : lent.reason }
  }),
  handle(contract.recordTry, async (call) => {
    const { input, tx, actor, today, now, note } = call
    const one = await lockedCall(call)
    refuseIf(reasonsNotToMoveFollowUp(one.state, 'missing'))
    if (!one.isNoKin) refuse('outcomes.kinship-unsaid')
    const most = (await parameterOn(tx, 'contact-tries', { day: today, countyCode: one.scope.county_code })).value.tries
    const tries = one.tries + 1
    const missingReason = afterTry(input.result, tries, most)
    await store.insertTry(tx, one, { id: input.tryId, result: input.result, accountId: actor.accountId, at: now })
    const state: contract.FollowUpState = missingReason === null ? 'given' : 'missing'
    const ended = missingReason === null ? {} : { state: 'missing', state_since: today, missing_reason: missingReason }
    await updateFollowUp(tx, one, { tries, ...ended })
    note({ result: input.result, tries })
    return { id: one.id, state, tries }
  }),
  handle(contract.recordAnswers, async (call) => {
    const { input, tx, actor, today, note } = call
    const one = await lockedCall(call)
    refuseIf(reasonsNotToMoveFollowUp(one.state, 'answered'))
    if (!one.isNoKin) refuse('outcomes.kinship-unsaid')
    refuseIf(reasonsNotToTake(input.answers, await questionsOf(call, one, today)))
    const { key } = await herOf(call, one)
    const { accountId } = actor
    const wishesCall = needsOf(input.answers).includes('call-her')
    await store.insertAnswers(tx, one, { key, answers: input.answers, wishesCall, accountId, today, at: call.now })
    const sold = input.answers['own-sales']
    if (one.kind === 'first' && typeof sold === 'number' && sold > 0)
      await store.insertOwnSale(tx, one, { month: addMonths(monthOf(today), -1), netRial: sold, accountId, today })
    const work = worksBefore.find((before) => before === input.answers['work-before'])
    if (one.kind === 'first' && work !== undefined) await insertBaseline(tx, one, { work, accountId, today })
    const first = one.kind === 'call-back' ? await store.findFirstAnswers(tx, one, key) : undefined
    const agreement = first === undefined ? {} : compareAnswers(first, input.answers)
    const draw = await drawCallBack(call, one)
    await updateFollowUp(tx, one, { state: 'answered', state_since: today, draw, ...agreement })
    note({ month: one.month })
    return { id: one.id, state: 'answered' as const }
  }),
]
