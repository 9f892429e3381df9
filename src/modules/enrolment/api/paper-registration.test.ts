import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

const guide = 'facilitatorOfDashtestan'
const nobody: Woman = { caseId: '', personId: '', nationalId: '' }
let house: Awaited<ReturnType<typeof openHouse>>
let [woman, other] = [nobody, nobody]
beforeAll(async () => {
  house = await openHouse()
  const [first = nobody, second = nobody] = await registerWomen(house.house, 2)
  woman = first
  other = second
})
afterAll(() => house.stop())
const save = (code: string, filledOn: string, signedBy = 'fingerprint') =>
  house.ask(guide, {
    method: 'PUT',
    url: `/enrolment/cases/${woman.caseId}/registration`,
    body: { groundId: newId(), isComplete: false, settlement: 'آب‌پخش', paper: { code, filledOn, signedBy } },
  })

test('a registration filled in on paper is keyed in under the code of its own form, with its day and hand', async () => {
  const print = async ({ personId }: Woman, kind: string): Promise<string> =>
    (await house.ask(guide, { method: 'POST', url: `/people/${personId}/papers`, body: { id: newId(), kind } })).body.code
  const code = await print(woman, 'registration')
  expect((await save(await print(other, 'registration'), '2026-11-23')).reasons).toEqual(['people.paper-unknown'])
  expect((await save(await print(woman, 'consent'), '2026-11-23')).reasons).toEqual(['people.paper-unknown'])
  expect((await save(code, '2026-11-22')).reasons).toEqual(['people.day-wrong'])
  expect((await save(code, '2026-11-24')).reasons).toEqual(['people.day-wrong'])
  expect((await save('۱۲', '2026-11-23')).body.fields[0].code).toBe('people.paper-code-wrong')
  expect((await save(code, '2026-11-23')).status).toBe(200)
  expect((await save(code.replaceAll('-', ' '), '2026-11-23')).status).toBe(200)
  expect((await save(code, '2026-11-23', 'herself')).reasons).toEqual(['people.paper-keyed'])
  const { papers } = (await house.ask(guide, { url: `/people/${woman.personId}/papers` })).body
  expect(papers.find((one: { code: string }) => one.code === code)).toMatchObject({ filledOn: '2026-11-23', signedBy: 'fingerprint' })
})
