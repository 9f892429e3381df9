import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { naughtyStrings } from '../../../test/naughty-strings.ts'
import type { PersonaName } from '../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../test/registered.ts'
import { newId } from '../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
beforeAll(async () => {
  house = await openHouse()
  women = [...(await registerWomen(house.house, 2)), ...(await registerWomen(house.house, 1, { guide: 'otherFacilitatorOfDashtestan' }))]
})
afterAll(() => house.stop())
const print = (who: PersonaName, lines: readonly object[], command = newId(), id = newId()) =>
  house.ask(who, { method: 'POST', url: '/road/rosters', body: { id, lines }, command })
const line = (place: number, time = '10:30') => ({ caseId: women[place]?.caseId, time })

test('only whoever carries the files prints them: one foreign file, and nothing is printed', async () => {
  for (const who of ['office', 'executor', 'behzistiOfDashtestan', 'interviewer', 'auditor', 'administrator'] as const)
    expect((await print(who, [line(0)])).status).toBe(403)
  const told = await print('facilitatorOfDashtestan', [line(0), line(2)])
  expect({ status: told.status, hasName: told.text.includes('زن') }).toEqual({ status: 404, hasName: false })
})
test('first name, time and file number, in the order of time, once per command, and each woman finds it in her list', async () => {
  const [command, id] = [newId(), newId()]
  const first = await print('facilitatorOfDashtestan', [line(0, '11:00'), line(1, '09:15')], command, id)
  expect(first.body.lines).toEqual([
    { time: '09:15', givenName: 'زن', fileNumber: expect.stringMatching(/^\d{4}-\d{4}-\d$/) },
    { time: '11:00', givenName: 'زن', fileNumber: expect.stringMatching(/^\d{4}-\d{4}-\d$/) },
  ])
  expect(first.text).not.toContain('آزمایشی')
  expect((await print('facilitatorOfDashtestan', [line(0, '11:00'), line(1, '09:15')], command, id)).body).toEqual(first.body)
  for (const { personId } of women.slice(0, 2)) {
    const { readers } = (await house.ask('facilitatorOfDashtestan', { url: `/people/${personId}/readers` })).body
    expect(readers.filter(({ purpose }: { purpose: string | null }) => purpose === 'attendance')).toHaveLength(1)
  }
})
test('the same file twice, no file, and whatever is typed for a time are told', async () => {
  expect((await print('facilitatorOfDashtestan', [line(0), line(0)])).reasons).toEqual(['road.twice-on-roster'])
  expect((await print('facilitatorOfDashtestan', [])).status).toBe(400)
  for (const text of naughtyStrings)
    expect((await print('facilitatorOfDashtestan', [line(0, text)])).status, JSON.stringify(text)).toBe(400)
})
