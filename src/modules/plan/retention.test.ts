import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { newId } from '../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: pg.Client
beforeAll(async () => {
  house = await openHouse({ at: '2026-01-10T06:00:00Z' })
  admin = new pg.Client(house.superuser)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await house.stop()
})
const letter = (days: number, from: string) => ({
  id: newId(),
  name: 'receipt-retention',
  countyCode: null,
  value: days,
  validFrom: from,
  letterNumber: '۱۲/آ',
  letterDate: from,
})
async function kept(): Promise<readonly string[]> {
  const { rows } = await admin.query<{ command_id: string }>('select command_id from platform.receipt order by at')
  return rows.map(({ command_id }) => command_id)
}

test('receipts are kept as many days as the letter in force says, and no longer', async () => {
  const [first, second] = [newId(), newId()]
  const body = letter(200, '2026-02-01')
  expect((await house.ask('office', { method: 'POST', url: '/plan/parameters', body, command: first })).status).toBe(200)
  house.setTime('2026-07-01T06:00:00Z')
  await house.runJob('plan.forget-receipts')
  expect(await kept()).toEqual([first])
  expect((await house.ask('office', { method: 'POST', url: '/plan/parameters', body, command: first })).status).toBe(200)
  expect(
    (await house.ask('office', { method: 'POST', url: '/plan/parameters', body: letter(30, '2026-07-02'), command: second })).status,
  ).toBe(200)
  house.setTime('2026-07-02T06:00:00Z')
  await house.runJob('plan.forget-receipts')
  expect(await kept()).toEqual([second])
})
test('nothing else of the plan goes with them', async () => {
  const { rows } = await admin.query<{ n: number }>("select count(*)::int as n from platform.history where action = 'plan.set-parameter'")
  expect(rows[0]?.n).toBe(2)
})
