import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleGoods } from '../../../test/business.ts'
import { openHouse } from '../../../test/house.ts'
import { aCall } from '../../../test/market.ts'
import { registerWomen } from '../../../test/registered.ts'
import { standAt } from '../../../test/work-plan.ts'
import { newId } from '../../platform/ids.ts'
import { asciiDigits } from '../../platform/persian.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let goods: string
let hiddenGoods: string
beforeAll(async () => {
  house = await openHouse()
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('one was registered')
  await standAt(house, woman, ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed'])
  goods = await settleGoods(house.house, woman.caseId, 10)
  hiddenGoods = await settleGoods(house.house, woman.caseId, 5)
  await house.house.door.asOwner((tx) =>
    tx.updateTable('businesses.product').set({ shown_on: '2026-11-23' }).where('id', '=', goods).execute(),
  )
})
afterAll(() => house.stop())

const get = (url: string, language = 'fa') => house.app.inject({ method: 'GET', url, headers: { 'accept-language': language } })
const post = (url: string, form: Readonly<Record<string, string | readonly string[]>>) => {
  const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
  return house.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
}
const idIn = (text: string): string => /name="id" value="([0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
const codeIn = (text: string): string => /class="code">([2-9A-Z]{10})</.exec(text)?.[1] ?? ''
const offer = {
  manner: 'self',
  personKind: 'legal',
  name: 'کارگاه «نمونه» <b>',
  phone: '۰۹۱۷۱۲۳۴۵۶۷',
  wanted: ['driver', 'buyer'],
  counties: '1803',
  offer: 'خرید ماهانهٔ صد دست لباس کار',
}
const read = async () => (await house.ask('office', { url: '/partners/applications' })).body.applications

test('the call is a page without a script, in Persian and in English, that names every county', async () => {
  const page = await get('/call')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('<html lang="fa" dir="rtl">')
  expect(page.body).not.toMatch(/<script|onclick|javascript:/i)
  expect(page.body).toContain('دشتستان')
  expect((await get('/call', 'en')).body).toContain('Call for partners')
  expect(Buffer.byteLength(page.body) + Buffer.byteLength((await get('/public.css')).body)).toBeLessThan(20_000)
})
test('a form sent twice applies once and shows the same code; nothing typed becomes markup', async () => {
  const id = idIn((await get('/call')).body)
  const sent = await post('/call', { id, ...offer })
  expect(sent.statusCode, sent.body).toBe(200)
  expect(codeIn(sent.body)).not.toBe('')
  expect(codeIn((await post('/call', { id, ...offer })).body)).toBe(codeIn(sent.body))
  expect((await read()).filter(({ name }: { name: string }) => name === offer.name)).toHaveLength(1)
})
test('what cannot be taken comes back with everything typed and a sentence for what to mend', async () => {
  const sent = await post('/call', { ...offer, phone: '12', offer: 'کوتاه', name: '"><img src=x>' })
  expect(sent.statusCode).toBe(422)
  expect(sent.body).toContain('role="alert"')
  expect(sent.body).toContain('value="&quot;&gt;&lt;img src=x&gt;"')
  expect(sent.body).toContain('value="buyer" checked')
  expect((await post('/call', {})).statusCode).toBe(422)
})
test('whoever was introduced accepts or declines with the code, without a script', async () => {
  const sent = await post('/call', { ...offer, manner: 'introduced', name: 'بانوی معرفی‌شده' })
  const code = codeIn(sent.body)
  const names = async () => (await read()).map(({ name }: { name: string }) => name)
  expect(await names()).not.toContain('بانوی معرفی‌شده')
  expect((await post('/call/accept', { tracking: 'AAAAAAAAAA', accepts: 'yes' })).statusCode).toBe(422)
  expect((await post('/call/accept', { tracking: code, accepts: 'yes' })).body).toContain('پذیرفتید')
  expect(await names()).toContain('بانوی معرفی‌شده')
  const other = codeIn((await post('/call', { ...offer, manner: 'introduced', name: 'دیگری' })).body)
  expect((await post('/call/accept', { tracking: other, accepts: 'no' })).body).toContain('نپذیرفتید')
  expect(await names()).toContain('دیگری')
})

describe('an order asked for from goods that stand open', () => {
  const typed = {
    personKind: 'legal',
    name: 'فروشگاه «بندر» <b>',
    phone: '۰۹۱۷۱۲۳۴۵۶۷',
    quantity: '۲۵',
    wantedOn: '1405/11/15',
    message: '',
  }
  const numberIn = (text: string): string => asciiDigits(/class="code">([۰-۹-]{11})</.exec(text)?.[1] ?? '')
  const requests = async () => (await house.ask('marketOperator', { url: '/market/order-requests' })).body.requests
  const state = (number: string, phone = typed.phone) => post('/goods/order/state', { number, phone })
  const ask = async (more: Readonly<Record<string, string>> = {}) =>
    numberIn((await post('/goods/order', { ...typed, goods, ...more })).body)
  const answer = (id: string, what: string, body: object) =>
    house.ask('marketOperator', { method: 'POST', url: `/market/order-requests/${id}/${what}`, body })

  test('is not for goods she does not show, nor for whoever has an account; and the operator of their county and the office alone read it', async () => {
    const hidden = await post('/goods/order', { ...typed, goods: hiddenGoods })
    expect([
      hidden.statusCode,
      (await get(`/goods/order?goods=${hiddenGoods}`)).statusCode,
      (await get('/goods/order')).statusCode,
    ]).toEqual([404, 404, 404])
    const body = { id: newId(), goodsId: goods, ...typed, wantedOn: null }
    expect((await house.ask('office', { method: 'POST', url: '/market/order-requests', body })).reasons).toEqual(['access.not-your-part'])
    for (const who of ['governorOfDashtestan', 'facilitatorOfDashtestan', 'buyer', 'auditor'] as const)
      expect([who, (await house.ask(who, { url: '/market/order-requests' })).reasons]).toEqual([who, ['access.not-your-part']])
  })
  test('what cannot be taken comes back with everything typed, each sentence naming its field', async () => {
    for (const [more, sentence] of [
      [{ phone: '12' }, 'شمارهٔ تلفن: '],
      [{ quantity: '0' }, 'چه مقدار: '],
      [{ personKind: '' }, 'شخص یا سازمان: '],
      [{ wantedOn: '1405/13/40' }, 'این روز خوانده نشد'],
      [{ wantedOn: '1404/01/01' }, 'این روز گذشته است'],
    ] as const) {
      const sent = await post('/goods/order', { ...typed, goods, ...more })
      expect([more, sent.statusCode, sent.body.includes(sentence)]).toEqual([more, 422, true])
      expect(sent.body).toContain('value="فروشگاه «بندر» &lt;b&gt;"')
      expect(sent.body).not.toMatch(/<script|javascript:/i)
    }
    expect(await requests()).toEqual([])
  })
  test('is taken once with a number shown at once; number and telephone show where it stands, and nothing says whose the goods are', async () => {
    const form = await get(`/goods/order?goods=${goods}`)
    expect([form.statusCode, /دشتستان|1803/.test(form.body)]).toEqual([200, false])
    const id = idIn(form.body)
    const sent = await post('/goods/order', { ...typed, goods, id })
    const number = numberIn(sent.body)
    expect(numberIn((await post('/goods/order', { ...typed, goods, id })).body)).toBe(number)
    const [one, ...others] = await requests()
    expect([one, others]).toMatchObject([
      { number, name: typed.name, phone: '+989171234567', quantity: 25, wantedOn: '2027-02-04', state: 'received' },
      [],
    ])
    const told = await state(number.replaceAll('-', ' '))
    expect([told.statusCode, told.body.includes('۲۵ دست «لباس کار»')]).toEqual([200, true])
    const [strange, wrong] = [await state('1234-5678-2'), await state(number, '09179999999')]
    expect([strange.statusCode, wrong.statusCode]).toEqual([422, 422])
    const unnamed = (text: string) => text.replaceAll(/value="[^"]*"/g, '')
    expect(unnamed(strange.body)).toBe(unnamed(wrong.body))
    const hers = await house.house.door.asOwner((tx) => tx.selectFrom('enrolment.case').select(['file_number', 'person_id']).execute())
    for (const text of [form.body, sent.body, told.body, JSON.stringify(one)])
      for (const { file_number: file, person_id: person } of hers)
        expect([text.includes(file), text.includes(person)]).toEqual([false, false])
  })
  test('becomes an order of a buyer the office admitted by two, in its county and on the version that was seen', async () => {
    const [one] = await requests()
    const introduced = await answer(one.id, 'introduce', { version: 1 })
    expect(introduced.body).toMatchObject({ state: 'with-office', office: 'received', organisationId: null })
    expect((await answer(one.id, 'introduce', { version: 2 })).reasons).toEqual(['market.no-such-order-request-move'])
    expect((await state(one.number)).body).toContain('به خریداران طرح می‌افزاید')
    const applied = (await read()).find(({ name }: { name: string }) => name === typed.name)
    expect(applied).toMatchObject({ wanted: ['buyer'], counties: ['1803'], phone: '+989171234567' })
    for (const who of ['office', 'decider'] as const) {
      const body = { opinionId: newId(), isFit: true, reasons: 'فروشگاه دیده شد.', version: 1 }
      expect((await house.ask(who, { method: 'POST', url: `/partners/applications/${applied.id}/opinions`, body })).status).toBe(200)
    }
    const [{ organisationId, office }] = await requests()
    expect(office).toBe('admitted')
    const order = aCall({ organisationId, quantity: 25, request: { id: one.id, version: 1 } })
    const call = (more: object) =>
      house.ask('marketOperator', { method: 'POST', url: '/market/orders', body: { ...order, id: newId(), ...more } })
    expect((await call({})).reasons).toEqual(['platform.version-stale'])
    const both = await Promise.all([call({ request: { id: one.id, version: 2 } }), call({ request: { id: one.id, version: 2 } })])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const made = both.find(({ status }) => status === 200)?.body
    expect((await requests())[0]).toMatchObject({ state: 'ordered', orderId: made.id })
    expect((await state(one.number)).body).toContain('سفارش شما در')
    expect((await house.ask('marketOperator', { url: '/market/orders' })).body.orders).toHaveLength(1)
  })
  test('is declined with a reason that is read under the number; who asked is let go after the days of the letter', async () => {
    const number = await ask({ message: 'برای جشن' })
    const [one] = await requests()
    expect((await answer(one.id, 'decline', { version: 1, reason: 'کم' })).status).toBe(400)
    expect((await answer(one.id, 'decline', { version: 1, reason: 'تا آن روز ساخته نمی‌شود.' })).body.state).toBe('declined')
    expect((await state(number)).body).toContain('تا آن روز ساخته نمی‌شود.')
    house.setTime('2027-02-21T06:00:00Z')
    await house.runJob('market.forget-order-requests')
    expect((await requests())[0]).toMatchObject({ name: typed.name, message: 'برای جشن' })
    house.setTime('2027-02-22T06:00:00Z')
    await house.runJob('market.forget-order-requests')
    expect((await requests())[0]).toMatchObject({ name: null, phone: null, message: null, reason: 'تا آن روز ساخته نمی‌شود.' })
    expect((await state(number)).statusCode).toBe(422)
  })
})
describe('a complaint without a script', () => {
  const typed = { about: 'agency', county: '1803', text: 'سه بار رفتم و کسی پاسخ نداد. <i>', private: '' }
  test('is not taken without saying what it is about: it comes back with everything typed', async () => {
    const sent = await post('/complaint', { ...typed, about: '' })
    expect([sent.statusCode, sent.body.includes('role="alert"'), sent.body.includes('شکایت از')]).toEqual([422, true, true])
    expect(sent.body).toContain('کسی پاسخ نداد. &lt;i&gt;</textarea>')
    expect(sent.body).toContain('value="1803" selected')
    expect((await post('/complaint/answer', { tracking: 'AAAAAAAAAA' })).statusCode).toBe(422)
  })
  test('is filed with number and code shown at once, twice sent is one, and the code opens what was said', async () => {
    const page = await get('/complaint')
    expect(page.body).not.toMatch(/<script|onclick|javascript:/i)
    const id = idIn(page.body)
    const sent = await post('/complaint', { ...typed, id })
    const code = codeIn(sent.body)
    expect([sent.statusCode, code]).toEqual([200, expect.stringMatching(/^[2-9A-Z]{10}$/)])
    expect(codeIn((await post('/complaint', { ...typed, id })).body)).toBe(code)
    const told = await post('/complaint/answer', { tracking: code })
    expect([told.statusCode, told.body.includes('سه بار رفتم و کسی پاسخ نداد. &lt;i&gt;'), told.body.includes(code)]).toEqual([
      200,
      true,
      false,
    ])
    expect((await house.ask('office', { url: '/oversight/grievances' })).body.grievances).toHaveLength(1)
  })
  test('a flood from one address is stopped for an hour and shuts out nobody else', async () => {
    const from = (remoteAddress: string) =>
      house.app.inject({
        method: 'POST',
        url: '/complaint',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'about=',
        remoteAddress,
      })
    const many = 'بسیار فرستاده شده'
    for (let sent = 0; sent < 20; sent++) expect((await from('203.0.113.7')).body).not.toContain(many)
    expect((await from('203.0.113.7')).body).toContain(many)
    expect((await from('203.0.113.8')).body).not.toContain(many)
    const api = { method: 'POST', url: '/api/oversight/complaints', remoteAddress: '203.0.113.7', payload: {} } as const
    const refused = await house.app.inject(api)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '3600'])
    // A proxy on this machine names the address it asks for; nobody else is believed.
    const told = { 'x-forwarded-for': '203.0.113.7' }
    expect((await house.app.inject({ ...api, remoteAddress: '127.0.0.1', headers: told })).statusCode).toBe(429)
    expect((await house.app.inject({ ...api, remoteAddress: '203.0.113.9', headers: told })).statusCode).not.toBe(429)
    house.setTime('2027-02-22T07:00:00Z')
    expect((await from('203.0.113.7')).body).not.toContain(many)
  })
})
test('every open page stands in the sitemap, has its place in either language, and is not sent again while it is the same', async () => {
  const map = (await get('/sitemap.xml')).body
  const links = [...(await get('/about')).body.matchAll(/<a href="(\/[a-z]+)">/g)].map(([, path]) => path)
  expect(links.length).toBeGreaterThan(4)
  for (const path of links) expect([path, map.includes(`${path}</loc>`)]).toEqual([path, true])
  for (const [, path = ''] of map.matchAll(/<loc>[^<]*?(\/[a-z]+)<\/loc>/g)) {
    const shown = await get(path)
    expect([path, shown.statusCode, shown.body.includes(`${path}?lang=en" hreflang="en"`)]).toEqual([path, 200, true])
    // A form holds the command it will send once, and is made anew each time.
    const isForm = shown.body.includes('name="id"')
    const again = await house.app.inject({ url: path, headers: { 'if-none-match': String(shown.headers.etag) } })
    expect([path, shown.headers['cache-control'], again.statusCode]).toEqual(isForm ? [path, 'no-store', 200] : [path, 'no-cache', 304])
  }
})
