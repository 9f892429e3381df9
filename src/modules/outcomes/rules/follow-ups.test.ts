import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../platform/time.ts'
import { compareAnswers, reasonsNotToTake } from './answers.ts'
import { type Against, afterTry, chooseCaller, followUpsDue, isDrawn, reasonsNotToGive, reasonsNotToMoveFollowUp } from './follow-ups.ts'

const asking = { agreedOn: '2026-08-23', position: 'active', months: [3, 6, 12, 24], windowDays: 30, known: [] }
describe('follow-ups due', () => {
  test('three months of the Jalali year after her pathway was agreed, on the day itself and not before', () => {
    expect(followUpsDue(asking, '2026-11-21', addDays)).toEqual([])
    expect(followUpsDue(asking, '2026-11-22', addDays)).toEqual([
      { month: 3, opensOn: '2026-11-22', closesOn: '2026-12-22', missingReason: null },
    ])
    expect(followUpsDue({ ...asking, known: [3] }, '2026-11-22', addDays)).toEqual([])
  })
  test('whom nobody asked in her days is missing and counted; so is whose road had ended', () => {
    expect(followUpsDue(asking, '2027-01-01', addDays)).toMatchObject([{ month: 3, missingReason: 'days-over' }])
    expect(followUpsDue({ ...asking, position: 'withdrawn' }, '2026-11-22', addDays)).toMatchObject([{ missingReason: 'road-ended' }])
  })
})
describe('who calls', () => {
  const caller = { accountId: 'a', organisationId: 'labour', counties: ['1803'], open: 0 }
  const against: Against = { kind: 'first', countyCode: '1803', assigned: [], barred: [], away: [], executors: ['acecr'] }
  test.each([
    ['whoever carries her file', { assigned: ['a'] }, 'outcomes.caller-carries-file'],
    ['an officer of the executor', { executors: ['labour'] }, 'outcomes.caller-of-executor'],
    ['an officer she bars', { barred: ['a'] }, 'outcomes.caller-not-fitting'],
    ['kin, or who called before', { away: ['a'] }, 'outcomes.caller-not-fitting'],
    ['somebody of another county', { countyCode: '1804' }, 'outcomes.caller-other-county'],
    ['a call-back from her own county', { kind: 'call-back' as const }, 'outcomes.caller-same-county'],
  ])('never %s', (_, more, reason) => {
    expect(reasonsNotToGive(caller, { ...against, ...more })).toEqual([reason])
    expect(chooseCaller([caller], { ...against, ...more })).toBeUndefined()
  })
  test('of those who fit, the one with the fewest calls; equals by their id, in whatever order they are listed', () => {
    const callers = [
      { ...caller, accountId: 'c', open: 1 },
      { ...caller, accountId: 'b' },
      { ...caller, accountId: 'd' },
    ]
    expect([chooseCaller(callers, against)?.accountId, chooseCaller(callers.toReversed(), against)?.accountId]).toEqual(['b', 'b'])
  })
})
test('her no ends it at once; the third try in vain ends it as unreached', () => {
  expect([afterTry('not-wished', 1, 3), afterTry('no-answer', 2, 3), afterTry('somebody-else', 3, 3)]).toEqual([
    'not-wished',
    null,
    'unreached',
  ])
  expect(reasonsNotToMoveFollowUp('missing', 'answered')).toEqual(['outcomes.call-over'])
})
test('a share of nothing draws nobody, a share of all everybody, and five of a hundred five of a hundred', () => {
  const draws = Array.from({ length: 10_000 }, (_, draw) => draw)
  expect([0, 5, 100].map((share) => draws.filter((draw) => isDrawn(draw, share)).length)).toEqual([0, 500, 10_000])
})
describe('answers', () => {
  const questions = [
    { code: 'load', sentence: '', kind: 'choice' as const, choices: [{ code: 'fits', sentence: '' }] },
    { code: 'sold', sentence: '', kind: 'rial' as const, choices: [] },
  ]
  test('each question has an answer of its own or her silence, and nothing else is taken', () => {
    expect(reasonsNotToTake({ load: 'fits', sold: 0 }, questions)).toEqual([])
    expect(reasonsNotToTake({ load: null, sold: null }, questions)).toEqual([])
    for (const wrong of [
      { load: 'fits' },
      { load: 'other', sold: 0 },
      { load: 'fits', sold: 'much' },
      { load: 'fits', sold: 0, name: 'x' },
    ])
      expect(reasonsNotToTake(wrong, questions)).toEqual(['outcomes.answers-not-whole'])
  })
  test('what she kept for herself is not compared; money said twice is the same within a fifth', () => {
    expect(compareAnswers({ load: 'fits', sold: 10, decides: null }, { load: 'heavy', sold: 9, decides: 'herself' })).toEqual({
      compared: 2,
      agreeing: 1,
    })
  })
  test('comparing does not depend on who called first', () => {
    const said = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.constant(null), fc.nat(), fc.constantFrom('x', 'y')))
    fc.assert(
      fc.property(said, said, (one, other) => {
        expect(compareAnswers(one, other)).toEqual(compareAnswers(other, one))
      }),
    )
  })
})
