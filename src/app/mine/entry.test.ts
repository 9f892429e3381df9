import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { codeSentTo, phoneOn, setPin, settleDoor } from '../../../test/her-pages.ts'
import { openHouse } from '../../../test/house.ts'
import { thePlan } from '../../../test/personas.ts'
import { registerWomen } from '../../../test/registered.ts'
import { demoWomen } from '../../access/demo.ts'
import { lotOf } from '../../access/sign-in/hers/pins.ts'
import {
  ADDRESS_MINUTES,
  CODES_AN_ADDRESS,
  isPlainPin,
  isRefusedByLot,
  networkOf,
  PIN_TRIES,
  TRIES_A_PHONE,
  TRIES_AN_ADDRESS,
} from '../../access/sign-in/hers/rules.ts'
import { addressIndexOf } from '../../access/sign-in/tries.ts'
import { erasePerson } from '../../modules/people/port.ts'
import { makeServer } from '../server.ts'

const guide = 'facilitatorOfDashtestan'
const PHONE = '+989171110001'
const SHARED = '+989171110002'
const SILENT = '+989171110003'
const UNKNOWN = '+989179999999'
let house: Awaited<ReturnType<typeof openHouse>>
let minute = 0
/** Every case has an hour of its own: no code is too soon, no phone still rests. */
const later = (minutes = 60): void => {
  minute += minutes
  house.setTime(new Date(Date.parse('2026-11-23T06:00:00Z') + minute * 60_000).toISOString())
}
const women: { readonly personId: string; readonly pin: string; readonly phone: string }[] = []
const her = (place: number) => women[place] ?? { personId: '', pin: '', phone: '' }
beforeAll(async () => {
  house = await openHouse()
  const made = await registerWomen(house.house, 7)
  for (const [place, phone] of [PHONE, SHARED, SHARED, SILENT, '+989171110005', '+989171110006', '+989171110007'].entries()) {
    const { personId } = made[place] ?? { personId: '' }
    const pin = await settleDoor(house, guide, { personId, phone, mayMessage: phone !== SILENT })
    women.push({ personId, pin, phone })
  }
})
afterAll(() => house.stop())

async function codeFor(phone: string): Promise<string> {
  later()
  await phoneOn(house).send('/mine/phone', { phone })
  return (await codeSentTo(house, phone)) ?? '000000'
}
const wrongOf = (pin: string): string => (pin === '1111' ? '2222' : '1111')
const enterWith = async (phone: string, code: string, pin: string, from = '127.0.0.1') => {
  const device = phoneOn(house, from)
  const answer = await device.send('/mine/enter', { phone, code, pin })
  return { ...device, answer, isIn: answer.statusCode === 303 }
}
/** An answer with the statements it took, values blanked: what a clock could tell apart. */
async function watched<T>(work: () => Promise<T>) {
  const said = vi.spyOn(pg.Client.prototype, 'query')
  const answer = await work()
  const statements = said.mock.calls.map(([query]: readonly unknown[]) =>
    String(typeof query === 'object' && query !== null && 'text' in query ? query.text : query).replaceAll(/[0-9a-f-]{36}/g, 'id'),
  )
  said.mockRestore()
  return { answer, statements }
}

