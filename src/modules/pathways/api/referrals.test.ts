import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
let capacityId = ''
const guide = 'facilitatorOfDashtestan'
const agency = 'behzistiOfDashtestan'
beforeAll(async () => {
  house = await openHouse()
  women = [...(await registerWomen(house.house, 12)), ...(await registerWomen(house.house, 1, { consents: ['keep-file'] }))]
  await publishExitTable(house, '2026-11-23')
  capacityId = newId()
  const body = { id: capacityId, organisationId: organisations.behzisti, countyCode: '1803', kind: 'course', title: 'دورهٔ دوخت' }
  const told = await house.ask('office', {
    method: 'POST',
    url: '/partners/capacities',
    body: { ...body, unit: 'نفر', total: 5, validFrom: '2026-01-01', validTo: null },
  })
  if (told.status !== 200) throw new Error(told.text)
})
afterAll(() => house.stop())

function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('thirteen were registered')
  return woman
}
async function refer(place: number, more: object = {}) {
  const id = newId()
  const body = { id, kind: 'care', organisationId: organisations.behzisti, capacityId: null, ...more }
  return { id, told: await house.ask(guide, { method: 'POST', url: `/pathways/cases/${her(place).caseId}/referrals`, body }) }
}
const none = { doBy: null, reason: null, result: null }
const answer = (id: string, version: number, more: object, who: PersonaName = agency) =>
  house.ask(who, { method: 'POST', url: `/pathways/referrals/${id}/answer`, body: { ...none, ...more, version } })
const accept = (id: string, version = 1) => answer(id, version, { to: 'accepted', doBy: '2026-12-01' })
const revoke = (id: string, version: number) =>
  house.ask(guide, { method: 'POST', url: `/pathways/referrals/${id}/revoke`, body: { reason: 'she-declined', version } })
const support = async (place: number) => (await house.ask(guide, { url: `/pathways/cases/${her(place).caseId}/support` })).body
const usedPlaces = async (): Promise<number> =>
  house.house.door.asOwner(
    async (tx) => (await tx.selectFrom('partners.capacity').select('used').where('id', '=', capacityId).executeTakeFirstOrThrow()).used,
  )
const tasksOf = async (who: PersonaName, kind: string): Promise<readonly { subjectId: string; dueOn: string }[]> =>
  (await house.ask(who, { url: '/worklist' })).body.tasks.filter((task: { kind: string }) => task.kind === kind)

