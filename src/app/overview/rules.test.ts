import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positions } from '../../modules/enrolment/rules/case-moves.ts'
import { columns, figuresOf, totalsOf } from './rules.ts'

test('every file is counted in exactly one column of its county', () => {
  const counter = fc.record({
    countyCode: fc.constantFrom('1801', '1803', '1804'),
    position: fc.constantFrom(...positions),
    count: fc.nat(500),
  })
  fc.assert(
    fc.property(fc.array(counter), (counters) => {
      const figures = figuresOf(counters)
      const all = counters.reduce((sum, { count }) => sum + count, 0)
      expect(figures.reduce((sum, { total }) => sum + total, 0)).toBe(all)
      expect(columns.reduce((sum, name) => sum + totalsOf(figures)[name], 0)).toBe(all)
      for (const { by, total } of figures) expect(columns.reduce((sum, name) => sum + by[name], 0)).toBe(total)
    }),
  )
})
test('whoever was granted a place is on the road until she pauses or leaves', () => {
  const counters = (['place-granted', 'active', 'earning', 'on-hold', 'withdrawn'] as const).map((position) => ({
    countyCode: '1803',
    position,
    count: 1,
  }))
  expect(totalsOf(figuresOf(counters))).toMatchObject({ 'on-the-road': 3, aside: 2 })
})
