import { afterAll, describe, expect, test } from 'vitest'
import { acceptSlot, agreeAll, did, markAll, openTalks } from '../../../../test/interviewing.ts'
import { accountOf } from '../../../../test/personas.ts'
import type { Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

const { house, newSession, waitingWomen, on, refusalOf } = await openTalks()
afterAll(() => house.stop())
const GUIDE = 'facilitatorOfDashtestan'
const SPEAKER = 'interviewer'
async function aWoman(): Promise<Woman> {
  const [woman] = await waitingWomen(1)
  if (woman === undefined) throw new Error('one stands above')
  return woman
}
async function accepted(rest: Parameters<typeof newSession>[0] = {}, supportBodies: 'agreed' | 'refused' | null = null) {
  const woman = await aWoman()
  const { slots, heldOn } = await newSession(rest)
  return { woman, heldOn, id: await acceptSlot(house, woman, slots[0], { supportBodies }) }
}
const noKin = async (id: string, who: Parameters<typeof accountOf>[0] = SPEAKER) =>
  did(house, who, 'POST', `/interviews/${id}/kinship`, { kinship: 'none' })
const readersOf = async ({ personId }: Woman): Promise<readonly string[]> =>
  (await did(house, GUIDE, 'GET', `/people/${personId}/readers`)).readers.map((one: { action: string }) => one.action)

describe('limits at work and the band of income', () => {
  test('a seat writes both, reads limits alone, and only on its days; her guide reads both, sealed from everyone else', async () => {
    const { woman, id, heldOn } = await accepted()
    expect((await house.ask(SPEAKER, { url: `/interviews/${id}/means` })).status).toBe(404)
    const said = { limits: ['lifting', 'eyesight'], incomeBand: 'under-half' }
    await on(heldOn, async () => {
      expect(await refusalOf(SPEAKER, 'GET', `/interviews/${id}/means`)).toEqual(['interviews.kinship-unsaid'])
      await noKin(id)
      expect(await refusalOf(SPEAKER, 'PUT', `/interviews/${id}/means`, said)).toEqual(['interviews.not-begun'])
      await did(house, SPEAKER, 'POST', `/interviews/${id}/begin`)
      expect(await did(house, SPEAKER, 'GET', `/interviews/${id}/means`)).toEqual({
        limits: null,
        isIncomeWritten: false,
        mayAskIncome: true,
      })
      expect(await readersOf(woman)).not.toContain('interviews.ask-means')
      const told = await did(house, SPEAKER, 'PUT', `/interviews/${id}/means`, said)
      expect(told).toEqual({ limits: ['lifting', 'eyesight'], isIncomeWritten: true, mayAskIncome: true })
      await noKin(id, 'interviewerOfLabour')
      const listener = await house.ask('interviewerOfLabour', { url: `/interviews/${id}/means` })
      expect(listener.body.limits).toEqual(['lifting', 'eyesight'])
      expect(listener.text).not.toContain('under-half')
      expect(await refusalOf('interviewerOfLabour', 'PUT', `/interviews/${id}/means`, said)).toEqual(['interviews.not-speaking'])
      await noKin(id, 'interviewerOfHandicrafts')
      expect(await refusalOf('interviewerOfHandicrafts', 'GET', `/interviews/${id}/means`)).toEqual(['interviews.not-in-room'])
    })
    expect(await readersOf(woman)).toContain('interviews.ask-means')
    expect((await house.ask('facilitatorOfDashti', { url: `/people/${woman.personId}/means` })).status).toBe(404)
    expect((await house.ask('office', { url: `/people/${woman.personId}/means` })).status).toBe(403)
    const means = await did(house, GUIDE, 'GET', `/people/${woman.personId}/means`)
    expect(means).toEqual({ ...said, limitsVersion: 1, incomeVersion: 1 })
    const stored = await house.house.door.asOwner((tx) =>
      tx.selectFrom('people.income').select('sealed_band').where('person_id', '=', woman.personId).executeTakeFirstOrThrow(),
    )
    expect(stored.sealed_band?.toString('latin1')).not.toContain('under-half')
  })
  test('her guide changes what stands under the version she saw', async () => {
    const woman = await aWoman()
    const at = `/people/${woman.personId}`
    expect(
      (await house.ask('otherFacilitatorOfDashtestan', { method: 'PUT', url: `${at}/limits`, body: { limits: [], version: 0 } })).status,
    ).toBe(404)
    expect(await did(house, GUIDE, 'PUT', `${at}/limits`, { limits: ['hands'], version: 0 })).toMatchObject({
      limits: ['hands'],
      limitsVersion: 1,
    })
    expect(await refusalOf(GUIDE, 'PUT', `${at}/limits`, { limits: [], version: 0 })).toEqual(['platform.version-stale'])
    expect(await did(house, GUIDE, 'PUT', `${at}/limits`, { limits: [], version: 1 })).toMatchObject({ limits: [], limitsVersion: 2 })
    expect(await did(house, GUIDE, 'PUT', `${at}/income-band`, { incomeBand: 'none', version: 0 })).toMatchObject({ incomeBand: 'none' })
  })
  test('income is not asked while an officer of a body that pays her sits, and an officer of an agency asks neither', async () => {
    const { id, heldOn } = await accepted(
      {
        members: [
          { accountId: accountOf('interviewer'), part: 'speaks' },
          { accountId: accountOf('interviewerOfBehzisti'), part: 'in-room' },
          { accountId: accountOf('appealReader'), part: 'in-room' },
        ],
      },
      'agreed',
    )
    await on(heldOn, async () => {
      await noKin(id)
      await did(house, SPEAKER, 'POST', `/interviews/${id}/begin`)
      expect((await did(house, SPEAKER, 'GET', `/interviews/${id}/means`)).mayAskIncome).toBe(false)
      const income = { limits: null, incomeBand: 'none' }
      expect(await refusalOf(SPEAKER, 'PUT', `/interviews/${id}/means`, income)).toEqual(['interviews.payer-sits'])
      expect((await did(house, SPEAKER, 'PUT', `/interviews/${id}/means`, { limits: [], incomeBand: null })).limits).toEqual([])
      await noKin(id, 'appealReader')
      expect((await house.ask('appealReader', { url: `/interviews/${id}/means` })).status).toBe(403)
      expect((await house.ask('appealReader', { url: `/interviews/${id}/call` })).status).toBe(403)
    })
  })
})

describe('the call of a seat', () => {
  const contact = (own: 'own' | 'neighbour') => ({
    phone: '09171234567',
    whosePhone: own,
    callFrom: 8,
    callTo: 12,
    mayMessage: false,
    version: own === 'own' ? 1 : 2,
  })
  test('whoever speaks calls her own phone at her hours on the day, while she has not come; otherwise her guide does', async () => {
    const { woman, id, heldOn } = await accepted()
    await did(house, GUIDE, 'PUT', `/people/${woman.personId}/contact`, contact('own'))
    const call = async () => did(house, SPEAKER, 'GET', `/interviews/${id}/call`)
    await on(heldOn, async () => {
      await noKin(id)
      await noKin(id, 'interviewerOfLabour')
      expect(await refusalOf('interviewerOfLabour', 'GET', `/interviews/${id}/call`)).toEqual(['interviews.not-speaking'])
      expect(await readersOf(woman)).not.toContain('interviews.call-from-seat')
      expect(await call()).toMatchObject({ phone: '+989171234567', reason: null })
      expect(await readersOf(woman)).toContain('interviews.call-from-seat')
      house.setTime(`${heldOn}T11:30:00Z`)
      expect(await call()).toMatchObject({ phone: null, reason: 'not-her-hour' })
      house.setTime(`${heldOn}T05:30:00Z`)
      await did(house, GUIDE, 'PUT', `/people/${woman.personId}/contact`, contact('neighbour'))
      expect(await call()).toMatchObject({ phone: null, reason: 'not-her-phone' })
      await did(house, SPEAKER, 'POST', `/interviews/${id}/begin`)
      expect(await refusalOf(SPEAKER, 'GET', `/interviews/${id}/call`)).toEqual(['interviews.no-call'])
    })
    expect((await house.ask(SPEAKER, { url: `/interviews/${id}/call` })).status).toBe(404)
  })
})

describe('a second reading', () => {
  test('the second person of the office reads what was said while her request stands, nothing before, no mark, and she is told', async () => {
    const { woman, id, heldOn } = await accepted()
    await on(heldOn, async () => {
      await markAll(house, id)
      await agreeAll(house, id, 'not-now')
    })
    const { points, said } = await did(house, GUIDE, 'GET', `/interviews/${id}/result`)
    // «Not now» is never an end: the way back is among what is read to her.
    expect(said[1]).toContain('راه باز است')
    expect(points.find((point: { itemCode: string }) => point.itemCode === 'main-skill').examples).toEqual([
      { kind: 'task', words: 'دو زنبیل بافت' },
    ])
    await did(house, GUIDE, 'POST', `/interviews/${id}/tell`, { manner: 'spoken', witnessName: null, wishes: [] })
    const url = `/interviews/${id}/answers?personId=${woman.personId}&purpose=appeal`
    const list = async () =>
      (await did(house, 'secondApprover', 'GET', '/interviews/second-readings')).readings.filter(
        (one: { interviewId: string }) => one.interviewId === id,
      )
    for (const who of ['office', 'decider', 'appealReader', GUIDE, SPEAKER, 'auditor'] as const)
      expect({ who, status: (await house.ask(who, { url })).status }).toEqual({ who, status: 403 })
    expect((await house.ask('secondApprover', { url })).status).toBe(404)
    expect(await list()).toEqual([])
    const second = await did(house, GUIDE, 'POST', `/interviews/${id}/second`, { newId: newId(), reason: 'appeal' })
    expect(await list()).toMatchObject([{ personId: woman.personId, state: 'to-plan' }])
    const other = await aWoman()
    expect((await house.ask('secondApprover', { url: url.replace(woman.personId, other.personId) })).status).toBe(404)
    const answers = await house.ask('secondApprover', { url })
    expect(answers.body).toMatchObject({ recommendation: 'not-now', needs: ['tools', 'travel'] })
    expect(answers.body.examples).toContainEqual({ kind: 'task', words: 'دو زنبیل بافت', title: 'مهارت اصلی' })
    expect(answers.text).not.toMatch(/"degree"|آزمایشی|"now"/)
    const readers = (await did(house, GUIDE, 'GET', `/people/${woman.personId}/readers`)).readers
    expect(readers).toContainEqual(expect.objectContaining({ action: 'interviews.read-answers', purpose: 'appeal', role: 'PO' }))
    await house.house.door.asOwner((tx) =>
      tx.updateTable('interviews.interview').set({ state: 'cancelled' }).where('id', '=', second.id).execute(),
    )
    expect((await house.ask('secondApprover', { url })).status).toBe(404)
  })
})
