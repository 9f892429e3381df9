import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { deliverableStates } from '../contract/states.ts'
import {
  deliverableMoves,
  isDeliverableOverdue,
  isMilestoneReached,
  reasonsNotToMoveDeliverable,
  reasonsNotToSubmit,
} from './deliverables.ts'
import { reasonsNotToOpenScope } from './scope.ts'

const TODAY = '2026-11-23'
const asked = {
  letterDate: '2026-10-01',
  startsOn: '2026-10-01',
  endsOn: '2026-12-31',
  items: [
    {
      quantity: 3,
      milestones: [
        { quantity: 2, dueOn: '2026-11-30' },
        { quantity: 1, dueOn: '2026-12-31' },
      ],
    },
  ],
}
describe('a scope of work', () => {
  test.each([
    ['stands', {}, []],
    ['has no letter of tomorrow', { letterDate: '2026-11-24' }, ['oversight.letter-ahead']],
    ['does not end before it begins', { startsOn: '2027-01-01', items: [] }, ['oversight.scope-period']],
    ['holds its milestones', { endsOn: '2026-12-30' }, ['oversight.milestone-outside-scope']],
    [
      'is made up by its milestones exactly',
      { items: [{ quantity: 4, milestones: asked.items[0]?.milestones ?? [] }] },
      ['oversight.milestones-do-not-add-up'],
    ],
  ])('%s', (_, more, reasons) => {
    expect(reasonsNotToOpenScope({ ...asked, ...more }, TODAY)).toEqual(reasons)
  })
})
describe('a deliverable', () => {
  test('moves by its one table and no other way; what is paid for stays', () => {
    const allowed = deliverableStates.flatMap((from) =>
      deliverableStates.filter((to) => reasonsNotToMoveDeliverable(from, to).length === 0).map((to) => `${from} → ${to}`),
    )
    expect(allowed).toEqual([
      'due → submitted',
      'submitted → accepted',
      'submitted → returned',
      'accepted → paid-for',
      'returned → submitted',
    ])
    expect(deliverableMoves['paid-for']).toEqual([])
  })
  test.each([
    ['due', 0, ['oversight.nothing-handed-in']],
    ['due', 1, []],
    ['returned', 0, ['oversight.nothing-handed-in']],
    ['accepted', 1, ['oversight.no-such-deliverable-move']],
  ] as const)('at «%s» with %s fresh papers', (state, papers, reasons) => {
    expect(reasonsNotToSubmit(state, papers)).toEqual(reasons)
  })
  test('is overdue exactly when its day is past and the executor has the next step, whatever the days', () => {
    const random = seededRandom('oversight')
    const day = (): string => `2026-${random.pick(['10', '11', '12'])}-${random.pick(['01', '15', '22', '23', '24', '28'])}`
    for (let round = 0; round < 500; round++) {
      const [state, dueOn, today] = [random.pick(deliverableStates), day(), day()]
      const isWithExecutor = state === 'due' || state === 'returned'
      expect(isDeliverableOverdue({ state, dueOn }, today)).toBe(isWithExecutor && new Date(dueOn) < new Date(today))
    }
  })
})
test.each([
  [[], false],
  [['accepted'], true],
  [['accepted', 'paid-for'], true],
  [['accepted', 'submitted'], false],
  [['paid-for', 'accepted', 'returned'], false],
] as const)('a milestone with %j is reached: %s', (states, isReached) => {
  expect(isMilestoneReached(states.map((state) => ({ state })))).toBe(isReached)
})
