import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { nominate } from '../../../../test/nominate.ts'
import { accountOf, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { anyNationalId, registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[]
const guide = 'facilitatorOfDashtestan'
const other = 'otherFacilitatorOfDashtestan'
beforeAll(async () => {
  house = await openHouse()
  women = await registerWomen(house.house, 6)
  // In her hands as a file is that she took.
  await house.house.door.asOwner((tx) =>
    tx
      .insertInto('enrolment.carried')
      .values(women.map(({ caseId }) => ({ plan_id: thePlan, account_id: accountOf(guide), case_id: caseId, taken_at: new Date(0) })))
      .execute(),
  )
})
afterAll(() => house.stop())
function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('six were registered')
  return woman
}
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const propose = (place: number, more: object = {}, who: PersonaName = guide) =>
  post(who, `/pathways/cases/${her(place).caseId}/handovers`, { id: newId(), accountId: accountOf(other), reason: 'too-far', ...more })
const answer = (id: string, to: string, who: PersonaName = other, version = 1) =>
  post(who, `/pathways/handovers/${id}/answer`, { to, version })
const toOther = async (): Promise<{ id: string }[]> => (await house.ask(other, { url: '/pathways/handovers' })).body.toMe
const isIn = async (who: PersonaName, place: number) => (await house.ask(who, { url: `/people/${her(place).personId}` })).status === 200
const tasksOf = async (who: PersonaName): Promise<string[]> =>
  (await house.ask(who, { url: '/worklist' })).body.tasks.map(({ kind }: { kind: string }) => kind)
const setCaseload = (value: number, validFrom: string) =>
  post('office', '/plan/parameters', {
    id: newId(),
    name: 'caseload',
    countyCode: null,
    value,
    validFrom,
    letterNumber: 'ر/۹',
    letterDate: validFrom,
  })
/** In how many hands each woman’s file is. */
async function handsOf(): Promise<readonly number[]> {
  return house.house.door.asOwner(async (tx) =>
    Promise.all(
      women.map(async ({ caseId, personId }) => {
        const carried = await tx
          .selectFrom('enrolment.carried')
          .select('account_id')
          .where('case_id', '=', caseId)
          .where('ended_at', 'is', null)
          .execute()
        const { assigned } = await tx.selectFrom('people.person').select('assigned').where('id', '=', personId).executeTakeFirstOrThrow()
        expect(assigned).toEqual(carried.map((row) => row.account_id))
        return carried.length
      }),
    ),
  )
}

test('a file is proposed by whoever carries it, to another guide of its county', async () => {
  expect((await propose(0, {}, other)).reasons).toEqual(['platform.not-found'])
  expect((await propose(0, {}, 'office')).status).toBe(403)
  for (const to of [guide, 'facilitatorOfDashti', 'marketOperator'] as const)
    expect((await propose(0, { accountId: accountOf(to) })).reasons).toEqual(['pathways.not-a-guide-there'])
  expect((await propose(0)).body).toMatchObject({ guideName: guide, waiting: { toName: other, reason: 'too-far', state: 'proposed' } })
  expect((await propose(0)).reasons).toEqual(['pathways.handover-waits'])
})
test('until it is accepted it stays where it is, and whoever is asked reads a number and no name', async () => {
  const [proposed] = await toOther()
  expect(Object.keys(proposed ?? {}).toSorted()).toEqual(
    ['countyCode', 'fileNumber', 'fromName', 'id', 'proposedOn', 'reason', 'state', 'toName', 'version'].toSorted(),
  )
  expect(await tasksOf(other)).toContain('handover-to-answer')
  expect([await isIn(guide, 0), await isIn(other, 0)]).toEqual([true, false])
  for (const who of [guide, 'facilitatorOfDashti'] as const)
    expect((await answer(proposed?.id ?? '', 'accepted', who)).reasons).toEqual(['platform.not-found'])
  expect((await answer(proposed?.id ?? '', 'declined')).body).toMatchObject({ state: 'declined' })
  expect((await answer(proposed?.id ?? '', 'accepted', other, 2)).reasons).toEqual(['pathways.handover-answered'])
  expect([await isIn(guide, 0), await isIn(other, 0)]).toEqual([true, false])
})
test('a proposal taken back cannot be accepted', async () => {
  const id = newId()
  await propose(0, { id })
  expect((await post(other, `/pathways/handovers/${id}/withdraw`, { version: 1 })).reasons).toEqual(['platform.not-found'])
  expect((await post(guide, `/pathways/handovers/${id}/withdraw`, { version: 1 })).body).toMatchObject({ state: 'withdrawn' })
  expect((await answer(id, 'accepted', other, 2)).reasons).toEqual(['pathways.handover-answered'])
})
test('accepted, it is hers at once in every room; the woman is told, and what was said in confidence stays shut', async () => {
  const id = newId()
  const note = { id: newId(), channel: 'phone', standing: 'goes-well', level: 'confidential', text: 'تنها به او گفت', heldOn: '2026-11-23' }
  await post(guide, `/pathways/cases/${her(0).caseId}/notes`, note)
  await propose(0, { id })
  const told = await Promise.all(Array.from({ length: 5 }, () => answer(id, 'accepted')))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect([await isIn(guide, 0), await isIn(other, 0)]).toEqual([false, true])
  const notes = await house.ask(other, { url: `/pathways/cases/${her(0).caseId}/notes` })
  expect(notes.text).not.toContain('تنها به او گفت')
  expect(await tasksOf(other)).toContain('new-guide-to-tell')
  expect((await post(guide, `/pathways/cases/${her(0).caseId}/guide-told`, {})).reasons).toEqual(['platform.not-found'])
  expect((await post(other, `/pathways/cases/${her(0).caseId}/guide-told`, {})).body).toMatchObject({ isToTell: false })
  expect(await tasksOf(other)).not.toContain('new-guide-to-tell')
})
test('a supervisor or the office proposes several, all of them or none', async () => {
  const order = (caseIds: readonly string[], who: PersonaName = 'office', to: PersonaName = other) =>
    post(who, '/pathways/handovers', { accountId: accountOf(to), caseIds, reason: 'on-leave' })
  expect((await order([her(1).caseId], guide)).reasons).toEqual(['access.duty-missing'])
  expect((await order([her(1).caseId, newId()])).reasons).toEqual(['platform.not-found'])
  expect((await order([her(1).caseId], 'office', guide)).reasons).toEqual(['pathways.nobody-carries'])
  expect((await order([her(1).caseId, her(2).caseId])).body).toEqual({ proposed: 2 })
  expect((await house.ask('office', { url: '/pathways/handovers' })).body.byMe).toHaveLength(2)
  expect(await toOther()).toHaveLength(2)
})
test('above the number of the letter exactly as many are accepted at once as there is room for', async () => {
  await setCaseload(2, '2026-11-24')
  house.setTime('2026-11-24T06:00:00Z')
  const told = await Promise.all((await toOther()).map(({ id }) => answer(id, 'accepted')))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.flatMap(({ reasons }) => reasons)).toEqual(['enrolment.too-many-carried'])
  expect((await post('office', '/enrolment/reassignments', { accountId: accountOf(other), caseIds: [her(3).caseId] })).reasons).toEqual([
    'enrolment.carrier-full',
  ])
  expect(await handsOf()).toEqual([1, 1, 1, 1, 1, 1])
})
test('and of two who take the next file at once, one does', async () => {
  await setCaseload(3, '2026-11-25')
  house.setTime('2026-11-25T06:00:00Z')
  await nominate(house, 'behzistiOfDashtestan', [
    ['زن یکم', anyNationalId()],
    ['زن دوم', anyNationalId()],
  ])
  const told = await Promise.all([1, 2].map(() => post(other, '/enrolment/cases/take-next', {})))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.flatMap(({ reasons }) => reasons)).toEqual(['enrolment.too-many-carried'])
})
test('no woman is ever without somebody responsible: files of a guide who left are listed and handed over together', async () => {
  const waiting = newId()
  await propose(4, { id: waiting })
  await setCaseload(60, '2026-11-26')
  house.setTime('2026-11-26T06:00:00Z')
  await house.house.door.asOwner((tx) =>
    tx.updateTable('access.assignment').set({ ended_at: house.house.clock() }).where('account_id', '=', accountOf(guide)).execute(),
  )
  expect(await handsOf()).toEqual([1, 1, 1, 1, 1, 1])
  const { carriers } = (await house.ask('office', { url: '/enrolment/carriers' })).body
  expect(carriers[0]).toMatchObject({ accountId: accountOf(guide), isActive: false })
  const listed = (await house.ask('office', { url: `/enrolment/carriers/${accountOf(guide)}/cases` })).body.cases
  const caseIds = listed.map(({ id }: { id: string }) => id)
  expect(caseIds.length).toBeGreaterThan(2)
  const [given, taken] = await Promise.all([
    post('office', '/enrolment/reassignments', { accountId: accountOf(other), caseIds }),
    answer(waiting, 'accepted'),
  ])
  expect(given.body).toEqual({ moved: caseIds.length })
  expect([200, 409]).toContain(taken.status)
  expect(await handsOf()).toEqual([1, 1, 1, 1, 1, 1])
  expect(await toOther()).toEqual([])
  expect((await house.ask('office', { url: '/enrolment/carriers' })).body.carriers).not.toContainEqual(
    expect.objectContaining({ accountId: accountOf(guide) }),
  )
})