describe('from the guide to the desk of the agency and back', () => {
  let id = ''
  test('it waits on the desk of the addressed agency until its day, under a file number and without a name', async () => {
    const sent = await refer(0)
    id = sent.id
    expect(sent.told.body.referrals).toMatchObject([{ id, state: 'sent', answerBy: '2026-12-03' }])
    const own = (await house.ask(agency, { url: '/pathways/referrals' })).body.referrals
    expect(own).toMatchObject([{ id, kind: 'care', fileNumber: expect.stringMatching(/^\d{4}-\d{4}-\d$/) }])
    expect(JSON.stringify(own)).not.toContain(her(0).personId)
    expect(await tasksOf(agency, 'referral-to-answer')).toMatchObject([{ subjectId: id, dueOn: '2026-12-03' }])
    expect((await house.ask('reliefOfDashtestan', { url: '/pathways/referrals' })).body.referrals).toEqual([])
  })
  test('accepted with a day, done with a result: what was done is kept for her, once', async () => {
    expect((await answer(id, 1, { to: 'accepted' })).reasons).toEqual(['pathways.answer-half'])
    expect((await answer(id, 1, { to: 'done', result: 'achieved' })).reasons).toEqual(['pathways.no-such-referral-move'])
    expect((await accept(id)).body).toMatchObject({ state: 'accepted', doBy: '2026-12-01', version: 2 })
    expect((await answer(id, 1, { to: 'done', result: 'partly' })).reasons).toEqual(['platform.version-stale'])
    expect((await answer(id, 2, { to: 'done', result: 'partly' })).body).toMatchObject({ state: 'done' })
    expect((await support(0)).interventions).toMatchObject([{ kind: 'care', result: 'partly', happenedOn: '2026-11-23' }])
    expect((await answer(id, 3, { to: 'done', result: 'achieved' })).reasons).toEqual(['pathways.no-such-referral-move'])
  })
  test('refused with a reason it comes back to her guide; silence past its day does as well', async () => {
    const { id: refused } = await refer(1)
    expect((await answer(refused, 1, { to: 'refused' })).reasons).toEqual(['pathways.answer-half'])
    expect((await answer(refused, 1, { to: 'refused', reason: 'papers-missing' })).body).toMatchObject({ reason: 'papers-missing' })
    await refer(2)
    expect((await tasksOf(guide, 'referral-to-follow')).map(({ subjectId }) => subjectId)).toEqual([her(1).caseId])
    house.setTime('2026-12-04T06:00:00Z')
    expect((await tasksOf(guide, 'referral-to-follow')).map(({ subjectId }) => subjectId)).toContain(her(2).caseId)
    house.setTime('2026-11-23T06:00:00Z')
  })
  test('an agency answers its own, the guide takes back what she sent, and nobody plays the other’s part', async () => {
    const { id: sent } = await refer(3)
    expect((await answer(sent, 1, { to: 'refused', reason: 'no-capacity' }, 'reliefOfDashtestan')).reasons).toEqual(['platform.not-found'])
    expect((await answer(sent, 1, { to: 'refused', reason: 'no-capacity' }, guide)).status).toBe(403)
    expect((await revoke(sent, 1)).body).toMatchObject({ state: 'revoked', reason: 'she-declined' })
    expect((await accept(sent, 2)).reasons).toEqual(['pathways.no-such-referral-move'])
  })
})
describe('before it is sent', () => {
  test('an agency is told only when she said yes to telling agencies, and only one that works there', async () => {
    expect((await refer(12)).told.reasons).toEqual(['pathways.agency-without-consent'])
    expect((await refer(4, { organisationId: newId() })).told.reasons).toEqual(['pathways.not-an-agency-there'])
    expect((await refer(4, { organisationId: organisations.labour, capacityId })).told.reasons).toEqual(['pathways.capacity-not-there'])
  })
  test('what may cost her a pension waits for the exit table', async () => {
    expect((await refer(4, { kind: 'loan' })).told.reasons).toEqual(['pathways.exit-table-unseen'])
    await goesOnWithAll(house, guide, her(4))
    expect((await refer(4, { kind: 'loan' })).told.status).toBe(200)
  })
})
describe('places of a public body', () => {
  test('twelve are accepted at once on five places: exactly five, and a place taken back is free again', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, (_, place) => refer(place, { kind: 'training', capacityId })))
    const told = await Promise.all(sent.map(({ id }) => accept(id)))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(told.filter(({ status }) => status !== 200).map(({ reasons }) => reasons.join())).toEqual(
      Array.from({ length: 7 }, () => 'pathways.capacity-spent'),
    )
    expect(await usedPlaces()).toBe(5)
    const accepted = sent.find((_, place) => told[place]?.status === 200)
    expect((await revoke(accepted?.id ?? '', 2)).status).toBe(200)
    expect(await usedPlaces()).toBe(4)
  })
  test('what her guide did is kept with its day and result; a place she used is counted', async () => {
    const write = (more: object) =>
      house.ask(guide, {
        method: 'POST',
        url: `/pathways/cases/${her(5).caseId}/interventions`,
        body: {
          id: newId(),
          kind: 'training',
          organisationId: null,
          capacityId: null,
          happenedOn: '2026-11-20',
          result: 'achieved',
          ...more,
        },
      })
    expect((await write({ happenedOn: '2026-11-24' })).reasons).toEqual(['pathways.intervention-day-wrong'])
    expect((await write({})).body.interventions[0]).toMatchObject({ happenedOn: '2026-11-20', organisationName: null })
    expect((await write({ organisationId: organisations.behzisti, capacityId })).status).toBe(200)
    expect(await usedPlaces()).toBe(5)
    expect((await write({ organisationId: organisations.behzisti, capacityId })).reasons).toEqual(['pathways.capacity-spent'])
  })
})
