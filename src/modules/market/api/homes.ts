import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { checkDigitOf } from '../../../platform/ids.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays, daysBetween } from '../../../platform/time.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/orders.ts'
import { capacityBetween, type Home, reasonsNotToOffer, splitOrder } from '../rules/split.ts'
import { isAtWork } from '../rules/terms.ts'
import * as homes from '../store/homes.ts'
import { insertLots, type NewLot } from '../store/lots.ts'
import * as orders from '../store/orders.ts'
import { namesFor } from './names.ts'
import { shownOrder } from './orders.ts'

function capacityOf(home: homes.StoredHome, { deliverBy }: orders.StoredOrder, today: string): number {
  return capacityBetween({ weekly: home.weekly, days: daysBetween(today, deliverBy), blockedWeeks: home.blockedWeeks })
}
async function shownHomes(
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'today'>,
  order: orders.StoredOrder,
): Promise<readonly contract.HomeForward[]> {
  const rows = await homes.listHomes(call.tx, order.id)
  const names = await namesFor(call, rows)
  return rows.map(({ personId, ...row }) => ({
    ...row,
    name: names.get(personId) ?? null,
    capacity: capacityOf({ personId, ...row }, order, call.today),
  }))
}
async function openOrder({ input, tx }: Call<{ readonly id: string }>): Promise<orders.StoredOrder> {
  const order = (await orders.findOrder(tx, input.id)) ?? refuse('platform.not-found')
  if (order.state !== 'ordered') refuse('market.order-not-open')
  return order
}
/** Those without a lot, as the rule of the split knows them. */
function waiting(rows: readonly homes.StoredHome[], order: orders.StoredOrder, today: string): readonly Home[] {
  return rows
    .filter(({ lotState }) => lotState === null)
    .map((row) => ({
      id: row.id,
      hubId: row.hub,
      capacity: capacityOf(row, order, today),
      turn: row.turn >= 2 ? 2 : row.turn === 1 ? 1 : 0,
    }))
}
/** Eight random digits with a check digit, printed and scanned. */
function newCode({ house }: Pick<Call<unknown>, 'house'>): string {
  const digits = Array.from(house.randomBytes(8), (byte) => String(byte % 10)).join('')
  return digits + checkDigitOf(digits)
}
type Offered = { readonly lotId: string; readonly homeId: string; readonly quantity: number }
function newLots(
  call: Call<{ readonly shares: readonly Offered[] }>,
  rows: readonly homes.StoredHome[],
  answerBy: string,
): readonly NewLot[] {
  const hubOf = new Map(rows.map(({ id, hub }) => [id, hub]))
  return call.input.shares.map(({ lotId, homeId, quantity }) => ({
    id: lotId,
    homeId,
    quantity,
    hub: hubOf.get(homeId) ?? null,
    code: newCode(call),
    dueOn: answerBy,
    today: call.today,
  }))
}

export const homesApi: readonly Handled[] = [
  handle(contract.listHomes, async (call) => {
    const order = (await orders.findOrder(call.tx, call.input.id)) ?? refuse('platform.not-found')
    return { homes: [...(await shownHomes(call, order))] }
  }),
  handle(contract.putForward, async (call) => {
    const { input, tx, actor, today, about } = call
    const found = (await homes.findScope(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ personId: found.scope.person_id, caseId: input.caseId, countyCode: found.scope.county_code })
    if (found.isJoined) refuse('enrolment.file-joined')
    if (!isAtWork(found.position)) refuse('market.not-at-work')
    const order = await openOrder(call)
    const turn = Math.min(2, await homes.countPassedOver(tx, input.caseId))
    await homes.insertHome(tx, found.scope, { ...input, id: input.homeId, orderId: order.id, turn, today, accountId: actor.accountId })
    const rows = await shownHomes(call, order)
    return rows.find(({ id }) => id === input.homeId) ?? refuse('platform.not-found')
  }),
  handle(contract.proposeSplit, async (call) => {
    const order = await openOrder(call)
    const rows = await homes.listHomes(call.tx, order.id)
    const { left, smallestLot } = order
    if (left === 0) return { shares: [], placed: 0, unplaced: 0, hubs: [] }
    const split = splitOrder(waiting(rows, order, call.today), { quantity: left, minimum: Math.min(smallestLot, left) })
    return { shares: [...split.shares], placed: split.placed, unplaced: split.unplaced, hubs: [...split.hubIds] }
  }),
  handle(contract.offerLots, async (call) => {
    const { input, tx, actor, today, note } = call
    const order = await openOrder(call)
    if (order.version !== input.version) refuse('platform.version-stale')
    const rows = await homes.listHomes(tx, order.id)
    const open = new Map(waiting(rows, order, today).map((home) => [home.id, home]))
    if (input.shares.some(({ homeId }) => !open.has(homeId))) refuse('market.home-has-lot')
    const wished = input.shares.map((share) => ({ ...share, capacity: open.get(share.homeId)?.capacity ?? 0 }))
    refuseIf(reasonsNotToOffer(wished, { left: order.left, minimum: order.smallestLot }))
    const pieces = wished.reduce((sum, { quantity }) => sum + quantity, 0)
    if (!(await orders.movePlaced(tx, { planId: actor.planId, id: order.id, pieces }))) refuse('market.above-order')
    const { value } = await parameterOn(tx, 'lot-answer', { day: today, countyCode: order.countyCode })
    const scopes = await homes.scopesOf(tx, { planId: actor.planId, homeIds: input.shares.map(({ homeId }) => homeId) })
    const made = newLots(call, rows, addDays(today, value)).map(
      (lot) => [scopes.get(lot.homeId) ?? refuse('platform.not-found'), lot] as const,
    )
    await insertLots(tx, order, made)
    note({ lots: made.length, pieces })
    return shownOrder(call, order.id)
  }),
]
