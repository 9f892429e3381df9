import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReferralState, referralStates } from '../contract/referrals.ts'
import { placesOn, reasonsNotToAnswer, reasonsNotToMoveReferral, referralMoves } from './referrals.ts'

const today = '2026-11-24'
const none = { doBy: null, reason: null, result: null }
test('an answer says what it must and nothing else', () => {
  expect(reasonsNotToAnswer({ ...none, to: 'accepted', doBy: today }, today)).toEqual([])
  expect(reasonsNotToAnswer({ ...none, to: 'accepted', doBy: '2026-11-23' }, today)).toEqual(['pathways.day-past'])
  expect(reasonsNotToAnswer({ ...none, to: 'accepted' }, today)).toEqual(['pathways.answer-half'])
  expect(reasonsNotToAnswer({ ...none, to: 'refused', reason: 'no-capacity' }, today)).toEqual([])
  expect(reasonsNotToAnswer({ ...none, to: 'refused', reason: 'no-capacity', result: 'partly' }, today)).toEqual(['pathways.answer-half'])
  expect(reasonsNotToAnswer({ ...none, to: 'done', result: 'partly' }, today)).toEqual([])
})
test('however a referral is moved, it can be ended, an end is final, and a place is held while it is accepted and once it is done', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...referralStates), { maxLength: 8 }), (wanted) => {
      let state: ReferralState = 'sent'
      let held = 0
      for (const to of wanted) {
        if (reasonsNotToMoveReferral(state, to).length > 0) continue
        held += placesOn(state, to)
        state = to
      }
      expect(held).toBe(state === 'accepted' || state === 'done' ? 1 : 0)
      const isEnd = state === 'refused' || state === 'done' || state === 'revoked'
      expect(referralMoves[state].length === 0).toBe(isEnd)
      expect(reasonsNotToMoveReferral(state, 'revoked').length === 0).toBe(!isEnd)
    }),
  )
})
