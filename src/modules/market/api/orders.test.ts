import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleGoods } from '../../../../test/business.ts'
import { goesOnWithAll, publishExitTable } from '../../../../test/exit-table.ts'
import { openHouse } from '../../../../test/house.ts'
import { aCall, aLot, anOrder, done, partnersBuy, putForward } from '../../../../test/market.ts'
import { readyForWork, runOnce } from '../../../../test/matching.ts'
import { organisations, type PersonaName } from '../../../../test/personas.ts'
import { registerWomen, type Woman } from '../../../../test/registered.ts'
import { standAt } from '../../../../test/work-plan.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let women: readonly Woman[] = []
const guide = 'facilitatorOfDashtestan'
const ROAD = ['eligible', 'queued', 'place-granted', 'interviewed', 'pathway-agreed', 'active'] as const
beforeAll(async () => {
  house = await openHouse()
  await partnersBuy(house)
  await publishExitTable(house, '2026-11-23')
  women = await registerWomen(house.house, 8)
  for (const woman of women.slice(1)) await standAt(house, woman, ROAD)
})
afterAll(() => house.stop())
function her(place: number): Woman {
  const woman = women[place]
  if (woman === undefined) throw new Error('eight were registered')
  return woman
}
const post = (who: PersonaName, url: string, body: object) => house.ask(who, { method: 'POST', url, body })
const read = async (who: PersonaName, url: string) => (await house.ask(who, { url })).body

