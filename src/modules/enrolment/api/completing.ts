import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { readForDecision } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/completing.ts'
import { advance, getLockedCase } from '../port.ts'
import { askedOf, isThere, readWrittenAsked, reasonsNotToSendBack, writtenAsked } from '../rules/completing.ts'
import { type Case, findCase, lineOf } from '../store/cases.ts'
import { findInsured } from '../store/eligibility.ts'
import { findLastReason } from '../store/transfers.ts'
import { judgeToday } from './eligibility.ts'
import { say } from './speech.ts'

/** What was asked when the file was sent back, and what of it the file holds by now. */
async function readAsked({ tx, house, actor }: Pick<Call<unknown>, 'tx' | 'house' | 'actor'>, one: Case) {
  const known = (await readForDecision(tx, { house, planId: actor.planId, personId: one.personId })) ?? refuse('platform.not-found')
  const holds = { bornOn: known.identity.bornOn, ground: known.ground, insured: await findInsured(tx, one.id) }
  const asked = readWrittenAsked(await findLastReason(tx, one, 'incomplete'))
  return asked.map((rule) => ({ rule, isThere: isThere(rule, holds) }))
}

export const completingApi: readonly Handled[] = [
  handle(contract.sendBack, async (call) => {
    const { input, tx, today, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.personId !== input.personId) refuse('platform.not-found')
    const decision = await judgeToday(call, one)
    const asked = askedOf(decision.rules)
    refuseIf(reasonsNotToSendBack({ position: one.position, facts: decision.facts, seenFacts: input.facts, asked }))
    const { value } = await parameterOn(tx, 'registration-deadline', { day: today, countyCode: one.countyCode })
    note({ asked: asked.length, days: value })
    const set = { deadline_on: addDays(today, value) }
    return lineOf(await advance(call, one, 'incomplete', { reason: writtenAsked(asked), set }), now)
  }),
  handle(contract.readAsked, async (call) => {
    const one = (await findCase(call.tx, call.input.caseId)) ?? refuse('platform.not-found')
    if (one.position !== 'incomplete') return { deadlineOn: null, asked: [] }
    const asked = await readAsked(call, one)
    return {
      deadlineOn: one.deadlineOn,
      asked: asked.map(({ rule, ...more }) => ({ rule, ...more, sentence: say(`spoken-needed-${rule}`, call.language) })),
    }
  }),
  handle(contract.completeCase, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    if (one.position !== 'incomplete') refuse('enrolment.not-incomplete')
    if ((await readAsked(call, one)).some((asked) => !asked.isThere)) refuse('enrolment.still-incomplete')
    return lineOf(await advance(call, one, 'registered', { reason: 'completed' }), call.now)
  }),
]
