import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LotState, lotStates, type OrderState, orderStates } from '../contract/states.ts'
import { lotEnds, lotMoves, orderMoves, reasonsNotToMoveLot, reasonsNotToMoveOrder, released } from './moves.ts'

/** Whether some way leads from here to a state at which nothing waits. */
function canEnd<S extends string>(from: S, moves: Readonly<Record<S, readonly S[]>>, ends: readonly S[]): boolean {
  const seen = new Set<S>()
  const open = [from]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (ends.includes(here)) return true
    if (seen.has(here)) continue
    seen.add(here)
    open.push(...moves[here])
  }
  return false
}
describe('a lot moves by its one table', () => {
  test('the road of the state table: offered to confirmed by her, no step left out', () => {
    const road = [
      'offered',
      'terms-read',
      'accepted',
      'ordered',
      'material-delivered',
      'produced',
      'checked',
      'delivered',
      'due',
      'paid-to-her',
      'confirmed-by-her',
    ] as const
    const steps = road.slice(1).map((to, place) => [road[place] ?? to, to] as const)
    expect(steps.flatMap(([from, to]) => reasonsNotToMoveLot(from, to))).toEqual([])
    for (const from of ['offered', 'terms-read', 'accepted'] as const)
      expect(reasonsNotToMoveLot(from, 'produced')).toEqual(['market.no-such-lot-move'])
    expect(reasonsNotToMoveLot('offered', 'accepted')).toEqual(['market.no-such-lot-move'])
    expect(reasonsNotToMoveLot('checked', 'due')).toEqual(['market.no-such-lot-move'])
  })
  test('walked at random it stays among its states, is reached from «offered», and can always be ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
        let here: LotState = 'offered'
        for (const choice of choices) {
          const next: readonly LotState[] = lotMoves[here]
          const to = next[choice % Math.max(1, next.length)]
          if (to === undefined) break
          expect(lotStates).toContain(to)
          here = to
          expect(canEnd<LotState>(here, lotMoves, lotEnds)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
    for (const state of lotStates) expect(canEnd<LotState>('offered', lotMoves, [state])).toBe(true)
  })
  test('she may say no until her pieces were taken', () => {
    const hers = lotStates.filter((state) => reasonsNotToMoveLot(state, 'declined').length === 0)
    expect(hers).toEqual([
      'offered',
      'terms-read',
      'accepted',
      'sample',
      'ordered',
      'material-delivered',
      'material-short',
      'produced',
      'checked',
    ])
    expect(released).toEqual(['declined', 'cancelled-by-buyer'])
  })
})
test('an order moves by its one table and can always be ended', () => {
  for (const state of orderStates) expect(canEnd<OrderState>(state, orderMoves, ['closed', 'refused', 'cancelled'])).toBe(true)
  expect(reasonsNotToMoveOrder('called', 'closed')).toEqual(['market.no-such-order-move'])
  expect(reasonsNotToMoveOrder('called', 'ordered')).toEqual([])
  expect(reasonsNotToMoveOrder('refused', 'ordered')).toEqual(['market.no-such-order-move'])
})
