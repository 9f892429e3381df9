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

describe('two files of one woman', () => {
  /** Makes the second of two files the same woman's: the older goes on, the younger is joined. */
  async function twice(first: Woman, second: Woman) {
    await house.house.door.asOwner(async (tx) => {
      const { national_id_index } = await tx
        .selectFrom('people.identity')
        .select('national_id_index')
        .where('person_id', '=', first.personId)
        .executeTakeFirstOrThrow()
      await tx.updateTable('people.identity').set({ national_id_index }).where('person_id', '=', second.personId).execute()
    })
    const [firstPersonId, secondPersonId] = [first.personId, second.personId].toSorted()
    return (verdict: 'same' | 'different') =>
      house.ask('linkageUnit', {
        method: 'POST',
        url: '/enrolment/same-persons',
        body: { id: newId(), firstPersonId, secondPersonId, verdict, reason: verdict === 'same' ? 'papers-alike' : 'joined-by-mistake' },
      })
  }
  const waits = async (woman: Woman): Promise<boolean> =>
    (await did(house, 'executor', 'GET', `/interviews/waiting?countyCode=${counties.dashtestan}&limit=250`)).waiting.some(
      (one: { caseId: string }) => one.caseId === woman.caseId,
    )
  test('one conversation stays and the other’s time is free; parted, each has its own again, with its time and those who sit there', async () => {
    const [kept, joined] = [await accepted(), await accepted()]
    const settle = await twice(kept.woman, joined.woman)
    const before = await standing(joined.id)
    expect((await settle('same')).body).toMatchObject({ verdict: 'same' })
    expect(await standing(joined.id)).toEqual({ state: 'cancelled', slot_id: null, seated: [], sits: [] })
    expect((await standing(kept.id)).state).toBe('accepted')
    expect((await slotsOf(joined.sessionId)).map(({ isTaken }) => isTaken)).toEqual([false, false])
    expect(await waits(joined.woman)).toBe(false)
    const propose = { id: newId(), slotId: joined.slots[1] }
    const told = await house.ask(GUIDE, { method: 'POST', url: `/interviews/cases/${joined.woman.caseId}/propose`, body: propose })
    expect(told.reasons).toEqual(['interviews.not-at-interview'])
    expect((await settle('different')).status).toBe(200)
    const after = await standing(joined.id)
    expect({ ...after, sits: after.sits.toSorted() }).toEqual({ ...before, sits: before.sits.toSorted() })
    expect((await standing(kept.id)).state).toBe('accepted')
  })
  test('a time that is another’s by now is not taken from her: the parted file waits for a new one', async () => {
    const [kept, joined] = [await accepted(), await accepted()]
    const settle = await twice(kept.woman, joined.woman)
    await settle('same')
    const [other] = await registerWomen(house.house, 1)
    await grantPlaces(house, other === undefined ? [] : [other])
    const hers = await acceptSlot(house, { caseId: other?.caseId ?? '' }, joined.slots[0])
    await settle('different')
    expect(await standing(joined.id)).toMatchObject({ state: 'to-plan', slot_id: null, sits: [] })
    expect((await standing(hers)).slot_id).toBe(joined.slots[0])
    expect(await waits(joined.woman)).toBe(true)
  })
  test('a conversation in which something was said is brought to its end first, and nothing of the join is kept', async () => {
    const [kept, joined] = [await accepted(), await accepted()]
    house.setTime(`${joined.heldOn}T05:30:00Z`)
    await did(house, thePanel[0], 'POST', `/interviews/${joined.id}/kinship`, { kinship: 'none' })
    await did(house, thePanel[0], 'POST', `/interviews/${joined.id}/begin`)
    house.setTime('2026-11-23T06:00:00Z')
    const settle = await twice(kept.woman, joined.woman)
    expect((await settle('same')).reasons).toEqual(['enrolment.join-talk-open'])
    expect(await standing(joined.id)).toMatchObject({ state: 'held' })
    const road = await house.ask('office', { url: `/road/cases/${joined.woman.caseId}` })
    expect(road.body.joined).toBeNull()
  })
})

describe('the planner’s list', () => {
  const toPlan = (woman: Woman): Promise<number> =>
    house.house.door.asOwner(
      async (tx) => (await tx.selectFrom('interviews.office_due').select('kind').where('subject_id', '=', woman.caseId).execute()).length,
    )
  test('a second conversation of a woman who pauses is not asked for until she goes on', async () => {
    const { woman, id } = await accepted()
    await house.house.door.asOwner(async (tx) => {
      await tx.updateTable('interviews.interview').set({ state: 'told', told_on: '2026-11-23' }).where('id', '=', id).execute()
      await tx.updateTable('enrolment.case').set({ position: 'interviewed' }).where('id', '=', woman.caseId).execute()
    })
    await did(house, GUIDE, 'POST', `/interviews/${id}/second`, { newId: newId(), reason: 'her-wish' })
    expect(await toPlan(woman)).toBe(1)
    await enrolment(woman, 'hold', { reason: 'health', until: '2026-12-20' })
    expect(await toPlan(woman)).toBe(0)
    await enrolment(woman, 'resume', {})
    expect(await toPlan(woman)).toBe(1)
  })
  test('one who left and came back to her place is planned again, though a conversation she left stands there', async () => {
    const { woman } = await accepted()
    await enrolment(woman, 'withdraw', { reason: 'found-work' })
    await enrolment(woman, 're-enter', {})
    expect(await toPlan(woman)).toBe(0)
    await grantPlaces(house, [woman])
    expect(await toPlan(woman)).toBe(1)
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
