import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoanState, loanStates } from '../contract/loans.ts'
import { movesOf, reasonsNotToMoveLoan } from './loans.ts'

const today = '2026-11-24'
const letter = { letterNumber: '۱۲/ب', letterDate: '2026-11-20' }
/** The words of the state models, in their order. */
const MODEL =
  'requested introduced received credit-checked file-complete guarantor-ok approved signed part-paid paid grace repaying settled expired returned declined-by-her rejected rescheduled overdue guarantee-called'
test('the states are those of the state models, and its road is walked from the first to the last', () => {
  expect(loanStates.join(' ')).toBe(MODEL)
  const road = loanStates.slice(0, loanStates.indexOf('settled') + 1)
  const stops = road.slice(0, -1).filter((from, place) => !movesOf(from).some((to) => to === road[place + 1]))
  expect(stops).toEqual([])
})
test('however a loan is moved it can be ended, and money paid is never called refused', () => {
  const ends = loanStates.filter((state) => movesOf(state).length === 0)
  expect(ends).toEqual(['settled', 'declined-by-her', 'rejected'])
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...loanStates), { maxLength: 40 }), (wanted) => {
      let state: LoanState = 'requested'
      let isPaid = false
      for (const to of wanted) {
        if (reasonsNotToMoveLoan(state, { to, ...letter }, today).length > 0) continue
        state = to
        isPaid ||= to === 'part-paid' || to === 'paid'
      }
      expect(isPaid && ['declined-by-her', 'rejected', 'expired', 'returned'].includes(state)).toBe(false)
      expect(reachable(state).some((one) => ends.includes(one))).toBe(true)
    }),
  )
})
function reachable(from: LoanState): readonly LoanState[] {
  const found = new Set<LoanState>([from])
  for (const one of found) for (const next of movesOf(one)) found.add(next)
  return [...found]
}
test('an introduction, an approval and a contract have a number and a day that has come', () => {
  const bare = { letterNumber: null, letterDate: null }
  expect(reasonsNotToMoveLoan('requested', { to: 'introduced', ...bare }, today)).toEqual(['pathways.stage-letter-missing'])
  expect(reasonsNotToMoveLoan('introduced', { to: 'received', ...bare }, today)).toEqual([])
  expect(reasonsNotToMoveLoan('introduced', { to: 'received', ...letter, letterNumber: null }, today)).toEqual([
    'pathways.stage-letter-missing',
  ])
  expect(reasonsNotToMoveLoan('requested', { to: 'introduced', ...letter, letterDate: '2026-11-25' }, today)).toEqual([
    'pathways.stage-letter-ahead',
  ])
})
