import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { addPaper, overseen, plantScope, scopeBody } from '../../../../test/oversight.ts'
import { counties, organisations } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const post = (who: Parameters<typeof house.ask>[0], url: string, body: object) =>
  house.ask(who, { method: 'POST', url: `/oversight${url}`, body })
const read = async (id: string) => (await house.ask('auditor', { url: `/oversight/deliverables/${id}` })).body
/** A deliverable the executor has handed in. */
async function handedIn() {
  const planted = await plantScope(house, 'dashtestan')
  const paperId = await addPaper(house, planted.deliverableId)
  const body = { version: 1, moveId: newId(), note: null }
  await overseen(house, 'executor', `/deliverables/${planted.deliverableId}/submit`, body)
  return { ...planted, paperId, at: `/deliverables/${planted.deliverableId}` }
}

describe('a scope of work', () => {
  test('is asked for by a governorate in its own county alone, of an executor of the plan', async () => {
    for (const who of ['office', 'executor', 'behzistiOfDashtestan', 'auditor', 'facilitatorOfDashtestan'] as const)
      expect((await post(who, '/scopes', scopeBody('dashtestan'))).status).toBe(403)
    expect((await post('governorOfDashtestan', '/scopes', scopeBody('dashti'))).reasons).toEqual(['oversight.not-own-county'])
    const foreign = { ...scopeBody('dashtestan'), organisationId: organisations.behzisti }
    expect((await post('governorOfDashtestan', '/scopes', foreign)).reasons).toEqual(['oversight.not-an-executor'])
    const short = { ...scopeBody('dashtestan'), endsOn: '2026-11-30' }
    expect((await post('governorOfDashtestan', '/scopes', short)).reasons).toEqual(['oversight.milestone-outside-scope'])
  })
  test('is seen by its county, the executor, the office and the auditor, and by nobody else', async () => {
    const { scopeId } = await plantScope(house, 'dashtestan')
    const url = `/oversight/scopes/${scopeId}`
    expect((await house.ask('governorOfDashti', { url })).status).toBe(404)
    for (const who of ['behzistiOfDashtestan', 'facilitatorOfDashtestan', 'marketOperator', 'holding', null] as const)
      expect([401, 403]).toContain((await house.ask(who, { url })).status)
    const { body } = await house.ask('office', { url })
    expect(body).toMatchObject({ countyCode: counties.dashtestan, deliverables: 2, taken: 0, toAnswer: 0, overdue: 1 })
    expect(body.items[0].milestones.map(({ dueOn, isReached }: { dueOn: string; isReached: boolean }) => [dueOn, isReached])).toEqual([
      ['2026-11-22', false],
      ['2026-12-31', false],
    ])
    const listed = (await house.ask('governorOfDashti', { url: '/oversight/scopes' })).body.scopes
    expect(listed.filter(({ id }: { id: string }) => id === scopeId)).toEqual([])
  })
})
describe('a deliverable', () => {
  test('is handed in by the executor alone, and not without a paper', async () => {
    const { deliverableId } = await plantScope(house, 'dashtestan')
    const body = () => ({ version: 1, moveId: newId(), note: null })
    const at = `/deliverables/${deliverableId}/submit`
    for (const who of ['office', 'governorOfDashtestan', 'auditor'] as const) expect((await post(who, at, body())).status).toBe(403)
    expect((await post('executor', at, body())).reasons).toEqual(['oversight.nothing-handed-in'])
    await addPaper(house, deliverableId)
    expect((await post('executor', at, body())).body).toMatchObject({ state: 'submitted', isOverdue: false })
    expect((await post('executor', at, { ...body(), version: 2 })).reasons).toEqual(['oversight.no-such-deliverable-move'])
  })
  test('comes back with a reason, is not sent again as it was, and is accepted and paid for by number and date', async () => {
    const { at, deliverableId } = await handedIn()
    expect((await post('executor', `${at}/accept`, { version: 2, moveId: newId(), note: null })).status).toBe(403)
    expect((await post('governorOfDashti', `${at}/accept`, { version: 2, moveId: newId(), note: null })).status).toBe(404)
    const returned = await overseen(house, 'governorOfDashtestan', `${at}/return`, {
      version: 2,
      moveId: newId(),
      reason: 'فهرست حاضران پیوست نیست',
    })
    expect(returned).toMatchObject({ state: 'returned', returnReason: 'فهرست حاضران پیوست نیست', isOverdue: true })
    const again = () => ({ version: 3, moveId: newId(), note: 'فهرست افزوده شد' })
    expect((await post('executor', `${at}/submit`, again())).reasons).toEqual(['oversight.nothing-handed-in'])
    await addPaper(house, deliverableId)
    await overseen(house, 'executor', `${at}/submit`, again())
    await overseen(house, 'governorOfDashtestan', `${at}/accept`, { version: 4, moveId: newId(), note: null })
    const letter = { letterNumber: 'م/۹', letterDate: '2026-11-24' }
    const pay = { version: 5, moveId: newId() }
    expect((await post('governorOfDashtestan', `${at}/pay`, { ...pay, ...letter })).reasons).toEqual(['oversight.letter-ahead'])
    const paid = await overseen(house, 'governorOfDashtestan', `${at}/pay`, { ...pay, ...letter, letterDate: '2026-11-23' })
    expect(paid).toMatchObject({ state: 'paid-for', paidNumber: 'م/۹', paidDate: '2026-11-23' })
    expect(paid.moves.map(({ to }: { to: string }) => to)).toEqual(['paid-for', 'accepted', 'submitted', 'returned', 'submitted'])
  })
  test('of several at one milestone each is accepted or returned by itself, and the milestone is reached with the last', async () => {
    const body = scopeBody('dashtestan')
    const first = body.items[0]?.milestones[0]
    const [report, list] = [first?.deliverables[0]?.id ?? '', newId()]
    first?.deliverables.push({ id: list, title: 'فهرست حاضران' })
    await overseen(house, 'governorOfDashtestan', '/scopes', body)
    const hand = async (id: string, version: number) => {
      await addPaper(house, id)
      await overseen(house, 'executor', `/deliverables/${id}/submit`, { version, moveId: newId(), note: null })
    }
    const accept = (id: string, version: number) =>
      overseen(house, 'governorOfDashtestan', `/deliverables/${id}/accept`, { version, moveId: newId(), note: null })
    const seen = async () => {
      const [milestone] = (await house.ask('executor', { url: `/oversight/scopes/${body.id}` })).body.items[0].milestones
      return [milestone.isReached, milestone.deliverables.map(({ state }: { state: string }) => state)]
    }
    await hand(report, 1)
    await hand(list, 1)
    await accept(report, 2)
    const back = { version: 2, moveId: newId(), reason: 'امضای حاضران در فهرست نیست' }
    expect((await post('executor', `/deliverables/${list}/return`, back)).status).toBe(403)
    await overseen(house, 'governorOfDashtestan', `/deliverables/${list}/return`, back)
    expect(await seen()).toEqual([false, ['accepted', 'returned']])
    await hand(list, 3)
    await accept(list, 4)
    expect(await seen()).toEqual([true, ['accepted', 'accepted']])
  })
  test('two who accept and return in the same moment: one is heard', async () => {
    const { at, deliverableId } = await handedIn()
    const told = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        turn % 2 === 0
          ? post('governorOfDashtestan', `${at}/accept`, { version: 2, moveId: newId(), note: null })
          : post('governorOfDashtestan', `${at}/return`, { version: 2, moveId: newId(), reason: 'کم است، دوباره' }),
      ),
    )
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    const { moves, version } = await read(deliverableId)
    expect([moves.length, version]).toEqual([2, 3])
  })
  test('its paper is read as it was sent, by those who may, and never by another county', async () => {
    const { paperId } = await handedIn()
    const url = `/oversight/papers/${paperId}`
    expect((await house.ask('governorOfDashti', { url })).status).toBe(404)
    expect((await house.ask('behzistiOfDashtestan', { url })).status).toBe(403)
    const told = await house.ask('governorOfDashtestan', { url })
    expect([told.status, told.headers['content-type']]).toEqual([200, 'image/png'])
  })
})
describe('a notice', () => {
  test('is sent by the client and answered once by the executor, each by letter', async () => {
    const { scopeId, noticeId } = await plantScope(house, 'dashtestan')
    const answer = { version: 1, letterNumber: 'ج/۱', letterDate: '2026-11-22', answer: 'گزارش پیوست است.' }
    const at = `/notices/${noticeId}/answer`
    expect((await post('governorOfDashtestan', at, answer)).status).toBe(403)
    expect((await house.ask('governorOfDashti', { url: `/oversight/scopes/${scopeId}/notices` })).status).toBe(404)
    const { notices } = (await house.ask('executor', { url: `/oversight/scopes/${scopeId}/notices` })).body
    expect(notices).toEqual([expect.objectContaining({ id: noticeId, answer: null, isOverdue: true })])
    expect((await post('executor', at, { ...answer, letterDate: '2026-12-01' })).reasons).toEqual(['oversight.letter-ahead'])
    expect(await overseen(house, 'executor', at, answer)).toMatchObject({ isOverdue: false, answer: { answeredOn: '2026-11-23' } })
    expect((await post('executor', at, { ...answer, version: 2 })).reasons).toEqual(['oversight.notice-answered'])
    const late = { noticeId: newId(), letterNumber: 'ن/۲', letterDate: '2026-11-23', sentence: 'متن یک تذکر کوتاه', answerBy: '2026-11-22' }
    expect((await post('governorOfDashtestan', `/scopes/${scopeId}/notices`, late)).reasons).toEqual(['oversight.answer-before-letter'])
  })
})
