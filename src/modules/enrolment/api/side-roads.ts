import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { dayIn, daysBetween, TEHRAN } from '../../../platform/time.ts'
import { moveCounty } from '../../people/port.ts'
import { isPilotCounty, parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/side-roads.ts'
import { giveFiles, requireRoom } from '../port/carrying.ts'
import { advance, getLockedCase } from '../port.ts'
import {
  deadlineAfterPause,
  pauses,
  positionOfHold,
  reasonsNotToHold,
  reasonsNotToReenter,
  reasonsNotToTransfer,
} from '../rules/side-roads.ts'
import { lockCases } from '../store/carriers.ts'
import { type Case, carriedLineOf, lineOf } from '../store/cases.ts'
import { count } from '../store/counters.ts'
import { listReferralPlaces } from '../store/eligibility.ts'
import * as store from '../store/transfers.ts'
import { reenter } from './re-entry.ts'

/** Puts her back where she stood; her days to answer by have stood still. */
async function goOn(call: Call<unknown>, one: Case): Promise<Case> {
  const back = (await store.findPositionBefore(call.tx, one)) ?? refuse('enrolment.not-paused')
  const deadline = deadlineAfterPause(one.deadlineOn, dayIn(TEHRAN, one.since), call.today)
  return advance(call, one, back, { reason: 'resumed', set: { deadline_on: deadline } })
}
/** Changes the county of a locked case in every room at once, with the counters of both counties. */
async function changeCounty(call: Call<unknown>, one: Case, to: string): Promise<Case> {
  const { tx, actor, today, note } = call
  const { planId } = actor
  const { value, letterNumber } = await parameterOn(tx, 'transfer-quota', { day: today, countyCode: one.countyCode })
  await (value === 'follows' ? store.movePlaceCount(tx, one, to) : store.keepPlaceCounted(tx, one))
  note({ from: one.countyCode, quota: value, letter: letterNumber })
  await count(tx, planId, [
    { countyCode: one.countyCode, position: one.position, by: -1 },
    { countyCode: to, position: one.position, by: 1 },
  ])
  await moveCounty(tx, planId, { personId: one.personId, countyCode: to })
  await giveFiles(call, [one], actor.accountId)
  return { ...one, countyCode: to, assigned: [actor.accountId] }
}

export const sideRoadsApi: readonly Handled[] = [
  handle(contract.holdCase, async (call) => {
    const { input, today, now } = call
    const one = await getLockedCase(call, input.caseId)
    refuseIf(reasonsNotToHold({ ...input, position: one.position }, today))
    const set = { deadline_on: one.deadlineOn, hold_until: input.reason === 'safety' ? null : input.until }
    return carriedLineOf(await advance(call, one, positionOfHold(input.reason), { reason: input.reason, set }), now)
  }),
  handle(contract.resumeCase, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    if (!pauses.has(one.position)) refuse('enrolment.not-paused')
    return lineOf(await goOn(call, one), call.now)
  }),
  handle(contract.leaveRoad, async (call) => {
    const { input, tx, today, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    const places = input.to === 'referred-out' ? await listReferralPlaces(tx, today) : []
    const place = places.find(({ id, countyCode }) => id === input.referralPlaceId && (countyCode ?? one.countyCode) === one.countyCode)
    if (input.to === 'referred-out' && place === undefined) refuse('enrolment.referral-missing')
    note({ to: input.to, place: place?.id ?? null })
    return lineOf(await advance(call, one, input.to, { reason: place?.id }), now)
  }),
  handle(contract.reenterCase, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    refuseIf(reasonsNotToReenter(one))
    return lineOf(await reenter(call, one), call.now)
  }),
  handle(contract.askTransfer, async (call) => {
    const { input, tx, actor, today, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    const isPilot = await isPilotCounty(tx, input.toCounty, today)
    refuseIf(reasonsNotToTransfer({ position: one.position, from: one.countyCode, to: input.toCounty, isPilot }))
    await store.insertTransfer(tx, one, { ...input, accountId: actor.accountId, at: now })
    note({ to: input.toCounty })
    return lineOf(await advance(call, one, 'transferred', { set: { deadline_on: one.deadlineOn } }), now)
  }),
  handle(contract.listTransfers, async ({ input, tx, actor, today }) => ({
    transfers: (await store.listTransfers(tx, actor.counties, input.limit)).map((row) => ({
      id: row.id,
      fileNumber: row.file_number,
      fromCounty: row.from_county,
      toCounty: row.to_county,
      askedOn: dayIn(TEHRAN, row.asked_at),
      days: daysBetween(dayIn(TEHRAN, row.asked_at), today),
    })),
  })),
  handle(contract.acceptTransfer, async (call) => {
    const { input, tx, actor, now } = call
    const way = (await store.lockTransfer(tx, input.id)) ?? refuse('platform.not-found')
    if (!actor.counties.includes(way.to_county)) refuse('platform.not-found')
    if (way.state !== 'asked') refuse('enrolment.already-answered')
    const [sent] = await lockCases(tx, { planId: actor.planId, counties: null, accountId: actor.accountId }, [way.case_id])
    const one = sent ?? refuse('platform.not-found')
    await requireRoom(call, { accountId: actor.accountId, files: [{ ...one, countyCode: way.to_county }] })
    await store.acceptTransfer(tx, input.id, { accountId: actor.accountId, at: now })
    const here = await goOn(call, await changeCounty(call, one, way.to_county))
    return { ...lineOf(here, now), personId: here.personId }
  }),
]
