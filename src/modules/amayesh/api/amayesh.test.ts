import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantBusiness, plantProduct } from '../../../../test/business.ts'
import { plantCanary } from '../../../../test/canaries.ts'
import { openHouse } from '../../../../test/house.ts'
import { accountOf, counties, organisations, type PersonaName, thePlan } from '../../../../test/personas.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
/** The occupation of the one business there is, and one nobody works in. */
const [MADE, UNMADE, DESPITE] = ['HB001', 'HB010', 'HB007'] as const
/** Wanted in one half of the year and in the other. */
const [SPRING, AUTUMN] = ['HB014', 'HB025'] as const
beforeAll(async () => {
  house = await openHouse()
  const woman = await plantCanary(house, { key: 'A', county: 'dashtestan', agency: 'behzisti', guide: 'facilitatorOfDashtestan' })
  await plantProduct(house, woman, await plantBusiness(house, woman))
})
afterAll(() => house.stop())
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const put = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'PUT', url, body })
const board = async (who: PersonaName, query = '') => (await house.ask(who, { url: `/amayesh/board${query}` })).body
const cellOf = async (who: PersonaName, fieldCode: string, countyCode: string = counties.dashtestan) =>
  (await house.ask(who, { url: `/amayesh/cell?countyCode=${countyCode}&fieldCode=${fieldCode}` })).body.cell
const buyer = (more: object = {}) => ({
  id: newId(),
  countyCode: counties.dashtestan,
  fieldCode: MADE,
  buyer: 'فروشگاه نخل',
  monthly: 400,
  unit: 'عدد',
  source: 'نامهٔ اتاق اصناف',
  letterNumber: null,
  letterDate: null,
  validFrom: '2026-11-01',
  ...more,
})

