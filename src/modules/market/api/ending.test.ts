import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aLot, anOrder, aPhoto, done, openMarket, workOn } from '../../../../test/market.ts'
import { accountOf, counties, organisations, type PersonaName, thePlan } from '../../../../test/personas.ts'
import type { Woman } from '../../../../test/registered.ts'
import { newId } from '../../../platform/ids.ts'
import { lotStates } from '../contract/states.ts'
import { isSettled, type KitMove } from '../rules/kits.ts'
import { outstandingOf, owing, paying } from '../rules/ledger.ts'
import { lotEnds } from '../rules/moves.ts'

let house: Awaited<ReturnType<typeof openMarket>>['house']
let woman: Woman
const guide = 'facilitatorOfDashtestan'
const MO = 'marketOperator'
const SAID = { manner: 'spoken', witnessName: null }
beforeAll(async () => {
  ;({ house, woman } = await openMarket())
})
afterAll(() => house.stop())

const aPart = fc.record({
  state: fc.constantFrom(...lotStates),
  issued: fc.nat(2),
  returned: fc.nat(2),
  owed: fc.constantFrom(0, 900),
  isPaid: fc.boolean(),
})
type Part = Parameters<typeof partOf>[0]
/** What hangs on one lot of a made-up order, by the same rules as the house keeps it. */
function partOf({ issued, returned, owed, isPaid }: { issued: number; returned: number; owed: number; isPaid: boolean }) {
  const kit = { component: 'پارچه', unit: 'متر' }
  const moves: readonly KitMove[] = [
    ...(issued === 0 ? [] : [{ ...kit, kind: 'issued', amount: issued } as const]),
    ...(returned === 0 || issued === 0 ? [] : [{ ...kit, kind: 'returned', amount: Math.min(issued, returned) } as const]),
  ]
  const due = owed === 0 ? [] : [owing('acceptance', owed)]
  return { moves, entries: isPaid ? [...due, ...paying(due, 'her')] : due }
}
/** Sets a lot with its material and money beside the routes, in whatever state: an order must hold whatever came before it. */
async function settleLot(orderId: string, part: Part & { readonly state: string }): Promise<void> {
  const [id, homeId] = [newId(), newId()]
  const scope = { plan_id: thePlan, person_id: woman.personId, county_code: counties.dashtestan }
  const { moves, entries } = partOf(part)
  const [at, on] = [house.house.clock(), '2026-11-23']
  const by = { account_id: accountOf('marketOperator') }
  await house.house.door.asOwner(async (tx) => {
    const file = { ...scope, case_id: newId(), order_id: orderId, file_number: '0' }
    await tx
      .insertInto('market.home')
      .values({ ...file, ...by, id: homeId, turn: 0, put_forward_on: on })
      .execute()
    const lot = { organisation_id: organisations.holding, code: id, quantity: 1, state: part.state, state_since: on }
    await tx
      .insertInto('market.lot')
      .values({ ...file, ...lot, id, home_id: homeId })
      .execute()
    for (const move of moves)
      await tx
        .insertInto('market.kit_move')
        .values({ ...scope, ...move, ...by, id: newId(), lot_id: id, moved_on: on, moved_at: at })
        .execute()
    for (const { kind, debit, credit, amountRial } of entries)
      await tx
        .insertInto('market.entry')
        .values({
          ...scope,
          ...by,
          id: newId(),
          lot_id: id,
          kind,
          debit,
          credit,
          amount_rial: amountRial,
          happened_on: on,
          recorded_at: at,
        })
        .execute()
  })
}
const end = (orderId: string, version: number) =>
  house.ask(MO, { method: 'POST', url: `/market/orders/${orderId}/end`, body: { version, to: 'closed', reason: 'همه تمام شد' } })

