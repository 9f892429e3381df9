/** One home that may take part: what it can make within the days left, and how many earlier orders went past it (0, 1, or 2 and more). */
export interface Home {
  readonly id: string
  /** Where its pieces are collected; null when they are fetched at the door of the market itself. */
  readonly hubId: string | null
  readonly capacity: number
  readonly turn: 0 | 1 | 2
}
export interface Demand {
  readonly quantity: number
  /** Fewer pieces than this are not worth the journey; a home gets so many or none. */
  readonly minimum: number
}
export interface Share {
  readonly homeId: string
  readonly quantity: number
}
export interface Split {
  readonly shares: readonly Share[]
  readonly placed: number
  readonly unplaced: number
  readonly hubIds: readonly string[]
}
/**
 * What a piece is worth by how many the home has already: the first lot of a woman is worth twice the second of her neighbour, and so on. Widths are
 * in smallest lots. Worth falls, so that work is spread before anybody gets more (livelihood.md §2.3: target share, largest share per producer).
 */
export const STEPS = [
  { lots: 1, worth: 8 },
  { lots: 1, worth: 4 },
  { lots: 2, worth: 2 },
  { lots: Number.POSITIVE_INFINITY, worth: 1 },
] as const
/** Opening a collection point costs as much as this many smallest lots are worth as plain pieces. */
export const HUB_LOTS = 3

/** Spreads pieces evenly over rooms; who has little room is full first, and odd pieces go to the first in the row. */
function spread(rooms: readonly number[], pieces: number): readonly number[] {
  const given = rooms.map(() => 0)
  let open = rooms.flatMap((room, place) => (room > 0 ? [place] : []))
  let left = pieces
  while (left > 0 && open.length > 0) {
    const each = Math.max(1, Math.floor(left / open.length))
    for (const place of open) {
      const more = Math.min(each, left, (rooms[place] ?? 0) - (given[place] ?? 0))
      given[place] = (given[place] ?? 0) + more
      left -= more
    }
    open = open.filter((place) => (given[place] ?? 0) < (rooms[place] ?? 0))
  }
  return given
}
/** The best spread over these homes when all their collection points are open. `homes` stand in the order of their turn. */
function fill(homes: readonly Home[], { quantity, minimum }: Demand): readonly Share[] {
  const count = Math.min(homes.length, Math.floor(quantity / minimum))
  const chosen = homes.slice(0, count)
  const rest = quantity - count * minimum
  const room = chosen.reduce((sum, { capacity }) => sum + capacity - minimum, 0)
  if (room < rest) exchange(chosen, homes.slice(count), rest - room, minimum)
  let left = rest
  const quantities = chosen.map(() => minimum)
  for (const { lots } of STEPS.slice(1)) {
    const rooms = chosen.map(({ capacity }, place) => Math.max(0, Math.min(lots * minimum, capacity - (quantities[place] ?? 0))))
    for (const [place, more] of spread(rooms, left).entries()) {
      quantities[place] = (quantities[place] ?? 0) + more
      left -= more
    }
  }
  return chosen.map(({ id }, place) => ({ homeId: id, quantity: quantities[place] ?? 0 }))
}
/** When those whose turn it is could not hold the odd pieces, the last of them gives way to the first who can. */
function exchange(chosen: Home[], others: readonly Home[], missing: number, minimum: number): void {
  const last = chosen.at(-1)
  const better = others.find(({ capacity }) => capacity - minimum >= missing + (last === undefined ? 0 : last.capacity - minimum))
  if (last !== undefined && better !== undefined) chosen.splice(-1, 1, better)
}
function worthOf(quantity: number, minimum: number, turn: number): number {
  let [left, worth] = [quantity, turn * Math.min(quantity, minimum)]
  for (const step of STEPS) {
    const here = Math.min(left, step.lots * minimum)
    worth += here * step.worth
    left -= here
  }
  return worth
}
/** What a split is worth by the one model of this room: pieces by their steps, the turn of who waited, less the collection points it opens. */
export function objectiveOf(shares: readonly Share[], homes: readonly Home[], { minimum }: Demand): number {
  const known = new Map(homes.map((home) => [home.id, home]))
  const hubs = new Set<string>()
  let worth = 0
  for (const { homeId, quantity } of shares) {
    const home = known.get(homeId)
    if (home === undefined) continue
    if (home.hubId !== null) hubs.add(home.hubId)
    worth += worthOf(quantity, minimum, home.turn)
  }
  return worth - hubs.size * HUB_LOTS * minimum
}
interface Found {
  readonly shares: readonly Share[]
  readonly worth: number
}
function tried(homes: readonly Home[], closed: ReadonlySet<string>, demand: Demand): Found {
  const open = homes.filter(({ hubId }) => hubId === null || !closed.has(hubId))
  const shares = fill(open, demand)
  return { shares, worth: objectiveOf(shares, open, demand) }
}
function without(closed: ReadonlySet<string>, hub: string): ReadonlySet<string> {
  return new Set([...closed].filter((one) => one !== hub))
}
/** Every way of closing one point, opening one, or closing one for another. */
function* neighbours(hubs: readonly string[], closed: ReadonlySet<string>): Generator<ReadonlySet<string>> {
  for (const hub of hubs) yield closed.has(hub) ? without(closed, hub) : new Set([...closed, hub])
  for (const shut of closed) for (const hub of hubs) if (!closed.has(hub)) yield new Set([...without(closed, shut), hub])
}
/** From one set of closed points to the next better one, until none of its neighbours is better. */
function improved(
  homes: readonly Home[],
  hubs: readonly string[],
  { closed, demand }: { readonly closed: ReadonlySet<string>; readonly demand: Demand },
): Found {
  const here = tried(homes, closed, demand)
  for (const next of neighbours(hubs, closed))
    if (tried(homes, next, demand).worth > here.worth) return improved(homes, hubs, { closed: next, demand })
  return here
}
/**
 * Splits an order over homes and collection points: never above the order, nobody above what she can make, nobody below the smallest lot, turn by
 * turn. For a set of open points the spread is exact, because worth only falls; which points open is found by closing, opening and exchanging single
 * ones until nothing improves, once from all open and once from all closed. The same homes give the same split in whatever order they are listed
 * (`bench split` holds it against `highs`).
 */
