import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSheets } from '../../../../db/seed/sheets.ts'
import { openHouse } from '../../../../test/house.ts'
import { assignmentOf, type PersonaName } from '../../../../test/personas.ts'
import { anyNationalId } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { CSV, readSheet, XLSX } from '../../../platform/sheet/read.ts'
import { writeXlsx } from '../../../platform/sheet/write.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())
const agency = 'behzistiOfDashtestan'
const send = (who: PersonaName, { bytes, mediaType }: { bytes: Uint8Array; mediaType: string }, id = newId()) =>
  house.ask(who, { method: 'POST', url: `/enrolment/imports?id=${id}&fileName=list`, upload: { bytes: Buffer.from(bytes), mediaType } })
const act = (who: PersonaName, id: string, verb: 'commit' | 'cancel', command?: string) =>
  house.ask(who, { method: 'POST', url: `/enrolment/imports/${id}/${verb}`, body: {}, ...(command === undefined ? {} : { command }) })
const sheetOf = (rows: readonly (readonly string[])[]) => ({ bytes: writeXlsx({ sheetName: 'فهرست', rows }), mediaType: XLSX })
const header = ['نام و نام خانوادگی', 'کد ملی']

test('only agencies send lists, and nobody sees another’s', async () => {
  const list = sheetOf([header, ['مریم کریمی', anyNationalId()]])
  for (const who of ['office', 'governorOfDashtestan', 'facilitatorOfDashtestan', 'administrator', 'holding'] as const)
    expect((await send(who, list)).status).toBe(403)
  const { body } = await send(agency, list)
  for (const who of ['reliefOfDashtestan', 'appealReader'] as const) {
    expect((await house.ask(who, { url: `/enrolment/imports/${body.id}` })).reasons).toEqual(['platform.not-found'])
    expect((await house.ask(who, { url: `/enrolment/imports/${body.id}/rows?state=ready` })).body?.rows ?? []).toEqual([])
    expect((await act(who, body.id, 'commit')).reasons).toEqual(['platform.not-found'])
    expect((await house.ask(who, { url: '/enrolment/imports' })).body.imports).toEqual([])
  }
})
test('the three lists of the demonstration are read: titles, two-line headers, Arabic letters, lost zeros, totals, foreign columns', async () => {
  const listed = await house.ask(agency, { url: '/enrolment/sample-sheets' })
  expect(listed.body.sheets).toHaveLength(3)
  for (const [index, sheet] of demoSheets('kariz').entries()) {
    const fetched = await house.ask(agency, { url: `/enrolment/sample-sheets/${index + 1}` })
    expect(fetched.headers['content-type']).toContain(sheet.mediaType.split(';')[0])
    const { status, body, text } = await send('behzistiOfDashtestan', sheet)
    expect(status, text).toBe(200)
    expect(body.ready, sheet.fileName).toBeGreaterThan(10)
    expect(body.rejected, sheet.fileName).toBeGreaterThan(0)
    expect(body.droppedColumns, sheet.fileName).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toMatch(/فوت همسر|طلاق|حبس/)
  }
  expect((await house.ask(agency, { url: '/enrolment/sample-sheets/9' })).reasons).toEqual(['platform.not-found'])
})
test('a committed list nominates its ready rows once, however often it is sent; the rest comes back with reasons', async () => {
  const [good, wrong] = [anyNationalId(), '3490000014']
  const list = sheetOf([header, ['زینب دشتی', good], ['مریم کریمی', wrong], ['زینب دشتی', good]])
  const { body: preview } = await send(agency, list)
  expect(preview).toMatchObject({ state: 'previewed', ready: 1, rejected: 2 })
  const command = newId()
  expect((await act(agency, preview.id, 'commit', command)).body.state).toBe('running')
  expect((await act(agency, preview.id, 'commit', command)).body.state).toBe('running')
  expect((await act(agency, preview.id, 'commit')).reasons).toEqual(['enrolment.import-not-waiting'])
  await house.runJob('enrolment.run-imports')
  await house.runJob('enrolment.run-imports')
  expect((await house.ask(agency, { url: `/enrolment/imports/${preview.id}` })).body).toMatchObject({ state: 'finished', accepted: 1 })
  expect((await house.ask(agency, { url: '/enrolment/introduced' })).body.cases).toHaveLength(1)

  const told = await house.ask(agency, { url: `/enrolment/imports/${preview.id}/rows?state=rejected` })
  expect(told.body.rows.map(({ reasons }: { reasons: string[] }) => reasons[0])).toEqual([
    'enrolment.row-national-id-wrong',
    'enrolment.row-twice-in-file',
  ])
  const again = await send(agency, list)
  const rows = await house.ask(agency, { url: `/enrolment/imports/${again.body.id}/rows?state=rejected` })
  expect(rows.body.rows[0].reasons).toEqual(['enrolment.row-already-nominated'])
  // Another agency's nomination of the same woman is accepted identically (roles.md §3.3).
  expect((await send('reliefOfDashtestan', list)).body).toMatchObject({ ready: 1, rejected: 2 })
})
test('rejected rows come back as a workbook in which each says what to do', async () => {
  const { body } = await send(agency, sheetOf([header, ['', anyNationalId()], ['لیلا', '12'], ['زری کمالی', anyNationalId()]]))
  const file = await house.app.inject({
    method: 'GET',
    url: `/api/enrolment/imports/${body.id}/rejected.xlsx`,
    headers: { cookie: house.cookies(agency), 'kariz-assignment': assignmentOf(agency) },
  })
  const cells: string[] = []
  for await (const row of readSheet(file.rawPayload)) cells.push(row.cells.join(' | '))
  expect(cells.join('\n')).toContain('کد ملی درست نیست')
  expect(cells.join('\n')).toContain('نام یا نام خانوادگی نیامده است')
  expect(cells.join('\n')).not.toContain('زری کمالی')
})
test('a mapping is remembered once a list is sent on, and not by looking; a list given up cannot be committed', async () => {
  const rows = [
    ['نام مددجو', 'شمارهٔ ملی'],
    ['زهرا بحرینی', anyNationalId()],
  ]
  const isRemembered = async () => (await send(agency, sheetOf(rows))).body.sheets[0].isRemembered
  expect([await isRemembered(), await isRemembered()]).toEqual([false, false])
  const sent = (await send(agency, sheetOf(rows))).body
  await act(agency, sent.id, 'commit')
  expect(await isRemembered()).toBe(true)
  // Another agency's forms are its own.
  expect((await send('reliefOfDashtestan', sheetOf(rows))).body.sheets[0].isRemembered).toBe(false)
  const late = (await send(agency, sheetOf(rows))).body
  expect((await act(agency, late.id, 'cancel')).body.state).toBe('cancelled')
  expect((await act(agency, late.id, 'commit')).reasons).toEqual(['enrolment.import-not-waiting'])
})
test('columns read wrong are put right by the agency: this list is put aside, and later ones of the form are read as it said', async () => {
  const rows = [
    ['متقاضی', 'شماره', 'نام و نام خانوادگی', 'کد ملی', 'یادداشت'],
    ['فاطمه دشتی', '3490000013', 'علی رضایی', '3510001230', 'طلاق'],
    ['سکینه نجفی', '3540007776', 'رضا نجفی', '3550043211', 'حبس'],
  ]
  const { body } = await send('behzistiOfDashti', sheetOf(rows))
  expect(body.sheets[0].mapping.columns).toMatchObject({ 2: 'full-name', 3: 'national-id' })
  const correct = (columns: object, who: PersonaName = 'behzistiOfDashti', sheet = 'فهرست') =>
    house.ask(who, { method: 'POST', url: `/enrolment/imports/${body.id}/mapping`, body: { sheet, columns } })
  expect((await correct({ 0: 'full-name', 1: 'national-id' }, 'office')).status).toBe(403)
  expect((await correct({ 0: 'full-name', 1: 'national-id' }, 'reliefOfDashtestan')).reasons).toEqual(['platform.not-found'])
  expect((await correct({ 0: 'full-name', 1: 'national-id' }, 'behzistiOfDashti', 'برگهٔ دیگر')).reasons).toEqual(['platform.not-found'])
  expect((await correct({ 0: 'full-name' })).reasons).toEqual(['enrolment.mapping-incomplete'])
  expect((await correct({ 0: 'full-name', 1: 'national-id', 2: 'full-name' })).reasons).toEqual(['enrolment.mapping-twice'])
  expect((await correct({ 0: 'full-name', 1: 'national-id', 9: 'phone' })).reasons).toEqual(['enrolment.mapping-column-unknown'])
  expect((await correct({ 0: 'full-name', 1: 'national-id', 4: 'ground' })).status).toBe(400)
  expect((await correct({ 0: 'full-name', 1: 'national-id' })).body).toMatchObject({ state: 'cancelled' })
  expect((await correct({ 0: 'full-name', 1: 'national-id' })).reasons).toEqual(['enrolment.import-not-waiting'])

  const again = (await send('behzistiOfDashti', sheetOf(rows))).body
  expect(again.sheets[0]).toMatchObject({ isRemembered: true, mapping: { columns: { 0: 'full-name', 1: 'national-id' }, unsure: [] } })
  expect(again.sheets[0].mapping.dropped).toEqual(['نام و نام خانوادگی', 'کد ملی', 'یادداشت'])
  expect(again).toMatchObject({ ready: 2, droppedColumns: 3 })
  await act('behzistiOfDashti', again.id, 'commit')
  await house.runJob('enrolment.run-imports')
  const names = await house.house.door.asOwner((tx) =>
    tx.selectFrom('people.identity').select(['given_name', 'family_name']).where('family_name', 'in', ['دشتی', 'رضایی', 'نجفی']).execute(),
  )
  expect(names.map(({ given_name, family_name }) => `${given_name} ${family_name}`)).toContain('فاطمه دشتی')
  expect(names.map(({ given_name, family_name }) => `${given_name} ${family_name}`)).not.toContain('علی رضایی')
})
test('a text file, whose one sheet has no name, is put right as well', async () => {
  const bytes = Buffer.from('متقاضی,شماره,نام و نام خانوادگی,کد ملی\nزری کمالی,3550043211,علی کمالی,3510001230\n')
  const { body } = await send(agency, { bytes, mediaType: CSV })
  const columns = { 0: 'full-name', 1: 'national-id' }
  const told = await house.ask(agency, {
    method: 'POST',
    url: `/enrolment/imports/${body.id}/mapping`,
    body: { sheet: body.sheets[0].name, columns },
  })
  expect(told.status, told.text).toBe(200)
  expect((await send(agency, { bytes, mediaType: CSV })).body.sheets[0]).toMatchObject({ isRemembered: true, mapping: { columns } })
})
test.each([
  ['nothing at all', Buffer.alloc(0), XLSX],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), XLSX],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), XLSX],
  ['a broken archive', Buffer.from('PK\x03\x04broken'), XLSX],
  ['a page of the web', Buffer.from('<html><table></table></html>'), CSV],
  ['no header', Buffer.from('الف,ب\n۱,۲'), CSV],
  ['a header alone', Buffer.from('نام و نام خانوادگی,کد ملی'), CSV],
])('what is no list is refused with a sentence and keeps nothing: %s', async (_what, bytes, mediaType) => {
  const before = (await house.ask(agency, { url: '/enrolment/imports' })).body.imports.length
  const told = await send(agency, { bytes, mediaType })
  expect(told.status).toBeGreaterThanOrEqual(400)
  expect(told.status).toBeLessThan(500)
  expect(told.body.reasons[0].sentence).toMatch(/[\u0600-\u06FF]/)
  expect((await house.ask(agency, { url: '/enrolment/imports' })).body.imports).toHaveLength(before)
})
