import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
const guide = 'facilitatorOfDashtestan'
const id = newId()
beforeAll(async () => {
  house = await openHouse()
  const [one] = await registerWomen(house.house, 1)
  if (one === undefined) throw new Error('one was registered')
  woman = one
  await publishExitTable(house, '2026-11-23')
})
afterAll(() => house.stop())
const at = (): string => `/pathways/cases/${woman.caseId}/loans`
const ask = (who: PersonaName = guide) =>
  house.ask(who, { method: 'POST', url: at(), body: { id, lenderId: organisations.labour, amountRial: 2_000_000_000 } })
const bare = { letterNumber: null, letterDate: null }
const letter = { letterNumber: '۱۲/ب', letterDate: '2026-11-20' }
const move = (to: string, version: number, more: object = bare) =>
  house.ask(guide, { method: 'POST', url: `${at()}/${id}/move`, body: { to, version, ...more } })

test('a loan is asked for only once she was read what it may cost her and goes on', async () => {
  expect((await ask()).reasons).toEqual(['pathways.exit-table-unseen'])
  await goesOnWithAll(house, guide, woman)
  expect((await ask()).body.loans).toMatchObject([{ id, amountRial: 2_000_000_000, state: 'requested', letterNumber: null, version: 1 }])
})
test('it moves as the lender moves it, by number and day, under the version seen', async () => {
  expect((await move('paid', 1)).reasons).toEqual(['pathways.no-such-stage-move'])
  expect((await move('introduced', 1)).reasons).toEqual(['pathways.stage-letter-missing'])
  expect((await move('introduced', 1, letter)).body.loans).toMatchObject([{ state: 'introduced', ...letter, version: 2 }])
  expect((await move('received', 1)).reasons).toEqual(['platform.version-stale'])
  expect((await move('received', 2)).body.loans).toMatchObject([{ state: 'received', ...letter, version: 3 }])
})
test('twenty move it at once: one does', async () => {
  const told = await Promise.all(Array.from({ length: 20 }, () => move('credit-checked', 3)))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(told.filter(({ status }) => status !== 200).flatMap(({ reasons }) => reasons))).toEqual(
    new Set(['platform.version-stale']),
  )
})
test('with a new table in force it is not signed until she was asked again', async () => {
  for (const [place, to] of (['file-complete', 'guarantor-ok', 'approved'] as const).entries()) await move(to, 4 + place, letter)
  await publishExitTable(house, '2026-11-24')
  house.setTime('2026-11-24T06:00:00Z')
  expect((await move('signed', 7, letter)).reasons).toEqual(['pathways.exit-table-unseen'])
  expect((await move('declined-by-her', 7)).body.loans).toMatchObject([{ state: 'declined-by-her' }])
})
test('it is her guide’s and nobody else’s', async () => {
  expect((await house.ask('facilitatorOfDashti', { url: at() })).reasons).toEqual(['platform.not-found'])
  for (const who of ['office', 'behzistiOfDashtestan', 'executor', 'governorOfDashtestan'] as const)
    expect((await house.ask(who, { url: at() })).status).toBe(403)
})
