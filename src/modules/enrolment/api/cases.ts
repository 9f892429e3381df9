import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { hasConsent, listNames } from '../../people/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/cases.ts'
import { giveFiles, requireRoom } from '../port/carrying.ts'
import { advance, getLockedCase } from '../port.ts'
import { ended, reasonsNotToMove } from '../rules/case-moves.ts'
import { positionAfter, reasonsNotToGiveUp, reasonsNotToKeepTry, triesSinceReached } from '../rules/contact-tries.ts'
import { reasonsNotToReenter } from '../rules/side-roads.ts'
import * as store from '../store/cases.ts'
import * as contact from '../store/contact.ts'
import { readCounters } from '../store/counters.ts'
import { followJoined } from '../store/joins.ts'
import { listPlacesHeld } from '../store/queue.ts'
import { reenter } from './re-entry.ts'

function pageOf<T extends { readonly id: string }>(
  rows: readonly T[],
  limit: number,
): { readonly page: readonly T[]; readonly next: string | null } {
  const page = rows.slice(0, limit)
  return { page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
async function totalOf(tx: Call<unknown>['tx'], { countyCode, position }: Pick<store.Filter, 'countyCode' | 'position'>): Promise<number> {
  const counters = await readCounters(tx)
  return counters
    .filter((one) => (countyCode === undefined || one.countyCode === countyCode) && (position === undefined || one.position === position))
    .reduce((sum, { count }) => sum + count, 0)
}

export const casesApi: readonly Handled[] = [
  handle(contract.listCases, async ({ input, tx, now }) => {
    const { page, next } = pageOf(await store.listCases(tx, input), input.limit)
    return { cases: page.map((one) => store.lineOf(one, now)), next, total: await totalOf(tx, input) }
  }),
  handle(contract.listOwnCases, async ({ input, tx, now, actor }) => {
    const { page, next } = pageOf(await store.listCarried(tx, actor.accountId, input), input.limit)
    const names = await listNames(
      tx,
      page.map(({ personId }) => personId),
    )
    return {
      cases: page.map((one) => ({ ...store.carriedLineOf(one, now), personId: one.personId, name: names.get(one.personId) ?? '' })),
      next,
      total: await store.countCarried(tx, actor.accountId),
    }
  }),
  handle(contract.listIntroduced, async ({ input, tx, now, actor }) => {
    const { page, next } = pageOf(
      await store.listIntroduced(tx, actor.organisationId ?? refuse('access.not-your-part'), input),
      input.limit,
    )
    return { cases: (await followJoined(tx, actor.planId, page)).map((one) => store.lineOf(one, now)), next }
  }),
  handle(contract.readCounters, async ({ tx }) => ({ counters: await readCounters(tx), places: await listPlacesHeld(tx) })),
  handle(contract.takeNext, async (call) => {
    const { tx, actor, now } = call
    const taken = (await store.lockNextWaiting(tx, actor.planId, actor)) ?? refuse('enrolment.nobody-waits')
    await requireRoom(call, { accountId: actor.accountId, files: [taken] })
    await giveFiles(call, [taken], actor.accountId)
    return { ...store.lineOf(taken, now), personId: taken.personId }
  }),
  handle(contract.listContactTries, async ({ input, tx, today }) => {
    const one = (await store.findCase(tx, input.caseId)) ?? refuse('platform.not-found')
    const tries = await contact.listContactTries(tx, one.id)
    const { value } = await parameterOn(tx, 'contact-tries', { day: today, countyCode: one.countyCode })
    const reasons = reasonsNotToGiveUp(triesSinceReached(tries, await contact.findLastMet(tx, one)), value)
    const mayGiveUp = reasons.length === 0 && reasonsNotToMove(one.position, 'lost-contact').length === 0
    return { tries, mayGiveUp, reasonsNotToGiveUp: [...reasons], needed: value }
  }),
  handle(contract.tryContact, async (call) => {
    const { input, tx, now, actor, note, today } = call
    const one = await getLockedCase(call, input.caseId)
    refuseIf(reasonsNotToKeepTry(one.position, input.result))
    await contact.insertContactTry(tx, one, { ...input, at: now, accountId: actor.accountId })
    note({ channel: input.channel, result: input.result })
    const to = positionAfter(one.position, input.result)
    if (to === one.position) return store.lineOf(one, now)
    if (to === 'contacted' && reasonsNotToReenter(one).length === 0) return store.lineOf(await reenter(call, one), now)
    const retention = await parameterOn(tx, 'nomination-retention', { day: today, countyCode: one.countyCode })
    return store.lineOf(
      await advance(call, one, to, to === 'declined' ? { set: { deadline_on: addDays(today, retention.value) } } : {}),
      now,
    )
  }),
  handle(contract.giveUpContact, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    const { value } = await parameterOn(call.tx, 'contact-tries', { day: call.today, countyCode: one.countyCode })
    const tries = triesSinceReached(await contact.listContactTries(call.tx, one.id), await contact.findLastMet(call.tx, one))
    refuseIf(reasonsNotToMove(one.position, 'lost-contact'))
    refuseIf(reasonsNotToGiveUp(tries, value), value)
    return store.lineOf(await advance(call, one, 'lost-contact'), call.now)
  }),
  handle(contract.recordConsent, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    const isGiven = await hasConsent(call.tx, { personId: one.personId, purpose: 'keep-file', today: call.today })
    if (!isGiven) refuse('enrolment.consent-missing')
    const { value } = await parameterOn(call.tx, 'registration-deadline', { day: call.today, countyCode: one.countyCode })
    return store.lineOf(await advance(call, one, 'consented', { set: { deadline_on: addDays(call.today, value) } }), call.now)
  }),
  handle(contract.withdrawCase, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    if (ended.has(one.position)) refuse('enrolment.no-such-move')
    const name = one.registeredOn === null ? 'nomination-retention' : 'withdrawn-retention'
    const { value } = await parameterOn(call.tx, name, { day: call.today, countyCode: one.countyCode })
    return store.lineOf(
      await advance(call, one, 'withdrawn', { reason: call.input.reason, set: { deadline_on: addDays(call.today, value) } }),
      call.now,
    )
  }),
]
