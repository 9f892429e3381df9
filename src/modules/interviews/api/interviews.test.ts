import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { craftFactsOf } from '../../../../test/interviewed.ts'
import {
  acceptSlot,
  agreeAll,
  did,
  grantPlaces,
  itemsOf,
  markAll,
  planSession,
  settleMembers,
  thePanel,
} from '../../../../test/interviewing.ts'
import { accountOf, counties, type PersonaName, thePlan } from '../../../../test/personas.ts'
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
/** Sessions of these tests follow each other, a day each, so that no member is in two places. */
let inDays = 0
async function newSession(rest: Parameters<typeof planSession>[2] = {}) {
  inDays += 7
  return planSession(house, roomId, { inDays, ...rest })
}
async function waitingWomen(count: number): Promise<readonly Woman[]> {
  const women = await registerWomen(house.house, count)
  await grantPlaces(house, women)
  return women
}
const toDay = (day: string, at = '05:30:00'): void => house.setTime(`${day}T${at}Z`)
/** Runs a test on another day and comes back. */
async function on<T>(day: string, work: () => Promise<T>): Promise<T> {
  toDay(day)
  try {
    return await work()
  } finally {
    house.setTime(`2026-11-23T06:00:00Z`)
  }
}
const refusalOf = async (who: PersonaName, method: 'GET' | 'POST' | 'PUT', url: string, body: object = {}) =>
  (await house.ask(who, method === 'GET' ? { url } : { method, url, body })).reasons
const first = <T>(list: readonly T[]): T => list[0] ?? raise()
function raise(): never {
  throw new Error('one stands above')
}

/** A reason nobody has given yet. */
const unsaid = (): string | null => null

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

