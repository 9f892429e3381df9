import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
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
