import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { acceptSlot, did, grantPlaces, planSession, settleMembers, thePanel } from '../../../../test/interviewing.ts'
import { accountOf, counties } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

const GUIDE = 'facilitatorOfDashtestan'
let house: Awaited<ReturnType<typeof openHouse>>
let roomId: string
beforeAll(async () => {
  house = await openHouse()
  roomId = await settleMembers(house)
})
afterAll(() => house.stop())
let inDays = 0
async function accepted(members?: readonly object[], supportBodies: 'agreed' | 'refused' | null = null) {
  inDays += 7
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('one stands above')
  await grantPlaces(house, [woman])
  const planned = await planSession(house, roomId, { inDays, slots: 2, ...(members === undefined ? {} : { members }) })
  const id = await acceptSlot(house, woman, planned.slots[0], { supportBodies })
  return { woman, id, ...planned }
}
/** What stands of a conversation, whoever may still see it. */
async function standing(id: string) {
  return house.house.door.asOwner(async (tx) => ({
    ...(await tx.selectFrom('interviews.interview').select(['state', 'slot_id', 'seated']).where('id', '=', id).executeTakeFirstOrThrow()),
    sits: (
      await tx.selectFrom('interviews.seat').select('account_id').where('interview_id', '=', id).where('ended_at', 'is', null).execute()
    ).map((row) => row.account_id),
  }))
}
async function slotsOf(sessionId: string): Promise<readonly { readonly id: string; readonly isTaken: boolean }[]> {
  const { sessions } = await did(house, 'executor', 'GET', `/interviews/sessions?countyCode=${counties.dashtestan}&limit=100`)
  return sessions.find((one: { id: string }) => one.id === sessionId).slots
}
const enrolment = (woman: Woman, act: string, body: object) => did(house, GUIDE, 'POST', `/enrolment/cases/${woman.caseId}/${act}`, body)

describe('her road turns', () => {
  test.each([
    ['withdraw', { reason: 'found-work' }, 'cancelled'],
    ['leave', { to: 'moved', referralPlaceId: null }, 'cancelled'],
    ['place/answer', { wish: 'queued' }, 'cancelled'],
    ['hold', { reason: 'health', until: '2026-12-20' }, 'to-plan'],
    ['hold', { reason: 'safety', until: null }, 'to-plan'],
    ['transfer', { id: newId(), toCounty: counties.dashti }, 'to-plan'],
  ] as const)('%s: her time is free for another, and nobody sits with her any more', async (act, body, state) => {
    const { woman, id, sessionId } = await accepted()
    expect((await standing(id)).sits).toHaveLength(3)
    await enrolment(woman, act, body)
    expect(await standing(id)).toEqual({ state, slot_id: null, seated: [], sits: [] })
    expect((await slotsOf(sessionId)).map(({ isTaken }) => isTaken)).toEqual([false, false])
  })
  test('whoever pauses is not waited for, gets a new time once she goes on, and the time she gave back is another’s', async () => {
    const { woman, sessionId } = await accepted()
    const waits = async () =>
      (await did(house, 'executor', 'GET', `/interviews/waiting?countyCode=${counties.dashtestan}&limit=250`)).waiting.map(
        (one: { caseId: string }) => one.caseId,
      )
    await enrolment(woman, 'hold', { reason: 'health', until: '2026-12-20' })
    expect(await waits()).not.toContain(woman.caseId)
    const [other] = await registerWomen(house.house, 1)
    await grantPlaces(house, other === undefined ? [] : [other])
    const [freed] = await slotsOf(sessionId)
    await acceptSlot(house, { caseId: other?.caseId ?? '' }, freed?.id)
    await enrolment(woman, 'resume', {})
    expect(await waits()).toContain(woman.caseId)
  })
  test('one who left and comes back is not held up by the conversation she left', async () => {
    const { woman, id } = await accepted()
    await enrolment(woman, 'withdraw', { reason: 'found-work' })
    await enrolment(woman, 're-enter', {})
    await grantPlaces(house, [woman])
    expect((await did(house, GUIDE, 'GET', `/interviews/cases/${woman.caseId}`)).isWaiting).toBe(true)
    expect((await standing(id)).state).toBe('cancelled')
  })
})

describe('a member falls out', () => {
  const replace = (sessionId: string, from: Parameters<typeof accountOf>[0], to: Parameters<typeof accountOf>[0]) =>
    did(house, 'executor', 'POST', `/interviews/sessions/${sessionId}/replace`, { accountId: accountOf(from), byAccountId: accountOf(to) })
  const seats = (names: readonly Parameters<typeof accountOf>[0][]) => names.map((name) => accountOf(name)).toSorted()
  test('whoever comes sits with those who accepted, in the same part, and whoever goes sees nothing of it', async () => {
    const { id, sessionId, heldOn } = await accepted()
    expect(await replace(sessionId, 'interviewerOfLabour', 'appealReader')).toMatchObject({ kept: 1, freed: 0 })
    const { state, sits } = await standing(id)
    expect({ state, sits: sits.toSorted() }).toEqual({
      state: 'accepted',
      sits: seats(['interviewer', 'appealReader', 'interviewerOfHandicrafts']),
    })
    house.setTime(`${heldOn}T05:30:00Z`)
    const own = async (who: 'appealReader' | 'interviewerOfLabour') =>
      (await did(house, who, 'GET', '/interviews/seats')).seats.map((seat: { interviewId: string; part: string }) => [
        seat.interviewId,
        seat.part,
      ])
    expect(await own('appealReader')).toEqual([[id, 'in-room']])
    expect(await own('interviewerOfLabour')).toEqual([])
    house.setTime('2026-11-23T06:00:00Z')
  })
  test('an officer of a support body who comes later is not seated with a woman who was never asked; too few left mean a new time', async () => {
    const { id, sessionId } = await accepted()
    expect(await replace(sessionId, 'interviewerOfHandicrafts', 'interviewerOfBehzisti')).toMatchObject({ kept: 0, freed: 1 })
    expect(await standing(id)).toEqual({ state: 'to-plan', slot_id: null, seated: [], sits: [] })
  })
  test('the sheet at the door names those of one’s own session alone, and leaves its trace', async () => {
    const { id, heldOn } = await accepted()
    house.setTime(`${heldOn}T05:30:00Z`)
    const sheet = await did(house, thePanel[0], 'POST', `/interviews/${id}/roster`, { rosterId: newId() })
    expect(sheet).toMatchObject({ doorSign: 'جلسهٔ کسب‌وکارهای خانگی', lines: [{ givenName: 'زن' }] })
    expect(JSON.stringify(sheet)).not.toMatch(/آزمایشی|3510|بیوه/)
    const stranger = await house.ask('interviewerOfBehzisti', {
      method: 'POST',
      url: `/interviews/${id}/roster`,
      body: { rosterId: newId() },
    })
    expect(stranger.status).toBe(404)
    house.setTime('2026-11-23T06:00:00Z')
  })
})
