import { afterAll, describe, expect, test } from 'vitest'
import { craftFactsOf } from '../../../../test/interviewed.ts'
import { acceptSlot, agreeAll, did, itemsOf, markAll, openTalks, thePanel } from '../../../../test/interviewing.ts'
import { accountOf, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'

const { house, newSession, waitingWomen, on, refusalOf } = await openTalks()
afterAll(() => house.stop())
const GUIDE = 'facilitatorOfDashtestan'
const first = <T>(list: readonly T[]): T => list[0] ?? raise()
function raise(): never {
  throw new Error('one stands above')
}
/** A reason nobody has given yet. */
const unsaid = (): string | null => null

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
