import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { personaNames } from '../../../test/personas.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

test('divisions are facts that everybody reads, level by level', async () => {
  for (const who of personaNames)
    expect((await house.ask(who, { url: '/territory/divisions?level=county' })).body.divisions, who).toHaveLength(10)
  const below = (await house.ask('office', { url: '/territory/divisions?parentCode=1803' })).body.divisions
  expect(below.map(({ nameFa }: { nameFa: string }) => nameFa)).toContain('سعدآباد')
  expect((await house.ask('office', { url: '/territory/divisions?parentCode=9999' })).body.divisions).toEqual([])
  expect((await house.ask('office', { url: '/territory/divisions?level=planet' })).status).toBe(400)
})
test('without official boundaries there are none, and the page draws its tiles', async () => {
  expect((await house.ask('administrator', { url: '/territory/boundaries' })).body).toEqual({ source: null, boundaries: [] })
})