test('guides, interviewers, partners and the administrator do not read the board; a county sees itself alone', async () => {
  for (const who of ['facilitatorOfDashtestan', 'interviewer', 'holding', 'administrator'] as const)
    expect([who, (await house.ask(who, { url: '/amayesh/board' })).status]).toEqual([who, 403])
  const seen = async (who: PersonaName) => new Set((await board(who)).cells.map(({ countyCode }: { countyCode: string }) => countyCode))
  expect(await seen('governorOfDashtestan')).toEqual(new Set([counties.dashtestan]))
  expect(await seen('governorOfDashti')).toEqual(new Set())
  expect((await house.ask('governorOfDashti', { url: `/amayesh/cell?countyCode=${counties.dashtestan}&fieldCode=${MADE}` })).status).toBe(
    404,
  )
})
test('a buyer is documented by the office, the executor or the market of the county, and turns «without a buyer» into a lack', async () => {
  expect(await cellOf('office', MADE)).toMatchObject({
    standing: 'without-market',
    isBraked: true,
    homes: 1,
    lines: [{ demand: { total: 0 } }],
  })
  for (const who of ['governorOfDashtestan', 'behzistiOfDashtestan', 'auditor'] as const)
    expect([who, (await post(who, '/amayesh/buyers', buyer())).status]).toEqual([who, 403])
  expect((await post('marketOperator', '/amayesh/buyers', buyer({ countyCode: counties.dashti }))).reasons).toEqual([
    'amayesh.not-own-county',
  ])
  expect((await post('office', '/amayesh/buyers', buyer({ countyCode: '9999' }))).reasons).toEqual(['amayesh.unknown-county'])
  expect((await post('office', '/amayesh/buyers', buyer({ fieldCode: 'ZZ999' }))).reasons).toEqual(['amayesh.unknown-field'])
  const added = await post('marketOperator', '/amayesh/buyers', buyer())
  expect(added.status, added.text).toBe(200)
  const cell = await cellOf('office', MADE)
  expect(cell).toMatchObject({
    standing: 'under-supplied',
    isBraked: false,
    lines: [{ unit: 'piece', demand: { buyer: 400, total: 400 } }],
    isOneBuyer: true,
    concentration: 1,
  })
  expect(cell.lines[0].gap).toBe(400 - cell.lines[0].capacity)
  // What is said in another unit stands beside it, under its own words, and changes nothing of what was compared.
  const rolls = await post('office', '/amayesh/buyers', buyer({ buyer: 'فرش‌فروشی', unit: ' طاقه ', monthly: 9 }))
  const told = await cellOf('office', MADE)
  expect(told).toMatchObject({ standing: 'under-supplied', concentration: 1 })
  expect(told.lines).toEqual([
    cell.lines[0],
    expect.objectContaining({ unit: 'طاقه', demand: expect.objectContaining({ total: 9 }), homes: 0 }),
  ])
  await post('office', `/amayesh/buyers/${rolls.body.id}/end`, { validTo: '2026-11-30', version: 1 })
  await post('executor', '/amayesh/buyers', buyer({ buyer: 'فروشگاه دیگر', monthly: 400 }))
  expect(await cellOf('office', MADE)).toMatchObject({ isOneBuyer: false, concentration: 0.5 })
  expect((await post('office', `/amayesh/buyers/${added.body.id}/end`, { validTo: '2026-10-01', version: 1 })).reasons).toEqual([
    'amayesh.dates-reversed',
  ])
  expect((await post('office', `/amayesh/buyers/${added.body.id}/end`, { validTo: '2026-11-30', version: 1 })).status).toBe(200)
  expect(await cellOf('office', MADE)).toMatchObject({ lines: [{ demand: { total: 400 } }], isOneBuyer: true })
})
test('the capacity of fewer than ten homes is told to nobody who sees sums alone', async () => {
  const told = await cellOf('behzistiOfDashtestan', MADE)
  const hidden = { homes: null, capacity: null, gap: null, saturation: null }
  expect(told).toMatchObject({ homes: null, lines: [hidden], standing: 'under-supplied' })
  for (const who of ['office', 'executor', 'auditor', 'governorOfDashtestan', 'marketOperator'] as const)
    expect([who, (await cellOf(who, MADE)).homes]).toEqual([who, 1])
  expect((await board('behzistiOfDashtestan', `?standing=under-supplied`)).cells[0]).toMatchObject({ fieldCode: MADE, lines: [hidden] })
})
test('a guide is told how occupations of her county stand, without a number, a home or a buyer; the office, an agency and another county are not', async () => {
  const standings = (who: PersonaName, countyCode: string = counties.dashtestan) =>
    house.ask(who, { url: `/amayesh/standings?countyCode=${countyCode}` })
  for (const who of ['office', 'behzistiOfDashtestan', 'governorOfDashtestan', 'interviewer', 'holding', 'auditor'] as const)
    expect([who, (await standings(who)).status]).toEqual([who, 403])
  expect((await standings('facilitatorOfDashti')).status).toBe(404)
  expect((await standings('facilitatorOfDashtestan', counties.dashti)).status).toBe(404)
  for (const who of ['facilitatorOfDashtestan', 'marketOperator'] as const) {
    const told = await standings(who)
    expect(told.status, told.text).toBe(200)
    expect(told.body.on).toBe('2026-11-23')
    const [made] = told.body.standings.filter(({ fieldCode }: { fieldCode: string }) => fieldCode === MADE)
    // The guide may read no buyer: what they want counts in what she is told all the same.
    expect(made).toMatchObject({ standing: 'under-supplied', isBraked: false, isOneBuyer: true, isOffered: false, study: null })
    expect(Object.values(made).filter((value) => typeof value === 'number')).toEqual([])
    expect(told.text).not.toContain('فروشگاه')
  }
})
test('a link of a chain nobody does in a county is missing there until somebody is named', async () => {
  const links = async () => (await house.ask('governorOfDashtestan', { url: '/amayesh/links' })).body.chains[0]
  const chain = await links()
  const [link] = chain.links
  expect(link.missingIn).toEqual([counties.dashtestan])
  const actor = {
    id: newId(),
    chainCode: chain.code,
    place: link.place,
    countyCode: counties.dashtestan,
    actor: 'کارگاه نخل',
    source: 'بازدید دفتر',
    validFrom: '2026-11-01',
  }
  expect((await post('marketOperator', '/amayesh/link-actors', actor)).status).toBe(403)
  expect((await post('office', '/amayesh/link-actors', { ...actor, place: 49 })).reasons).toEqual(['amayesh.unknown-link'])
  expect((await post('office', '/amayesh/link-actors', actor)).status).toBe(200)
  expect((await links()).links[0]).toMatchObject({ missingIn: [], actors: [{ actor: 'کارگاه نخل' }] })
  expect((await post('office', `/amayesh/link-actors/${actor.id}/end`, { validTo: '2026-11-20', version: 1 })).status).toBe(200)
  expect((await links()).links[0].missingIn).toEqual([counties.dashtestan])
})
test('figures are entered from a source; a county is compared with all and told of itself, and the last word counts', async () => {
  const figure = (countyCode: string, tradeGroup: string, people: number, year = 1400) =>
    post('executor', '/amayesh/figures', {
      id: newId(),
      countyCode,
      tradeGroup,
      year,
      people,
      source: 'مرکز آمار ایران',
      letterNumber: null,
      letterDate: null,
    })
  expect(
    (
      await post('marketOperator', '/amayesh/figures', {
        id: newId(),
        countyCode: '1803',
        tradeGroup: 'food',
        year: 1400,
        people: 1,
        source: 'مرکز آمار',
        letterNumber: null,
        letterDate: null,
      })
    ).status,
  ).toBe(403)
  expect((await figure('9999', 'food', 1)).reasons).toEqual(['amayesh.unknown-county'])
  for (const [county, food] of [
    ['1801', 900],
    ['1802', 900],
    ['1803', 4000],
    ['1804', 900],
  ] as const) {
    await figure(county, 'food', 100)
    await figure(county, 'food', food)
    await figure(county, 'services', 10_000)
    await figure(county, 'food', 800, 1395)
    await figure(county, 'services', 9_000, 1395)
  }
  const read = async (who: PersonaName) => (await house.ask(who, { url: '/amayesh/advantage' })).body
  const office = await read('office')
  expect(office).toMatchObject({ year: 1400, before: 1395, sources: ['مرکز آمار ایران'] })
  expect(office.quotients).toContainEqual(expect.objectContaining({ county: '1803', group: 'food', people: 4000, says: 'above' }))
  expect(office.quotients).toContainEqual(expect.objectContaining({ county: '1801', group: 'food', says: 'below' }))
  const governor = await read('governorOfDashtestan')
  expect(new Set(governor.quotients.map(({ county }: { county: string }) => county))).toEqual(new Set(['1803']))
  for (const { before, after, general, mix, local } of governor.shifts) expect(general + mix + local).toBe(after - before)
})
/** Orders long delivered, opened to women in an occupation: so many in each month of the past, the latest first. */
async function pastOrders(fieldCode: string, countyCode: string, perMonth: readonly number[]): Promise<void> {
  const before = (months: number): string => new Date(Date.UTC(2026, 10 - months, 5)).toISOString().slice(0, 10)
  const days = perMonth.flatMap((count, at) => Array<string>(count).fill(before(at + 1)))
  const orders = days.map((day) => ({ id: newId(), day }))
  const whose = { plan_id: thePlan, county_code: countyCode, organisation_id: organisations.holding, state: 'closed' }
  const terms = { unit: 'عدد', quantity: 5, smallest_lot: 1, rate_rial: 1, material_by: 'buyer', spoiled_by: 'buyer', payment_days: 30 }
  const place = { source: 'order', places: 1, needs_permit: false, opened_by: accountOf('office'), reason: 'پایان' }
  await house.house.door.asOwner(async (tx) => {
    await tx
      .insertInto('market.order')
      .values(
        orders.map(({ id, day }) => ({
          ...whose,
          ...terms,
          id,
          title: 'سفارش گذشته',
          answer_by: day,
          deliver_by: day,
          state_since: day,
          called_by: accountOf('office'),
        })),
      )
      .execute()
    await tx
      .insertInto('matching.opportunity')
      .values(
        orders.map(({ id, day }) => ({
          ...whose,
          ...place,
          id: newId(),
          source_id: id,
          title: 'سفارش گذشته',
          field_code: fieldCode,
          starts_on: day,
          ends_on: day,
          state_since: day,
        })),
      )
      .execute()
  })
}
test('the season of an occupation is told from a year of orders on, in the province and in the county, with what is wanted when it is not', async () => {
  const season = (who: PersonaName, fieldCode: string = SPRING, countyCode: string = counties.dashtestan) =>
    house.ask(who, { url: `/amayesh/season?countyCode=${countyCode}&fieldCode=${fieldCode}` })
  expect((await season('facilitatorOfDashtestan')).status).toBe(403)
  expect((await season('governorOfDashti')).status).toBe(404)
  expect((await season('office', 'ZZ999')).status).toBe(404)
  expect((await season('office')).body.province).toEqual({ months: 0, indices: null, lacks: 'orders' })
  // The latest month is 5 October 2026, in Mehr: half a year one of them, half a year the other.
  const half = (first: number, second: number): readonly number[] => Array.from({ length: 24 }, (_, at) => (at % 12 < 6 ? first : second))
  await pastOrders(SPRING, counties.dashtestan, half(2, 0))
  await pastOrders(AUTUMN, counties.dashti, half(0, 2))
  const told = (await season('governorOfDashtestan')).body
  expect(told).toMatchObject({ on: '2026-11-23', since: '2023-11-22', county: { lacks: null }, complements: [{ fieldCode: AUTUMN }] })
  expect(told.province.indices).toEqual(told.county.indices)
  expect(told.province.indices.filter((index: number) => index > 1)).toHaveLength(6)
  // In the county alone nobody ever wanted the other one.
  expect((await season('office', AUTUMN)).body).toMatchObject({
    province: { lacks: null },
    county: { months: 0, indices: null, lacks: 'orders' },
    complements: [{ fieldCode: SPRING }],
  })
})
test('a study of a county freezes its figures and leads to offers that name it, decided by the office', async () => {
  const study = {
    id: newId(),
    number: 'م-۱',
    title: 'مطالعهٔ مزیت‌های دشتستان',
    organisationId: organisations.acecr,
    countyCode: counties.dashtestan,
    letterNumber: 'ن/۵۰',
    letterDate: '2026-10-01',
  }
  expect((await post('governorOfDashtestan', '/amayesh/studies', study)).status).toBe(403)
  expect((await post('executor', '/amayesh/studies', study)).body.study).toMatchObject({ state: 'under-way', tasksDone: [] })
  expect((await post('office', '/amayesh/studies', { ...study, id: newId() })).reasons).toEqual(['amayesh.number-taken'])
  const at = `/amayesh/studies/${study.id}`
  expect((await put('executor', `${at}/tasks`, { tasksDone: ['officials', 'women'], version: 1 })).body.study.tasksDone).toEqual([
    'officials',
    'women',
  ])
  const conclude = (who: PersonaName, version: number) => post(who, `${at}/conclude`, { offeredFrom: '2026-11-23', version })
  expect((await conclude('executor', 2)).status).toBe(403)
  expect((await conclude('office', 2)).reasons).toEqual(['amayesh.no-findings'])
  const finding = (fieldCode: string, verdict: string, says: string) => put('executor', `${at}/findings/${fieldCode}`, { verdict, says })
  expect((await finding('ZZ999', 'offer', 'خریدار هست و کسی نمی‌سازد.')).reasons).toEqual(['amayesh.unknown-field'])
  await finding(MADE, 'offer', 'خریدار هست و کسی نمی‌سازد.')
  await finding(UNMADE, 'offer', 'شاید خوب باشد.')
  expect((await conclude('office', 2)).reasons).toEqual(['amayesh.offered-against-the-brake'])
  await finding(UNMADE, 'wait', 'هنوز خریداری ندارد.')
  await finding(DESPITE, 'offer', 'هتل تازهٔ شهر از بهار می‌گشاید و قول خرید آن را برای همهٔ اتاق‌هایش داده است.')
  const done = (await conclude('office', 2)).body
  expect(done.study).toMatchObject({ state: 'concluded', version: 3 })
  expect(done.findings).toContainEqual(
    expect.objectContaining({
      fieldCode: MADE,
      isOffered: true,
      figures: expect.objectContaining({
        demand: 400,
        homes: 1,
        on: '2026-11-23',
        lines: [expect.objectContaining({ unit: 'piece', homes: 1 })],
      }),
    }),
  )
  expect(done.findings).toContainEqual(expect.objectContaining({ fieldCode: UNMADE, isOffered: false }))
  const { offers } = (await house.ask('office', { url: `/occupations/offers?countyCode=${counties.dashtestan}&on=2026-12-01` })).body
  expect(offers).toContainEqual(
    expect.objectContaining({ fieldCode: MADE, source: 'مطالعهٔ م-۱: مطالعهٔ مزیت‌های دشتستان', letterNumber: 'ن/۵۰' }),
  )
  // The guide hears of what is offered that the study knew nobody had asked for.
  const told = (await house.ask('facilitatorOfDashtestan', { url: `/amayesh/standings?countyCode=${counties.dashtestan}` })).body.standings
  const standingOf = (code: string) => told.find(({ fieldCode }: { fieldCode: string }) => fieldCode === code)
  expect(standingOf(DESPITE)).toMatchObject({
    standing: 'without-market',
    isBraked: true,
    study: { source: 'مطالعهٔ م-۱: مطالعهٔ مزیت‌های دشتستان', isDespite: true },
  })
  expect(standingOf(UNMADE)).toBeUndefined()
  // What comes later changes nothing of what was frozen, and sums alone stay sums alone.
  await post('office', '/amayesh/buyers', buyer({ buyer: 'خریدار دیگر', monthly: 900 }))
  const agency = (await house.ask('behzistiOfDashtestan', { url: at })).body.findings.find(
    (one: { fieldCode: string }) => one.fieldCode === MADE,
  )
  expect(agency.figures).toMatchObject({
    demand: 400,
    homes: null,
    capacity: null,
    lines: [{ unit: 'piece', homes: null, capacity: null }],
  })
  expect((await finding(MADE, 'leave', 'دیگر نمی‌خواهیم.')).reasons).toEqual(['amayesh.study-ended'])
  expect((await conclude('office', 3)).reasons).toEqual(['amayesh.study-ended'])
  expect((await house.ask('governorOfDashti', { url: at })).status).toBe(404)
})
