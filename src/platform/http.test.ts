import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../test/house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

test('an address nobody knows answers a sentence, in the language asked for', async () => {
  const persian = await house.ask('office', { url: '/nothing-here' })
  expect(persian.status).toBe(404)
  expect(persian.body.title).toBe('چنین چیزی یافت نشد.')
  const english = await house.ask('office', { url: '/nothing-here', language: 'en' })
  expect(english.body.title).toBe('No such thing was found.')
})
test('it is alive, and ready when the database answers', async () => {
  expect((await house.app.inject('/healthz')).json()).toEqual({ alive: true })
  expect((await house.app.inject('/readyz')).json()).toEqual({ ready: true })
})
