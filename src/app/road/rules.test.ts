import { expect, test } from 'vitest'
import { wellStates } from './rules.ts'

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
