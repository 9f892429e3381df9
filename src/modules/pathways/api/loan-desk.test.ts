import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let willing: Woman
let unwilling: Woman
const guide = 'facilitatorOfDashtestan'
const lender = 'behzistiOfDashtestan'
/** The labour office of the province. */
const labour = 'appealReader'
const [loanId, hiddenId, insuranceId] = [newId(), newId(), newId()]
const bare = { letterNumber: null, letterDate: null }
const letter = { letterNumber: '۱۲/ب', letterDate: '2026-11-20' }
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const loan = (woman: Woman, id: string) =>
  post(guide, `/pathways/cases/${woman.caseId}/loans`, { id, lenderId: organisations.behzisti, amountRial: 900_000_000 })
beforeAll(async () => {
  house = await openHouse()
  const [one] = await registerWomen(house.house, 1)
  const [other] = await registerWomen(house.house, 1, { consents: ['keep-file'] })
  if (one === undefined || other === undefined) throw new Error('two were registered')
  willing = one
  unwilling = other
  await house.house.door.asOwner((tx) =>
    tx.updateTable('partners.organisation').set({ agency_code: 'MCLS' }).where('id', '=', organisations.labour).execute(),
  )
  await publishExitTable(house, '2026-11-23')
  for (const woman of [willing, unwilling]) await goesOnWithAll(house, guide, woman)
  await loan(willing, loanId)
  await loan(unwilling, hiddenId)
  const insured = { id: insuranceId, insurerId: organisations.behzisti, scheme: 'rural-fund', payer: 'her-and-state' }
  await post(guide, `/pathways/cases/${willing.caseId}/insurances`, insured)
})
afterAll(() => house.stop())
const loansOf = async (who: PersonaName) => (await house.ask(who, { url: '/pathways/own-loans' })).body.loans
const answer = (who: PersonaName, to: string, version: number, more: object = bare, id = loanId) =>
  post(who, `/pathways/loans/${id}/answer`, { to, version, ...more })

test('a loan exists for its lender and the labour office, in her county, and only after she said yes', async () => {
  for (const who of [guide, 'office', 'executor', 'governorOfDashtestan'] as const)
    expect((await house.ask(who, { url: '/pathways/own-loans' })).status).toBe(403)
  for (const who of ['reliefOfDashtestan', 'behzistiOfDashti'] as const) expect(await loansOf(who)).toEqual([])
  expect(await loansOf(lender)).toMatchObject([{ id: loanId, amountRial: 900_000_000, state: 'requested' }])
  expect(await loansOf(labour)).toMatchObject([{ id: loanId }])
  for (const who of ['reliefOfDashtestan', lender] as const)
    expect((await answer(who, 'introduced', 1, letter, who === lender ? hiddenId : loanId)).reasons).toEqual(['platform.not-found'])
})
test('it is read by number, without a name, and without what she said of whose hands the money is in', async () => {
  const hands = (who: PersonaName, id = loanId) =>
    house.ask(who, { method: 'PUT', url: `/pathways/cases/${willing.caseId}/loans/${id}/hands`, body: { isInOtherHands: true } })
  expect((await hands(lender)).status).toBe(403)
  expect((await hands('facilitatorOfDashti')).reasons).toEqual(['platform.not-found'])
  expect((await hands(guide, hiddenId)).reasons).toEqual(['platform.not-found'])
  expect((await hands(guide)).body.loans).toMatchObject([{ isInOtherHands: true }])
  for (const who of [lender, labour] as const) {
    const told = await house.ask(who, { url: '/pathways/own-loans' })
    expect(told.text).not.toMatch(/isInOtherHands|آزمایشی/)
  }
})
test('the labour office introduces and no more; the lender goes on, and her own word is never theirs', async () => {
  const [seen] = await loansOf(labour)
  expect(seen.moves).toEqual(['introduced', 'rejected'])
  expect((await answer(labour, 'declined-by-her', 1)).reasons).toEqual(['pathways.not-this-desk'])
  expect((await answer(labour, 'introduced', 1)).reasons).toEqual(['pathways.stage-letter-missing'])
  expect((await answer(labour, 'introduced', 1, letter)).body).toMatchObject({ state: 'introduced', ...letter, version: 2, moves: [] })
  expect((await answer(labour, 'received', 2)).reasons).toEqual(['pathways.not-this-desk'])
  expect((await answer(lender, 'declined-by-her', 2)).reasons).toEqual(['pathways.not-this-desk'])
  const told = await Promise.all(Array.from({ length: 10 }, () => answer(lender, 'received', 2)))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await house.ask(guide, { url: `/pathways/cases/${willing.caseId}/loans` })).body.loans).toMatchObject([{ state: 'received' }])
})
test('an insurance stands on the same desks', async () => {
  const own = async (who: PersonaName) => (await house.ask(who, { url: '/pathways/own-insurances' })).body.insurances
  expect((await house.ask(guide, { url: '/pathways/own-insurances' })).status).toBe(403)
  expect(await own('reliefOfDashtestan')).toEqual([])
  expect(await own(labour)).toMatchObject([{ id: insuranceId, moves: ['introduced', 'rejected'] }])
  const at = `/pathways/insurances/${insuranceId}/answer`
  expect((await post('reliefOfDashtestan', at, { to: 'introduced', version: 1, ...letter })).reasons).toEqual(['platform.not-found'])
  expect((await post(labour, at, { to: 'introduced', version: 1, ...letter })).body).toMatchObject({ state: 'introduced' })
  expect((await post(lender, at, { to: 'registered', version: 2, ...bare })).body).toMatchObject({ state: 'registered' })
})
test('what she takes back is gone from their desks at once, and answers like what is not there', async () => {
  const { consents } = (await house.ask(guide, { url: `/people/${willing.personId}/consents` })).body
  const { id } = consents.find(({ purpose }: { purpose: string }) => purpose === 'share-with-agencies')
  expect((await post(guide, `/people/${willing.personId}/consents/${id}/withdraw`, {})).status).toBe(200)
  for (const who of [lender, labour] as const) {
    expect(await loansOf(who)).toEqual([])
    expect((await answer(who, 'credit-checked', 3)).reasons).toEqual(['platform.not-found'])
  }
})
test('a new table in force is read to her before the lender signs', async () => {
  const [third] = await registerWomen(house.house, 1)
  if (third === undefined) throw new Error('one was registered')
  await goesOnWithAll(house, guide, third)
  const id = newId()
  await loan(third, id)
  for (const [place, to] of (['introduced', 'received', 'credit-checked', 'file-complete', 'guarantor-ok', 'approved'] as const).entries())
    expect([to, (await answer(lender, to, place + 1, letter, id)).status]).toEqual([to, 200])
  await publishExitTable(house, '2026-11-24')
  house.setTime('2026-11-24T06:00:00Z')
  expect((await answer(lender, 'signed', 7, letter, id)).reasons).toEqual(['pathways.exit-table-unseen'])
  await goesOnWithAll(house, guide, third)
  expect((await answer(lender, 'signed', 7, letter, id)).body).toMatchObject({ state: 'signed' })
})
