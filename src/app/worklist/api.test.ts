import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { nominate } from '../../../test/nominate.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const tasksOf = async (name: Parameters<typeof house.ask>[0]) => (await house.ask(name, { url: '/worklist' })).body

test('nobody who is signed out has a worklist, and that of a governorate is empty while nothing lies on its desk', async () => {
  expect((await house.ask(null, { url: '/worklist' })).reasons).toEqual(['access.not-your-part'])
  expect((await house.ask('governorOfDashtestan', { url: '/worklist' })).body).toEqual({ tasks: [], counts: [] })
})
test('a taken file is a task of whoever took it, with her name, and of nobody else', async () => {
  await nominate(house, 'behzistiOfDashtestan', [['فاطمه دشتی', '3490000013']])
  expect((await tasksOf('facilitatorOfDashtestan')).tasks).toEqual([])
  await house.ask('facilitatorOfDashtestan', { method: 'POST', url: '/enrolment/cases/take-next', body: {} })
  expect(await tasksOf('facilitatorOfDashtestan')).toMatchObject({
    counts: [{ kind: 'first-contact', count: 1, overdue: 0 }],
    tasks: [{ kind: 'first-contact', name: 'فاطمه دشتی', daysLeft: 0 }],
  })
  for (const other of ['otherFacilitatorOfDashtestan', 'facilitatorOfDashti', 'office', 'decider', 'behzistiOfDashtestan'] as const)
    expect({ other, tasks: (await tasksOf(other)).tasks }).toEqual({ other, tasks: [] })
})
test('a task that nobody did in time is overdue, and stands first', async () => {
  house.setTime('2026-12-10T06:00:00Z')
  expect((await tasksOf('facilitatorOfDashtestan')).tasks[0]).toMatchObject({ kind: 'first-contact', daysLeft: -17 })
})
