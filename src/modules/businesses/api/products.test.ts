import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyPicture, plantBusiness, workshopsOf } from '../../../../test/business.ts'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { anonymous } from '../../../access/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { findHub, listHubs, noteAchieved } from '../port.ts'
import { weekOf, weeksFrom } from '../rules/weeks.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let woman: Woman
let businessId = ''
const guide = 'facilitatorOfDashtestan'
beforeAll(async () => {
  house = await openHouse()
  const [first] = await registerWomen(house.house, 1)
  if (first === undefined) throw new Error('one was registered')
  woman = first
  businessId = (await plantBusiness(house, { caseId: woman.caseId, agency: 'labour', guide })).businessId
})
afterAll(() => house.stop())

const write = (who: PersonaName, method: 'POST' | 'PUT', url: string, body: object) =>
  house.ask(who, { method, url: `/businesses/${url}`, body })
const mat = { name: 'زنبیل حصیری', unit: 'piece', seasonMonths: [9, 7, 8, 7], weeklyDeclared: 12 }
const add = (id: string, more: object = {}) => write(guide, 'POST', `${businessId}/products`, { id, ...mat, ...more })
const workshops = (more: Parameters<typeof workshopsOf>[1] = {}) => workshopsOf(house, more)

describe('goods', () => {
  const id = newId()
  test('stand with unit, season and what she says she makes a week; others of the county do not touch them', async () => {
    const told = await add(id)
    expect(told.body.products).toMatchObject([
      { id, unit: 'piece', seasonMonths: [7, 8, 9], weekly: { declared: 12, tested: null, achieved: null }, prices: [], version: 1 },
    ])
    expect((await write('otherFacilitatorOfDashtestan', 'POST', `${businessId}/products`, { id: newId(), ...mat })).status).toBe(404)
    expect((await write('marketOperator', 'PUT', `products/${id}`, { ...mat, isOffered: true, version: 1 })).status).toBe(403)
  })
  test('have a price with its day; the past is not written anew', async () => {
    const price = (validFrom: string, priceRial: number) =>
      write(guide, 'POST', `products/${id}/prices`, { validFrom, priceRial, costRial: 900_000 })
    expect((await price('2026-11-22', 1_000_000)).reasons).toEqual(['businesses.price-backdated'])
    await price('2026-11-23', 1_400_000)
    await price('2026-12-01', 1_600_000)
    const told = await price('2026-11-23', 1_500_000)
    expect(told.body.products[0].prices).toEqual([
      { validFrom: '2026-12-01', priceRial: 1_600_000, costRial: 900_000 },
      { validFrom: '2026-11-23', priceRial: 1_500_000, costRial: 900_000 },
    ])
  })
  test('are tested by the market of their county, under the version seen; what was achieved comes from orders alone', async () => {
    const tell = (who: PersonaName, version: number, testedOn = '2026-11-23') =>
      write(who, 'POST', `products/${id}/test`, { tested: 9, testedOn, version })
    expect((await tell('marketOperator', 1, '2026-11-24')).reasons).toEqual(['businesses.test-ahead'])
    expect((await tell('marketOperator', 1)).body).toMatchObject({
      weekly: { declared: 12, tested: 9, testedOn: '2026-11-23' },
      version: 2,
    })
    expect((await tell(guide, 1)).reasons).toEqual(['platform.version-stale'])
    await house.house.door.asActor(anonymous(thePlan), (tx) =>
      noteAchieved(tx, { planId: thePlan, productId: id, weekly: 7, on: '2026-11-23' }),
    )
    expect((await workshops())[0]?.products).toEqual([{ productId: id, unit: 'piece', weekly: { declared: 12, tested: 9, achieved: 7 } }])
  })
  test('show pictures and nothing but pictures, drawn anew and sealed; no more than six', async () => {
    const send = (bytes: Buffer, photoId = newId(), who: PersonaName = guide) =>
      house.ask(who, {
        method: 'POST',
        url: `/businesses/products/${id}/photos?photoId=${photoId}`,
        upload: { bytes, mediaType: 'application/octet-stream' },
      })
    const paper = Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n')
    expect((await send(paper)).reasons).toEqual(['businesses.photo-no-picture'])
    expect((await send(Buffer.from('a text'))).reasons).toEqual(['platform.paper-other-type'])
    const photoId = newId()
    expect((await send(await anyPicture(), photoId)).body.products[0].photos).toEqual([photoId])
    expect((await send(await anyPicture(), photoId)).reasons).toEqual(['businesses.photo-already'])
    const url = `/businesses/products/${id}/photos/${photoId}`
    for (const who of [guide, 'marketOperator', 'office', 'governorOfDashtestan'] as const) {
      const told = await house.ask(who, { url })
      expect([who, told.status, told.headers['content-type']]).toEqual([who, 200, 'image/png'])
    }
    for (const who of ['governorOfDashti', 'otherFacilitatorOfDashtestan'] as const)
      expect([who, (await house.ask(who, { url })).status]).toEqual([who, 404])
    for (let sent = 1; sent < 6; sent++) await send(await anyPicture())
    expect((await send(await anyPicture())).reasons).toEqual(['businesses.too-many-photos'])
  })
  test('are listed for the market and for whoever follows the plan without whose they are', async () => {
    const { products } = (await house.ask('marketOperator', { url: '/businesses/products' })).body
    expect(products).toMatchObject([{ id, name: mat.name, countyCode: '1803', fieldNameFa: expect.stringContaining('حصیر') }])
    expect(JSON.stringify(products)).not.toMatch(new RegExp(`${woman.personId}|${woman.caseId}|${businessId}`))
    expect((await house.ask('governorOfDashti', { url: '/businesses/products' })).body.products).toEqual([])
  })
  test('no longer made leave the market, and are lent to no order', async () => {
    const told = await write(guide, 'PUT', `products/${id}`, { ...mat, isOffered: false, version: 4 })
    expect(told.reasons).toEqual(['platform.version-stale'])
    await write(guide, 'PUT', `products/${id}`, { ...mat, isOffered: false, version: 3 })
    expect((await house.ask('office', { url: '/businesses/products' })).body.products).toEqual([])
    expect((await workshops())[0]?.products).toEqual([])
  })
})
describe('weeks without work', () => {
  const block = (week: string, isBlocked: boolean) => write(guide, 'PUT', `${businessId}/blocked-weeks/${week}`, { isBlocked })
  test('are named by their Monday and run from Saturday to Friday', () => {
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-27'].map(weekOf)).toEqual(Array.from({ length: 4 }, () => '2026-11-23'))
    expect([weekOf('2026-11-20'), weekOf('2026-11-28')]).toEqual(['2026-11-16', '2026-11-30'])
    expect(weeksFrom('2026-11-28', 2)).toEqual(['2026-11-30', '2026-12-07'])
  })
  test('are blocked and freed without a reason, and lent to whoever plans', async () => {
    expect((await block('2026-11-24', true)).reasons).toEqual(['businesses.week-not-monday'])
    expect((await block('2026-11-16', true)).reasons).toEqual(['businesses.week-past'])
    await block('2026-11-30', true)
    expect((await block('2026-12-07', true)).body.blockedWeeks).toEqual(['2026-11-30', '2026-12-07'])
    await block('2026-12-07', false)
    expect((await workshops())[0]?.blockedWeeks).toEqual(['2026-11-30'])
  })
})
describe('hubs', () => {
  const id = newId()
  const hub = { name: 'مرکز برازجان', collectionPoint: 'سرای محلهٔ دهقاید', rules: 'پنج‌شنبه‌ها کالا گردآوری می‌شود.' }
  const open = (who: PersonaName, more: object = {}, hubId = newId()) =>
    write(who, 'POST', 'hubs', { id: hubId, countyCode: '1803', ...hub, leadAccountId: null, ...more })
  const join = (hubId: string | null) => write(guide, 'POST', `${businessId}/hub`, { id: newId(), hubId })
  test('are set up in one’s own county, with a lead who runs its market', async () => {
    expect((await open('marketOperator', { countyCode: '1804' })).reasons).toEqual(['businesses.not-your-county'])
    expect((await open('office', { countyCode: '1804', leadAccountId: accountOf('marketOperator') })).reasons).toEqual([
      'businesses.lead-unknown',
    ])
    expect((await open('marketOperator', { leadAccountId: accountOf('marketOperator') }, id)).body.hub).toMatchObject({
      isOpen: true,
      version: 1,
    })
    expect((await open(guide)).status).toBe(403)
  })
  test('are joined in her county alone; the lead sees file number and goods, and nobody else does', async () => {
    const elsewhere = newId()
    await open('office', { countyCode: '1804' }, elsewhere)
    expect((await join(elsewhere)).reasons).toEqual(['businesses.hub-elsewhere'])
    expect((await join(newId())).status).toBe(404)
    await add(newId(), { name: 'بادبزن' })
    await join(id)
    await join(id)
    const told = await house.ask('marketOperator', { url: `/businesses/hubs/${id}/members` })
    expect(told.body.members).toMatchObject([
      { businessId, fileNumber: expect.stringMatching(/^\d{4}-\d{4}-\d$/), products: [{ name: 'بادبزن' }] },
    ])
    expect(told.text).not.toContain(woman.personId)
    expect((await house.ask('marketOperator', { url: `/businesses/hubs/${elsewhere}/members` })).status).toBe(404)
    expect((await house.ask(guide, { url: `/businesses/${businessId}/products` })).body.hub).toMatchObject({ id, name: hub.name })
    expect((await house.ask('office', { url: '/businesses/hubs' })).body.hubs.map(({ members }: { members: number }) => members)).toEqual([
      1, 0,
    ])
    expect((await workshops({ countyCodes: ['1803'], fieldCode: 'HB001' }))[0]).toMatchObject({
      hubId: id,
      permit: 'open',
      personId: woman.personId,
    })
    expect(await workshops({ countyCodes: ['1804'] })).toEqual([])
    expect(await workshops({ personIds: [] })).toEqual([])
  })
  test('are not closed over their members; a lead taken away sees nothing of them any more', async () => {
    const change = (more: object) => write('office', 'PUT', `hubs/${id}`, { ...hub, leadAccountId: null, isOpen: true, ...more })
    expect((await change({ isOpen: false, version: 1 })).reasons).toEqual(['businesses.hub-has-members'])
    expect((await change({ version: 1 })).status).toBe(200)
    expect((await house.ask('marketOperator', { url: `/businesses/hubs/${id}/members` })).status).toBe(404)
    await join(null)
    expect((await change({ isOpen: false, version: 2 })).body.hub.isOpen).toBe(false)
    expect((await join(id)).reasons).toEqual(['businesses.hub-closed'])
    const lent = await house.house.door.asActor(anonymous(thePlan), async (tx) => ({
      one: await findHub(tx, { planId: thePlan, hubId: id }),
      open: await listHubs(tx, { planId: thePlan, countyCodes: ['1803', '1804'] }),
    }))
    expect(lent.one).toMatchObject({ hubId: id, countyCode: '1803', collectionPoint: hub.collectionPoint })
    expect(lent.open.map(({ countyCode }) => countyCode)).toEqual(['1804'])
  })
})
