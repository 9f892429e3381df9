import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { naughtyStrings } from '../../../../test/naughty-strings.ts'
import type { PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

const guide = 'facilitatorOfDashtestan'
const strangers: readonly PersonaName[] = [
  'otherFacilitatorOfDashtestan',
  'facilitatorOfDashti',
  'office',
  'decider',
  'behzistiOfDashtestan',
  'governorOfDashtestan',
  'auditor',
  'administrator',
]
let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
let at = ''
beforeAll(async () => {
  house = await openHouse()
  woman = (await registerWomen(house.house, 1))[0] ?? { caseId: '', personId: '', nationalId: '' }
  at = `/people/${woman.personId}`
})
afterAll(() => house.stop())

const contact = { phone: '09171234567', whosePhone: 'own', callFrom: 9, callTo: 12, mayMessage: true, safeWord: 'گل‌پونه', version: 1 }
const household = { size: 4, dependants: 2, dependantsUnderSeven: 1, hasDisability: false, careHours: 5, version: 1 }
const ground = { precise: 'divorced', validFrom: '2024-01-01', validTo: null, documentId: null, isSeen: true }
const put = (who: PersonaName, part: string, body: object, command?: string) =>
  house.ask(who, { method: 'PUT', url: `${at}/${part}`, body, ...(command === undefined ? {} : { command }) })
const file = async () => (await house.ask(guide, { url: at })).body

test('nobody but her guide reads or changes the file: refused or not found, and nothing of her in the answer', async () => {
  for (const who of strangers) {
    for (const [part, body] of [
      ['contact', contact],
      ['household', household],
      ['address', { districtCode: '180303', settlement: 'برازجان', address: 'کوچهٔ نخل', version: 1 }],
      ['safety', { deliveryRule: 'at-the-hub', note: 'با خواهرش هماهنگ شود', version: 0 }],
    ] as const) {
      const told = await put(who, part, body)
      expect([403, 404], `${who} ${part}: ${told.text}`).toContain(told.status)
    }
    const read = await house.ask(who, { url: at })
    expect([403, 404]).toContain(read.status)
    expect(read.text).not.toContain('آزمایشی')
  }
  expect(await file()).toMatchObject({ contact: { phone: null, version: 1 }, household: { size: 3, version: 1 } })
})
test('the contact rule is kept once, under the version seen, with its safe word sealed', async () => {
  const command = newId()
  const first = await put(guide, 'contact', contact, command)
  expect(first.body).toMatchObject({ phone: '+989171234567', whosePhone: 'own', safeWord: 'گل‌پونه', version: 2 })
  expect((await put(guide, 'contact', contact, command)).body).toEqual(first.body)
  expect((await put(guide, 'contact', contact)).reasons).toEqual(['platform.version-stale'])
  const stored = await house.house.door.asOwner((tx) =>
    tx.selectFrom('people.contact').selectAll().where('person_id', '=', woman.personId).executeTakeFirstOrThrow(),
  )
  expect(JSON.stringify(stored)).not.toContain('گل‌پونه')
  expect(Buffer.from(stored.sealed_safe_word ?? []).includes(Buffer.from('گل‌پونه'))).toBe(false)
})
test('hours without an end, and an end before the beginning, are told', async () => {
  for (const hours of [
    { callFrom: 9, callTo: null },
    { callFrom: 12, callTo: 9 },
  ]) {
    const told = await put(guide, 'contact', { ...contact, ...hours, version: 2 })
    expect({ status: told.status, code: told.body.fields[0]?.code }).toEqual({ status: 400, code: 'people.call-hours-wrong' })
  }
  for (const whosePhone of ['shared', 'relative', 'neighbour', null])
    expect((await put(guide, 'contact', { ...contact, whosePhone, version: 2 })).reasons).toEqual(['people.not-own-phone'])
})
test('household and address change under their versions, and impossible counts are told', async () => {
  expect((await put(guide, 'household', household)).body).toMatchObject({ size: 4, careHours: 5, version: 2 })
  expect((await put(guide, 'household', household)).reasons).toEqual(['platform.version-stale'])
  const told = await put(guide, 'household', { ...household, dependants: 9, version: 2 })
  expect({ status: told.status, code: told.body.fields[0]?.code }).toEqual({ status: 400, code: 'people.household-counts' })
  const address = { districtCode: '180303', settlement: 'برازجان', address: 'کوچهٔ نخل، پلاک ۷', version: 1 }
  expect((await put(guide, 'address', address)).body).toEqual({ ...address, version: 2 })
  expect((await put(guide, 'address', address)).reasons).toEqual(['platform.version-stale'])
})
test('a ground is added with its validity, and ended: an overlay that takes nothing from her', async () => {
  const id = newId()
  const add = (body: object) => house.ask(guide, { method: 'POST', url: `${at}/grounds`, body })
  expect((await add({ ...ground, id, validFrom: '2030-01-01' })).reasons).toEqual(['people.day-wrong'])
  expect((await add({ ...ground, id, validTo: '2020-01-01' })).reasons).toEqual(['people.ground-dates'])
  expect((await add({ ...ground, id, documentId: newId() })).reasons).toEqual(['people.document-unknown'])
  expect((await add({ ...ground, id })).body).toMatchObject({
    precise: 'divorced',
    groundClass: 'divorced',
    isVerified: true,
    endedOn: null,
  })
  expect((await add({ ...ground, id })).reasons).toEqual(['people.ground-already'])
  const before = await house.ask('office', { url: `/road/cases/${woman.caseId}` })
  const end = (who: PersonaName, version: number, endedOn = '2026-11-01') =>
    house.ask(who, { method: 'POST', url: `${at}/grounds/${id}/end`, body: { endedOn, version } })
  expect((await end('otherFacilitatorOfDashtestan', 1)).status).toBe(404)
  expect((await end(guide, 1, '2027-01-01')).reasons).toEqual(['people.day-wrong'])
  expect((await end(guide, 1, '2023-01-01')).reasons).toEqual(['people.ground-dates'])
  expect((await end(guide, 1)).body).toMatchObject({ endedOn: '2026-11-01', version: 2 })
  expect((await end(guide, 1)).reasons).toEqual(['platform.version-stale'])
  expect((await file()).groundEndedOn).toBe('2026-11-01')
  expect((await house.ask('office', { url: `/road/cases/${woman.caseId}` })).body.case).toEqual(before.body.case)
})
test('a paper brought later is marked as seen on the ground that stands, under its version', async () => {
  const id = newId()
  const add = (body: object) => house.ask(guide, { method: 'POST', url: `${at}/grounds`, body })
  expect((await add({ ...ground, id, isSeen: false, validFrom: '2026-11-20' })).body).toMatchObject({ isVerified: false, version: 1 })
  const see = (who: PersonaName, version: number, more: object = {}) =>
    house.ask(who, { method: 'POST', url: `${at}/grounds/${id}/seen`, body: { documentId: null, version, ...more } })
  expect((await see('otherFacilitatorOfDashtestan', 1)).status).toBe(404)
  expect((await see('decider', 1)).status).toBe(403)
  expect((await see(guide, 1, { documentId: newId() })).reasons).toEqual(['people.document-unknown'])
  expect((await see(guide, 1)).body).toMatchObject({ id, precise: 'divorced', isVerified: true, version: 2 })
  expect((await file()).ground).toMatchObject({ id, isVerified: true })
  expect((await see(guide, 1)).reasons).toEqual(['platform.version-stale'])
})
test('safety is written once as new, then under its version, and every look is in the history', async () => {
  const safety = { deliveryRule: 'at-the-hub', note: 'تنها صبح‌ها', version: 0 }
  expect((await put(guide, 'safety', safety)).body).toEqual({ ...safety, version: 1 })
  expect((await put(guide, 'safety', safety)).reasons).toEqual(['platform.version-stale'])
  expect((await house.ask(guide, { url: `${at}/safety` })).body.note).toBe('تنها صبح‌ها')
  expect((await house.ask('decider', { url: `${at}/safety` })).status).toBe(403)
  const readers = (await house.ask(guide, { url: `${at}/readers` })).body.readers
  expect(readers.some(({ action }: { action: string }) => action === 'people.read-safety')).toBe(true)
})
test('whatever is typed becomes a kept value or a sentence, never a fault', async () => {
  for (const text of naughtyStrings) {
    const { version } = (await file()).address
    const told = await put(guide, 'address', { districtCode: text, settlement: text, address: text, version })
    expect(told.status, JSON.stringify(text)).toBeLessThan(500)
    const kept = await put(guide, 'address', { districtCode: null, settlement: text, address: text, version })
    expect(kept.status, JSON.stringify(text)).toBeLessThan(500)
    const number = await put(guide, 'contact', { ...contact, phone: text, callFrom: text, safeWord: text, version: text })
    expect(number.status, JSON.stringify(text)).toBeLessThan(500)
    expect((await house.ask(guide, { url: `/people/${encodeURIComponent(text.toWellFormed())}` })).status).toBeLessThan(500)
  }
})
