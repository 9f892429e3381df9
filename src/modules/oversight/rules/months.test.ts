import { expect, test } from 'vitest'
import { lessonStates, sheetStates } from '../contract/states.ts'
import { type EvidenceKind, evidenceKinds, findingsOf, phaseStateOf } from './conformity.ts'
import { reasonsNotToSettle } from './lessons.ts'
import { reasonsNotToHandIn, reasonsNotToMoveSheet, reasonsNotToPlan } from './monthly-sheets.ts'

test('a sheet and a lesson move by their one table each', () => {
  const sheets = sheetStates.flatMap((from) =>
    sheetStates.filter((to) => reasonsNotToMoveSheet(from, to).length === 0).map((to) => `${from} → ${to}`),
  )
  expect(sheets).toEqual(['submitted → accepted', 'submitted → returned', 'returned → submitted'])
  const lessons = lessonStates.flatMap((from) =>
    lessonStates.filter((to) => reasonsNotToSettle(from, to).length === 0).map((to) => `${from} → ${to}`),
  )
  expect(lessons).toEqual(['noted → adopted', 'noted → not-adopted'])
})
test.each([
  ['2026-11-21', '2026-11-22', true, false],
  ['2026-11-22', '2026-11-22', false, true],
  ['2026-11-23', '2026-11-22', false, true],
])('a month that ends on %s, on %s: handed in %s, planned %s', (lastDay, today, mayHandIn, mayPlan) => {
  expect([reasonsNotToHandIn(lastDay, today).length === 0, reasonsNotToPlan(lastDay, today).length === 0]).toEqual([mayHandIn, mayPlan])
})
const counts = (there: readonly EvidenceKind[]) => ({
  studies: 0,
  offers: 0,
  registrations: 0,
  sessions: 0,
  'work-plans': 0,
  orders: 0,
  'paid-lots': 0,
  ...Object.fromEntries(there.map((kind) => [kind, 1])),
})
test.each([
  [[], 'without-evidence', ['nothing-yet']],
  [['registrations'], 'begun', ['registered-before-study']],
  [['offers', 'registrations'], 'begun', ['registered-before-study']],
  [['studies', 'offers', 'registrations', 'sessions', 'work-plans'], 'lived', []],
  [['offers', 'orders'], 'without-evidence', ['market-before-talks']],
] as const)('with %j the second phase is %s', (there, state, findings) => {
  expect(phaseStateOf('registration-and-empowerment', counts(there))).toBe(state)
  expect(findingsOf(counts(there))).toEqual(findings)
})
test('evidence that is added never makes a phase less lived', () => {
  const order = ['without-evidence', 'begun', 'lived']
  for (const kind of evidenceKinds)
    for (const phase of ['advantage-study', 'registration-and-empowerment', 'market-linkage'] as const) {
      const without = evidenceKinds.filter((one) => one !== kind && one !== 'sessions')
      const [before, after] = [phaseStateOf(phase, counts(without)), phaseStateOf(phase, counts([...without, kind]))]
      expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
    }
})
