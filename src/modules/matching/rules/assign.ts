import { Heap } from './heap.ts'

/**
 * Who could be placed where. Women stand in the order of their lots, 0 being the first drawn; the arcs of woman `w` are those from `starts[w]` up to
 * `starts[w + 1]`. A score is 0 to 1000; `tiers` count from 1, the first to be placed.
 */
export interface Problem {
  readonly tiers: Uint8Array
  readonly starts: Int32Array
  readonly opportunities: Int32Array
  readonly scores: Int32Array
  readonly places: Int32Array
}
export interface Assignment {
  /** The arc each woman is placed by, or -1. */
  readonly arcs: Int32Array
  /** What one more place of an opportunity would have brought; 0 where a place stayed free. */
  readonly prices: Float64Array
  /** What a woman has beyond the price of the place she could take; 0 where she could be left out just as well. */
  readonly worths: Float64Array
  /** Pairs looked at on the way: what the work is measured in. */
  readonly looked: number
}
export const MOST_SCORE = 1_000
const LOWEST_TIER = 9

/** What placing a woman by an arc is worth: one tier outweighs every score of the whole run, so tiers are never traded against it. */
export function worthOf({ tiers, scores }: Problem, woman: number, arc: number): number {
  return (LOWEST_TIER + 1 - (tiers[woman] ?? LOWEST_TIER)) * stepOf(tiers.length) + (scores[arc] ?? 0)
}
const stepOf = (women: number): number => (MOST_SCORE + 1) * (women + 1)

/** Problems from lists, for callers without columns of numbers. */
export function problemOf(
  women: readonly { readonly tier: number; readonly arcs: readonly { readonly opportunity: number; readonly score: number }[] }[],
  places: readonly number[],
): Problem {
  const starts = Int32Array.from([0, ...women.map(({ arcs }) => arcs.length)])
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const arcs = women.flatMap((one) => one.arcs)
  return {
    tiers: Uint8Array.from(women.map(({ tier }) => tier)),
    starts,
    opportunities: Int32Array.from(arcs.map(({ opportunity }) => opportunity)),
    scores: Int32Array.from(arcs.map(({ score }) => score)),
    places: Int32Array.from(places),
  }
}

/**
 * The exact assignment: as many of the first tier as can be, then of the second, and so on (the sets that can be placed are a matroid, so no tier
 * is bought with another); among those the highest sum of scores; among those the women of the earlier lots. Women are inserted one by one along a
 * cheapest alternating path (successive shortest paths with prices). Whoever ends a path loses her place, and nobody else on it, so a tie is settled
 * where paths end: a free place first, then the latest lot. All sums are whole numbers below 2^53, so a tie is a tie on every machine.
 */
export function assign(problem: Problem): Assignment {
  const search = new Search(problem)
  const order = Array.from(problem.tiers.keys()).toSorted(
    (one, other) => (problem.tiers[one] ?? 0) - (problem.tiers[other] ?? 0) || one - other,
  )
  for (const [at, woman] of order.entries()) {
    if (at % FLOOR_EVERY === 0) search.raiseFloor()
    search.insert(woman)
  }
  return { arcs: search.arcs, prices: search.prices, worths: search.worths, looked: search.looked }
}
const NOWHERE = -1
/** So many women are inserted between two looks at the least price: prices only rise, so an old least price still holds. */
const FLOOR_EVERY = 16
const NEAREST_HORIZON = 8
/** The arcs of each woman, the best scores first. */
function bestFirst({ starts, scores }: Problem): Int32Array {
  const order = Int32Array.from(scores.keys())
  for (let woman = 0; woman + 1 < starts.length; woman += 1)
    order.subarray(starts[woman], starts[woman + 1]).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
  return order
}
/** Where a path may end: at a free place of an opportunity, or at a woman who is left without one. */
interface End {
  readonly distance: number
  readonly opportunity: number
  readonly woman: number
}
class Search {
  readonly arcs: Int32Array
  readonly prices: Float64Array
  readonly worths: Float64Array
  looked = 0
  readonly #problem: Problem
  readonly #seats: Int32Array
  readonly #firstSeats: Int32Array
  readonly #taken: Int32Array
  readonly #seatOf: Int32Array
  readonly #distances: Float64Array
  readonly #by: Int32Array
  readonly #isSettled: Uint8Array
  readonly #reached: Int32Array
  #reachedCount = 0
  readonly #heap: Heap
  readonly #womanOf: Int32Array
  readonly #order: Int32Array
  #floor = 0
  #horizon = NEAREST_HORIZON
  #end: End = { distance: 0, opportunity: NOWHERE, woman: NOWHERE }

