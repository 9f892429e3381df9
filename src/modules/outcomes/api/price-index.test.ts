import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const url = '/outcomes/price-index'
const aMonth = (more: object = {}) => ({
  id: newId(),
  month: '1405-08',
  baseYear: 1400,
  after: 0,
  hundredths: 28_540,
  letterNumber: 'آ/۱۲۰',
  letterDate: '2026-11-22',
  ...more,
})
const enter = (body: object) => house.ask('office', { method: 'POST', url, body })

test('neither executor nor guide enters prices; the office does, by letter, once the month is over', async () => {
  for (const who of ['executor', 'facilitatorOfDashtestan', 'auditor'] as const)
    expect((await house.ask(who, { method: 'POST', url, body: aMonth() })).reasons).toEqual(['access.not-your-part'])
  expect((await enter(aMonth({ month: '1405-09' }))).reasons).toEqual(['outcomes.month-not-over'])
  expect((await enter(aMonth())).body).toMatchObject({ month: '1405-08', edition: 1 })
  expect((await house.ask('executor', { url })).body).toMatchObject({ baseMonth: '1404-10', indices: [{ letterNumber: 'آ/۱۲۰' }] })
})
test('a correction stands beside what it corrects, and two at once are not both taken', async () => {
  expect((await enter(aMonth())).reasons).toEqual(['outcomes.price-index-changed-meanwhile'])
  const told = await Promise.all([enter(aMonth({ after: 1, hundredths: 28_600 })), enter(aMonth({ after: 1, hundredths: 28_700 }))])
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  const { indices } = (await house.ask('office', { url })).body
  expect(indices.map(({ edition }: { edition: number }) => edition)).toEqual([2, 1])
})