test('only whoever carries her file opens her door, and sets nothing for her that was not typed twice', async () => {
  const { personId } = her(0)
  for (const who of [
    'otherFacilitatorOfDashtestan',
    'decider',
    'behzistiOfDashtestan',
    'auditor',
    'administrator',
    'marketOperator',
  ] as const) {
    expect([403, 404]).toContain((await house.ask(who, { url: `/mine/files/${personId}/door` })).status)
    expect([403, 404]).toContain((await setPin(house, who, personId, '4071')).status)
  }
  expect((await setPin(house, guide, personId, '4071', '4072')).reasons).toEqual(['mine.pin-unlike'])
  for (const plain of ['0000', '1234', '9876', '1212', '1365', '2001'])
    expect((await setPin(house, guide, personId, plain)).reasons).toEqual(['mine.pin-not-usable'])
  const told = await house.ask(guide, { url: `/mine/files/${personId}/door` })
  expect(told.body).toEqual({ reach: 'code', setAt: expect.any(String), isLocked: false })
  expect(told.text).not.toContain(her(0).pin)
  // To a phone that is not her own nothing goes; whatever she wishes, it is not written down with it.
  const silent = `/people/${her(3).personId}`
  const { contact } = (await house.ask(guide, { url: silent })).body
  const shared = { ...contact, whosePhone: 'shared' }
  const wish = await house.ask(guide, { method: 'PUT', url: `${silent}/contact`, body: { ...shared, mayMessage: true } })
  expect(wish.reasons).toEqual(['people.not-own-phone'])
  expect((await house.ask(guide, { method: 'PUT', url: `${silent}/contact`, body: shared })).status).toBe(200)
  expect((await house.ask(guide, { url: `/mine/files/${her(3).personId}/door` })).body.reach).toBe('not-own-phone')
})
test('a number another woman has on the same phone is refused in the words of any other refusal, and so is one in sixteen', async () => {
  expect(her(1).pin).not.toBe(her(2).pin)
  const clash = await setPin(house, guide, her(2).personId, her(1).pin)
  expect(clash.reasons).toEqual(['mine.pin-not-usable'])
  const index = house.house.vault.blindIndex(thePlan, 'phone', her(6).phone)
  const numbers = Array.from({ length: 900 }, (_, place) => String(6000 + place)).filter((pin) => !isPlainPin(pin))
  const isDrawn = (pin: string) => isRefusedByLot(lotOf(house.house, index, pin))
  const drawn = await setPin(house, guide, her(6).personId, numbers.find(isDrawn) ?? '')
  expect({ ...drawn.body, requestId: '' }).toEqual({ ...clash.body, requestId: '' })
  expect(numbers.filter(isDrawn).length / numbers.length).toBeCloseTo(1 / 16, 1)
})
test('code and number together open her page on one device; a code alone, a number alone and a used code open nothing', async () => {
  const code = await codeFor(PHONE)
  expect((await enterWith(PHONE, '', her(0).pin)).isIn).toBe(false)
  expect((await enterWith(PHONE, code, wrongOf(her(0).pin))).isIn).toBe(false)
  const first = await enterWith('09171110001', code, her(0).pin)
  expect(first.isIn).toBe(true)
  const [cookie] = first.answer.cookies
  expect(cookie).toMatchObject({ name: 'kariz.mine', path: '/mine', httpOnly: true, sameSite: 'Strict' })
  expect(cookie?.maxAge).toBeUndefined()
  expect((await enterWith(PHONE, code, her(0).pin)).isIn).toBe(false)
  const second = await enterWith(PHONE, await codeFor(PHONE), her(0).pin)
  expect(second.isIn).toBe(true)
  expect(await isOpen(first.cookie())).toBe(false)
  expect(await isOpen(second.cookie())).toBe(true)
  await second.send('/mine/leave', {})
  expect(second.cookie()).toBe('')
  expect(await isOpen(cookie === undefined ? '' : `${cookie.name}=${cookie.value}`)).toBe(false)
})
/** Whether a cookie still says who she is. */
async function isOpen(cookie: string): Promise<boolean> {
  return (await house.app.inject({ method: 'GET', url: '/api/mine/road', headers: { cookie } })).statusCode === 200
}
test('each of two women on one phone opens her own page with the same code', async () => {
  for (const place of [1, 2]) expect((await enterWith(SHARED, await codeFor(SHARED), her(place).pin)).isIn).toBe(true)
  const open = await house.house.door.asOwner((tx) => tx.selectFrom('auth.her_session').select('person_id').execute())
  expect(open.map(({ person_id: id }) => id)).toEqual(expect.arrayContaining([her(1).personId, her(2).personId]))
})
test('known or not, shared, silent or locked: asking for a code answers the same words by the same statements, and only the known gets a message', async () => {
  later()
  const asked = async (phone: string) => {
    const { answer, statements } = await watched(() => phoneOn(house).send('/mine/phone', { phone }))
    const body = answer.body.replaceAll(phone, 'phone').replace(/کد: [۰-۹]{6}/, 'code')
    return { status: answer.statusCode, body, statements }
  }
  const known = await asked(PHONE)
  expect(await codeSentTo(house, PHONE)).toMatch(/^\d{6}$/)
  for (const phone of [SHARED, SILENT, UNKNOWN]) expect(await asked(phone)).toEqual(known)
  for (const phone of [SILENT, UNKNOWN]) expect(await codeSentTo(house, phone)).toBeUndefined()
  expect(known.status).toBe(200)
})
test('an unknown phone, a wrong number and a file that was shut, erased or left answer alike, by the same statements', async () => {
  const tried = async (phone: string, pin: string) => {
    const code = await codeFor(phone)
    const { answer, statements } = await watched(async () => (await enterWith(phone, code, pin)).answer)
    return { status: answer.statusCode, body: answer.body.replaceAll(phone, 'phone'), statements, cookies: answer.cookies.length }
  }
  const unknown = await tried(UNKNOWN, '4071')
  expect(unknown).toMatchObject({ status: 422, cookies: 0 })
  expect(await tried(PHONE, wrongOf(her(0).pin))).toEqual(unknown)
  await house.ask(guide, { method: 'POST', url: `/mine/files/${her(4).personId}/door`, body: { isLocked: true } })
  expect(await tried(her(4).phone, her(4).pin)).toEqual(unknown)
  const codeOfErased = await codeFor(her(5).phone)
  await house.house.door.asOwner((tx) => erasePerson(tx, { planId: thePlan, personId: her(5).personId, at: new Date() }))
  expect((await enterWith(her(5).phone, codeOfErased, her(5).pin)).isIn).toBe(false)
  expect(await tried(her(5).phone, her(5).pin)).toEqual(unknown)
})
test('an open page shuts when her file does, after a quarter of an hour without a touch, and after two hours in any case', async () => {
  const open = async () => enterWith(PHONE, await codeFor(PHONE), her(0).pin)
  const first = await open()
  later(14)
  expect(await isOpen(first.cookie())).toBe(true)
  later(16)
  expect(await isOpen(first.cookie())).toBe(false)
  const second = await open()
  for (let turn = 0; turn < 10; turn++) {
    later(12)
    await isOpen(second.cookie())
  }
  expect(await isOpen(second.cookie())).toBe(false)
  const third = await open()
  await house.ask(guide, { method: 'POST', url: `/mine/files/${her(0).personId}/door`, body: { isLocked: true } })
  expect(await isOpen(third.cookie())).toBe(false)
  await house.ask(guide, { method: 'POST', url: `/mine/files/${her(0).personId}/door`, body: { isLocked: false } })
})
test('many wrong tries at once are no more than one by one: so many from an address, and none of them uses up the code that came; ten wrong numbers shut a file until they meet', async () => {
  const pinOf = async () =>
    house.house.door.asOwner((tx) =>
      tx.selectFrom('access.pin').select(['failures', 'locked_at']).where('person_id', '=', her(0).personId).executeTakeFirstOrThrow(),
    )
  const storm = async (phone: string, code: string, from: string) => {
    const tries = Array.from({ length: TRIES_AN_ADDRESS + 1 }, () => enterWith(phone, code, wrongOf(her(0).pin), from))
    return (await Promise.all(tries))
      .map(({ answer: { statusCode, body } }) => `${statusCode} ${body.replaceAll(phone, 'phone')}`)
      .toSorted()
  }
  const code = await codeFor(PHONE)
  const told = await storm(PHONE, code, '203.0.113.1')
  expect(told.filter((one) => one.includes('چند بار نادرست'))).toHaveLength(1)
  expect(await pinOf()).toMatchObject({ failures: TRIES_AN_ADDRESS, locked_at: null })
  await phoneOn(house).send('/mine/phone', { phone: UNKNOWN })
  expect(await storm(UNKNOWN, code, '203.0.113.2')).toEqual(told)
  expect((await enterWith(PHONE, code, her(0).pin, '203.0.113.3')).isIn).toBe(true)
  expect((await pinOf()).failures).toBe(0)
  const another = await codeFor(PHONE)
  for (const from of ['203.0.113.1', '203.0.113.2']) await storm(PHONE, another, from)
  expect(await pinOf()).toMatchObject({ failures: PIN_TRIES, locked_at: expect.any(Date) })
  expect((await enterWith(PHONE, another, her(0).pin, '203.0.113.3')).isIn).toBe(false)
  await house.ask(guide, { method: 'POST', url: `/mine/files/${her(0).personId}/door`, body: { isLocked: false } })
  expect((await enterWith(PHONE, await codeFor(PHONE), her(0).pin)).isIn).toBe(true)
})
test('wrong tries at one phone from very many addresses rest it for the rest of a quarter of an hour, known or not', async () => {
  for (const phone of [PHONE, UNKNOWN]) {
    const code = await codeFor(phone)
    await enterWith(phone, code, wrongOf(her(0).pin), '203.0.113.9')
    const key = addressIndexOf(house.house, `mine:${phone}`)
    await house.house.door.asOwner((tx) =>
      tx.updateTable('auth.her_asking').set({ asked: TRIES_A_PHONE }).where('address_index', '=', key).execute(),
    )
    expect((await enterWith(phone, code, her(0).pin, '203.0.113.8')).answer.body).toContain('یک ربع ساعت صبر کنید')
  }
  later(ADDRESS_MINUTES + 1)
  expect((await enterWith(PHONE, await codeFor(PHONE), her(0).pin)).isIn).toBe(true)
})
test('a line of IPv6 is one network, however it is written', () => {
  expect(networkOf('2001:db8:0:1:ffff::9')).toBe(networkOf('2001:0DB8::1:1:2:3:4'))
  expect(networkOf('2001:db8::7')).not.toBe(networkOf('2001:db8:0:1::7'))
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
})
test('wrong tries at a shared phone shut no neighbour who comes in by herself, and the number of one gives the other no further tries', async () => {
  const failures = async (place: number) =>
    house.house.door.asOwner(async (tx) =>
      Number(
        (await tx.selectFrom('access.pin').select('failures').where('person_id', '=', her(place).personId).executeTakeFirstOrThrow())
          .failures,
      ),
    )
  const code = await codeFor(SHARED)
  await enterWith(SHARED, code, '0000')
  await enterWith(SHARED, code, '0000')
  expect([await failures(1), await failures(2)]).toEqual([2, 2])
  expect((await enterWith(SHARED, code, her(1).pin)).isIn).toBe(true)
  expect([await failures(1), await failures(2)]).toEqual([0, 2])
})
test('nothing that was typed or sent stands in history, in answers kept or on the page of messages', async () => {
  const kept = await house.house.door.asOwner(async (tx) => ({
    history: await tx.selectFrom('platform.history').selectAll().where('action', 'like', 'mine.%').execute(),
  }))
  expect(kept.history.length).toBeGreaterThan(5)
  for (const { facts } of kept.history) expect(JSON.stringify(facts)).not.toMatch(/\d{4}/)
  const messages = await house.ask('administrator', { url: '/access/messages' })
  expect(messages.body.messages.some(({ template }: { template: string }) => template === 'access.her-code')).toBe(true)
})
/** The same women in a house of real work, where nothing is shown and everything is counted. */
async function openReal() {
  const { config, filesFolder, house: same } = house
  return makeServer({ config, masterKey: Buffer.alloc(32, 7), filesFolder, mode: 'real', logLevel: 'silent', clock: same.clock })
}
test('a house of real work shows no invented woman, no code and no number, whatever stands in it', async () => {
  later()
  const [invented] = demoWomen
  if (invented === undefined) throw new Error('there are invented women')
  await settleDoor(house, guide, { personId: her(6).personId, phone: invented.phone })
  expect((await phoneOn(house).get('/mine')).body).toContain(invented.place)
  const real = await openReal()
  const pages = [await phoneOn(real).get('/mine'), await phoneOn(real).send('/mine/phone', { phone: invented.phone })]
  for (const { statusCode, body } of pages) {
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/نمایشی|[۰-۹]{6}/)
    for (const { place, pin } of demoWomen) expect(body).not.toMatch(new RegExp(`${place}|${pin}`))
  }
  expect(await codeSentTo(house, invented.phone)).toMatch(/^\d{6}$/)
  expect((await real.app.inject({ method: 'GET', url: '/api/access/demo-accounts' })).statusCode).toBe(404)
  await real.stop()
})
test('whoever asks without end for her phone shuts her out at no moment, plagues her no more than the letter says, and learns nothing', async () => {
  later(24 * 60)
  const real = await openReal()
  const sent = async (): Promise<number> =>
    house.house.door.asOwner(
      async (tx) => (await tx.selectFrom('platform.message').select('id').where('template', '=', 'access.her-code').execute()).length,
    )
  const ask = async (phone: string): Promise<string> => {
    const { statusCode, body } = await phoneOn(real, '203.0.113.1').send('/mine/phone', { phone })
    return `${statusCode} ${body.replaceAll(phone, 'phone')}`
  }
  const before = await sent()
  const answers = new Set(await Promise.all([PHONE, UNKNOWN, PHONE, UNKNOWN, PHONE, SILENT].map(ask)))
  expect((await sent()) - before).toBe(1)
  const first = await codeSentTo(house, PHONE)
  later(1)
  answers.add(await ask(PHONE))
  expect([(await sent()) - before, await codeSentTo(house, PHONE)]).toEqual([2, first])
  // She comes in the middle of a wait, whether it is short or as long as it gets, and asks for nothing: the code that came last opens.
  for (const minutes of [12, 40, 168]) {
    for (let passed = 0; passed < minutes; passed += 8) {
      later(8)
      for (const phone of [PHONE, UNKNOWN]) answers.add(await ask(phone))
    }
    later(3)
    expect((await enterWith(PHONE, (await codeSentTo(house, PHONE)) ?? '', her(0).pin, '203.0.113.5')).isIn).toBe(true)
  }
  expect([...answers]).toEqual([expect.stringMatching(/^200 .*آخرین کدی که آمده/s)])
  // Four hours of asking: waits of 1, 2, 4 … 60 minutes, begun anew by each of her entries.
  expect((await sent()) - before).toBeLessThan(20)
  // Whoever was in asks anew at once, and the code that was used opens nothing.
  const used = (await codeSentTo(house, PHONE)) ?? ''
  expect((await enterWith(PHONE, used, her(0).pin)).isIn).toBe(false)
  await ask(PHONE)
  expect((await enterWith(PHONE, (await codeSentTo(house, PHONE)) ?? '', her(0).pin)).isIn).toBe(true)
  await real.stop()
})
test('one address asks for so many codes in a quarter of an hour, however many at once and whose phones they are; another is not held up', async () => {
  later(24 * 60)
  const real = await openReal()
  const numbers = Array.from({ length: CODES_AN_ADDRESS + 4 }, (_, place) => `0917888${1000 + place}`)
  const answers = await Promise.all(numbers.map((phone) => phoneOn(real, '203.0.113.3').send('/mine/phone', { phone })))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(CODES_AN_ADDRESS)
  const [held, free] = [phoneOn(real, '203.0.113.3'), phoneOn(real, '203.0.113.4')]
  const refused = await held.send('/mine/phone', { phone: PHONE })
  expect(refused.statusCode).toBe(429)
  expect(refused.body).toContain('یک ربع ساعت صبر کنید')
  expect(await codeSentTo(house, numbers[0] ?? '')).toBeUndefined()
  expect((await free.send('/mine/phone', { phone: PHONE })).statusCode).toBe(200)
  later(ADDRESS_MINUTES + 1)
  expect((await held.send('/mine/phone', { phone: SHARED })).statusCode).toBe(200)
  await real.stop()
})
test('what another site sends is not hers, and no page of hers stays in the phone', async () => {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/mine/phone',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: `phone=${encodeURIComponent(PHONE)}`,
  })
  expect(answer.statusCode).toBe(403)
  for (const url of ['/mine', '/calendar']) {
    const told = await phoneOn(house).get(url)
    expect(told.headers['cache-control']).toBe('no-store')
    expect(told.body).not.toMatch(/ on[a-z]+="|<script>/)
  }
  expect((await phoneOn(house).get('/mine')).body).toContain('<title>کاریز</title>')
})
