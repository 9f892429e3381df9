import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/platform/ids.ts'
import { decideOn, nobodyIsCovered } from '../test/deciding.ts'
import { goesOnWithAll, publishExitTable } from '../test/exit-table.ts'
import { openHouse } from '../test/house.ts'
import { acceptSlot, agreeAll, did, markAll, planSession, settleMembers } from '../test/interviewing.ts'
import { anOrder, partnersBuy, workOn } from '../test/market.ts'
import { registerWomen, type Woman } from '../test/registered.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
  await partnersBuy(house)
  await publishExitTable(house, '2026-11-23')
  const offer = {
    countyCode: '1803',
    fieldCode: 'HB001',
    why: 'مزیت شهرستان',
    source: 'مطالعهٔ مزیت',
    validFrom: '2026-01-01',
    letterNumber: null,
    letterDate: null,
  }
  await post('office', '/occupations/offers', { id: newId(), ...offer })
})
afterAll(() => house.stop())

const guide = 'facilitatorOfDashtestan'
const MO = 'marketOperator'
const SAID = { manner: 'spoken', witnessName: null }
const post = (who: Parameters<typeof did>[1], url: string, body: object = {}) => did(house, who, 'POST', url, body)
const read = (who: Parameters<typeof did>[1], url: string) => did(house, who, 'GET', url)
const positionOf = async ({ caseId }: Woman): Promise<string> => (await read(guide, `/road/cases/${caseId}`)).case.position

test('a place in the queue becomes a conversation, a plan of work, a business, a lot and money she says she has: each step by whose it is', async () => {
  const [woman] = await registerWomen(house.house, 1)
  if (woman === undefined) throw new Error('one was registered')
  await nobodyIsCovered(house)
  await decideOn(house, woman)
  expect(await positionOf(woman)).toBe('queued')

  // A place of the county, and her word that she takes it.
  await post('office', `/enrolment/cases/${woman.caseId}/place`)
  await post(guide, `/enrolment/cases/${woman.caseId}/place/answer`, { wish: 'take' })
  expect(await positionOf(woman)).toBe('place-granted')

  await beHeard(woman)
  expect(await positionOf(woman)).toBe('interviewed')
  await planWork(woman)
  expect(await positionOf(woman)).toBe('active')
  const productId = await beginBusiness(woman)
  const { orderId, lotId } = await takeLot(woman, productId)
  await deliverAndPay(orderId, lotId)
  expect(await positionOf(woman)).toBe('earning')

  // Nothing of the order is open any more.
  const { version, placed } = await read(MO, `/market/orders/${orderId}`)
  expect(placed).toBe(20)
  expect(await post(MO, `/market/orders/${orderId}/end`, { version, to: 'closed', reason: 'همه تحویل و پرداخت شد' })).toMatchObject({
    state: 'closed',
  })
})
/** A panel of three hears her today, marks apart, agrees; her guide tells her the result. */
async function beHeard(woman: Woman): Promise<void> {
  const { slots } = await planSession(house, await settleMembers(house), { startsAt: '11:00', slots: 1, inDays: 0 })
  const id = await acceptSlot(house, woman, slots[0])
  await markAll(house, id)
  await agreeAll(house, id)
  await post(guide, `/interviews/${id}/tell`, { ...SAID, wishes: [] })
}
/** A plan with a named buyer, agreed by her, and its first step begun; before her first business she is read what may change. */
async function planWork(woman: Woman): Promise<void> {
  const at = `/pathways/cases/${woman.caseId}`
  const written = { kind: 'self-employment', relation: null, wishes: ['HB001'], hoursPerWeek: 20, buyer: 'خریدار', wish: 'کار در خانه' }
  await did(house, guide, 'PUT', `${at}/work-plan`, { ...written, version: 0 })
  const id = newId()
  await post(guide, `${at}/steps`, { id, kind: 'sample', what: null, owner: 'her', organisationId: null, dueOn: '2026-12-10' })
  await post(guide, `${at}/work-plan/agreement`, { version: 1, ...SAID })
  expect(await positionOf(woman)).toBe('pathway-agreed')
  await post(guide, `/pathways/steps/${id}/move`, { to: 'under-way', version: 1 })
  await goesOnWithAll(house, guide, woman)
}
/** Her business, and goods a test lot of which was counted by the market. */
async function beginBusiness({ caseId }: Woman): Promise<string> {
  const [businessId, productId] = [newId(), newId()]
  const facts = {
    kind: 'revived',
    fieldCode: 'HB001',
    relation: 'independent',
    workPlace: 'home',
    state: 'active',
    startedOn: '2024-03-20',
  }
  await post(guide, `/businesses/cases/${caseId}`, { id: businessId, ...facts })
  const goods = { name: 'زنبیل حصیری', unit: 'piece', seasonMonths: [], weeklyDeclared: 12 }
  await post(guide, `/businesses/${businessId}/products`, { id: productId, ...goods })
  await post(MO, `/businesses/products/${productId}/test`, { tested: 8, testedOn: '2026-11-22', version: 1 })
  return productId
}
/** The order of a named buyer, and the lot she was offered and took: so many pieces as her test lot says she makes. */
async function takeLot({ caseId }: Woman, productId: string) {
  const order = await anOrder(house, { quantity: 20 }, 'buyer')
  const homeId = newId()
  const lowered = { loweredTo: null, loweredReason: null, hub: null }
  const home = await post(guide, `/market/orders/${order.id}/homes`, { homeId, caseId, productId, ...lowered })
  expect(home).toMatchObject({ weekly: 8, basis: 'tested', capacity: 32 })
  const { shares } = await read(MO, `/market/orders/${order.id}/split`)
  expect(shares).toEqual([{ homeId, quantity: 20 }])
  const lotId = newId()
  await post(MO, `/market/orders/${order.id}/lots`, { version: order.version, shares: [{ lotId, homeId, quantity: 20 }] })
  await workOn(house, guide, lotId)
  return { orderId: order.id, lotId }
}
/** The buyer takes the pieces, money is told as paid, and she says that it came. */
async function deliverAndPay(orderId: string, lotId: string): Promise<void> {
  const [{ code, version }] = (await read('buyer', `/market/orders/${orderId}/own-lots`)).lots
  await post('buyer', `/market/orders/${orderId}/own-lots/${code}/collection`, { version, entryId: newId(), paperNumber: null })
  const at = `/market/lots/${lotId}`
  const paid = { version: version + 1, entryId: newId(), to: 'her', paperNumber: 'ر/۱', paidOn: '2026-11-23' }
  await post(MO, `${at}/payments`, paid)
  const word = { version: version + 2, entryId: newId(), hasReceived: true, ...SAID }
  expect((await house.ask(MO, { method: 'POST', url: `${at}/confirm`, body: word })).status).toBe(403)
  const { lot, money } = await post(guide, `${at}/confirm`, word)
  expect(lot.state).toBe('confirmed-by-her')
  expect(money).toMatchObject({ owedRial: 9_000_000, outstandingRial: 0 })
}