export function splitOrder(homes: readonly Home[], demand: Demand): Split {
  const fit = homes
    .filter(({ capacity }) => capacity >= demand.minimum)
    .toSorted((one, other) => other.turn - one.turn || (one.id < other.id ? -1 : 1))
  const hubs = [...new Set(fit.flatMap(({ hubId }) => (hubId === null ? [] : [hubId])))].toSorted()
  const [opened, shut] = [improved(fit, hubs, { closed: new Set(), demand }), improved(fit, hubs, { closed: new Set(hubs), demand })]
  const best = shut.worth > opened.worth ? shut : opened
  const shares = best.shares.filter(({ quantity }) => quantity > 0)
  const placed = shares.reduce((sum, { quantity }) => sum + quantity, 0)
  const taking = new Set(shares.map(({ homeId }) => homeId))
  const hubIds = hubs.filter((hub) => fit.some(({ id, hubId }) => hubId === hub && taking.has(id)))
  return { shares, placed, unplaced: demand.quantity - placed, hubIds }
}
interface Wished extends Share {
  readonly capacity: number
}
export type ShareRefusal = 'market.above-order' | 'market.above-capacity' | 'market.below-smallest-lot' | 'market.home-twice'
/** Why shares an operator wrote may not be offered: the same bounds as the proposal. */
export function reasonsNotToOffer(
  shares: readonly Wished[],
  { left, minimum }: { readonly left: number; readonly minimum: number },
): readonly ShareRefusal[] {
  const reasons: ShareRefusal[] = []
  if (shares.reduce((sum, { quantity }) => sum + quantity, 0) > left) reasons.push('market.above-order')
  if (shares.some(({ quantity, capacity }) => quantity > capacity)) reasons.push('market.above-capacity')
  if (shares.some(({ quantity }) => quantity < Math.min(minimum, left))) reasons.push('market.below-smallest-lot')
  if (new Set(shares.map(({ homeId }) => homeId)).size < shares.length) reasons.push('market.home-twice')
  return reasons
}
