import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays, dayIn, TEHRAN } from '../../../platform/time.ts'
import { lockQuotaOn, parameterOn, quotaOn } from '../../plan/port.ts'
import * as contract from '../contract/queue.ts'
import { advance, getLockedCase } from '../port.ts'
import { freePlaces, reasonsNotToExpire, reasonsNotToGrant, reasonsNotToSettle, shown } from '../rules/queue.ts'
import { tiers } from '../rules/tiers.ts'
import { type Case, findCase, lineOf } from '../store/cases.ts'
import { countDecisions, readDecisionCounts, readOpenCounts } from '../store/eligibility.ts'
import * as store from '../store/queue.ts'
import { say } from './speech.ts'

/** Takes a free place for a case, by one conditional statement, and offers it to her with a day to answer by. Refuses when none is free. */
async function offerPlace(call: Call<unknown>, one: Case, reason: 'in-turn' | 'out-of-turn'): Promise<Case> {
  const { tx, actor, today, note } = call
  const places = await lockQuotaOn(tx, one.countyCode, today)
  if (!(await store.takePlace(tx, { planId: actor.planId, countyCode: one.countyCode, places }))) refuse('enrolment.no-free-place')
  const answer = await parameterOn(tx, 'place-answer', { day: today, countyCode: one.countyCode })
  note({ tier: one.tier ?? 0, reason })
  const granted = await advance(call, one, 'place-granted', { reason, set: { deadline_on: addDays(today, answer.value) } })
  await store.holdPlace(tx, one)
  return granted
}
async function casesOf(tx: Call<unknown>['tx'], ids: readonly string[]): Promise<readonly Case[]> {
  const cases: Case[] = []
  for (const id of ids) {
    const one = await findCase(tx, id)
    if (one !== undefined) cases.push(one)
  }
  return cases
}
/** A row of the queue with the reason of its place; the tier is named by its public sentence, never by what is known of her. */
function rowOf(one: Case, place: number, { now, today, language }: Pick<Call<unknown>, 'now' | 'today' | 'language'>): contract.QueueRow {
  const tier = one.tier ?? tiers.length
  const registeredOn = one.registeredOn ?? one.queuedOn ?? today
  const reason = say('queue-reason-said', language, { tier, day: registeredOn })
  return { ...lineOf(one, now), tier, place, registeredOn, queuedOn: one.queuedOn ?? registeredOn, reason }
}

export const queueApi: readonly Handled[] = [
  handle(contract.readQueue, async (call) => {
    const { input, tx, actor, now, today, language } = call
    const { granted, moved } = await store.readPlaceCount(tx, input.countyCode)
    const places = ((await quotaOn(tx, input.countyCode, today)) ?? 0) + moved
    const queue = await casesOf(tx, await store.listQueue(tx, input.countyCode, input.limit))
    const offers = await casesOf(tx, await store.listOffers(tx, input.countyCode, input.limit))
    const free = freePlaces({ places, granted })
    return {
      places,
      granted,
      moved,
      free,
      waiting: await store.countWaiting(tx, input.countyCode),
      outOfTurn: await store.readOutOfTurnCount(tx, actor.planId, input.countyCode),
      proposed: free > 0 ? (queue[0]?.id ?? null) : null,
      tiers: tiers.map(({ tier }) => ({ tier, sentence: say(`tier-${tier}`, language) })),
      queue: queue.map((one, index) => rowOf(one, index + 1, call)),
      offers: offers.map((one) => ({ ...lineOf(one, now), isOverdue: one.deadlineOn !== null && one.deadlineOn < today })),
    }
  }),
  handle(contract.grantPlace, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    const [first] = await store.listQueue(call.tx, one.countyCode, 1)
    refuseIf(reasonsNotToGrant({ position: one.position, isNext: first === one.id }))
    return lineOf(await offerPlace(call, one, 'in-turn'), call.now)
  }),
  handle(contract.answerPlace, async (call) => {
    const { input, tx, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.position !== 'place-granted') refuse('enrolment.no-place-offered')
    note({ wish: input.wish })
    if (input.wish === 'take') return lineOf(await store.closeOffer(tx, one), now)
    return lineOf(await advance(call, one, input.wish, { reason: 'place-declined' }), now)
  }),
  handle(contract.expirePlace, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    refuseIf(reasonsNotToExpire(one, call.today))
    return lineOf(await advance(call, one, 'not-yet', { reason: 'place-expired' }), call.now)
  }),
  handle(contract.proposeOutOfTurn, async (call) => {
    const { input, tx, actor, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.position !== 'queued') refuse('enrolment.not-queued')
    const [first] = await store.listQueue(tx, one.countyCode, 1)
    if (first === one.id) refuse('enrolment.already-next')
    await store.insertOutOfTurn(tx, one, { ...input, proposedBy: actor.accountId, at: now })
    note({ reason: input.reason, letterNumber: input.letterNumber })
    return { id: input.id }
  }),
  handle(contract.listOutOfTurn, async ({ input, tx, actor }) => ({
    proposals: (await store.listOutOfTurn(tx, input.limit)).map((row) => ({
      id: row.id,
      caseId: row.case_id,
      fileNumber: row.file_number,
      countyCode: row.county_code,
      reason: row.reason,
      letterNumber: row.letter_number,
      letterDate: row.letter_date,
      proposedOn: dayIn(TEHRAN, row.proposed_at),
      isOwn: row.proposed_by === actor.accountId,
      version: row.version,
    })),
  })),
  handle(contract.settleOutOfTurn, async (call) => {
    const { input, tx, actor, now } = call
    const proposal = (await store.lockOutOfTurn(tx, input.id)) ?? refuse('platform.not-found')
    const one = await getLockedCase(call, proposal.case_id)
    refuseIf(
      reasonsNotToSettle(
        { state: proposal.state, proposedBy: proposal.proposed_by, position: one.position },
        { accountId: actor.accountId, isGranted: input.isGranted },
      ),
    )
    if (!(await store.settleOutOfTurn(tx, { ...input, accountId: actor.accountId, at: now }))) refuse('platform.version-stale')
    if (input.isGranted) {
      await offerPlace(call, one, 'out-of-turn')
      await countDecisions(tx, { planId: actor.planId, countyCode: one.countyCode, kinds: ['out-of-turn'] })
    }
    return { id: input.id, isGranted: input.isGranted }
  }),
  handle(contract.readOpenFigures, async ({ tx, actor }) => {
    const counts = await readOpenCounts(tx, actor.planId)
    return {
      granted: shown(counts.get('granted') ?? 0),
      outOfTurn: counts.get('out-of-turn') ?? 0,
      appealsUpheld: shown(counts.get('appeal-upheld') ?? 0),
      appealsOverturned: shown(counts.get('appeal-overturned') ?? 0),
    }
  }),
  handle(contract.readDecisionFigures, async ({ tx }) => {
    const rows = await readDecisionCounts(tx)
    const figure = (countyCode: string, kind: string): number =>
      rows.find((row) => row.county_code === countyCode && row.kind === kind)?.n ?? 0
    return {
      figures: [...new Set(rows.map((row) => row.county_code))].map((countyCode) => ({
        countyCode,
        eligible: shown(figure(countyCode, 'eligible')),
        ineligible: shown(figure(countyCode, 'ineligible')),
        countedApart: shown(figure(countyCode, 'counted-apart')),
        outOfTurn: figure(countyCode, 'out-of-turn'),
      })),
    }
  }),
]
