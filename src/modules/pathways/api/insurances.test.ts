import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
let unwilling: Woman
const guide = 'facilitatorOfDashtestan'
const id = newId()
beforeAll(async () => {
  house = await openHouse()
  const [one] = await registerWomen(house.house, 1)
  const [other] = await registerWomen(house.house, 1, { consents: ['count-in-figures'] })
  if (one === undefined || other === undefined) throw new Error('two were registered')
  woman = one
  unwilling = other
  await publishExitTable(house, '2026-11-23')
})
afterAll(() => house.stop())
const at = (whose = woman): string => `/pathways/cases/${whose.caseId}/insurances`
const asked = { insurerId: organisations.labour, scheme: 'home-based', payer: 'her-and-state' }
const ask = (who: PersonaName, whose = woman, insuranceId = id) =>
  house.ask(who, { method: 'POST', url: at(whose), body: { id: insuranceId, ...asked } })
const bare = { letterNumber: null, letterDate: null }
const letter = { letterNumber: '۱۲/ب', letterDate: '2026-11-20' }
const move = (to: string, version: number, more: object = bare, insuranceId = id) =>
  house.ask(guide, { method: 'POST', url: `${at()}/${insuranceId}/move`, body: { to, version, ...more } })

test('it is her guide’s and nobody else’s', async () => {
  expect((await house.ask('facilitatorOfDashti', { url: at() })).reasons).toEqual(['platform.not-found'])
  for (const who of ['office', 'behzistiOfDashtestan', 'executor', 'governorOfDashtestan'] as const)
    expect((await house.ask(who, { url: at() })).status).toBe(403)
})
test('an insurance is asked for only once she was read what it may cost her, goes on, and lets her file be kept', async () => {
  expect((await ask(guide)).reasons).toEqual(['pathways.exit-table-unseen'])
  expect((await ask(guide, unwilling, newId())).reasons).toEqual(['pathways.keeping-not-allowed'])
  await goesOnWithAll(house, guide, woman)
  expect((await ask(guide)).body.insurances).toMatchObject([{ id, scheme: 'home-based', state: 'requested', version: 1 }])
})
test('it moves as its fund moves it, by number and day, under the version seen', async () => {
  expect((await move('in-force', 1, letter)).reasons).toEqual(['pathways.no-such-stage-move'])
  expect((await move('introduced', 1)).reasons).toEqual(['pathways.stage-letter-missing'])
  expect((await move('introduced', 1, letter)).body.insurances).toMatchObject([{ state: 'introduced', ...letter, version: 2 }])
  expect((await move('registered', 1)).reasons).toEqual(['platform.version-stale'])
  const told = await Promise.all(Array.from({ length: 20 }, () => move('registered', 2)))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
})
test('of a second insurance only one comes in force, however many are moved at once', async () => {
  const second = newId()
  await ask(guide, woman, second)
  await move('introduced', 1, letter, second)
  await move('registered', 2, bare, second)
  const told = await Promise.all([move('in-force', 3, letter), move('in-force', 3, letter, second)])
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.flatMap(({ reasons }) => reasons)).toEqual(['pathways.insured-already'])
})
test('with a new table in force it is not introduced until she was asked again, but a gap is closed without', async () => {
  await publishExitTable(house, '2026-11-24')
  house.setTime('2026-11-24T06:00:00Z')
  expect((await ask(guide, woman, newId())).reasons).toEqual(['pathways.exit-table-unseen'])
  const read = (await house.ask(guide, { url: at() })).body.insurances
  const inForce = read.find(({ state }: { state: string }) => state === 'in-force')
  expect((await move('gap', inForce.version, bare, inForce.id)).status).toBe(200)
  expect((await move('in-force', inForce.version + 1, bare, inForce.id)).status).toBe(200)
})
