import { expect, test } from 'vitest'
import { beginningOf, differing, readFields } from './registration-draft.ts'

const stored = { fields: { householdSize: 3 }, groundId: 'g', savedAt: '2026-11-24T08:00:00Z' }
const kept = { fields: { householdSize: 4 }, groundId: 'g', basedOn: stored.savedAt }

test('without anything on the device the draft of the office goes on', () => {
  expect(beginningOf(undefined, stored)).toEqual({ from: 'office', stored })
})
test('what was typed after the last saving goes on from the device', () => {
  expect(beginningOf(kept, stored)).toEqual({ from: 'device', kept })
  expect(beginningOf({ ...kept, basedOn: null }, null)).toMatchObject({ from: 'device' })
})
test('what both have alike needs no choice: the answer of the saving was lost, not the saving', () => {
  expect(beginningOf({ ...kept, fields: { householdSize: 3 }, basedOn: null }, stored)).toMatchObject({ from: 'office' })
})
test('when the draft went on elsewhere a person chooses', () => {
  expect(beginningOf({ ...kept, basedOn: '2026-11-24T07:00:00Z' }, stored)).toMatchObject({ from: 'choice' })
})
test('an absent field and one without a value are the same, and differing ones come in the order of the form', () => {
  expect(differing({ careHours: null, settlement: 'سرکره', householdSize: 2 }, { householdSize: 3 })).toEqual([
    'householdSize',
    'settlement',
  ])
})
test('one unreadable field does not take the others with it', () => {
  expect(readFields({ householdSize: 0, dependants: 2, reads: 'sometimes', settlement: 'سرکره' })).toEqual({
    dependants: 2,
    settlement: 'سرکره',
  })
  expect(readFields('nonsense')).toEqual({})
})
