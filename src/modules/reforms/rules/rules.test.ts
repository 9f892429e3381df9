import { expect, test } from 'vitest'
import { obstacleStates } from '../contract/obstacles.ts'
import { arrangementMoves, isInForceOn, reasonsNotToMoveArrangement, standingOn } from './arrangements.ts'
import {
  caseOfPage,
  inOrder,
  isOpen,
  movesFrom,
  obstacleEnds,
  type obstacleMoves,
  reasonsNotToMoveObstacle,
  stepOfPage,
  toldCount,
} from './obstacles.ts'
import { isWhole, readRaiseDraft } from './raise-draft.ts'

const obstacle = { id: 'a', state: 'verified', proposal: null, competentBody: null } as const
const nothing = { effectiveOn: null, duplicateOf: null }

test('from every stage an end can be reached, and every end but none is the last word', () => {
  const reaches = (state: keyof typeof obstacleMoves, seen: readonly string[] = []): boolean =>
    obstacleEnds.has(state) || movesFrom(state).some((next) => !seen.includes(next) && reaches(next, [...seen, state]))
  for (const state of obstacleStates) expect([state, reaches(state)]).toEqual([state, true])
  for (const end of obstacleEnds) expect([end, movesFrom(end).includes('reopened')]).toEqual([end, true])
})
test.each([
  ['verified', 'sent', {}, 0, ['reforms.no-such-obstacle-move']],
  ['verified', 'proposed', {}, 0, ['reforms.proposal-missing']],
  ['verified', 'proposed', { proposal: 'متن', competentBody: 'هیئت وزیران' }, 0, []],
  ['proposed', 'sent', {}, 0, ['reforms.letter-missing']],
  ['proposed', 'sent', {}, 1, []],
  ['in-deliberation', 'reformed', {}, 1, ['reforms.effective-day-missing']],
  ['reported', 'duplicate', {}, 0, ['reforms.duplicate-unnamed']],
] as const)('%s → %s', (state, to, more, letters, reasons) => {
  expect(reasonsNotToMoveObstacle({ ...obstacle, state, ...more }, { to, ...nothing }, letters)).toEqual(reasons)
})
test('an obstacle is no duplicate of itself', () => {
  const asked = { to: 'duplicate', effectiveOn: null, duplicateOf: 'a' } as const
  expect(reasonsNotToMoveObstacle(obstacle, asked, 0)).toEqual(['reforms.duplicate-unnamed'])
  expect(reasonsNotToMoveObstacle(obstacle, { ...asked, duplicateOf: 'b' }, 0)).toEqual([])
})
test('numbers alone are told from ten women on', () => {
  expect([0, 1, 9, 10, 14].map(toldCount)).toEqual([0, null, null, 10, 14])
})
test('what holds up most women comes first, what has ended last, and a hidden number weighs nothing', () => {
  const one = (id: string, state: 'verified' | 'reformed', blocked: number | null) => ({ id, state, blocked })
  const ordered = inOrder([one('1', 'reformed', 40), one('2', 'verified', null), one('3', 'verified', 14), one('4', 'verified', 0)])
  expect(ordered.map(({ id }) => id)).toEqual(['3', '4', '2', '1'])
  expect([isOpen('reformed-not-applied'), isOpen('duplicate')]).toEqual([true, false])
})
test('a page knows its step and its file', () => {
  const file = '01900000-aaaa-7aaa-8aaa-aaaaaaaaaaaa'
  expect(stepOfPage(`/staff/cases/${file}/business`)).toBe('permit')
  expect(stepOfPage(`/staff/cases/${file}`)).toBe('introduction')
  expect(stepOfPage('/staff/orders')).toBe('market')
  expect([caseOfPage(`/staff/cases/${file}/loans`), caseOfPage('/staff/orders')]).toEqual([file, null])
})

const arranged = { state: 'in-force', startsOn: '2026-10-01', expiresOn: '2026-12-01' } as const
test('past its last day an arrangement is out of force, whatever was written', () => {
  expect(standingOn(arranged, '2026-12-01')).toBe('in-force')
  expect(standingOn(arranged, '2026-12-02')).toBe('expired')
  expect(isInForceOn(arranged, '2026-12-01')).toBe(true)
  expect(isInForceOn(arranged, '2026-12-02')).toBe(false)
  expect(isInForceOn({ ...arranged, state: 'authorised' }, '2026-11-01')).toBe(false)
  expect(isInForceOn({ ...arranged, startsOn: '2026-11-15' }, '2026-11-01')).toBe(false)
  expect(standingOn({ ...arranged, state: 'revoked' }, '2026-12-02')).toBe('revoked')
})
test.each([
  ['authorised', 'in-force', {}, '2026-09-30', ['reforms.arrangement-not-begun']],
  ['authorised', 'in-force', {}, '2026-10-01', []],
  ['in-force', 'extended', { expiresOn: '2026-12-01' }, '2026-11-01', ['reforms.not-later']],
  ['in-force', 'extended', { expiresOn: '2027-03-01' }, '2026-11-01', []],
  ['in-force', 'extended', { expiresOn: '2027-03-01' }, '2026-12-02', ['reforms.arrangement-expired']],
  ['proposed', 'authorised', { startsOn: '2026-11-01', expiresOn: '2026-10-01' }, '2026-09-01', ['reforms.dates-reversed']],
  ['proposed', 'authorised', { startsOn: '2026-01-01', expiresOn: '2026-02-01' }, '2026-09-01', ['reforms.end-already-past']],
  ['proposed', 'in-force', {}, '2026-11-01', ['reforms.no-such-arrangement-move']],
  ['revoked', 'extended', { expiresOn: '2027-03-01' }, '2026-11-01', ['reforms.no-such-arrangement-move']],
] as const)('an arrangement %s → %s with %o on %s', (state, to, more, day, reasons) => {
  expect(reasonsNotToMoveArrangement({ ...arranged, state }, { to, ...more }, day)).toEqual(reasons)
})
test('nothing leads out of an arrangement that has ended', () => {
  expect([arrangementMoves.expired, arrangementMoves.revoked]).toEqual([[], []])
})

test('an obstacle told without a network lies on the device as the same one, and what cannot be read is no draft', () => {
  const draft = { id: '01900000-0000-7000-8000-000000000001', title: 'سند خانه', says: '', step: 'permit', caseId: null, isReady: false }
  expect(readRaiseDraft(JSON.stringify(draft))).toEqual(draft)
  for (const text of [null, '', '{', '{}', JSON.stringify({ ...draft, step: 'elsewhere' })]) expect(readRaiseDraft(text)).toBeUndefined()
  const kept = { ...draft, step: 'permit', kind: 'rule' } as const
  expect([isWhole(kept), isWhole({ ...kept, says: 'سند رسمی می‌خواهند' })]).toEqual([false, true])
})
