import type { Call } from '../../../platform/http.ts'
import { daysBetween } from '../../../platform/time.ts'
import { findHub, findWorkshops, noteAchieved, type Workshop } from '../../businesses/port.ts'
import { achievedIn, type Basis, blockedDaysWithin, capacityWithin, type Weekly, weeklyOf } from '../rules/capacity.ts'
import { findGoods, type StoredHome } from '../store/homes.ts'
import type { StoredOrder } from '../store/orders.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>
/** Her goods, as her business keeps them now: offered, and of a business that works. */
export interface Goods {
  readonly workshop: Workshop
  readonly weekly: Weekly
}
/** The goods of these women by product. */
export async function goodsOf({ tx, actor, today }: Reader, personIds: readonly string[]): Promise<ReadonlyMap<string, Goods>> {
  const workshops = await findWorkshops(tx, { planId: actor.planId, personIds: [...new Set(personIds)], today })
  return new Map(
    workshops.flatMap((workshop) =>
      workshop.products.map(({ productId, weekly }) => [productId, { workshop, weekly: weeklyOf(weekly) }] as const),
    ),
  )
}
export interface Making {
  readonly weekly: number
  readonly basis: Basis | null
  readonly capacity: number
}
/** What a home makes in a week and until its order is due: what her goods say, never above what her guide took it down to. */
export function makingOf(
  { productId, loweredTo }: Pick<StoredHome, 'productId' | 'loweredTo'>,
  goods: ReadonlyMap<string, Goods>,
  { deliverBy, today }: Pick<StoredOrder, 'deliverBy'> & { readonly today: string },
): Making {
  const known = productId === null ? undefined : goods.get(productId)
  if (known === undefined) return { weekly: 0, basis: null, capacity: 0 }
  const weekly = Math.min(known.weekly.pieces, loweredTo ?? known.weekly.pieces)
  const days = Math.max(0, daysBetween(today, deliverBy))
  const mondays = known.workshop.blockedWeeks.map((monday) => daysBetween(today, monday))
  return { weekly, basis: known.weekly.basis, capacity: capacityWithin({ weekly, days, blockedDays: blockedDaysWithin(mondays, days) }) }
}
/** Where her pieces are collected: as her guide wrote, or the hub her business belongs to. */
export async function hubOf({ tx, actor }: Reader, written: string | null, { hubId }: Workshop): Promise<string | null> {
  if (written !== null || hubId === null) return written
  return (await findHub(tx, { planId: actor.planId, hubId }))?.name ?? null
}
/** What a buyer took of a lot says how much of these goods she makes in a week; nobody types it. */
export async function noteDelivered(
  { tx, actor, today }: Reader,
  lot: { readonly planId: string; readonly id: string },
  pieces: number,
): Promise<void> {
  const goods = await findGoods(tx, lot)
  if (goods === undefined) return
  const weekly = achievedIn(pieces, daysBetween(goods.since, today))
  await noteAchieved(tx, { planId: actor.planId, productId: goods.productId, weekly, on: today })
}
