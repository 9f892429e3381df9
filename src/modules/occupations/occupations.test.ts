import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { newId } from '../../platform/ids.ts'
import { findField, listFields, offersIn, permitClassOf } from './port.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

test('everybody reads the list in force, which says that it is a draft', async () => {
  const { body } = await house.ask('holding', { url: '/occupations/fields' })
  expect(body.edition).toMatchObject({ code: 'draft-1405', isOfficial: false })
  expect(body.fields).toHaveLength(64)
  expect(body.fields[0]).toMatchObject({
    code: 'HB001',
    permitClass: 'standard',
    relationPatterns: ['independent', 'supported', 'cooperative'],
  })
})
test('a field is found by any spelling of its name, by group and by permit class', async () => {
  const codes = async (query: string): Promise<string[]> =>
    (await house.ask('facilitatorOfDashti', { url: `/occupations/fields?${query}` })).body.fields.map((one: { code: string }) => one.code)
  expect(await codes(`search=${encodeURIComponent('گبه بافي')}`)).toEqual(['HB003'])
  expect(await codes('permitClass=starred-veterinary&tradeGroup=fisheries')).toEqual(['HB042', 'HB043', 'HB044'])
  expect(await codes('search=zzz')).toEqual([])
})
test('three chains of value, each with the one link that is missing', async () => {
  const { body } = await house.ask('office', { url: '/occupations/chains' })
  const missing = body.chains.map(
    (chain: { steps: { isMissingLink: boolean }[] }) => chain.steps.filter(({ isMissingLink }) => isMissingLink).length,
  )
  expect(missing).toEqual([1, 1, 1])
})

const offer = (more: object = {}) => ({
  id: newId(),
  countyCode: '1803',
  fieldCode: 'HB001',
  why: 'سفارش ماهانهٔ دو فروشگاه',
  source: 'مطالعهٔ آمایش، برگ ۱۲',
  validFrom: '2026-01-01',
  letterNumber: null,
  letterDate: null,
  ...more,
})
const put = (body: object) => house.ask('office', { method: 'POST', url: '/occupations/offers', body })
test('what a county offers is the office’s word, with its reason, once at a time', async () => {
  for (const who of ['executor', 'behzistiOfDashtestan', 'administrator'] as const)
    expect((await house.ask(who, { method: 'POST', url: '/occupations/offers', body: offer() })).status).toBe(403)
  expect((await put(offer({ fieldCode: 'HB999' }))).reasons).toEqual(['occupations.unknown-field'])
  expect((await put(offer({ countyCode: '9999' }))).reasons).toEqual(['occupations.unknown-county'])
  expect((await put(offer({ letterNumber: 'ن/۵' }))).status).toBe(400)
  const made = offer()
  expect((await put(made)).status).toBe(200)
  expect((await put(offer({ validFrom: '2026-06-01' }))).reasons).toEqual(['occupations.already-offered'])
  const read = await house.ask('auditor', { url: '/occupations/offers?countyCode=1803' })
  expect(read.body.offers).toMatchObject([{ id: made.id, nameFa: 'حصیربافی از برگ نخل (تک، تویزه، زنبیل)', permitClass: 'standard' }])

  const end = (validTo: string, version = 1) =>
    house.ask('office', { method: 'POST', url: `/occupations/offers/${made.id}/end`, body: { validTo, version } })
  expect((await end('2025-01-01')).reasons).toEqual(['occupations.dates-reversed'])
  expect((await end('2026-03-01', 7)).reasons).toEqual(['platform.version-stale'])
  expect((await end('2026-03-01')).body).toMatchObject({ validTo: '2026-03-01' })
  expect((await end('2026-03-01')).reasons).toEqual(['occupations.offer-ended'])
  expect((await house.ask('auditor', { url: '/occupations/offers?countyCode=1803&on=2026-03-02' })).body.offers).toEqual([])
  expect((await put(offer({ validFrom: '2026-04-01' }))).status).toBe(200)
  expect((await house.ask('auditor', { url: '/occupations/fields/HB001' })).body.offers).toHaveLength(2)
})
test('later rooms read a field, its licence and what a county is offered, as of a day', async () => {
  const tell = (day: string) =>
    house.house.door.asOwner(async (tx) => ({
      name: (await findField(tx, 'HB025', day))?.nameFa,
      licence: await permitClassOf(tx, 'HB025', day),
      unknown: await permitClassOf(tx, 'HB999', day),
      fields: (await listFields(tx, day)).length,
      offers: (await offersIn(tx, '1803', day)).map(({ fieldCode, validFrom }) => [fieldCode, validFrom]),
    }))
  expect(await tell('2026-04-01')).toMatchObject({ fields: 64, unknown: undefined, offers: [['HB001', '2026-04-01']] })
  expect(await tell('2026-04-01')).toMatchObject({ name: 'بسته‌بندی خرما و رطب', licence: 'starred-health' })
  expect(await tell('2026-03-15')).toMatchObject({ fields: 0, licence: undefined, offers: [] })
})
