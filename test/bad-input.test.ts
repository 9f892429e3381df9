import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reasonsNotTo } from '../src/access/policy.ts'
import { handled } from '../src/app/rooms.ts'
import { newId } from '../src/platform/ids.ts'
import type { Route } from '../src/platform/route.ts'
import { acceptable, type Json, naughtyFor, type Place, placesIn, renewed, withAt, wrongValues } from './bad-values.ts'
import { openHouse } from './house.ts'
import { naughtyOrigin } from './naughty-strings.ts'
import { nominate } from './nominate.ts'
import { type Ask, assignmentOf, type PersonaName, personaNames, personaOf, type Told } from './personas.ts'
import { anyNationalId, registerWomen } from './registered.ts'

/** Naughty strings each field meets in one run; KARIZ_BAD_INPUT=300 lets every field meet them all. */
const STRINGS = Number(process.env.KARIZ_BAD_INPUT ?? 3)
let house: Awaited<ReturnType<typeof openHouse>>
let superuser: pg.Client
let known: Readonly<Record<string, Json>>
let counting = ''

beforeAll(async () => {
  house = await openHouse()
  superuser = new pg.Client(house.superuser)
  await superuser.connect()
  const { rows } = await superuser.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1",
  )
  counting = `select ${rows.map(({ name }) => `(select count(*) from ${name})`).join(" || ',' || ")} as counts`
  const [woman] = await registerWomen(house.house, 1)
  await nominate(house, 'behzistiOfDashtestan', [['مریم دشتی', anyNationalId()]])
  if (woman !== undefined)
    known = { caseId: woman.caseId, personId: woman.personId, callTo: 20, limit: 10, countyCode: '1803', counties: ['1803'], duties: [] }
})
afterAll(async () => {
  await superuser.end()
  await house.stop()
})
async function counts(): Promise<string> {
  const { rows } = await superuser.query<{ counts: string }>({ name: 'counts', text: counting })
  return rows[0]?.counts ?? ''
}
/** Those of Dashtestan first: the woman of this test lives there. */
function whoMay(route: Route): PersonaName | null {
  const able = personaNames.filter((name) => reasonsNotTo(route.action, personaOf(name)).every((why) => why === 'access.purpose-missing'))
  return able.find((name) => name.endsWith('OfDashtestan')) ?? able[0] ?? null
}
/** The request for an input: parts of the path filled in, the rest as the query of a read or an upload, or as the body of a write. */
function askFor(route: Route, input: Json): Ask {
  const fields = Object.entries(typeof input === 'object' && input !== null ? input : {})
  const named = new Map(fields.map(([name, value]) => [name, value]))
  const parts = [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
  const path = parts.reduce((url, name) => url.replace(`:${name}`, encodeURIComponent(textOf(named.get(name) ?? ''))), route.path)
  const rest = fields.filter(([name]) => !parts.includes(name))
  const query = rest.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`).join('&')
  if (route.method === 'GET') return { url: `${path}?${query}` }
  const upload = { bytes: Buffer.from('نام,کد ملی\nمریم,1\n'), mediaType: route.upload?.mediaTypes[0] ?? '' }
  if (route.upload !== undefined) return { method: route.method, url: `${path}?${query}`, upload }
  return { method: route.method, url: path, body: Object.fromEntries(rest) }
}
/** As text may stand in an address; a lone half of a sign cannot, and stands for itself as a replacement. */
function textOf(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.slice(0, 4_000).toWellFormed()
}

/** What is wrong with an answer: nothing, when it succeeded or refused in a Persian sentence that repeats nothing of what was sent. */
function faultsOf({ status, headers, body, text }: Told, sent: Json | undefined): readonly string[] {
  if (status < 400) return []
  if (status >= 500) return [`answered ${status}`]
  const faults: string[] = []
  if (!String(headers['content-type']).startsWith('application/problem+json')) faults.push(`is ${String(headers['content-type'])}`)
  const said: readonly { readonly code: string; readonly sentence: string }[] = [...(body?.reasons ?? []), ...(body?.fields ?? [])]
  if (said.length === 0) faults.push('gives no reason')
  for (const { code, sentence } of said)
    if (!/[\u0621-\u06cc]{2}/.test(sentence) || /[{}]/.test(sentence)) faults.push(`says ${code} as «${sentence}»`)
  if (typeof sent === 'string' && sent.trim().length > 4 && text.includes(sent.trim())) faults.push('repeats what was sent')
  return faults
}
function nameOf(value: Json | undefined): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60)
}

const writes = handled.map(({ route }) => route).filter(({ method }) => method !== 'GET')
const reads = handled.map(({ route }) => route).filter(({ method }) => method === 'GET')

async function tryOne(route: Route, input: Json, { place, sent }: { readonly place: Place; readonly sent: Json | undefined }) {
  const before = route.method === 'GET' ? '' : await counts()
  const told = await house.ask(whoMay(route), askFor(route, input))
  const faults = [...faultsOf(told, sent)]
  if (route.method !== 'GET' && told.status >= 400 && (await counts()) !== before) faults.push('refused and yet wrote')
  return faults.map((fault) => `${route.method} ${route.path} ${place.join('.')} = ${nameOf(sent)}: ${fault}`)
}
async function tryRoute(route: Route, turn: number): Promise<readonly string[]> {
  const { value: good } = acceptable(route.input, known)
  const faults: string[] = []
  const places = placesIn(good)
  for (const [index, place] of places.entries()) {
    for (const sent of [...wrongValues, ...naughtyFor(turn * 7 + index, STRINGS)])
      faults.push(...(await tryOne(route, withAt(renewed(good, known), place, sent), { place, sent })))
    if (faults.length > 20) break
  }
  const extra = 'مریم‌دشتی‌زاده'
  faults.push(
    ...(await tryOne(route, withAt(renewed(good, known), ['isAdministrator'], extra), { place: ['isAdministrator'], sent: extra })),
  )
  return faults
}

test('the bad values stand in inputs that are otherwise acceptable, for nearly every route', () => {
  const without = handled.filter(({ route }) => !acceptable(route.input, known).isAccepted).map(({ route }) => route.path)
  expect(without.length, without.join(' ')).toBeLessThan(handled.length / 10)
})
test.each(writes.map((route, turn) => [`${route.method} ${route.path}`, route, turn] as const))(
  `%s refuses bad input in a sentence and writes nothing (${naughtyOrigin})`,
  async (_name, route, turn) => {
    expect(await tryRoute(route, turn)).toEqual([])
  },
)
test.each(reads.map((route, turn) => [`${route.method} ${route.path}`, route, turn] as const))(
  '%s refuses bad input in a sentence',
  async (_name, route, turn) => {
    expect(await tryRoute(route, turn)).toEqual([])
  },
)

const bodies: readonly (readonly [name: string, type: string, body: string | Buffer])[] = [
  ['no JSON', 'application/json', '{"a":'],
  ['nothing', 'application/json', ''],
  ['a list', 'application/json', '[1]'],
  ['null', 'application/json', 'null'],
  ['a number', 'application/json', '1'],
  ['a text', 'application/json', '"مریم"'],
  ['a prototype', 'application/json', '{"__proto__":{"role":"AD"}}'],
  ['200,000 brackets', 'application/json', '['.repeat(200_000)],
  ['10 MB', 'application/json', JSON.stringify({ reason: 'ن'.repeat(5_000_000) })],
  ['no UTF-8', 'application/json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['a form', 'application/x-www-form-urlencoded', 'a=1'],
  ['no type of body at all', 'naughty', 'x'],
]
test.each(bodies)('a body that is %s is refused in a sentence and writes nothing', async (_name, type, payload) => {
  for (const route of writes.filter(({ upload }) => upload === undefined)) {
    const who = whoMay(route)
    const before = await counts()
    const answer = await house.app.inject({
      method: route.method,
      url: `/api${askFor(route, acceptable(route.input, known).value).url}`,
      headers: {
        'content-type': type,
        'idempotency-key': newId(),
        ...(who === null ? {} : { cookie: house.cookies(who), 'kariz-assignment': assignmentOf(who) }),
      },
      payload,
    })
    const isEnoughWithoutBody = answer.statusCode < 400
    const isRefused = answer.statusCode < 500 && String(answer.headers['content-type']).startsWith('application/problem+json')
    const wroteNothing = (await counts()) === before
    expect([route.path, answer.statusCode, isEnoughWithoutBody || (isRefused && wroteNothing)]).toEqual([
      route.path,
      answer.statusCode,
      true,
    ])
  }
})

const heads: readonly (readonly [name: string, header: Readonly<Record<string, string>>])[] = [
  ['a command that is no id', { 'idempotency-key': "1' or 1=1" }],
  ['an assignment that is no id', { 'kariz-assignment': "'; drop table people.identity" }],
  ['an assignment of somebody else', { 'kariz-assignment': assignmentOf('decider') }],
  ['a version that is no number', { 'if-match': '"NaN"' }],
  ['a version beyond all numbers', { 'if-match': '1e999' }],
  ['a time of the device that is no time', { 'kariz-device-time': '1405-12-30' }],
  ['a language nobody speaks', { 'accept-language': '\u0001xx;q=NaN,*' }],
  ['a forged session', { cookie: 'kariz.session_token=a.b; kariz.session_token=%00' }],
]
test.each(heads)('%s in the head of a request never breaks the server', async (_name, header) => {
  for (const { route } of handled) {
    const who = whoMay(route)
    const ask = askFor(route, acceptable(route.input, known).value)
    const answer = await house.app.inject({
      method: route.method,
      url: `/api${ask.url}`,
      headers: {
        'content-type': ask.upload?.mediaType ?? 'application/json',
        'idempotency-key': newId(),
        ...(who === null ? {} : { cookie: house.cookies(who), 'kariz-assignment': assignmentOf(who) }),
        ...header,
      },
      ...(route.method === 'GET' ? {} : { payload: ask.upload?.bytes ?? JSON.stringify(ask.body ?? {}) }),
    })
    expect([route.path, answer.statusCode < 500, answer.payload.includes('drop table')]).toEqual([route.path, true, false])
  }
})
test('addresses that are no addresses are refused in a sentence', async () => {
  for (const url of [
    '/api/%zz',
    '/api/%00',
    '/api/people/%ff',
    `/api/people/${'a'.repeat(5_000)}`,
    '/api/people/..%2f..%2fetc',
    '/api//',
    '/api/people/x/y/z',
  ]) {
    const answer = await house.app.inject({ url, headers: { cookie: house.cookies('office') } })
    expect([url, answer.statusCode < 500, String(answer.headers['content-type'])]).toEqual([
      url,
      true,
      'application/problem+json; charset=utf-8',
    ])
  }
})