  constructor(problem: Problem) {
    const [women, opportunities] = [problem.tiers.length, problem.places.length]
    this.#problem = problem
    this.arcs = new Int32Array(women).fill(NOWHERE)
    this.prices = new Float64Array(opportunities)
    this.worths = new Float64Array(women)
    this.#firstSeats = new Int32Array(opportunities + 1)
    for (let at = 0; at < opportunities; at += 1) this.#firstSeats[at + 1] = (this.#firstSeats[at] ?? 0) + (problem.places[at] ?? 0)
    this.#seats = new Int32Array(this.#firstSeats[opportunities] ?? 0)
    this.#taken = new Int32Array(opportunities)
    this.#seatOf = new Int32Array(women).fill(NOWHERE)
    this.#distances = new Float64Array(opportunities).fill(Number.POSITIVE_INFINITY)
    this.#by = new Int32Array(opportunities)
    this.#isSettled = new Uint8Array(opportunities)
    this.#reached = new Int32Array(opportunities)
    this.#heap = new Heap(opportunities, this.#distances)
    this.#order = bestFirst(problem)
    this.#womanOf = new Int32Array(problem.scores.length)
    for (let woman = 0; woman < women; woman += 1) this.#womanOf.fill(woman, problem.starts[woman], problem.starts[woman + 1])
  }
  raiseFloor(): void {
    this.#floor = this.prices.reduce((least, price) => Math.min(least, price), Number.POSITIVE_INFINITY)
  }
  insert(woman: number): void {
    const whole = this.#bestOf(woman)
    this.worths[woman] = whole
    // Most paths are short: a search looks no farther than a horizon, and once more beyond it where nothing ends within.
    let horizon = this.#horizon
    while (horizon < whole && !this.#findsEnd(woman, { distance: horizon + 0.5, opportunity: NOWHERE, woman: NOWHERE })) horizon *= 4
    if (horizon >= whole) this.#findsEnd(woman, { distance: whole, opportunity: NOWHERE, woman })
    this.#horizon = Math.max(NEAREST_HORIZON, Math.ceil((this.#horizon + 2 * this.#end.distance) / 2))
    this.#reprice(woman)
    this.#turn()
    this.#forget()
  }
  /** Whether a path ends nearer than the end that is given. */
  #findsEnd(woman: number, given: End): boolean {
    this.#forget()
    this.#end = given
    this.#reach(woman, 0)
    while (this.#heap.size > 0) {
      const opportunity = this.#heap.pop()
      if ((this.#distances[opportunity] ?? 0) > this.#end.distance) break
      this.#settle(opportunity)
    }
    return this.#end !== given
  }
  #bestOf(woman: number): number {
    const { starts, opportunities } = this.#problem
    let best = 0
    for (let arc = starts[woman] ?? 0; arc < (starts[woman + 1] ?? 0); arc += 1)
      best = Math.max(best, worthOf(this.#problem, woman, arc) - (this.prices[opportunities[arc] ?? 0] ?? 0))
    return best
  }
  /** Every opportunity of a woman who stands at a distance, as far as it is not farther than the nearest end so far. */
  #reach(woman: number, from: number): void {
    const { starts, opportunities, scores, tiers } = this.#problem
    const base = from + (this.worths[woman] ?? 0) - (LOWEST_TIER + 1 - (tiers[woman] ?? 0)) * stepOf(tiers.length)
    for (let at = starts[woman] ?? 0; at < (starts[woman + 1] ?? 0); at += 1) {
      const arc = this.#order[at] ?? 0
      this.looked += 1
      // Every later arc has a lower score, and no price lies below the floor: none of them is nearer.
      if (base + this.#floor - (scores[arc] ?? 0) > this.#end.distance) return
      const opportunity = opportunities[arc] ?? 0
      const distance = base + (this.prices[opportunity] ?? 0) - (scores[arc] ?? 0)
      const known = this.#distances[opportunity] ?? 0
      if (distance >= known || distance > this.#end.distance) continue
      if (known === Number.POSITIVE_INFINITY) this.#reached[this.#reachedCount++] = opportunity
      this.#distances[opportunity] = distance
      this.#by[opportunity] = arc
      this.#heap.push(opportunity)
    }
  }
  #settle(opportunity: number): void {
    this.#isSettled[opportunity] = 1
    const distance = this.#distances[opportunity] ?? 0
    const [first, taken] = [this.#firstSeats[opportunity] ?? 0, this.#taken[opportunity] ?? 0]
    if (taken < (this.#problem.places[opportunity] ?? 0)) this.#endAt({ distance, opportunity, woman: NOWHERE })
    for (let seat = first; seat < first + taken; seat += 1) {
      const woman = this.#seats[seat] ?? 0
      this.#endAt({ distance: distance + (this.worths[woman] ?? 0), opportunity, woman })
      this.#reach(woman, distance)
    }
  }
  #endAt(end: End): void {
    const before = this.#end
    if (end.distance > before.distance) return
    const isNearer = end.distance < before.distance
    if (isNearer || (before.woman !== NOWHERE && (end.woman === NOWHERE || end.woman > before.woman))) this.#end = end
  }
  /** Prices after the search, so that every arc in use stays without loss and none offers a gain. */
  #reprice(woman: number): void {
    const whole = this.#end.distance
    this.worths[woman] = (this.worths[woman] ?? 0) - whole
    for (let at = 0; at < this.#reachedCount; at += 1) {
      const opportunity = this.#reached[at] ?? 0
      const rise = whole - (this.#distances[opportunity] ?? 0)
      if (this.#isSettled[opportunity] === 0 || rise <= 0) continue
      this.prices[opportunity] = (this.prices[opportunity] ?? 0) + rise
      const first = this.#firstSeats[opportunity] ?? 0
      for (let seat = first; seat < first + (this.#taken[opportunity] ?? 0); seat += 1) {
        const sitting = this.#seats[seat] ?? 0
        this.worths[sitting] = (this.worths[sitting] ?? 0) - rise
      }
    }
  }
  /** Moves everybody on the path one place on, from its end back to the woman who was inserted. */
  #turn(): void {
    let { opportunity, woman: leaving } = this.#end
    if (opportunity === NOWHERE) return
    let seat = leaving === NOWHERE ? this.#newSeat(opportunity) : (this.#seatOf[leaving] ?? 0)
    if (leaving !== NOWHERE) this.#stand(leaving)
    for (;;) {
      const arc = this.#by[opportunity] ?? 0
      const coming = this.#womanOf[arc] ?? 0
      const [left, from] = [this.#seatOf[coming] ?? NOWHERE, this.arcs[coming] ?? NOWHERE]
      this.#seats[seat] = coming
      this.#seatOf[coming] = seat
      this.arcs[coming] = arc
      if (left === NOWHERE) return
      seat = left
      opportunity = this.#problem.opportunities[from] ?? 0
      leaving = coming
    }
  }
  #newSeat(opportunity: number): number {
    const taken = this.#taken[opportunity] ?? 0
    this.#taken[opportunity] = taken + 1
    return (this.#firstSeats[opportunity] ?? 0) + taken
  }
  #stand(woman: number): void {
    this.arcs[woman] = NOWHERE
    this.#seatOf[woman] = NOWHERE
  }
  #forget(): void {
    for (let at = 0; at < this.#reachedCount; at += 1) {
      const opportunity = this.#reached[at] ?? 0
      this.#distances[opportunity] = Number.POSITIVE_INFINITY
      this.#isSettled[opportunity] = 0
    }
    this.#reachedCount = 0
    this.#heap.clear()
  }
}
