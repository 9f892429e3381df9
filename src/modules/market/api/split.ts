import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/orders.ts'
import { reasonsBelowFloor } from '../rules/floor.ts'
import { lotCodeOf } from '../rules/lot-code.ts'
import { type Home, reasonsNotToOffer, splitOrder } from '../rules/split.ts'
import * as homes from '../store/homes.ts'
import { insertLots, type NewLot } from '../store/lots.ts'
import * as orders from '../store/orders.ts'
import { listMaking, openOrder } from './homes.ts'
import { shownOrder } from './orders.ts'

type Making = Awaited<ReturnType<typeof listMaking>>
/** Those without a lot, as the rule of the split knows them. */
function waiting(rows: Making): readonly Home[] {
  return rows
    .filter(({ lotState }) => lotState === null)
    .map(({ id, hub, capacity, turn }) => ({ id, hubId: hub, capacity, turn: turn >= 2 ? 2 : turn === 1 ? 1 : 0 }))
}
/** What may be proposed to a home: of work nobody measured no more than a test lot. */
function mostOf(order: orders.StoredOrder): number {
  return order.hourlyRial === null && order.floorException === null ? order.smallestLot : order.left
}
function newCode({ house }: Pick<Call<unknown>, 'house'>): string {
  return lotCodeOf(Array.from(house.randomBytes(8), (byte) => String(byte % 10)).join(''))
}
type Offer = Call<{ readonly shares: readonly { readonly lotId: string; readonly homeId: string; readonly quantity: number }[] }>
function newLots(call: Offer, rows: Making, terms: Pick<NewLot, 'dueOn' | 'floorRial'>): readonly NewLot[] {
  const hubOf = new Map(rows.map(({ id, hub }) => [id, hub]))
  return call.input.shares.map(({ lotId, homeId, quantity }) => ({
    ...terms,
    id: lotId,
    homeId,
    quantity,
    hub: hubOf.get(homeId) ?? null,
    code: newCode(call),
    today: call.today,
  }))
}
/** The floor of an hour in force for an order; refuses what would go below it. */
async function requireFloor({ input, tx, today }: Offer, order: orders.StoredOrder): Promise<number> {
  const { value: floorRial } = await parameterOn(tx, 'hourly-floor', { day: today, countyCode: order.countyCode })
  const { hourlyRial, smallestLot, floorException } = order
  const quantities = input.shares.map(({ quantity }) => quantity)
  const [reason] = reasonsBelowFloor(quantities, { hourlyRial, floorRial, hasException: floorException !== null, smallestLot })
  if (reason !== undefined) refuse(reason, { hourly: hourlyRial ?? 0, floor: floorRial, n: smallestLot })
  return floorRial
}

export const splitApi: readonly Handled[] = [
  handle(contract.proposeSplit, async (call) => {
    const order = await openOrder(call)
    const { left, smallestLot } = order
    if (left === 0) return { shares: [], placed: 0, unplaced: 0, hubs: [] }
    const open = waiting(await listMaking(call, order)).map((home) => ({ ...home, capacity: Math.min(home.capacity, mostOf(order)) }))
    const split = splitOrder(open, { quantity: left, minimum: Math.min(smallestLot, left) })
    return { shares: [...split.shares], placed: split.placed, unplaced: split.unplaced, hubs: [...split.hubIds] }
  }),
  handle(contract.offerLots, async (call) => {
    const { input, tx, actor, today, note } = call
    const order = await openOrder(call)
    if (order.version !== input.version) refuse('platform.version-stale')
    const rows = await listMaking(call, order)
    const open = new Map(waiting(rows).map((home) => [home.id, home]))
    if (input.shares.some(({ homeId }) => !open.has(homeId))) refuse('market.home-has-lot')
    const wished = input.shares.map((share) => ({ ...share, capacity: open.get(share.homeId)?.capacity ?? 0 }))
    refuseIf(reasonsNotToOffer(wished, { left: order.left, minimum: order.smallestLot }))
    const floorRial = await requireFloor(call, order)
    const pieces = wished.reduce((sum, { quantity }) => sum + quantity, 0)
    if (!(await orders.movePlaced(tx, { planId: actor.planId, id: order.id, pieces }))) refuse('market.above-order')
    const { value } = await parameterOn(tx, 'lot-answer', { day: today, countyCode: order.countyCode })
    const scopes = await homes.scopesOf(tx, { planId: actor.planId, homeIds: input.shares.map(({ homeId }) => homeId) })
    const made = newLots(call, rows, { dueOn: addDays(today, value), floorRial }).map(
      (lot) => [scopes.get(lot.homeId) ?? refuse('platform.not-found'), lot] as const,
    )
    await insertLots(tx, order, made)
    note({ lots: made.length, pieces })
    return shownOrder(call, order.id)
  }),
]
