import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../../test/house.ts'
import { organisations } from '../../../test/personas.ts'
import { newId } from '../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const written = (more: object = {}) => ({
  id: newId(),
  type: 'holding',
  nameFa: 'هلدینگ آزمایشی كيش',
  nameEn: null,
  legalId: null,
  parentId: null,
  isSupportBody: false,
  isSocialEntrepreneur: false,
  ...more,
})
const add = (body: object) => house.ask('office', { method: 'POST', url: '/partners/organisations', body })

test('only the office adds organisations; administrators and agencies are refused', async () => {
  for (const who of ['administrator', 'behzistiOfDashtestan', 'governorOfDashti', 'facilitatorOfDashti'] as const)
    expect((await house.ask(who, { method: 'POST', url: '/partners/organisations', body: written() })).status).toBe(403)
})
test('a holding with a subsidiary is added, found by any spelling, and corrected on the version seen', async () => {
  const holding = (await add(written())).body
  expect(holding.nameFa).toBe('هلدینگ آزمایشی کیش')
  const child = await add(written({ type: 'subsidiary', nameFa: 'کیش‌بافت', parentId: holding.id }))
  expect(child.body).toMatchObject({ parentId: holding.id, parentName: holding.nameFa })
  expect((await add(written({ type: 'subsidiary' }))).reasons).toEqual(['partners.subsidiary-needs-parent'])
  expect((await add(written({ parentId: newId() }))).reasons).toEqual(['partners.parent-unknown'])
  const found = await house.ask('auditor', { url: `/partners/organisations?search=${encodeURIComponent('كيش بافت')}` })
  expect(found.body.organisations.map((one: { id: string }) => one.id)).toEqual([child.body.id])
  const read = await house.ask('holding', { url: `/partners/organisations/${holding.id}` })
  expect(read.body.subsidiaries.map((one: { id: string }) => one.id)).toEqual([child.body.id])
  const change = (version: number, id = holding.id) =>
    house.ask('office', { method: 'PUT', url: `/partners/organisations/${id}`, body: { ...written({ nameFa: 'کیش نو' }), version } })
  expect((await change(1)).body).toMatchObject({ nameFa: 'کیش نو', version: 2 })
  expect((await change(1)).reasons).toEqual(['platform.version-stale'])
  expect((await change(1, newId())).reasons).toEqual(['platform.not-found'])
})
test('a legal ID is checked by its digits and is nobody else’s; a natural person has none', async () => {
  expect((await add(written({ legalId: '10380284791' }))).status).toBe(400)
  const legalId = '۱۰۳۸۰۲۸۴۷۹۰'
  expect((await add(written({ legalId }))).body).toMatchObject({ legalId: '10380284790' })
  expect((await add(written({ legalId }))).reasons).toEqual(['partners.legal-id-taken'])
  expect((await add(written({ type: 'natural-person', legalId }))).reasons).toEqual(['partners.person-has-no-legal-id'])
})
test('a member has several kinds at once, dated, and one open membership', async () => {
  const { id: organisationId } = (await add(written({ nameFa: 'بنیاد دو نقش', type: 'foundation' }))).body
  const body = {
    id: newId(),
    kinds: ['backer', 'buyer'],
    counties: ['1803', '1804'],
    validFrom: '2026-01-01',
    letterNumber: 'ن/۱',
    letterDate: '2026-01-01',
  }
  const url = `/partners/organisations/${organisationId}/memberships`
  const join = (more: object = {}) => house.ask('office', { method: 'POST', url, body: { ...body, ...more } })
  expect((await join({ letterDate: null })).status).toBe(400)
  expect((await join({ counties: ['9999'] })).reasons).toEqual(['partners.unknown-county'])
  expect((await join()).body).toMatchObject({ kinds: ['backer', 'buyer'], counties: ['1803', '1804'] })
  expect((await join({ id: newId() })).reasons).toEqual(['partners.membership-open'])
  const list = await house.ask('office', { url: '/partners/organisations?kind=buyer&countyCode=1804' })
  expect(list.body.organisations).toMatchObject([{ id: organisationId, kinds: ['backer', 'buyer'] }])
  const end = (validTo: string) =>
    house.ask('office', { method: 'POST', url: `/partners/memberships/${body.id}/end`, body: { validTo, version: 1 } })
  expect((await end('2025-12-31')).reasons).toEqual(['partners.dates-reversed'])
  expect((await end('2026-02-01')).body).toMatchObject({ validTo: '2026-02-01' })
  expect((await end('2026-02-01')).reasons).toEqual(['partners.membership-ended'])
  expect((await join({ id: newId(), validFrom: '2026-02-02' })).status).toBe(200)
})

const capacity = (more: object = {}) => ({
  id: newId(),
  organisationId: organisations.labour,
  countyCode: '1803',
  kind: 'course',
  title: 'دورهٔ بسته‌بندی خرما',
  unit: 'نفر',
  total: 5,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})
test('each body keeps its own inventory, and never that of another', async () => {
  expect((await house.ask('holding', { url: '/partners/capacities' })).status).toBe(403)
  const foreign = await house.ask('behzistiOfDashtestan', { method: 'POST', url: '/partners/capacities', body: capacity() })
  expect(foreign.reasons).toEqual(['partners.not-own-organisation'])
  const own = capacity()
  expect((await house.ask('appealReader', { method: 'POST', url: '/partners/capacities', body: own })).body).toMatchObject({ free: 5 })
  for (const [verb, body] of [
    ['use', { places: 1 }],
    ['', { total: 9, validTo: null, version: 1 }],
  ] as const) {
    const url = `/partners/capacities/${own.id}${verb === '' ? '' : `/${verb}`}`
    const told = await house.ask('behzistiOfDashtestan', { method: verb === '' ? 'PUT' : 'POST', url, body })
    expect(told.reasons).toEqual(['platform.not-found'])
  }
  const list = await house.ask('governorOfDashtestan', { url: '/partners/capacities?countyCode=1803&kind=course' })
  expect(list.body.capacities).toMatchObject([{ id: own.id, total: 5, used: 0, free: 5 }])
})
test('fifty at once for five places: exactly five, and none can be given back twice', async () => {
  const own = capacity({ title: 'پنج جای فرش‌بافی' })
  await house.ask('office', { method: 'POST', url: '/partners/capacities', body: own })
  const url = `/partners/capacities/${own.id}`
  const take = (places: number) => house.ask('office', { method: 'POST', url: `${url}/use`, body: { places } })
  const told = await Promise.all(Array.from({ length: 50 }, () => take(1)))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(new Set(told.flatMap(({ reasons }) => reasons))).toEqual(new Set(['partners.no-free-capacity']))
  const shrink = await house.ask('office', { method: 'PUT', url, body: { total: 4, validTo: null, version: 1 } })
  expect(shrink.reasons).toEqual(['partners.total-below-used'])
  expect((await take(-5)).body).toMatchObject({ used: 0, free: 5 })
  expect((await take(-1)).reasons).toEqual(['partners.nothing-to-give-back'])
})