describe('marks', () => {
  test('each marks alone and blind; wide gaps need a reason; what was agreed is never edited; the case moves on when she was told', async () => {
    const [woman] = await waitingWomen(1)
    const { slots, heldOn } = await newSession()
    const her = first([woman].flatMap((one) => one ?? []))
    const id = await acceptSlot(house, her, slots[0])
    await on(heldOn, async () => {
      const [speaker, listener, reader] = thePanel
      expect(await refusalOf(speaker, 'GET', `/interviews/${id}/seat`)).toEqual(['interviews.kinship-unsaid'])
      await did(house, speaker, 'POST', `/interviews/${id}/kinship`, { kinship: 'none' })
      expect(await refusalOf(speaker, 'PUT', `/interviews/${id}/marks/goal`, { degree: 3, evidence: null })).toEqual([
        'interviews.not-begun',
      ])
      const seat = await did(house, speaker, 'GET', `/interviews/${id}/seat`)
      expect(seat).toMatchObject({ householdSize: 3, isGroundVerified: true, seat: { givenName: 'زن', part: 'speaks' } })
      expect(JSON.stringify(seat)).not.toMatch(/آزمایشی|3510|بیوه|widow/)
      await did(house, speaker, 'POST', `/interviews/${id}/begin`)
      await did(house, speaker, 'PUT', `/interviews/${id}/marks/goal`, {
        degree: 5,
        evidence: { kind: 'example', words: 'سه سال فروخته است' },
      })
      await did(house, listener, 'POST', `/interviews/${id}/kinship`, { kinship: 'none' })
      expect((await did(house, listener, 'GET', `/interviews/${id}/seat`)).marks).toEqual([])
      expect(await refusalOf(listener, 'PUT', `/interviews/${id}/answer`, { fieldCode: null, wish: 'الف', needs: [] })).toEqual([
        'interviews.not-speaking',
      ])
      await did(house, reader, 'POST', `/interviews/${id}/kinship`, { kinship: 'none' })
      expect(await refusalOf(reader, 'PUT', `/interviews/${id}/marks/goal`, { degree: 3, evidence: null })).toEqual([
        'interviews.not-your-item',
      ])
      expect(await refusalOf(speaker, 'POST', `/interviews/${id}/finish`)).toEqual(['interviews.items-unmarked'])
      expect(await refusalOf(speaker, 'GET', `/interviews/${id}/spread`)).toEqual(['interviews.not-all-in'])
      const items = await itemsOf(house)
      const degreeOf = (code: string, who: string): number | null =>
        code === 'goal' ? (who === speaker ? 5 : 2) : code === 'numbers' ? null : code === 'tested-output' ? 2 : 3
      for (const who of thePanel) {
        for (const { code } of items.filter(({ isOnSample }) => who !== reader || isOnSample))
          await did(house, who, 'PUT', `/interviews/${id}/marks/${code}`, { degree: degreeOf(code, who), evidence: null })
        const isSpeaking = who === speaker
        const early = isSpeaking ? await refusalOf(who, 'POST', `/interviews/${id}/finish`) : []
        expect(early).toEqual(isSpeaking ? ['interviews.wish-missing'] : [])
        if (isSpeaking)
          await did(house, who, 'PUT', `/interviews/${id}/answer`, { fieldCode: 'HB001', wish: 'کارگاه خودم', needs: ['tools'] })
        expect((await did(house, who, 'POST', `/interviews/${id}/finish`)).state).toBe(who === reader ? 'scored' : 'held')
      }
      expect(await refusalOf(speaker, 'PUT', `/interviews/${id}/marks/goal`, { degree: 3, evidence: null })).toEqual([
        'interviews.already-finished',
      ])
      const spread = await did(house, listener, 'GET', `/interviews/${id}/spread`)
      expect(spread.items.find((item: { itemCode: string }) => item.itemCode === 'goal')).toMatchObject({
        lowest: 2,
        highest: 5,
        needsReason: true,
        proposed: 2,
      })
      const choices = spread.items.map(({ itemCode, proposed }: { itemCode: string; proposed: number | null }) => ({
        itemCode,
        degree: itemCode === 'goal' ? 4 : proposed,
        reason: unsaid(),
      }))
      const agreement = { choices, recommendation: 'supported', recommendationReason: 'ابزار می‌خواهد' }
      expect(await refusalOf(listener, 'POST', `/interviews/${id}/agree`, agreement)).toEqual(['interviews.not-speaking'])
      expect(await refusalOf(speaker, 'POST', `/interviews/${id}/agree`, agreement)).toEqual(['interviews.reason-missing'])
      const reasoned = {
        ...agreement,
        choices: choices.map((one: { itemCode: string }) => (one.itemCode === 'goal' ? { ...one, reason: 'نمونه را دیدیم' } : one)),
      }
      expect((await did(house, speaker, 'POST', `/interviews/${id}/agree`, reasoned)).state).toBe('agreed')
      expect(await refusalOf(speaker, 'POST', `/interviews/${id}/agree`, reasoned)).toEqual(['interviews.no-such-move'])
      await did(house, listener, 'POST', `/interviews/${id}/dissents`, { itemCode: 'goal', degree: 2, reason: 'هنوز آغاز نکرده' })
      expect(await refusalOf(listener, 'POST', `/interviews/${id}/dissents`, { itemCode: 'goal', degree: 1, reason: 'باز' })).toEqual([
        'interviews.already-dissented',
      ])
    })
    const result = await did(house, GUIDE, 'GET', `/interviews/${id}/result`)
    expect(result).toMatchObject({
      wish: 'کارگاه خودم',
      needs: ['tools'],
      recommendation: 'supported',
      dissents: 1,
      notSeen: ['عدد و اندازه'],
      toldOn: null,
    })
    expect(result.points.find((point: { itemCode: string }) => point.itemCode === 'tested-output')).toMatchObject({
      now: 'تا ½',
      next: 'تا ¾',
      isLow: true,
    })
    expect(JSON.stringify(result.points)).not.toMatch(/"degree"|total|sum/)
    const paper = await house.ask(GUIDE, { url: `/interviews/${id}/result.pdf` })
    expect(paper.text.slice(0, 200)).toMatch(/^%PDF-/)
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/tell`, { manner: 'fingerprint', witnessName: null, wishes: [] })).toEqual([
      'interviews.witness-missing',
    ])
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/tell`, { manner: 'spoken', witnessName: null, wishes: ['goal'] })).toEqual([
      'interviews.not-low',
    ])
    const told = await did(house, GUIDE, 'POST', `/interviews/${id}/tell`, {
      manner: 'fingerprint',
      witnessName: 'بتول',
      wishes: ['tested-output'],
    })
    expect(told.position).toBe('interviewed')
    expect((await craftFactsOf(house.house, [her], heldOn)).get(her.personId)).toMatchObject({
      fieldCode: 'HB001',
      craftLevel: 3,
      outputLevel: 2,
    })
    const drift = await did(house, 'office', 'GET', '/interviews/drift')
    expect(drift.raters.find((rater: { name: string }) => rater.name === 'interviewer')).toMatchObject({
      individual: { above: 1, far: 0 },
      craft: { above: 0, below: 0 },
    })
    expect(drift.raters.find((rater: { name: string }) => rater.name === 'interviewerOfHandicrafts')).toMatchObject({
      individual: null,
      craft: null,
    })
  })
  test('nobody who sat there sees anything of it on other days', async () => {
    const [woman] = await waitingWomen(1)
    const { slots, heldOn } = await newSession()
    const id = await acceptSlot(house, first([woman].flatMap((one) => one ?? [])), slots[0])
    const seats = async (who: PersonaName) =>
      (await did(house, who, 'GET', '/interviews/seats')).seats.map((seat: { interviewId: string }) => seat.interviewId)
    const before = new Date(Date.parse(heldOn) - 2 * 86_400_000).toISOString().slice(0, 10)
    const after = new Date(Date.parse(heldOn) + 4 * 86_400_000).toISOString().slice(0, 10)
    for (const [day, sees] of [
      [before, false],
      [heldOn, true],
      [after, false],
    ] as const)
      await on(day, async () => {
        expect({ day, sees: (await seats('interviewer')).includes(id) }).toEqual({ day, sees })
        expect(
          (await house.ask('interviewer', { method: 'POST', url: `/interviews/${id}/kinship`, body: { kinship: 'none' } })).status === 404,
        ).toBe(!sees)
      })
    expect((await house.ask('interviewerOfBehzisti', { url: `/interviews/${id}/seat` })).status).toBe(404)
  })
  test('kin leave without a question; where too few are left, she gets another time', async () => {
    const [one, other] = await waitingWomen(2)
    const { slots, heldOn } = await newSession({
      members: [
        ...thePanel.map((name, place) => ({ accountId: accountOf(name), part: place === 0 ? 'speaks' : 'in-room' })),
        { accountId: accountOf('interviewerOfBehzisti'), part: 'reads-sample' },
      ],
    })
    const [wide, narrow] = [
      await acceptSlot(house, first([one].flatMap((woman) => woman ?? [])), slots[0], { supportBodies: 'agreed' }),
      await acceptSlot(house, first([other].flatMap((woman) => woman ?? [])), slots[1], { supportBodies: 'refused' }),
    ]
    await on(heldOn, async () => {
      expect(await did(house, 'interviewer', 'POST', `/interviews/${wide}/kinship`, { kinship: 'kin' })).toMatchObject({
        isLeft: true,
        isToPlan: false,
      })
      const { seats } = await did(house, 'interviewerOfLabour', 'GET', '/interviews/seats')
      expect(seats.find((seat: { interviewId: string }) => seat.interviewId === wide)).toMatchObject({ part: 'speaks' })
      expect(await did(house, 'interviewer', 'POST', `/interviews/${narrow}/kinship`, { kinship: 'kin' })).toMatchObject({ isToPlan: true })
    })
    expect((await did(house, GUIDE, 'GET', `/interviews/cases/${other?.caseId}`)).isWaiting).toBe(true)
  })
})

