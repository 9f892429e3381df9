import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../../../../test/house.ts'
import { naughtyStrings } from '../../../../test/naughty-strings.ts'
import { assignmentOf, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { erasePerson } from '../port.ts'

const guide = 'facilitatorOfDashtestan'
let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
let other: Woman
let at = ''
beforeAll(async () => {
  house = await openHouse()
  const nobody = { caseId: '', personId: '', nationalId: '' }
  const [first, second] = await registerWomen(house.house, 2)
  woman = first ?? nobody
  other = second ?? nobody
  at = `/people/${woman.personId}`
})
afterAll(() => house.stop())

interface Sending {
  readonly who?: PersonaName
  readonly mediaType?: string
  readonly id?: string
  readonly kind?: string
  readonly command?: string
}
const send = (
  bytes: Buffer,
  { who = guide, mediaType = 'application/octet-stream', id = newId(), kind = 'ground', command }: Sending = {},
) =>
  house.ask(who, {
    method: 'POST',
    url: `${at}/documents?id=${id}&kind=${encodeURIComponent(kind)}`,
    upload: { bytes, mediaType },
    ...(command === undefined ? {} : { command }),
  })
const copy = (who: PersonaName, id: string) => house.ask(who, { url: `${at}/documents/${id}/copy` })
/** A whole PDF, small and without anything that acts. */
const pdf = (inside = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  )
const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
const secret = 'Bushehr-28.9234-50.8203'
const photo = () =>
  picture()
    .withExif({ IFD0: { ImageDescription: secret, Make: 'Kamera' } })
    .jpeg()
    .toBuffer()

test('only whoever carries the file adds, lists or reads its documents', async () => {
  for (const who of ['otherFacilitatorOfDashtestan', 'decider', 'behzistiOfDashtestan', 'auditor', 'administrator'] as const) {
    expect([403, 404]).toContain((await send(pdf(), { who })).status)
    expect([403, 404]).toContain((await house.ask(who, { url: `${at}/documents` })).status)
    expect([403, 404]).toContain((await copy(who, newId())).status)
  }
  expect((await house.ask(guide, { url: `${at}/documents` })).body.documents).toEqual([])
})
test('a picture is kept without what the camera wrote into it, is sealed on disk, and its reading is in the history', async () => {
  const bytes = await photo()
  expect(bytes.includes(secret)).toBe(true)
  const id = newId()
  const told = await send(bytes, { id, mediaType: 'image/jpeg' })
  expect(told.body).toMatchObject({ id, kind: 'ground', mediaType: 'image/jpeg' })
  const back = await house.app.inject({
    url: `/api${at}/documents/${id}/copy`,
    headers: { cookie: house.cookies(guide), 'kariz-assignment': assignmentOf(guide) },
  })
  expect(back.headers['content-disposition']).toContain('attachment')
  expect(back.headers['content-type']).toBe('image/jpeg')
  expect((await sharp(back.rawPayload).metadata()).exif).toBeUndefined()
  expect(back.rawPayload.includes(secret)).toBe(false)
  const readers = (await house.ask(guide, { url: `${at}/readers` })).body.readers
  expect(readers.filter(({ action }: { action: string }) => action === 'people.read-documents')).toHaveLength(1)
})
test('sent twice under one command it is kept once; under another command its id is taken', async () => {
  const [id, command] = [newId(), newId()]
  const first = await send(pdf(), { id, command, mediaType: 'application/pdf' })
  expect(first.body).toMatchObject({ mediaType: 'application/pdf' })
  expect((await send(pdf(), { id, command, mediaType: 'application/pdf' })).body).toEqual(first.body)
  expect((await send(pdf(), { id, mediaType: 'application/pdf' })).reasons).toEqual(['people.document-already'])
})
describe('what is no paper is refused with a sentence', () => {
  const cases: readonly (readonly [what: string, bytes: () => Buffer | Promise<Buffer>, code: string])[] = [
    ['nothing at all', () => Buffer.alloc(0), 'platform.file-empty'],
    ['a text called paper', () => Buffer.from('گواهی'), 'platform.paper-other-type'],
    ['a web page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'platform.paper-other-type'],
    ['an archive', () => Buffer.from('PK\u0003\u0004............'), 'platform.paper-other-type'],
    ['a GIF', () => Buffer.from('GIF89a............'), 'platform.paper-other-type'],
    ['a vector drawing', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'platform.paper-other-type'],
    ['half a picture', async () => (await photo()).subarray(0, 400), 'platform.paper-broken'],
    ['the beginning of a picture alone', () => Buffer.of(0xff, 0xd8, 0xff, 0xe0), 'platform.paper-broken'],
    ['a PDF without an end', () => pdf().subarray(0, 60), 'platform.paper-broken'],
    ['a PDF with an archive behind it', () => Buffer.concat([pdf(), Buffer.from('PK\u0005\u0006zip')]), 'platform.paper-broken'],
    ['a PDF that is an archive too', () => Buffer.concat([pdf('/A (PK\u0005\u0006)')]), 'platform.paper-active'],
    ['a PDF that is a page too', () => Buffer.from(pdf('/A (<script>)')), 'platform.paper-active'],
    ['a PDF with a program', () => pdf('/OpenAction << /S /JavaScript /JS (x) >>'), 'platform.paper-active'],
    ['a PDF with a program spelt otherwise', () => pdf('/OpenAction << /S /J#61vaScript >>'), 'platform.paper-active'],
    ['a PDF with a file in it', () => pdf('/Names << /EmbeddedFiles 2 0 R >>'), 'platform.paper-active'],
    ['a locked PDF', () => pdf('/Encrypt 3 0 R'), 'platform.paper-active'],
  ]
  test.each(cases)('%s', async (_what, bytes, code) => {
    const before = (await house.ask(guide, { url: `${at}/documents` })).body.documents.length
    const told = await send(await bytes())
    expect(told.reasons, told.text).toEqual([code])
    expect(told.body.reasons[0].sentence).toMatch(/[آ-ی]/)
    expect((await house.ask(guide, { url: `${at}/documents` })).body.documents).toHaveLength(before)
  })
  test('another media type, more than eight megabytes, and far more than that', async () => {
    expect((await send(pdf(), { mediaType: 'text/html' })).reasons).toEqual(['platform.unsupported-media'])
    expect((await send(Buffer.alloc(8 * 1024 * 1024 + 1, 0x25))).reasons).toEqual(['platform.too-large'])
    expect((await send(Buffer.alloc(24 * 1024 * 1024, 0x25))).reasons).toEqual(['platform.too-large'])
  })
  test('a picture of a thousand megapixels in a few bytes', async () => {
    const bytes = await sharp({ create: { width: 16_000, height: 4_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    expect((await send(bytes)).reasons).toEqual(['platform.paper-broken'])
  })
})
test('what hides behind a picture does not come along', async () => {
  const id = newId()
  expect((await send(Buffer.concat([await photo(), Buffer.from('PK\u0003\u0004 hidden archive')]), { id })).status).toBe(200)
  expect((await copy(guide, id)).text).not.toContain('hidden archive')
})
test('the office opens documents with a purpose, which she reads', async () => {
  const id = newId()
  await send(pdf(), { id })
  const list = (who: PersonaName, purpose: string) => house.ask(who, { url: `${at}/opened-documents?purpose=${purpose}` })
  expect((await list('office', 'decide')).status).toBe(403)
  expect((await list('decider', 'inspection')).status).toBe(400)
  expect((await list('decider', 'decide')).body.documents.map((one: { id: string }) => one.id)).toContain(id)
  expect((await house.ask('decider', { url: `${at}/opened-documents/${id}/copy?purpose=decide` })).status).toBe(200)
  expect((await house.ask('decider', { url: `/people/${other.personId}/opened-documents/${id}/copy?purpose=decide` })).status).toBe(404)
  const readers = (await house.ask(guide, { url: `${at}/readers` })).body.readers
  expect(readers.filter(({ role, purpose }: { role: string; purpose: string }) => role === 'PO' && purpose === 'decide').length).toBe(2)
})
test('whatever stands in the address of an upload becomes a sentence', async () => {
  for (const text of naughtyStrings) {
    expect((await send(pdf(), { kind: text.toWellFormed() })).status, JSON.stringify(text)).toBeLessThan(500)
  }
})
test('a copy on disk opens with nobody’s key but hers: once she is erased it is not there', async () => {
  const id = newId()
  await send(pdf('/Her (canary)'), { id })
  for (const bytes of filesIn(house.filesFolder)) expect(bytes.includes('canary')).toBe(false)
  await house.house.door.asOwner((tx) =>
    erasePerson(tx, { planId: thePlan, personId: woman.personId, at: new Date('2026-11-24T00:00:00Z') }),
  )
  expect((await copy(guide, id)).status).toBe(404)
})
function filesIn(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path))
}
