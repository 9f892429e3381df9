import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Demand, type Home, objectiveOf, reasonsNotToOffer, splitOrder } from './split.ts'

const home = fc.record({
  hubId: fc.constantFrom(null, 'a', 'b', 'c'),
  capacity: fc.integer({ min: 0, max: 60 }),
  turn: fc.constantFrom(0, 1, 2),
})
const homes = fc
  .array(home, { minLength: 1, maxLength: 9 })
  .map((made): readonly Home[] => made.map((one, place) => ({ ...one, id: `h${place}` })))
const demand: fc.Arbitrary<Demand> = fc.record({ quantity: fc.integer({ min: 1, max: 250 }), minimum: fc.integer({ min: 1, max: 12 }) })

describe('an order is split', () => {
  test('I1 and I7: never above the order, nobody above what she can make, nobody below the smallest lot; shares add up', () => {
    fc.assert(
      fc.property(homes, demand, (given, wanted) => {
        const { shares, placed, unplaced } = splitOrder(given, wanted)
        expect(shares.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(placed)
        expect(placed + unplaced).toBe(wanted.quantity)
        expect(unplaced).toBeGreaterThanOrEqual(0)
        for (const { homeId, quantity } of shares) {
          expect(quantity).toBeLessThanOrEqual(given.find(({ id }) => id === homeId)?.capacity ?? 0)
          expect(quantity).toBeGreaterThanOrEqual(wanted.minimum)
        }
        expect(new Set(shares.map(({ homeId }) => homeId)).size).toBe(shares.length)
        const wished = shares.map((share) => ({ ...share, capacity: given.find(({ id }) => id === share.homeId)?.capacity ?? 0 }))
        expect(reasonsNotToOffer(wished, { left: wanted.quantity, minimum: wanted.minimum })).toEqual([])
      }),
    )
  })
  test('alike in whatever order the homes are listed', () => {
    fc.assert(
      fc.property(homes, demand, (given, wanted) => {
        expect(splitOrder(given.toReversed(), wanted)).toEqual(splitOrder(given, wanted))
      }),
    )
  })
  test('among homes of one turn and without collection points no one gets a second lot while another who could take one has none', () => {
    fc.assert(
      fc.property(homes, demand, (given, wanted) => {
        const alike = given.map((one) => ({ ...one, hubId: null, turn: 0 as const }))
        const { shares } = splitOrder(alike, wanted)
        const idle = alike.some(({ id, capacity }) => capacity >= wanted.minimum && shares.every(({ homeId }) => homeId !== id))
        const most = Math.max(0, ...shares.map(({ quantity }) => quantity))
        expect(idle && most >= 2 * wanted.minimum).toBe(false)
      }),
    )
  })
  test('whole when the homes can make it: everything is placed down to less than one lot', () => {
    fc.assert(
      fc.property(homes, demand, (given, wanted) => {
        const able = given.filter(({ capacity }) => capacity >= wanted.minimum).reduce((sum, { capacity }) => sum + capacity, 0)
        expect(splitOrder(given, wanted).unplaced).toBeLessThan(Math.max(1, wanted.quantity - able) + wanted.minimum)
      }),
    )
  })
  test('small enough to try every split, it comes within a twentieth of the best of all', () => {
    const few = fc.array(
      fc.record({ hubId: fc.constantFrom(null, 'a', 'b'), capacity: fc.integer({ min: 0, max: 6 }), turn: fc.constantFrom(0, 1, 2) }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 14 }), (made, quantity) => {
        const given = made.map((one, place): Home => ({ ...one, id: `h${place}` }))
        const wanted = { quantity, minimum: 2 }
        expect(objectiveOf(splitOrder(given, wanted).shares, given, wanted)).toBeGreaterThanOrEqual(0.95 * bestOf(given, wanted))
      }),
    )
  })
  test('who was passed over comes first', () => {
    const turns = [0, 1, 2] as const
    const given = turns.map((turn): Home => ({ id: `t${turn}`, hubId: null, capacity: 5, turn }))
    expect(splitOrder(given, { quantity: 6, minimum: 5 }).shares.map(({ homeId }) => homeId)).toEqual(['t2'])
  })
  test('a small order opens one collection point and not three', () => {
    const given = ['a', 'b', 'c'].flatMap((hubId) =>
      [0, 1, 2].map((place): Home => ({ id: `${hubId}${place}`, hubId, capacity: 20, turn: 0 })),
    )
    expect(splitOrder(given, { quantity: 15, minimum: 5 }).hubIds).toHaveLength(1)
    expect(splitOrder(given, { quantity: 180, minimum: 5 }).hubIds).toHaveLength(3)
  })
})
/** The best of all splits, by trying each. */
function bestOf(homes: readonly Home[], demand: Demand): number {
  const [first, ...others] = homes
  if (first === undefined) return 0
  const search = (at: number, left: number, taken: readonly { readonly homeId: string; readonly quantity: number }[]): number => {
    const one = homes[at]
    if (one === undefined) return objectiveOf(taken, homes, demand)
    let best = search(at + 1, left, taken)
    for (let quantity = demand.minimum; quantity <= Math.min(left, one.capacity); quantity++)
      best = Math.max(best, search(at + 1, left - quantity, [...taken, { homeId: one.id, quantity }]))
    return best
  }
  return Math.max(search(0, demand.quantity, []), others.length === 0 ? 0 : Number.NEGATIVE_INFINITY)
}
test('shares an operator wrote are held to the same bounds', () => {
  const wished = (quantity: number, homeId = 'h', capacity = 20) => ({ homeId, quantity, capacity })
  expect(reasonsNotToOffer([wished(21)], { left: 20, minimum: 5 })).toEqual(['market.above-order', 'market.above-capacity'])
  expect(reasonsNotToOffer([wished(4)], { left: 20, minimum: 5 })).toEqual(['market.below-smallest-lot'])
  expect(reasonsNotToOffer([wished(3)], { left: 3, minimum: 5 })).toEqual([])
  expect(reasonsNotToOffer([wished(5), wished(5)], { left: 20, minimum: 5 })).toEqual(['market.home-twice'])
})