describe('a demand call', () => {
  test('a guide, a buyer, the office or an agency writes none; the operator only for the own county and a partner of the plan', async () => {
    for (const who of [guide, 'holding', 'office', 'behzistiOfDashtestan', 'auditor'] as const)
      expect((await post(who, '/market/orders', aCall())).status).toBe(403)
    expect((await post('marketOperator', '/market/orders', aCall({ countyCode: '1804' }))).reasons).toEqual(['market.not-own-county'])
    expect((await post('marketOperator', '/market/orders', aCall({ organisationId: organisations.acecr }))).reasons).toEqual([
      'market.not-a-buyer',
    ])
    expect((await post('marketOperator', '/market/orders', aCall({ smallestLot: 101, deliverBy: '2026-11-23' }))).reasons).toEqual([
      'market.smallest-above-order',
      'market.deliver-in-the-past',
    ])
    expect((await post('marketOperator', '/market/orders', aCall({ costsRial: 450_000 }))).reasons).toEqual(['market.costs-above-rate'])
  })
  test('the buyer answers for itself alone; nothing is split before it agreed', async () => {
    const called = await done(house, 'marketOperator', '/market/orders', aCall())
    expect(called).toMatchObject({
      state: 'called',
      placed: 0,
      left: 100,
      hourlyRial: 600_000,
      answerBy: '2026-12-07',
      buyerName: expect.any(String),
    })
    const at = `/market/orders/${called.id}`
    expect((await house.ask('marketOperator', { url: `${at}/split` })).reasons).toEqual(['market.order-not-open'])
    const paper = { documentNumber: 'س/۱', documentDate: '2026-11-22', version: 1 }
    expect((await post('governorOfDashtestan', `${at}/confirm`, paper)).status).toBe(403)
    expect((await post('holding', `${at}/confirm`, paper)).body).toMatchObject({ state: 'ordered', documentNumber: 'س/۱' })
    expect((await post('holding', `${at}/refuse`, { reason: 'بودجه نداریم', version: 2 })).reasons).toEqual(['market.no-such-order-move'])
  })
  test('it takes from an open pledge of the buyer, and a refusal gives back; 400 at once on five left: exactly five', async () => {
    const pledgeId = await openPledge(5)
    expect((await post('marketOperator', '/market/orders', aCall({ pledgeId, calledQuantity: 6 }))).reasons).toEqual([
      'partners.pledge-spent',
    ])
    expect((await post('marketOperator', '/market/orders', aCall({ pledgeId }))).reasons).toEqual(['market.called-without-pledge'])
    const called = await done(house, 'marketOperator', '/market/orders', aCall({ pledgeId, calledQuantity: 5 }))
    expect((await read('holding', `/partners/pledges/${pledgeId}`)).pledge.left).toBe(0)
    await done(house, 'holding', `/market/orders/${called.id}/refuse`, { reason: 'انبار پر است', version: called.version })
    expect((await read('holding', `/partners/pledges/${pledgeId}`)).pledge.left).toBe(5)
    const dropped = await done(house, 'marketOperator', '/market/orders', aCall({ pledgeId, calledQuantity: 3 }))
    const end = { version: dropped.version, to: 'cancelled', reason: 'خریدار پس گرفت' }
    await done(house, 'marketOperator', `/market/orders/${dropped.id}/end`, end)
    expect((await read('holding', `/partners/pledges/${pledgeId}`)).pledge.left).toBe(5)
    const told = await Promise.all(
      Array.from({ length: 400 }, () => post('marketOperator', '/market/orders', aCall({ pledgeId, calledQuantity: 1 }))),
    )
    expect(told.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(new Set(told.filter(({ status }) => status !== 200).flatMap(({ reasons }) => reasons))).toEqual(
      new Set(['partners.pledge-spent']),
    )
    expect((await read('holding', `/partners/pledges/${pledgeId}`)).pledge.left).toBe(0)
  })
})
/** An open promise to buy. */
async function openPledge(quantity: number): Promise<string> {
  const id = newId()
  const what = { promisedAs: 'backer', kind: 'purchase', title: 'خرید لباس کار', fieldCode: null, quantity, unit: 'سفارش', valueRial: null }
  const bounds = { counties: ['1803'], groupNote: null, startsOn: '2026-11-01', dueOn: '2027-10-30', parts: [] }
  await done(house, 'holding', '/partners/pledges', { id, organisationId: organisations.holding, ...what, ...bounds })
  await done(house, 'holding', `/partners/pledges/${id}/document`, { documentNumber: 'د/۷', documentDate: '2026-11-20', version: 1 })
  for (const who of ['office', 'decider'] as const)
    await done(house, who, `/partners/pledges/${id}/opinions`, {
      opinionId: newId(),
      isFit: true,
      reasons: 'سند و توان خرید دیده شد.',
      version: 2,
    })
  await done(house, 'office', `/partners/pledges/${id}/sign`, { letterNumber: 'ن/۹', letterDate: '2026-11-22', version: 3 })
  await done(house, 'office', `/partners/pledges/${id}/open`, { version: 4 })
  return id
}
describe('split and offer', () => {
  test('her guide puts her forward once, when she stands at work; nobody else does', async () => {
    const order = await anOrder(house)
    const productId = await settleGoods(house.house, her(1).caseId, 10)
    const body = { homeId: newId(), caseId: her(1).caseId, productId, loweredTo: null, loweredReason: null, hub: 'بنار سلیمانی' }
    const at = `/market/orders/${order.id}/homes`
    expect((await post('marketOperator', at, body)).status).toBe(403)
    expect((await post('otherFacilitatorOfDashtestan', at, body)).reasons).toEqual(['platform.not-found'])
    expect((await post(guide, at, { ...body, caseId: her(0).caseId })).reasons).toEqual(['market.not-at-work'])
    expect((await post(guide, at, body)).body).toMatchObject({ weekly: 10, basis: 'declared', capacity: 40, lotState: null, turn: 0 })
    expect((await post(guide, at, { ...body, homeId: newId() })).reasons).toEqual(['market.put-forward-already'])
    const [seen] = (await read('marketOperator', at)).homes
    expect(seen.name).not.toContain('آزمایشی')
    expect((await read(guide, at)).homes[0].name).toContain('آزمایشی')
    expect((await read('otherFacilitatorOfDashtestan', at)).homes).toEqual([])
  })
  test('what a home makes is read from her goods as they stand now; her guide only takes it down, with a reason', async () => {
    const order = await anOrder(house)
    const at = `/market/orders/${order.id}/homes`
    const [hers, anothers] = [await settleGoods(house.house, her(2).caseId, 14), await settleGoods(house.house, her(3).caseId, 14)]
    const body = { homeId: newId(), caseId: her(2).caseId, productId: hers, loweredTo: null, loweredReason: null, hub: null }
    expect((await post(guide, at, { ...body, productId: anothers })).reasons).toEqual(['market.goods-not-hers'])
    expect((await post(guide, at, { ...body, loweredTo: 14, loweredReason: 'tools' })).reasons).toEqual(['market.lowered-above'])
    expect((await post(guide, at, { ...body, loweredTo: 7 })).reasons).toEqual(['market.lowered-without-reason'])
    expect((await post(guide, at, { ...body, loweredTo: 7, loweredReason: 'tools' })).body).toMatchObject({
      weekly: 7,
      loweredTo: 7,
      capacity: 28,
    })
    const { id: businessId } = (await read(guide, `/businesses/cases/${her(2).caseId}`)).business
    const rests = { method: 'PUT', url: `/businesses/${businessId}/blocked-weeks/2026-11-30`, body: { isBlocked: true } } as const
    expect((await house.ask(guide, rests)).status).toBe(200)
    expect((await read('marketOperator', at)).homes[0].capacity).toBe(21)
    const test = { tested: 5, testedOn: '2026-11-22', version: 1 }
    expect((await post('marketOperator', `/businesses/products/${hers}/test`, test)).status).toBe(200)
    expect((await read('marketOperator', at)).homes[0]).toMatchObject({ weekly: 5, basis: 'tested', capacity: 15 })
    expect(JSON.stringify(await read('marketOperator', at))).not.toContain('tools')
  })
  test('no lot goes out below the floor of an hour; the office excepts by letter, and it is read to her', async () => {
    const order = await anOrder(house, { rateRial: 300_000, costsRial: 60_000, title: 'کم‌مزد' })
    expect(order).toMatchObject({ hourlyRial: 320_000, floorRial: 472_500, floorException: null })
    const homeId = await putForward(house, guide, { orderId: order.id, caseId: her(7).caseId })
    const at = `/market/orders/${order.id}`
    const lotId = newId()
    const offer = (version: number) => post('marketOperator', `${at}/lots`, { version, shares: [{ lotId, homeId, quantity: 10 }] })
    const refused = await offer(order.version)
    expect(refused.reasons).toEqual(['market.below-floor'])
    expect(refused.text).toContain('۴۷۲٬۵۰۰')
    const letter = { version: order.version, letterNumber: 'ن/۱۲', letterDate: '2026-11-23', reason: 'کار آموزشی با مهلت' }
    for (const who of ['marketOperator', guide, 'holding', 'governorOfDashtestan'] as const)
      expect((await post(who, `${at}/floor-exception`, letter)).status).toBe(403)
    expect((await post('office', `${at}/floor-exception`, { ...letter, letterDate: '2026-11-24' })).reasons).toEqual([
      'market.letter-ahead',
    ])
    expect((await post('office', `${at}/floor-exception`, letter)).body.floorException).toMatchObject({ letterNumber: 'ن/۱۲' })
    expect((await offer(order.version + 1)).status).toBe(200)
    const { sentences } = await read(guide, `/market/lots/${lotId}/terms`)
    expect(sentences.join(' ')).toContain('۳۲۰٬۰۰۰')
    expect(sentences.join(' ')).toContain('۴۷۲٬۵۰۰')
  })
  test('work nobody measured goes out in test lots alone, until the time of a piece is kept', async () => {
    const order = await anOrder(house, { minutesPerPiece: null })
    const homeId = await putForward(house, guide, { orderId: order.id, caseId: her(7).caseId })
    const at = `/market/orders/${order.id}`
    expect((await read('marketOperator', `${at}/split`)).shares).toEqual([{ homeId, quantity: 10 }])
    const offer = (version: number) => post('marketOperator', `${at}/lots`, { version, shares: [{ lotId: newId(), homeId, quantity: 20 }] })
    expect((await offer(order.version)).reasons).toEqual(['market.not-measured'])
    expect((await post(guide, `${at}/minutes`, { version: order.version, minutesPerPiece: 45 })).status).toBe(403)
    const measured = await done(house, 'marketOperator', `${at}/minutes`, { version: order.version, minutesPerPiece: 45 })
    expect(measured.hourlyRial).toBe(600_000)
    expect((await offer(measured.version)).status).toBe(200)
  })
  test('lots within what each can make, never above the order; many offers at once place each piece once', async () => {
    const order = await anOrder(house, { quantity: 40 })
    const homes: string[] = []
    for (const place of [1, 2, 3]) homes.push(await putForward(house, guide, { orderId: order.id, caseId: her(place).caseId, weekly: 5 }))
    const split = await read('marketOperator', `/market/orders/${order.id}/split`)
    expect(split).toMatchObject({ placed: 40, unplaced: 0 })
    expect(split.shares.map(({ quantity }: { quantity: number }) => quantity).toSorted()).toEqual([13, 13, 14])
    const at = `/market/orders/${order.id}/lots`
    const offer = (quantity: number, place = 0) => ({
      version: order.version,
      shares: [{ lotId: newId(), homeId: homes[place], quantity }],
    })
    expect((await post('marketOperator', at, offer(21))).reasons).toEqual(['market.above-capacity'])
    expect((await post('marketOperator', at, offer(9))).reasons).toEqual(['market.below-smallest-lot'])
    expect((await post(guide, at, offer(20))).status).toBe(403)
    const told = await Promise.all([0, 1, 2, 0, 1, 2].map((place) => post('marketOperator', at, offer(20, place))))
    const placed = (await read('marketOperator', `/market/orders/${order.id}`)).placed
    const lots = (await read('marketOperator', `/market/lots?orderId=${order.id}`)).lots
    expect(lots).toHaveLength(told.filter(({ status }) => status === 200).length)
    expect(placed).toBe(lots.reduce((sum: number, { terms }: { terms: { quantity: number } }) => sum + terms.quantity, 0))
    expect(placed).toBeLessThanOrEqual(40)
    expect(told.some(({ status }) => status === 200)).toBe(true)
  })
})
describe('an order opened to women', () => {
  const asks = { fieldCode: 'HB001', places: 2, leastCraft: 3, leastWeekly: null, unit: null, needsPermit: false }
  const days = { startsOn: '2026-11-28', endsOn: '2026-12-21' }
  test('only its operator opens it; who says yes through matching becomes a home of it, and its end ends the opportunity', async () => {
    const [woman] = await registerWomen(house.house, 1)
    if (woman === undefined) throw new Error('one was registered')
    await readyForWork(house, woman)
    await standAt(house, woman, ['active'])
    const order = await anOrder(house)
    const at = `/market/orders/${order.id}`
    const opening = { opportunityId: newId(), ...asks, ...days }
    for (const who of [guide, 'holding', 'office'] as const) expect((await post(who, `${at}/opening`, opening)).status).toBe(403)
    expect((await post('marketOperator', `${at}/opening`, { ...opening, fieldCode: 'ZZ999' })).reasons).toEqual(['matching.field-unknown'])
    const opened = { opportunityId: opening.opportunityId, places: 2, taken: 0, waiting: 0 }
    expect((await post('marketOperator', `${at}/opening`, opening)).body).toEqual(opened)
    expect((await post('marketOperator', `${at}/opening`, { ...opening, opportunityId: newId() })).reasons).toEqual([
      'matching.order-open-already',
    ])
    expect((await post('marketOperator', `${at}/accepted`, {})).reasons).toEqual(['market.nobody-accepted'])
    await runOnce(house)
    const [proposal] = (await read(guide, `/matching/proposals?caseId=${woman.caseId}`)).proposals
    await done(house, guide, `/matching/proposals/${proposal.id}/uphold`, { version: 1 })
    const said = { version: 2, answerId: newId(), manner: 'spoken', witnessName: null }
    await done(house, guide, `/matching/proposals/${proposal.id}/accept`, said)
    expect(await read('marketOperator', `${at}/opening`)).toMatchObject({ taken: 1, waiting: 1 })
    expect((await post('marketOperator', `${at}/accepted`, {})).reasons).toEqual(['market.nobody-accepted'])
    await settleGoods(house.house, woman.caseId, 12)
    expect((await post(guide, `${at}/accepted`, {})).status).toBe(403)
    expect((await post('marketOperator', `${at}/accepted`, {})).body).toMatchObject({ taken: 1, waiting: 0 })
    expect((await read(guide, `${at}/homes`)).homes).toEqual([
      expect.objectContaining({ caseId: woman.caseId, weekly: 12, lotState: null }),
    ])
    const { version } = await read('marketOperator', at)
    await done(house, 'marketOperator', `${at}/end`, { version, to: 'cancelled', reason: 'خریدار پس گرفت' })
    expect(await read('marketOperator', `${at}/opening`)).toMatchObject({ opportunityId: null })
    expect((await read(guide, `/matching/proposals?caseId=${woman.caseId}`)).proposals[0].state).toBe('ended')
  })
})
describe('her answer', () => {
  const said = (version: number) => ({ version, manner: 'spoken', witnessName: null })
  test('the terms are read before she accepts, and the table «if I earn» before her first order', async () => {
    const { lotId } = await aLot(house, guide, { caseId: her(4).caseId, hub: 'سرای محله' })
    const at = `/market/lots/${lotId}`
    expect((await post('marketOperator', `${at}/accept`, said(1))).status).toBe(403)
    expect((await post('otherFacilitatorOfDashtestan', `${at}/accept`, said(1))).reasons).toEqual(['platform.not-found'])
    expect((await post(guide, `${at}/accept`, said(1))).reasons).toEqual(['market.no-such-lot-move'])
    const { sentences } = await read(guide, `${at}/terms`)
    expect(sentences.join(' ')).toContain('۹٬۰۰۰٬۰۰۰')
    expect(sentences.join(' ')).toContain('سرای محله')
    expect((await post(guide, `${at}/terms-read`, { ...said(1), manner: 'fingerprint' })).reasons).toEqual(['market.witness-missing'])
    expect((await post(guide, `${at}/terms-read`, said(1))).body).toMatchObject({ state: 'terms-read', readOn: '2026-11-23' })
    expect((await post(guide, `${at}/accept`, said(2))).reasons).toEqual(['pathways.exit-table-unseen'])
    await goesOnWithAll(house, guide, her(4))
    expect((await post(guide, `${at}/accept`, said(2))).body).toMatchObject({
      state: 'accepted',
      answeredOn: '2026-11-23',
      dueOn: '2026-12-21',
    })
  })
  test('her no gives the pieces back and is counted nowhere; the price of the order may change, her terms do not', async () => {
    const { lotId, orderId } = await aLot(house, guide, { caseId: her(5).caseId })
    const at = `/market/lots/${lotId}`
    expect((await read('marketOperator', `/market/orders/${orderId}`)).placed).toBe(20)
    await done(house, guide, `${at}/terms-read`, said(1))
    expect((await post(guide, `${at}/decline`, said(2))).body).toMatchObject({ state: 'declined', dueOn: null })
    expect((await read('marketOperator', `/market/orders/${orderId}`)).placed).toBe(0)
    expect((await read('marketOperator', at)).name).toBeNull()
    expect((await read('holding', `/market/orders/${orderId}/own-lots`)).lots).toEqual([])
    const columns = await house.house.door.asOwner((tx) =>
      tx.selectFrom('market.home').selectAll().where('case_id', '=', her(5).caseId).executeTakeFirstOrThrow(),
    )
    expect(Object.keys(columns).filter((name) => /declin|refus/.test(name))).toEqual([])
  })
  test('a buyer sees its lots by code and stage and nothing of her; other readers a file number and days', async () => {
    const { orderId, lotId } = await aLot(house, guide, { caseId: her(6).caseId })
    const own = await house.ask('holding', { url: `/market/orders/${orderId}/own-lots` })
    expect(own.body.lots).toEqual([expect.objectContaining({ quantity: 20, state: 'offered', countyCode: '1803' })])
    for (const hers of [her(6).caseId, her(6).personId, lotId]) expect(own.text).not.toContain(hers)
    expect((await house.ask('holding', { url: `/market/lots/${lotId}` })).status).toBe(403)
    const { standings } = await read('office', '/market/standings')
    expect(Object.keys(standings[0]).toSorted()).toEqual(['countyCode', 'days', 'fileNumber', 'state'])
    expect((await read('governorOfDashti', '/market/standings')).standings).toEqual([])
    expect((await house.ask('behzistiOfDashtestan', { url: '/market/orders' })).status).toBe(403)
  })
})