test('I4: whatever hangs on an order, it closes exactly when no lot is open, no material is with anybody and nothing is owed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aPart, { maxLength: 3 }), async (parts) => {
      const order = await anOrder(house)
      for (const part of parts) await settleLot(order.id, part)
      const isOpen = parts.some((part) => {
        const { moves, entries } = partOf(part)
        return !lotEnds.includes(part.state) || !isSettled(moves) || outstandingOf(entries) !== 0
      })
      const told = await end(order.id, order.version)
      expect([told.status, isOpen]).toEqual(isOpen ? [409, true] : [200, false])
    }),
    { numRuns: 40 },
  )
})
describe('a lot always comes to its end', () => {
  /** Acts on a lot by the version it has now. */
  async function act(lotId: string, what: string, body: object, who: PersonaName = MO) {
    const { version } = (await house.ask(guide, { url: `/market/lots/${lotId}` })).body
    return house.ask(who, { method: 'POST', url: `/market/lots/${lotId}/${what}`, body: { version, ...body } })
  }
  const money = (more: object = {}) => ({ entryId: newId(), paperNumber: 'ر/۱', ...more })
  const look = (more: object) => ({ inspectionId: newId(), rejected: 0, rework: 0, reason: null, bearer: null, photoId: null, ...more })
  const toHer = () => money({ to: 'her', paidOn: '2026-11-23' })
  const herWord = (hasReceived: boolean) => ({ entryId: newId(), hasReceived, ...SAID })

  test('pieces she does not bring again for mending do not hold the others back', async () => {
    const { lotId, orderId } = await aLot(house, guide, { caseId: woman.caseId })
    for (const [what, body, who] of [
      ['terms-read', SAID, guide],
      ['accept', SAID, guide],
      ['start', { to: 'ordered' }, MO],
      ['collect', { pieces: 20 }, MO],
      ['inspect', look({ accepted: 15, rework: 5 }), MO],
    ] as const)
      expect((await act(lotId, what, body, who)).status).toBe(200)
    expect((await act(lotId, 'decline', SAID, guide)).reasons).toEqual(['market.pieces-accepted'])
    expect((await act(lotId, 'deliver', { leavesRework: false })).reasons).toEqual(['market.rework-open'])
    const delivered = await act(lotId, 'deliver', { leavesRework: true })
    expect(delivered.body).toMatchObject({ lot: { state: 'delivered' }, pieces: { accepted: 15, toRework: 0 } })
    expect((await house.ask(MO, { url: `/market/orders/${orderId}` })).body.placed).toBe(15)
  })
  test('a lot all of whose pay was taken off by two is confirmed without a payment of nothing', async () => {
    const { lotId } = await aLot(house, guide, { caseId: woman.caseId })
    await workOn(house, guide, lotId)
    expect((await act(lotId, 'collection', money())).status).toBe(200)
    const deductionId = newId()
    expect((await act(lotId, 'deductions', { deductionId, amountRial: 9_000_000, reason: 'agreed' })).status).toBe(200)
    await house.house.door.asOwner((tx) =>
      tx.updateTable('market.deduction').set({ proposed_by: newId() }).where('id', '=', deductionId).execute(),
    )
    await done(house, MO, `/market/deductions/${deductionId}/decide`, { isApproved: true, entryId: newId() })
    const paid = await act(lotId, 'payments', toHer())
    expect(paid.body).toMatchObject({ lot: { state: 'paid-to-her' }, money: { owedRial: 0, outstandingRial: 0 } })
    expect((await act(lotId, 'confirm', herWord(false), guide)).reasons).toEqual(['market.nothing-was-owed'])
    expect((await act(lotId, 'confirm', herWord(true), guide)).body.lot.state).toBe('confirmed-by-her')
  })
  test('what was settled for her while the collection point held the rest is paid from both, and goes back to both when it did not come', async () => {
    const { lotId } = await aLot(house, guide, { caseId: woman.caseId })
    for (const [what, body, who] of [
      ['terms-read', SAID, guide],
      ['accept', SAID, guide],
      ['start', { to: 'ordered' }, MO],
      ['collect', { pieces: 20 }, MO],
    ] as const)
      await act(lotId, what, body, who)
    const photoId = await aPhoto(house, lotId)
    await act(lotId, 'inspect', look({ accepted: 18, rejected: 2, reason: 'size', bearer: 'her', photoId }))
    await act(lotId, 'deliver', { leavesRework: false })
    await act(lotId, 'collection', money())
    await act(lotId, 'payments', money({ to: 'hub', paidOn: '2026-11-23' }))
    const disputeId = newId()
    expect((await act(lotId, 'disputes', { disputeId, about: 'inspection' }, guide)).status).toBe(200)
    await house.house.door.asOwner((tx) =>
      tx.updateTable('market.inspection').set({ account_id: newId() }).where('lot_id', '=', lotId).execute(),
    )
    await done(house, MO, `/market/disputes/${disputeId}/settle`, { isForHer: true, entryId: newId() })
    const paid = await act(lotId, 'payments', toHer())
    expect(paid.body.money).toMatchObject({ owedRial: 9_000_000, outstandingRial: 0 })
    const back = await act(lotId, 'confirm', herWord(false), guide)
    expect(back.body).toMatchObject({ lot: { state: 'paid-to-hub' }, money: { outstandingRial: 9_000_000 } })
    await act(lotId, 'payments', toHer())
    expect((await act(lotId, 'confirm', herWord(true), guide)).body.lot.state).toBe('confirmed-by-her')
  })
})
