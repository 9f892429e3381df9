import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pledgeStates } from '../contract/pledges.ts'
import { mismatchOf, pledgeMoves, reasonsNotToMovePledge, reasonsNotToPromise, verdictOf, waitsForStep } from './pledges.ts'

describe('a pledge moves by its one table', () => {
  test('announced, in writing, vetted, signed, open, fulfilled: no step is left out', () => {
    const road = ['announced', 'in-writing', 'vetted', 'signed', 'open', 'fulfilled'] as const
    for (const [place, from] of road.entries())
      for (const to of road) expect(reasonsNotToMovePledge(from, to).length === 0).toBe(road.indexOf(to) === place + 1)
  })
  test('from every state it can be ended, and an ended one stays', () => {
    for (const state of pledgeStates) {
      const ends: readonly string[] = pledgeMoves[state]
      expect(ends.includes('withdrawn') && ends.includes('lapsed')).toBe(waitsForStep(state) || state === 'open')
    }
    expect(pledgeStates.filter((state) => pledgeMoves[state].length === 0)).toEqual(['fulfilled', 'lapsed', 'withdrawn'])
  })
})
test('a promise for the gas coast alone is told apart from one for the plan’s counties', () => {
  const pilots = ['1801', '1802', '1803', '1804']
  expect(mismatchOf(['1809', '1810'], pilots)).toBe('wholly')
  expect(mismatchOf(['1803', '1809'], pilots)).toBe('partly')
  expect(mismatchOf(['1803'], pilots)).toBe('none')
  expect(mismatchOf([], pilots)).toBe('none')
})
test('a schedule is the whole promise and lies within its days', () => {
  const promise = { quantity: 10, startsOn: '2026-01-01', dueOn: '2026-12-01', parts: [] }
  expect(reasonsNotToPromise(promise)).toEqual([])
  expect(reasonsNotToPromise({ ...promise, dueOn: '2025-12-01' })).toEqual(['partners.dates-reversed'])
  expect(reasonsNotToPromise({ ...promise, parts: [{ dueOn: '2026-06-01', quantity: 9 }] })).toEqual(['partners.parts-not-the-whole'])
  expect(reasonsNotToPromise({ ...promise, parts: [{ dueOn: '2027-06-01', quantity: 10 }] })).toEqual(['partners.part-outside'])
})
test('two opinions settle it, one against one does not', () => {
  const opinion = fc.record({ accountId: fc.uuid(), isFit: fc.boolean() })
  fc.assert(
    fc.property(fc.array(opinion, { maxLength: 5 }), (opinions) => {
      const fit = opinions.filter(({ isFit }) => isFit).length
      const expected = fit >= 2 ? 'fit' : opinions.length - fit >= 2 ? 'unfit' : 'open'
      expect(verdictOf(opinions)).toBe(expected)
    }),
  )
})
