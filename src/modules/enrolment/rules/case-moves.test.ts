import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseMoves, ended, isBeforePlace, type Position, positions, reasonsNotToMove, wellOf } from './case-moves.ts'

const next = (position: Position): readonly Position[] => caseMoves[position]

test('every position can be reached from a nomination', () => {
  const seen = new Set<Position>(['nominated'])
  for (const position of seen) for (const to of next(position)) seen.add(to)
  expect([...seen].sort()).toEqual([...positions].sort())
})
test('from every position the case can be ended', () => {
  for (const start of positions) {
    const seen = new Set<Position>([start])
    for (const position of seen) for (const to of next(position)) seen.add(to)
    expect(
      [...seen].some((position) => ended.has(position)),
      start,
    ).toBe(true)
  }
})
test('only death has no way back', () => {
  expect(positions.filter((position) => next(position).length === 0)).toEqual(['deceased'])
})
test('before a place: the road to it and what stands beside that', () => {
  expect(positions.filter(isBeforePlace)).toEqual([
    'nominated',
    'contacted',
    'consented',
    'registered',
    'incomplete',
    'eligible',
    'queued',
    'declined',
    'not-yet',
    'referred-out',
    'ineligible',
  ])
})
test('nothing is registered before consent', () => {
  for (const position of ['nominated', 'contacted'] as const)
    expect(reasonsNotToMove(position, 'registered')).toEqual(['enrolment.no-such-move'])
  expect(reasonsNotToMove('nominated', 'consented')).toEqual(['enrolment.no-such-move'])
})
test('a random walk by the table never leaves it, and stands in a well unless it took a side exit', () => {
  const mainRoad = positions.slice(0, positions.indexOf('declined'))
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      let position: Position = 'nominated'
      for (const choice of choices) {
        const moves = next(position)
        const to = moves[choice % Math.max(1, moves.length)]
        if (to === undefined) break
        expect(reasonsNotToMove(position, to)).toEqual([])
        position = to
        expect(wellOf(position) !== undefined).toBe(mainRoad.includes(position))
      }
    }),
  )
})
