import { afterAll, beforeAll, expect, test } from 'vitest'
import { reasonsNotTo } from '../src/access/policy.ts'
import { handled } from '../src/app/rooms.ts'
import { newId } from '../src/platform/ids.ts'
import type { Route } from '../src/platform/route.ts'
import { acceptable, type Found, type Json, packed, renewed, type Try, triesOf, withAt } from './bad-values.ts'
import { openHouse } from './house.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { naughtyOrigin } from './naughty-strings.ts'
import { nominate } from './nominate.ts'
import { assignmentOf, type PersonaName, personaNames, personaOf, settleHerself, type Told } from './personas.ts'
import { anyNationalId, registerWomen } from './registered.ts'
import { asText, each, partsOf, requestFor } from './requests.ts'

/** Naughty strings each field meets in one run; KARIZ_BAD_INPUT=300 lets every field meet them all. */
const STRINGS = Number(process.env.KARIZ_BAD_INPUT ?? 3)
let house: Awaited<ReturnType<typeof openHouse>>
let ledger: Ledger
let known: Readonly<Record<string, Json>>

beforeAll(async () => {
  house = await openHouse()
  ledger = await openLedger(house.superuser)
  const [woman] = await registerWomen(house.house, 1)
  await nominate(house, 'behzistiOfDashtestan', [['مریم دشتی', anyNationalId()]])
  if (woman !== undefined) await settleHerself(house.house.door, woman)
  if (woman !== undefined)
    known = { caseId: woman.caseId, personId: woman.personId, callTo: 20, limit: 10, countyCode: '1803', counties: ['1803'], duties: [] }
})
afterAll(async () => {
  await ledger.close()
  await house.stop()
})
const found = new Map<Route, Found>()
/** What a route takes, found once: guessing it costs as much as asking. */
function goodFor(route: Route): Found {
  const kept = found.get(route) ?? acceptable(route.input, known)
  found.set(route, kept)
  return kept
}
/** Those of Dashtestan first: the woman of this test lives there. */
function whoMay(route: Route): PersonaName | null {
  const able = personaNames.filter((name) => reasonsNotTo(route.action, personaOf(name)).every((why) => why === 'access.purpose-missing'))
  return able.find((name) => name.endsWith('OfDashtestan')) ?? able[0] ?? null
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
const nameOf = ({ place, sent }: Try): string => `${place.join('.')} = ${(JSON.stringify(sent) ?? 'nothing').slice(0, 60)}`
const writes = handled.map(({ route }) => route).filter(({ method }) => method !== 'GET')
const reads = handled.map(({ route }) => route).filter(({ method }) => method === 'GET')

/** The input as it will arrive: parts of the path and the whole query of a read or an upload come as text. */
function arriving(route: Route, input: Json): Json {
  const isAllText = route.method === 'GET' || route.upload !== undefined
  const parts = partsOf(route)
  const fields = Object.entries(typeof input === 'object' && input !== null ? input : {})
  return Object.fromEntries(fields.map(([name, value]) => [name, isAllText || parts.includes(name) ? asText(value) : value]))
}
/** Whether the contract alone refuses the input: then it can stand in one request beside other fields that it refuses. */
const isRefusedByContract = (route: Route, { place, sent, input }: Try): boolean =>
  !partsOf(route).includes(String(place[0])) &&
  !(JSON.stringify(sent) ?? '').includes('\\u0000') &&
  !route.input.safeParse(arriving(route, input)).success

/** Every bad value in every field of a route: those the contract refuses many to a request, those it lets through each in a request of its own. */
async function tryRoute(route: Route, turn: number): Promise<readonly string[]> {
  const who = whoMay(route)
  const { value: good } = goodFor(route)
  const faults: string[] = []
  const tries = triesOf(good, turn, STRINGS)
  const refused = tries.filter((one) => isRefusedByContract(route, one))
  const alone: Try[] = tries.filter((one) => !refused.includes(one))
  const before = await ledger.mark()
  await each(packed(refused), async (pack) => {
    const input = pack.reduce<Json>((whole, { place, sent }) => withAt(whole, place, sent), renewed(good, known))
    const told = await house.ask(who, requestFor(route, input))
    if (told.status < 400) faults.push(`${pack.map(nameOf).join(', ')}: accepted against the contract`)
    faults.push(...pack.flatMap((one) => faultsOf(told, one.sent).map((fault) => `${nameOf(one)}: ${fault}`)))
    // A field whose fault was not named beside the others is asked about by itself.
    const named = new Set((told.body?.fields ?? []).map(({ path }: { readonly path: string }) => path.split('.')[0]))
    alone.push(...pack.filter(({ place }) => !named.has(String(place[0]))))
  })
  faults.push(...(await ledger.changed(before)).map((table) => `refused by the contract and yet wrote ${table}`))
  return [...faults.map((fault) => `${route.method} ${route.path} ${fault}`), ...(await tryAlone(route, alone, good))]
}
/** Bad values one by one: what the server refuses leaves no row, what it accepts leaves its rows with its receipt. */
async function tryAlone(route: Route, tries: readonly Try[], good: Json): Promise<readonly string[]> {
  const who = whoMay(route)
  const before = await ledger.mark()
  const faults: string[] = []
  let accepted = 0
  await each(tries, async (one) => {
    const told = await house.ask(who, requestFor(route, withAt(renewed(good, known), one.place, one.sent)))
    if (told.status < 400) accepted++
    faults.push(...faultsOf(told, one.sent).map((fault) => `${nameOf(one)}: ${fault}`))
  })
  const half =
    accepted === 0 ? await ledger.changed(before) : (await ledger.strays(before)).filter((table) => !isWrittenApart(route, table))
  return [...faults, ...half.map((table) => `wrote ${table} without its receipt`)].map((fault) => `${route.method} ${route.path} ${fault}`)
}
/** A logged read keeps its entry in the history and no receipt; the sign-in library writes its own schema. */
function isWrittenApart({ method, logged }: Route, table: string): boolean {
  return table.startsWith('auth.') || (method === 'GET' && logged === true && table === 'platform.history')
}
test('the bad values stand in inputs that are otherwise acceptable, for nearly every route', () => {
  const without = handled.filter(({ route }) => !goodFor(route).isAccepted).map(({ route }) => route.path)
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
  const before = await ledger.mark()
  const taking = writes.filter(({ upload }) => upload === undefined)
  // What is long is refused before any route hears of it: every eighth route is enough for that, and all would take a second each.
  await each(payload.length > 100_000 ? taking.filter((_route, turn) => turn % 8 === 0) : taking, async (route) => {
    const who = whoMay(route)
    const answer = await house.app.inject({
      method: route.method,
      url: `/api${requestFor(route, goodFor(route).value).url}`,
      headers: {
        'content-type': type,
        'idempotency-key': newId(),
        ...(who === null ? {} : { cookie: house.cookies(who), 'kariz-assignment': assignmentOf(who) }),
      },
      payload,
    })
    const isEnoughWithoutBody = answer.statusCode < 400
    const isRefused = answer.statusCode < 500 && String(answer.headers['content-type']).startsWith('application/problem+json')
    expect([route.path, answer.statusCode, isEnoughWithoutBody || isRefused]).toEqual([route.path, answer.statusCode, true])
  })
  expect((await ledger.strays(before)).filter((table) => !table.startsWith('auth.'))).toEqual([])
})

const heads: readonly (readonly [name: string, header: Readonly<Record<string, string>>])[] = [
  ['a command that is no id', { 'idempotency-key': "1' or 1=1" }],
  ['an assignment that is no id', { 'kariz-assignment': "'; drop table heads.only" }],
  ['an assignment of somebody else', { 'kariz-assignment': assignmentOf('decider') }],
  ['a version that is no number', { 'if-match': '"NaN"' }],
  ['a version beyond all numbers', { 'if-match': '1e999' }],
  ['a time of the device that is no time', { 'kariz-device-time': '1405-12-30' }],
  ['a language nobody speaks', { 'accept-language': '\u0001xx;q=NaN,*' }],
  ['a forged session', { cookie: 'kariz.session_token=a.b; kariz.session_token=%00' }],
]
test.each(heads)('%s in the head of a request never breaks the server', async (_name, header) => {
  await each(handled, async ({ route }) => {
    const who = whoMay(route)
    const ask = requestFor(route, goodFor(route).value)
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
    expect([route.path, answer.statusCode < 500, answer.payload.includes('heads.only')]).toEqual([route.path, true, false])
  })
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
