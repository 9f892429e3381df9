import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[]
const guide = 'facilitatorOfDashtestan'
const id = newId()
const licence = { licenceNumber: 'م/۴۱', licenceFrom: '2026-03-21', licenceTo: '2026-12-20', places: 5 }
beforeAll(async () => {
  house = await openHouse()
  women = await registerWomen(house.house, 40)
})
afterAll(() => house.stop())
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const found = (who: PersonaName, more: object = {}) =>
  post(who, '/pathways/centres', { id, name: 'مرکز مشاورهٔ نخل', countyCode: '1803', ...licence, ...more })
const take = (woman: Woman | undefined, who: PersonaName = guide) =>
  post(who, `/pathways/cases/${woman?.caseId}/centre-places`, { id: newId(), centreId: id })
const read = async () => (await house.ask('office', { url: '/pathways/centres' })).body.centres.find((one: { id: string }) => one.id === id)

test('a centre is kept by the office alone, with a licence that ends after it begins', async () => {
  for (const who of [guide, 'executor', 'behzistiOfDashtestan', 'governorOfDashtestan', 'administrator'] as const)
    expect((await found(who)).status).toBe(403)
  expect((await found('office', { licenceTo: '2026-03-21' })).reasons).toEqual(['pathways.licence-days-wrong'])
  expect((await found('office')).body).toMatchObject({ ...licence, used: 0, licence: 'in-force', guides: [] })
})
test('who works there is a guide of its county, and at one centre', async () => {
  const add = (name: PersonaName, centreId = id) => post('office', `/pathways/centres/${centreId}/guides`, { accountId: accountOf(name) })
  expect((await add('facilitatorOfDashti')).reasons).toEqual(['pathways.not-a-guide-there'])
  expect((await add('marketOperator')).reasons).toEqual(['pathways.not-a-guide-there'])
  expect((await add(guide)).body.guides).toEqual([{ accountId: accountOf(guide), name: guide, since: '2026-11-23' }])
  const other = newId()
  await found('office', { id: other, name: 'مرکز دیگر' })
  expect((await add(guide, other)).reasons).toEqual(['pathways.guide-elsewhere'])
  expect((await post('office', `/pathways/centres/${other}/guides/end`, { accountId: accountOf(guide) })).reasons).toEqual([
    'platform.not-found',
  ])
  expect((await post('office', `/pathways/centres/${id}/guides/end`, { accountId: accountOf(guide) })).body.guides).toEqual([])
  expect((await add(guide, other)).status).toBe(200)
})
test('of forty at once exactly as many get a place as there are', async () => {
  expect((await take(women[0], 'facilitatorOfDashti')).reasons).toEqual(['platform.not-found'])
  const told = await Promise.all(women.map((woman) => take(woman)))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(new Set(told.flatMap(({ reasons }) => reasons))).toEqual(new Set(['pathways.centre-full']))
  expect(await read()).toMatchObject({ places: 5, used: 5 })
})
test('places are never fewer than women have; one given back is free for another, and nobody has two', async () => {
  const placed: Woman[] = []
  const free: Woman[] = []
  for (const woman of women) {
    const { place } = (await house.ask(guide, { url: `/pathways/cases/${woman.caseId}/centre` })).body
    ;(place === null ? free : placed).push(woman)
  }
  const { version } = await read()
  expect((await post('office', `/pathways/centres/${id}`, { ...licence, places: 4, version })).reasons).toEqual(['pathways.places-taken'])
  const at = `/pathways/cases/${placed[0]?.caseId}`
  const { place } = (await house.ask(guide, { url: `${at}/centre` })).body
  expect((await take(placed[0])).reasons).toEqual(['pathways.has-centre-place'])
  expect((await post(guide, `${at}/centre-places/${place.id}/end`, {})).body.place).toBeNull()
  expect((await post(guide, `${at}/centre-places/${place.id}/end`, {})).reasons).toEqual(['platform.not-found'])
  expect((await take(free[0])).status).toBe(200)
  expect(await read()).toMatchObject({ used: 5 })
})
test('a licence about to end waits on the office’s list; once over nobody gets a place until it is renewed', async () => {
  const waits = async () =>
    (await house.ask('office', { url: '/worklist' })).body.tasks.filter(
      ({ kind, subjectId }: { kind: string; subjectId: string }) => kind === 'centre-licence-to-renew' && subjectId === id,
    )
  house.setTime('2026-11-19T06:00:00Z')
  expect(await waits()).toEqual([])
  house.setTime('2026-11-24T06:00:00Z')
  expect(await waits()).toMatchObject([{ daysLeft: 26 }])
  house.setTime('2026-12-21T06:00:00Z')
  expect(await waits()).toMatchObject([{ daysLeft: -1 }])
  const { version } = await read()
  const roomy = { ...licence, places: 9, version }
  expect((await post('office', `/pathways/centres/${id}`, roomy)).body).toMatchObject({ licence: 'over' })
  const last = women.at(-1)
  const { place } = (await house.ask(guide, { url: `/pathways/cases/${last?.caseId}/centre` })).body
  const unplaced = place === null ? last : women.at(-2)
  expect((await take(unplaced)).reasons).toEqual(['pathways.centre-not-there'])
  const renewed = { ...roomy, licenceNumber: 'م/۴۲', licenceTo: '2027-12-20', version: version + 1 }
  expect((await post('office', `/pathways/centres/${id}`, renewed)).body).toMatchObject({ licence: 'in-force' })
  expect((await take(unplaced)).status).toBe(200)
  expect(await waits()).toEqual([])
})
