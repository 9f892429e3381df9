import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aLot, done, openMarket, workOn } from '../../../../test/market.ts'
import { organisations } from '../../../../test/personas.ts'
import type { Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
let woman: Woman
const guide = 'facilitatorOfDashtestan'
beforeAll(async () => {
  ;({ house, woman } = await openMarket())
})
afterAll(() => house.stop())
/** A lot of an order of the buyer, delivered to it. */
async function delivered() {
  const lot = await aLot(house, guide, { caseId: woman.caseId, buyer: 'buyer' })
  await workOn(house, guide, lot.lotId)
  const at = `/market/orders/${lot.orderId}/own-lots`
  const read = async () => (await house.ask('buyer', { url: at })).body.lots
  const [{ code, version }] = await read()
  const body = () => ({ version, entryId: newId(), paperNumber: null })
  return { ...lot, at: `${at}/${code}/collection`, code, body, read }
}
describe('a buyer takes what was delivered to it', () => {
  test('nobody else does: not another buyer, not her guide, and not before it was delivered', async () => {
    const lot = await delivered()
    for (const who of ['marketOperator', guide, 'office', 'governorOfDashtestan', 'auditor'] as const)
      expect((await house.ask(who, { method: 'POST', url: lot.at, body: lot.body() })).status).toBe(403)
    expect((await house.ask('holding', { method: 'POST', url: lot.at, body: lot.body() })).reasons).toEqual(['platform.not-found'])
    expect((await house.ask('holding', { url: `/market/orders/${lot.orderId}` })).status).toBe(404)
    const early = await aLot(house, guide, { caseId: woman.caseId, buyer: 'buyer' })
    const [{ code, version, pieces }] = (await house.ask('buyer', { url: `/market/orders/${early.orderId}/own-lots` })).body.lots
    expect(pieces).toBeNull()
    const url = `/market/orders/${early.orderId}/own-lots/${code}/collection`
    const told = await house.ask('buyer', { method: 'POST', url, body: { version, entryId: newId(), paperNumber: null } })
    expect(told.reasons).toEqual(['market.no-such-lot-move'])
  })
  test('from that day its payment runs; it sees what it owes, and nothing of her', async () => {
    const lot = await delivered()
    const told = await house.ask('buyer', { method: 'POST', url: lot.at, body: { ...lot.body(), paperNumber: 'ر/۷' } })
    expect(told.body.lots).toEqual([expect.objectContaining({ state: 'due', pieces: 20, payableRial: 9_000_000, payBy: '2026-12-23' })])
    for (const hers of [woman.caseId, woman.personId, lot.lotId, 'زن', 'آزمایشی']) expect(told.text).not.toContain(hers)
    const { money } = (await house.ask(guide, { url: `/market/lots/${lot.lotId}/work` })).body
    expect(money).toMatchObject({ owedRial: 9_000_000, payBy: '2026-12-23', collectedOn: '2026-11-23' })
    house.setTime('2026-12-26T06:00:00Z')
    expect((await lot.read())[0]).toMatchObject({ daysLate: 3 })
    house.setTime('2026-11-23T06:00:00Z')
    const paid = { version: told.body.lots[0].version, entryId: newId(), to: 'hub', paperNumber: null, paidOn: '2026-11-23' }
    await done(house, 'marketOperator', `/market/lots/${lot.lotId}/payments`, paid)
    expect((await lot.read())[0]).toMatchObject({ state: 'paid-to-hub', payableRial: 0, payBy: null })
  })
  test('she said so and the operator wrote it down in the same moment: it is owed once', async () => {
    const lot = await delivered()
    const written = { version: lot.body().version, entryId: newId(), paperNumber: 'ر/۱' }
    const told = await Promise.all([
      ...Array.from({ length: 10 }, () => house.ask('buyer', { method: 'POST', url: lot.at, body: lot.body() })),
      ...Array.from({ length: 10 }, () =>
        house.ask('marketOperator', {
          method: 'POST',
          url: `/market/lots/${lot.lotId}/collection`,
          body: { ...written, entryId: newId() },
        }),
      ),
    ])
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await lot.read())[0].payableRial).toBe(9_000_000)
  })
  test('what it took says how much of these goods she makes in a week', async () => {
    const lot = await delivered()
    await done(house, 'buyer', lot.at, lot.body())
    const { id } = (await house.ask(guide, { url: `/businesses/cases/${woman.caseId}` })).body.business
    const { products } = (await house.ask(guide, { url: `/businesses/${id}/products` })).body
    expect(products.map(({ weekly }: { weekly: { achieved: number | null } }) => weekly.achieved)).toContain(20)
  })
  test('the list of orders of a buyer is its own', async () => {
    const { orders } = (await house.ask('buyer', { url: '/market/orders' })).body
    expect(new Set(orders.map(({ organisationId }: { organisationId: string }) => organisationId))).toEqual(new Set([organisations.buyer]))
  })
})
