import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { nominate } from '../../../../test/nominate.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let url: string
const guide = 'facilitatorOfDashtestan'
beforeAll(async () => {
  house = await openHouse()
  await nominate(house, 'behzistiOfDashtestan', [['مریم کریمی', '3510001230']])
  const taken = await house.ask(guide, { method: 'POST', url: '/enrolment/cases/take-next', body: {} })
  url = `/enrolment/cases/${taken.body.id}`
  await house.ask(guide, { method: 'POST', url: `${url}/contact-tries`, body: { id: newId(), channel: 'phone', result: 'spoke' } })
  const answers = [{ id: newId(), purpose: 'keep-file', answer: true }]
  await house.ask(guide, {
    method: 'POST',
    url: `/people/${taken.body.personId}/consents`,
    body: { manner: 'fingerprint', witnessName: 'گواه', answers },
  })
})
afterAll(() => house.stop())
const groundId = newId()
const draft = { groundId, isComplete: false, dependants: 2, settlement: 'آب‌پخش', ground: 'divorced' }

test('nothing is registered before her consent, and by nobody who does not carry the file', async () => {
  expect((await house.ask(guide, { method: 'PUT', url: `${url}/registration`, body: draft })).reasons).toEqual(['enrolment.not-consented'])
  expect((await house.ask(guide, { method: 'POST', url: `${url}/consented`, body: {} })).status).toBe(200)
  for (const who of ['otherFacilitatorOfDashtestan', 'facilitatorOfDashti'] as const) {
    expect((await house.ask(who, { method: 'PUT', url: `${url}/registration`, body: draft })).reasons).toEqual(['platform.not-found'])
    expect((await house.ask(who, { url: `${url}/registration` })).reasons).toEqual(['platform.not-found'])
  }
  expect((await house.ask('office', { url: `${url}/registration` })).status).toBe(403)
})
test('a draft keeps all that was said, also what belongs to a group not yet complete', async () => {
  expect((await house.ask(guide, { url: `${url}/registration` })).body).toEqual({ draft: null })
  const saved = await house.ask(guide, { method: 'PUT', url: `${url}/registration`, body: draft })
  expect(saved.body.missing).toContain('householdSize')
  expect((await house.ask(guide, { url: `${url}/registration` })).body.draft).toMatchObject({
    groundId,
    fields: { dependants: 2, settlement: 'آب‌پخش', ground: 'divorced' },
  })
})
test('what cannot be is refused with a sentence and changes nothing', async () => {
  for (const [wrong, reason] of [
    [{ bornOn: '2090-01-01' }, 'enrolment.born-in-future'],
    [{ householdSize: 2, dependants: 5 }, 'enrolment.more-dependants-than-household'],
  ] as const) {
    const refused = await house.ask(guide, { method: 'PUT', url: `${url}/registration`, body: { ...draft, ...wrong } })
    expect(refused.reasons).toEqual([reason])
  }
  expect((await house.ask(guide, { url: `${url}/registration` })).body.draft.fields.dependants).toBe(2)
})
test('complete, the case is registered and the draft is gone', async () => {
  const fields = {
    ...draft,
    isComplete: true,
    bornOn: '1986-08-03',
    groundFrom: '2020-01-01',
    householdSize: 3,
    dependantsUnderSeven: 1,
    hasDisability: false,
    reads: 'little',
    placeToWork: 'own',
    districtCode: '180303',
  }
  const done = await house.ask(guide, { method: 'PUT', url: `${url}/registration`, body: fields })
  expect(done.body).toMatchObject({ missing: [], case: { position: 'registered' } })
  expect((await house.ask(guide, { url: `${url}/registration` })).body).toEqual({ draft: null })
})
