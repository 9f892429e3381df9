import { expect, test } from 'vitest'
import { shownPosition } from '../../modules/enrolment/rules/side-roads.ts'
import { nextStep, wellStates } from './rules.ts'

test('a nomination stands in the first well', () => {
  expect(wellStates([{ to: 'nominated', at: '1' }]).map(({ state }) => state)).toEqual([
    'current',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
  ])
})
test('registration opens the second well, and the first keeps its date', () => {
  const states = wellStates([
    { to: 'nominated', at: '1' },
    { to: 'contacted', at: '2' },
    { to: 'registered', at: '3' },
  ])
  expect(states.slice(0, 3)).toEqual([
    { well: 'acquaintance', state: 'done', since: '1' },
    { well: 'admission', state: 'current', since: '3' },
    { well: 'work-talk', state: 'ahead', since: null },
  ])
})
test('a side exit keeps the well she had reached', () => {
  expect(
    wellStates([
      { to: 'nominated', at: '1' },
      { to: 'registered', at: '2' },
      { to: 'withdrawn', at: '3' },
    ])[1],
  ).toMatchObject({ state: 'current' })
})
test.each([
  ['nominated', null, { step: 'call', owedBy: 'guide', dueOn: '2026-11-20' }],
  ['consented', '2026-12-01', { step: 'register', owedBy: 'guide', dueOn: '2026-12-01' }],
  ['registered', null, { step: 'decide', owedBy: 'office', dueOn: null }],
  ['place-granted', '2026-12-01', { step: 'answer-place', owedBy: 'herself', dueOn: '2026-12-01' }],
  ['place-granted', null, { step: 'work-talk', owedBy: 'office', dueOn: null }],
  ['on-hold', '2027-01-01', { step: 'review-pause', owedBy: 'guide', dueOn: '2027-01-01' }],
  ['transferred', null, { step: 'take-over', owedBy: 'other-county', dueOn: null }],
] as const)('at %s with the day %s the next step, who owes it and by when is %o', (position, deadlineOn, expected) => {
  expect(nextStep({ position, deadlineOn, sinceDay: '2026-11-20' })).toEqual(expected)
})
test('the day on which a declined file is erased is no day by which somebody owes a step', () => {
  expect(nextStep({ position: 'declined', deadlineOn: '2027-02-20', sinceDay: '2026-11-20' })).toMatchObject({
    owedBy: 'nobody',
    dueOn: null,
  })
})
test('who may not tell a pause for safety from another is told the same of both', () => {
  const shown = { position: shownPosition('protected'), deadlineOn: null, sinceDay: '2026-11-20' }
  expect(nextStep(shown)).toEqual(nextStep({ ...shown, position: 'on-hold' }))
})
