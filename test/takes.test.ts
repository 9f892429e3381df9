import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import { nominate } from './nominate.ts'
import { thePlan } from './personas.ts'
import { anyNationalId } from './registered.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const take = (who: 'facilitatorOfDashtestan' | 'otherFacilitatorOfDashtestan' | 'holding') =>
  house.ask(who, { method: 'POST', url: '/enrolment/cases/take-next', body: {} })

test('a holding takes no file', async () => {
  expect((await take('holding')).status).toBe(403)
})
test('of 200 who reach for the one waiting file at once, exactly one gets it', async () => {
  await nominate(house, 'behzistiOfDashtestan', [['مریم دشتی', anyNationalId()]])
  const who = ['facilitatorOfDashtestan', 'otherFacilitatorOfDashtestan'] as const
  const answers = await Promise.all(Array.from({ length: 200 }, (_, turn) => take(who[turn % 2] ?? who[0])))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).flatMap(({ reasons }) => reasons))).toEqual(
    new Set(['enrolment.nobody-waits']),
  )
  const carried = await house.house.door.asOwner((tx) =>
    tx.selectFrom('enrolment.carried').select('account_id').where('plan_id', '=', thePlan).execute(),
  )
  expect(carried).toHaveLength(1)
})
