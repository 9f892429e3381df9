import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import { agreeOn, craftFactsOf, outcomeFactsOf } from './interviewed.ts'
import { registerWomen, type Woman } from './registered.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[]
beforeAll(async () => {
  house = await openHouse()
  women = await registerWomen(house.house, 6)
})
afterAll(() => house.stop())

test('only craft level and tested output of the chosen field leave, agreed and younger than a year, to whoever asks', async () => {
  const [full, again, withoutField, notSeen, expired, untouched] = women
  if (full === undefined || again === undefined || withoutField === undefined || notSeen === undefined || expired === undefined)
    throw new Error('six')
  await agreeOn(house.house, full, { fieldCode: 'HB001', craft: 4, output: null })
  await agreeOn(house.house, again, { fieldCode: 'HB001', craft: 2, output: 1, agreedOn: '2026-05-01' })
  await agreeOn(house.house, again, { fieldCode: 'HB002', craft: 3, output: 3, agreedOn: '2026-11-01' })
  await agreeOn(house.house, withoutField, { fieldCode: null, craft: 4, output: 4 })
  await agreeOn(house.house, notSeen, { fieldCode: 'HB001', craft: null, output: 5 })
  await agreeOn(house.house, expired, { fieldCode: 'HB001', craft: 5, output: 5, agreedOn: '2025-11-01', expiresOn: '2026-11-01' })
  const facts = await craftFactsOf(house.house, women, '2026-11-23')
  expect([...facts.keys()].toSorted()).toEqual([full.personId, again.personId].toSorted())
  expect(untouched).toBeDefined()
  expect(facts.get(full.personId)).toEqual({
    personId: full.personId,
    fieldCode: 'HB001',
    craftLevel: 4,
    outputLevel: null,
    agreedOn: '2026-11-23',
    expiresOn: '2027-11-23',
  })
  expect(facts.get(again.personId)).toMatchObject({ fieldCode: 'HB002', craftLevel: 3, outputLevel: 3 })
})
test('the last day of a mark is still a day of it', async () => {
  const on = (today: string) => craftFactsOf(house.house, women.slice(0, 1), today)
  expect((await on('2027-11-23')).size).toBe(1)
  expect((await on('2027-11-24')).size).toBe(0)
})
test('of outcomes leaves where each file stands and what was paid, and nothing that names her', async () => {
  const facts = await outcomeFactsOf(house.house, '2026-11-23')
  expect(facts.map(({ caseId }) => caseId).toSorted()).toEqual(women.map(({ caseId }) => caseId).toSorted())
  expect(facts.map(({ months }) => months.length)).toEqual(women.map(() => 0))
  const said = JSON.stringify(facts)
  for (const { personId } of women) expect(said).not.toContain(personId)
})
