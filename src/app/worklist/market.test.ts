import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCall, aLot, anOrder, done, openMarket, plantOrderRequest, putForward, workOn } from '../../../test/market.ts'
import { organisations, type PersonaName } from '../../../test/personas.ts'
import type { Woman } from '../../../test/registered.ts'
import { newId } from '../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
let woman: Woman
const guide = 'facilitatorOfDashtestan'
const MO = 'marketOperator'
const SAID = { manner: 'spoken', witnessName: null }
beforeAll(async () => {
  ;({ house, woman } = await openMarket())
})
afterAll(() => house.stop())
/** Kinds that wait for somebody, those of other rooms left out. */
const OTHERS = new Set(['contact-to-hold', 'work-plan-to-agree', 'exit-table-to-show', 'exit-table-to-show-again', 'step-to-follow'])
async function waiting(who: PersonaName): Promise<readonly string[]> {
  const { tasks } = (await house.ask(who, { url: '/worklist' })).body
  return tasks.map(({ kind }: { kind: string }) => kind).filter((kind: string) => !OTHERS.has(kind))
}
test('nothing of the market waits for a governorate, and nothing of the market waits for another guide, an agency or another buyer', async () => {
  expect(await waiting('governorOfDashtestan')).toEqual([])
  const lot = await aLot(house, guide, { caseId: woman.caseId, buyer: 'buyer' })
  for (const who of ['otherFacilitatorOfDashtestan', 'facilitatorOfDashti', 'behzistiOfDashtestan', 'holding'] as const)
    expect([who, await waiting(who)]).toEqual([who, []])
  expect(await waiting(guide)).toEqual(['terms-to-read'])
  const { tasks } = (await house.ask(guide, { url: '/worklist' })).body
  expect(tasks.find(({ kind }: { kind: string }) => kind === 'terms-to-read')).toMatchObject({
    subjectId: woman.caseId,
    caseId: woman.caseId,
    dueOn: '2026-11-30',
  })
  await done(house, guide, `/market/lots/${lot.lotId}/terms-read`, { ...SAID, version: 1 })
  expect(await waiting(guide)).toEqual(['terms-to-answer'])
  await done(house, guide, `/market/lots/${lot.lotId}/decline`, { ...SAID, version: 2 })
  expect([await waiting(guide), await waiting(MO)]).toEqual([[], []])
})
test('a call waits for its buyer, and for the operator once its day has come', async () => {
  const called = await done(house, MO, '/market/orders', aCall({ organisationId: organisations.buyer }))
  expect(await waiting('buyer')).toEqual(['order-to-answer'])
  expect((await house.ask('buyer', { url: '/worklist' })).body).toMatchObject({
    counts: [{ kind: 'order-to-answer', count: 1, overdue: 0 }],
    tasks: [{ subjectId: called.id, name: null, fileNumber: null, dueOn: '2026-12-07' }],
  })
  expect(await waiting(MO)).toEqual([])
  house.setTime('2026-12-08T06:00:00Z')
  expect(await waiting(MO)).toEqual(['call-to-follow'])
  expect((await house.ask('buyer', { url: '/worklist' })).body.counts[0].overdue).toBe(1)
  house.setTime('2026-11-23T06:00:00Z')
  await done(house, 'buyer', `/market/orders/${called.id}/refuse`, { reason: 'انبار پر است', version: 1 })
  expect(await waiting('buyer')).toEqual([])
})
test('from a home put forward to her word on the money, each step waits for whose it is and for nobody else', async () => {
  const order = await anOrder(house, {}, 'buyer')
  const homeId = await putForward(house, guide, { orderId: order.id, caseId: woman.caseId })
  expect(await waiting(MO)).toEqual(['order-to-split'])
  const lotId = newId()
  await done(house, MO, `/market/orders/${order.id}/lots`, { version: order.version, shares: [{ lotId, homeId, quantity: 20 }] })
  expect([await waiting(MO), await waiting(guide)]).toEqual([[], ['terms-to-read']])
  await workOn(house, guide, lotId, async (version) => {
    const kinds = { 3: ['lot-to-start'], 5: ['lot-to-inspect'], 6: ['lot-to-deliver'] }
    expect(await waiting(MO)).toEqual(Object.entries(kinds).find(([at]) => Number(at) === version)?.[1] ?? [])
  })
  expect([await waiting(MO), await waiting('buyer')]).toEqual([['collection-to-follow'], ['lot-to-take']])
  const [{ code, version }] = (await house.ask('buyer', { url: `/market/orders/${order.id}/own-lots` })).body.lots
  const collection = { version, entryId: newId(), paperNumber: null }
  await done(house, 'buyer', `/market/orders/${order.id}/own-lots/${code}/collection`, collection)
  expect([await waiting(MO), await waiting('buyer')]).toEqual([[], []])
  house.setTime('2026-12-24T06:00:00Z')
  expect([await waiting(MO), await waiting('buyer')]).toEqual([['payment-to-follow'], ['payment-to-make']])
  const deduction = { deductionId: newId(), amountRial: 1000, reason: 'agreed', version: version + 1 }
  await done(house, MO, `/market/lots/${lotId}/deductions`, deduction)
  expect(await waiting(MO)).toEqual(['payment-to-follow'])
  await house.house.door.asOwner((tx) => tx.updateTable('market.deduction').set({ proposed_by: newId() }).execute())
  expect(await waiting(MO)).toEqual(['payment-to-follow', 'deduction-to-decide'])
  await done(house, MO, `/market/deductions/${deduction.deductionId}/decide`, { isApproved: false, entryId: newId() })
  await done(house, guide, `/market/lots/${lotId}/disputes`, { version: version + 1, disputeId: newId(), about: 'payment' })
  expect(await waiting(MO)).toEqual(['payment-to-follow', 'dispute-to-answer'])
  const paid = { version: version + 1, entryId: newId(), to: 'her', paperNumber: null, paidOn: '2026-12-24' }
  await done(house, MO, `/market/lots/${lotId}/payments`, paid)
  expect([await waiting(MO), await waiting(guide), await waiting('buyer')]).toEqual([['dispute-to-answer'], ['payment-to-ask'], []])
})
test('a request for an order lies with the operator of its county; the office answers where none is on duty, or once its day has passed', async () => {
  house.setTime('2026-11-23T06:00:00Z')
  const ofRequests = async (who: PersonaName) => (await waiting(who)).filter((kind) => kind.startsWith('order-request'))
  const [there, here] = [await plantOrderRequest(house, { countyCode: '1804' }), await plantOrderRequest(house)]
  const decline = (who: PersonaName, id: string, version = 1) =>
    house.ask(who, { method: 'POST', url: `/market/order-requests/${id}/decline`, body: { version, reason: 'تا آن روز ساخته نمی‌شود.' } })
  for (const who of ['governorOfDashti', 'facilitatorOfDashti', 'executor'] as const) expect((await decline(who, there)).status).toBe(403)
  expect([(await decline(MO, there)).status, (await decline('office', here)).reasons]).toEqual([404, ['market.request-with-operator']])
  expect([await ofRequests(MO), await ofRequests('office')]).toEqual([['order-request-to-answer'], ['order-request-for-office']])
  const { requests } = (await house.ask('office', { url: '/market/order-requests' })).body
  expect(requests.map(({ id, desk }: { id: string; desk: string }) => [id, desk])).toEqual([
    [here, 'operator'],
    [there, 'office'],
  ])
  const introduced = await house.ask('office', { method: 'POST', url: `/market/order-requests/${there}/introduce`, body: { version: 1 } })
  expect(introduced.body).toMatchObject({ state: 'with-office', office: 'received', desk: 'office' })
  expect(await ofRequests('office')).toEqual(['order-request-for-office'])
  expect((await decline('office', there, 2)).body.state).toBe('declined')
  expect(await ofRequests('office')).toEqual([])
  house.setTime('2026-12-01T06:00:00Z')
  expect([await ofRequests(MO), await ofRequests('office')]).toEqual([['order-request-to-answer'], ['order-request-for-office']])
  expect((await decline('office', here)).body).toMatchObject({ state: 'declined', desk: 'operator' })
  expect([await ofRequests(MO), await ofRequests('office')]).toEqual([[], []])
})
