import { expect, test } from 'vitest'
import type { Her } from './fit.ts'
import { inputText, linesOf, type Offered, solve, type ToWeigh, talliesOf } from './run.ts'

const her: Her = {
  isAtWork: true,
  hasConsented: true,
  goesOn: true,
  isWorkOriented: true,
  hasOne: false,
  wishes: ['HB001'],
  craft: { fieldCode: 'HB001', level: 4, output: 4 },
  workshops: [],
  setAside: new Set(),
  pinnedTo: null,
}
const offered = (id: string, free: number): Offered => ({
  id,
  free,
  fieldCode: 'HB001',
  leastCraft: null,
  leastWeekly: null,
  unit: null,
  needsPermit: false,
  firstWeek: '2026-12-07',
})
const woman = (n: number, more: Partial<Her> = {}, tier = 4): ToWeigh => ({
  caseId: `case${n}`,
  fileNumber: `file${String(n).padStart(3, '0')}`,
  tier,
  her: { ...her, ...more },
})
const SEED = '1803/2026-11-23'
const placed = (lines: ReturnType<typeof linesOf>, places: readonly Offered[]) =>
  solve(lines, places).results.flatMap(({ caseId, opportunityId }) => (opportunityId === null ? [] : [`${caseId} ${opportunityId}`]))

test('each woman is proposed, stands behind others, or has nothing that fits, and why', () => {
  const lines = linesOf([woman(1, {}, 1), woman(2), woman(3, { goesOn: false })], [offered('a', 1)], SEED)
  const outcomes = solve(lines, [offered('a', 1)]).results.map(({ caseId, outcome }) => `${caseId} ${outcome}`)
  expect(outcomes.toSorted()).toEqual(['case1 proposed', 'case2 others-first', 'case3 nothing-fits'])
  expect(lines.find(({ caseId }) => caseId === 'case3')?.pairs[0]).toEqual({
    opportunityId: 'a',
    obstacles: ['exit-table-unseen'],
    parts: null,
  })
})
test('the same lines give the same result, in whatever order women were read; another day draws other lots', () => {
  const women = Array.from({ length: 30 }, (_, n) => woman(n))
  const places = [offered('a', 3), offered('b', 4)]
  const lines = linesOf(women, places, SEED)
  expect(inputText(linesOf(women.toReversed(), places, SEED), places, SEED)).toBe(inputText(lines, places, SEED))
  expect(placed(linesOf(women.toReversed(), places, SEED), places)).toEqual(placed(lines, places))
  expect(placed(lines, places)).toHaveLength(7)
  expect(placed(linesOf(women, places, '1803/2026-11-24'), places)).not.toEqual(placed(lines, places))
})
test('a pin leaves the others out and lifts nobody', () => {
  const places = [offered('a', 1), offered('b', 1)]
  expect(placed(linesOf([woman(1, { pinnedTo: 'b' })], places, SEED), places)).toEqual(['case1 b'])
  const both = linesOf([woman(1, { pinnedTo: 'b' }, 4), woman(2, {}, 1), woman(3, {}, 1)], places, SEED)
  expect(
    placed(both, places)
      .map((one) => one.slice(0, 5))
      .toSorted(),
  ).toEqual(['case2', 'case3'])
})
test('obstacles are counted for those who see no lines, and fewer than ten are not told', () => {
  const women = [
    ...Array.from({ length: 12 }, (_, n) => woman(n, { wishes: [] })),
    ...Array.from({ length: 9 }, (_, n) => woman(20 + n, { hasOne: true })),
  ]
  const lines = linesOf(women, [offered('a', 1)], SEED)
  expect(talliesOf(lines, 'a')).toEqual([
    { obstacle: 'field-not-wished', women: 12 },
    { obstacle: 'has-one', women: null },
  ])
})