describe('stopping, and a second conversation', () => {
  test('when she speaks of violence it stops: her guide reads a note that its writer never reads again', async () => {
    const [woman] = await waitingWomen(1)
    const { slots, heldOn } = await newSession()
    const id = await acceptSlot(house, first([woman].flatMap((one) => one ?? [])), slots[0])
    await on(heldOn, async () => {
      await did(house, 'interviewer', 'POST', `/interviews/${id}/kinship`, { kinship: 'none' })
      await did(house, 'interviewer', 'POST', `/interviews/${id}/begin`)
      await did(house, 'interviewer', 'POST', `/interviews/${id}/stop`, { noteId: newId(), note: 'از خانه می‌ترسد' })
      expect(
        (await did(house, 'interviewer', 'GET', '/interviews/seats')).seats.map((seat: { interviewId: string }) => seat.interviewId),
      ).not.toContain(id)
      expect((await house.ask('interviewer', { url: `/interviews/${id}/stop-notes` })).status).toBe(403)
      const { open } = await did(house, GUIDE, 'GET', `/interviews/cases/${woman?.caseId}`)
      expect(open).toMatchObject({ hasStopNote: true, interview: { state: 'stopped', startsAt: null } })
      expect((await did(house, GUIDE, 'GET', `/interviews/${id}/stop-notes`)).notes).toMatchObject([{ note: 'از خانه می‌ترسد' }])
      expect((await house.ask('facilitatorOfDashti', { url: `/interviews/${id}/stop-notes` })).status).toBe(404)
      const { tasks } = await did(house, GUIDE, 'GET', '/worklist')
      expect(
        tasks.filter((task: { kind: string; caseId: string }) => task.caseId === woman?.caseId).map((task: { kind: string }) => task.kind),
      ).toEqual(['interview-stopped'])
    })
    expect((await did(house, GUIDE, 'POST', `/interviews/${id}/plan-again`, { reason: 'after-stop' })).state).toBe('to-plan')
  })
  test('a second conversation is held by others, and the first stays as it was', async () => {
    const [woman] = await waitingWomen(1)
    const her = first([woman].flatMap((one) => one ?? []))
    const { slots, heldOn } = await newSession()
    const id = await acceptSlot(house, her, slots[0])
    await on(heldOn, async () => {
      await markAll(house, id)
      await agreeAll(house, id)
    })
    expect(await refusalOf(GUIDE, 'POST', `/interviews/${id}/second`, { newId: newId(), reason: 'her-wish' })).toEqual([
      'interviews.not-told-yet',
    ])
    await did(house, GUIDE, 'POST', `/interviews/${id}/tell`, { manner: 'spoken', witnessName: null, wishes: [] })
    const second = await did(house, GUIDE, 'POST', `/interviews/${id}/second`, { newId: newId(), reason: 'her-wish' })
    expect(second).toMatchObject({ round: 2, state: 'to-plan' })
    const again = await newSession()
    expect(await refusalOf(GUIDE, 'POST', `/interviews/cases/${her.caseId}/propose`, { id: newId(), slotId: again.slots[0] })).toEqual([
      'interviews.too-few-agencies',
      'interviews.no-woman',
      'interviews.too-few-in-room',
    ])
    const rows = await house.house.door.asOwner((tx) =>
      tx.selectFrom('interviews.agreed').select('degree').where('plan_id', '=', thePlan).where('interview_id', '=', id).execute(),
    )
    expect(rows).toHaveLength(24)
  })
})
