import { afterAll, describe, expect, test } from 'vitest'
import { acceptSlot, did, openTalks } from '../../../../test/interviewing.ts'
import { accountOf, counties, type PersonaName } from '../../../../test/personas.ts'
import type { Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

const { house, roomId, newSession, waitingWomen, on, refusalOf } = await openTalks()
afterAll(() => house.stop())
const GUIDE = 'facilitatorOfDashtestan'
const first = <T>(list: readonly T[]): T => list[0] ?? raise()
function raise(): never {
  throw new Error('one stands above')
}

describe('sessions', () => {
  test('the instrument has two domains of twelve items with five anchors each, and what is never asked', async () => {
    const instrument = await did(house, 'interviewer', 'GET', '/interviews/instrument')
    expect(instrument.items.map((item: { domain: string }) => item.domain)).toEqual([
      ...Array(12).fill('individual'),
      ...Array(12).fill('craft'),
    ])
    expect(instrument.items.every((item: { anchors: readonly string[] }) => new Set(item.anchors).size === 5)).toBe(true)
    expect(instrument.neverAsked).toHaveLength(12)
  })
  test('a panel of two agencies, without a woman in the room, or of a member who is none, is refused', async () => {
    const plan = (members: readonly object[]) =>
      refusalOf('executor', 'POST', '/interviews/sessions', {
        id: newId(),
        roomId,
        heldOn: '2027-03-01',
        startsAt: '09:00',
        slots: 2,
        minutes: 40,
        rest: 5,
        members,
      })
    const speaks = { accountId: accountOf('interviewerOfLabour'), part: 'speaks' }
    expect(await plan([speaks, { accountId: accountOf('appealReader'), part: 'in-room' }])).toEqual(['interviews.too-few-agencies'])
    expect(
      await plan([
        speaks,
        { accountId: accountOf('interviewer'), part: 'reads-sample' },
        { accountId: accountOf('interviewerOfHandicrafts'), part: 'reads-sample' },
      ]),
    ).toEqual(['interviews.no-woman', 'interviews.too-few-in-room'])
    expect(await plan([speaks, { accountId: accountOf('holding'), part: 'in-room' }])).toEqual(['interviews.no-such-member'])
  })
  test('a room, and a member in the room, are in one session at a time; whoever reads the sample may read for two', async () => {
    const { heldOn } = await newSession()
    const otherRoom = newId()
    await did(house, 'executor', 'POST', '/interviews/rooms', {
      id: otherRoom,
      countyCode: counties.dashtestan,
      title: 'سالن دوم',
      address: 'کوی دانش',
    })
    const plan = (room: string, members: readonly (readonly [PersonaName, string])[]) =>
      refusalOf('executor', 'POST', '/interviews/sessions', {
        id: newId(),
        roomId: room,
        heldOn,
        startsAt: '09:20',
        slots: 1,
        minutes: 40,
        rest: 0,
        members: members.map(([name, part]) => ({ accountId: accountOf(name), part })),
      })
    const others = [
      ['appealReader', 'speaks'],
      ['interviewerOfBehzisti', 'in-room'],
      ['interviewerOfHandicrafts', 'reads-sample'],
    ] as const
    expect(await plan(roomId, others)).toEqual(['interviews.room-taken'])
    expect(await plan(otherRoom, [['interviewer', 'speaks'], ...others.slice(1)])).toEqual(['interviews.member-taken'])
    expect(await plan(otherRoom, others)).toEqual([])
  })
  test('an executor plans in her counties alone', async () => {
    const [, inDashti] = [roomId, newId()]
    await did(house, 'office', 'POST', '/interviews/rooms', { id: inDashti, countyCode: counties.dashti, title: 'سالن', address: 'مرکز' })
    expect(
      await refusalOf('governorOfDashti', 'POST', '/interviews/rooms', {
        id: newId(),
        countyCode: counties.dashti,
        title: 'الف',
        address: 'ب',
      }),
    ).toEqual(['access.not-your-part'])
  })
  test('of 200 who reach for one time at once exactly one gets it', async () => {
    const women = await waitingWomen(200)
    const { slots } = await newSession({ slots: 1 })
    const answers = await Promise.all(
      women.map(({ caseId }) =>
        house.ask('executor', { method: 'POST', url: `/interviews/cases/${caseId}/propose`, body: { id: newId(), slotId: slots[0] } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).flatMap(({ reasons }) => reasons))).toEqual(
      new Set(['interviews.slot-taken']),
    )
  })
  test('one woman reached for at fifty times at once gets one time', async () => {
    const [woman] = await waitingWomen(1)
    const { slots } = await newSession({ slots: 12 })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        house.ask('executor', {
          method: 'POST',
          url: `/interviews/cases/${woman?.caseId}/propose`,
          body: { id: newId(), slotId: slots[turn % slots.length] },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).flatMap(({ reasons }) => reasons))).toEqual(
      new Set(['interviews.already-planned']),
    )
  })
  test('filling a session takes those who waited longest, and calling it off frees them without a mark', async () => {
    const before = await did(house, 'executor', 'GET', `/interviews/waiting?countyCode=${counties.dashtestan}&limit=250`)
    const { sessionId } = await newSession({ slots: 3 })
    expect(await did(house, 'executor', 'POST', `/interviews/sessions/${sessionId}/fill`)).toMatchObject({ proposed: 3, free: 0 })
    const { sessions } = await did(house, 'executor', 'GET', `/interviews/sessions?countyCode=${counties.dashtestan}&limit=100`)
    const filled = sessions.find((one: { id: string }) => one.id === sessionId)
    expect(filled.slots.map((slot: { fileNumber: string }) => slot.fileNumber)).toEqual(
      before.waiting.slice(0, 3).map((one: { fileNumber: string }) => one.fileNumber),
    )
    expect((await did(house, 'executor', 'POST', `/interviews/sessions/${sessionId}/cancel`, { version: filled.version })).freed).toBe(3)
    expect((await did(house, 'executor', 'GET', `/interviews/waiting?countyCode=${counties.dashtestan}`)).count).toBe(before.count)
  })
})

describe('her answer', () => {
  const withSupportBody = [
    { accountId: accountOf('interviewer'), part: 'speaks' },
    { accountId: accountOf('interviewerOfLabour'), part: 'in-room' },
    { accountId: accountOf('interviewerOfBehzisti'), part: 'in-room' },
  ]
  test('a member of a support body sits only when she was asked and said yes', async () => {
    const [one, other] = await waitingWomen(2)
    const { slots } = await newSession({
      members: [...withSupportBody, { accountId: accountOf('interviewerOfHandicrafts'), part: 'reads-sample' }],
    })
    const propose = async (woman: Woman | undefined, slotId: string | undefined) =>
      (await did(house, 'executor', 'POST', `/interviews/cases/${woman?.caseId}/propose`, { id: newId(), slotId })).id
    const [first_, second] = [await propose(one, slots[0]), await propose(other, slots[1])]
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${first_}/answer`, { answer: 'yes', supportBodies: null })).toEqual([
      'interviews.support-bodies-unasked',
    ])
    expect((await did(house, GUIDE, 'POST', `/interviews/${first_}/answer`, { answer: 'yes', supportBodies: 'refused' })).seats).toBe(3)
    expect((await did(house, GUIDE, 'POST', `/interviews/${second}/answer`, { answer: 'yes', supportBodies: 'agreed' })).seats).toBe(4)
  })
  test('where too few would be left without it, another time is needed', async () => {
    const [one] = await waitingWomen(1)
    const { slots } = await newSession({ members: withSupportBody })
    const { id } = await did(house, 'executor', 'POST', `/interviews/cases/${one?.caseId}/propose`, { id: newId(), slotId: slots[0] })
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/answer`, { answer: 'yes', supportBodies: 'refused' })).toEqual([
      'interviews.too-few-agencies',
    ])
    expect((await did(house, GUIDE, 'POST', `/interviews/${id}/answer`, { answer: 'another-time', supportBodies: 'refused' })).state).toBe(
      'to-plan',
    )
  })
  test('a no, another time and a day she did not come cost her nothing: her place stays and she gets a new time', async () => {
    const [one] = await waitingWomen(1)
    const { slots, heldOn } = await newSession()
    const id = await acceptSlot(house, first([one].flatMap((woman) => woman ?? [])), slots[0])
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/plan-again`, { reason: 'did-not-come' })).toEqual(['interviews.day-not-come'])
    expect(await on(heldOn, () => did(house, GUIDE, 'POST', `/interviews/${id}/plan-again`, { reason: 'did-not-come' }))).toMatchObject({
      state: 'to-plan',
      seats: 0,
    })
    await did(house, GUIDE, 'POST', `/interviews/cases/${one?.caseId}/propose`, { id: newId(), slotId: slots[1] })
    expect((await did(house, GUIDE, 'POST', `/interviews/${id}/answer`, { answer: 'no', supportBodies: null })).state).toBe('declined')
    await did(house, GUIDE, 'POST', `/interviews/${id}/plan-again`, { reason: 'her-wish' })
    expect((await did(house, GUIDE, 'GET', `/interviews/cases/${one?.caseId}`)).isWaiting).toBe(true)
    const position = await house.house.door.asOwner((tx) =>
      tx
        .selectFrom('enrolment.case')
        .select('position')
        .where('id', '=', one?.caseId ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(position.position).toBe('place-granted')
  })
  test('an officer she barred is never seated with her', async () => {
    const [one] = await waitingWomen(1)
    await did(house, GUIDE, 'POST', `/people/${one?.personId}/barred-officers`, { accountId: accountOf('interviewer'), reason: 'afraid' })
    const { slots, heldOn } = await newSession({
      members: [...withSupportBody, { accountId: accountOf('interviewerOfHandicrafts'), part: 'reads-sample' }],
    })
    const id = await acceptSlot(house, first([one].flatMap((woman) => woman ?? [])), slots[0], { supportBodies: 'agreed' })
    await on(heldOn, async () => {
      expect((await did(house, 'interviewer', 'GET', '/interviews/seats')).seats).toEqual([])
      expect((await did(house, 'interviewerOfLabour', 'GET', '/interviews/seats')).seats).toMatchObject([
        { interviewId: id, part: 'speaks' },
      ])
    })
  })
  test('messages say nothing but to call, or day and time; and only to her own phone', async () => {
    const [one] = await waitingWomen(1)
    const { slots } = await newSession()
    const { id } = await did(house, 'executor', 'POST', `/interviews/cases/${one?.caseId}/propose`, { id: newId(), slotId: slots[0] })
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/invite`)).toEqual(['interviews.may-not-message'])
    const contact = { phone: '09171234567', whosePhone: 'own', callFrom: 9, callTo: 12, mayMessage: true, safeWord: null, version: 1 }
    await did(house, GUIDE, 'PUT', `/people/${one?.personId}/contact`, contact)
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/invite`)).toEqual(['interviews.office-phone-missing'])
    const letter = { letterNumber: '۷/آ', letterDate: '2026-11-01', validFrom: '2026-11-01', countyCode: null }
    await did(house, 'office', 'POST', '/plan/parameters', { id: newId(), name: 'office-phone', value: '07733333333', ...letter })
    expect((await did(house, GUIDE, 'POST', `/interviews/${id}/invite`)).state).toBe('invited')
    await did(house, GUIDE, 'POST', `/interviews/${id}/answer`, { answer: 'yes', supportBodies: null })
    await did(house, GUIDE, 'POST', `/interviews/${id}/remind`)
    await house.runJob('platform.send-messages')
    const { messages } = await did(house, 'administrator', 'GET', '/access/messages')
    const texts: readonly string[] = messages.map((message: { shown: { text: string } | null }) => message.shown?.text ?? '')
    expect(texts.filter((text) => text.includes('پیامی برای شما هست'))).toHaveLength(1)
    expect(texts.some((text) => /^یادآوری: قرار شما \S+ [۰-۹]+ \S+، [۰-۹]{2}:[۰-۹]{2}\. هماهنگی: ۰۷۷۳۳۳۳۳۳۳۳ کاریز$/.test(text))).toBe(true)
    expect(texts.filter((text) => /سالن|کتابخانه|زن|آزمایشی/.test(text))).toEqual([])
  })
})
