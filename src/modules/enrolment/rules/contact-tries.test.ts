import { expect, test } from 'vitest'
import { type Position, positions } from './case-moves.ts'
import { mayBeTried, reasonsNotToGiveUp, reasonsNotToKeepTry, triesSinceReached } from './contact-tries.ts'

const NEEDED = { tries: 3, channels: 2 }
const tries = (
  ...made: readonly (readonly [day: number, channel: 'phone' | 'visit', result: 'spoke' | 'no-answer' | 'later' | 'other-answered'])[]
) => made.map(([day, channel, result]) => ({ channel, result, triedAt: `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z` }))

test('she may be tried wherever contact can be lost, never while she is protected or on her way to another county', () => {
  const not: readonly Position[] = [
    'closed',
    'declined',
    'protected',
    'referred-out',
    'transferred',
    'ineligible',
    'withdrawn',
    'moved',
    'deceased',
  ]
  expect(positions.filter((position) => !mayBeTried(position)).toSorted()).toEqual(not.toSorted())
  expect(reasonsNotToKeepTry('protected', 'no-answer')).toEqual(['enrolment.not-being-contacted'])
})
test('a no ends a nomination; after her consent it is leaving the road', () => {
  expect(reasonsNotToKeepTry('nominated', 'declined')).toEqual([])
  expect(reasonsNotToKeepTry('queued', 'declined')).toEqual(['enrolment.no-is-leaving'])
  expect(reasonsNotToKeepTry('queued', 'no-answer')).toEqual([])
})
test.each([
  ['three on two channels', tries([1, 'phone', 'no-answer'], [2, 'phone', 'other-answered'], [3, 'visit', 'no-answer']), null, []],
  ['two', tries([1, 'phone', 'no-answer'], [3, 'visit', 'no-answer']), null, ['enrolment.too-few-tries']],
  [
    'three on one channel',
    tries([1, 'phone', 'no-answer'], [2, 'phone', 'no-answer'], [3, 'phone', 'no-answer']),
    null,
    ['enrolment.too-few-channels'],
  ],
  [
    'three, but she spoke before the last two',
    tries([1, 'visit', 'no-answer'], [2, 'phone', 'spoke'], [3, 'phone', 'no-answer'], [4, 'visit', 'no-answer']),
    null,
    ['enrolment.too-few-tries'],
  ],
  [
    'three, but she answered «later» to the last',
    tries([1, 'visit', 'no-answer'], [2, 'phone', 'no-answer'], [3, 'phone', 'later']),
    null,
    ['enrolment.too-few-tries', 'enrolment.too-few-channels'],
  ],
  [
    'three, but she came to register after the second',
    tries([1, 'phone', 'no-answer'], [2, 'visit', 'no-answer'], [4, 'phone', 'no-answer']),
    '2026-11-03T08:00:00.000Z',
    ['enrolment.too-few-tries', 'enrolment.too-few-channels'],
  ],
] as const)('%s', (_what, made, metAt, reasons) => {
  expect(reasonsNotToGiveUp(triesSinceReached(made, metAt), NEEDED)).toEqual(reasons)
})
