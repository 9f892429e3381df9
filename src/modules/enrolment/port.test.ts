import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { registerWomen } from '../../../test/registered.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

test('a file number that somebody has is drawn again', async () => {
  let draws = 0
  // Every number comes up three times: within one list, and again in the next.
  const meeting = { ...house.house, randomBytes: (count: number) => new Uint8Array(count).fill(Math.floor(draws++ / 3) % 10) }
  await registerWomen(meeting, 3)
  draws = 0
  await registerWomen(meeting, 3)
  const numbers = await house.house.door.asOwner((tx) => tx.selectFrom('enrolment.case').select('file_number').execute())
  expect(new Set(numbers.map(({ file_number: number }) => number)).size).toBe(6)
})
