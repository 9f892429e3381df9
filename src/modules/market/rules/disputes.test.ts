import { expect, test } from 'vitest'
import { lotStates } from '../contract/states.ts'
import {
  deductionMoves,
  deductionStates,
  disputeMoves,
  disputeStates,
  mayDispute,
  reasonsNotToDeduct,
  reasonsNotToEndDispute,
  reasonsNotToSettle,
} from './disputes.ts'

test('a dispute ends once, and every one can be ended by her', () => {
  expect(disputeStates.filter((state) => disputeMoves[state].length === 0)).toEqual(['settled-for-her', 'stands', 'withdrawn'])
  expect(reasonsNotToEndDispute('opened', 'withdrawn')).toEqual([])
  for (const from of ['settled-for-her', 'stands', 'withdrawn'] as const)
    for (const to of disputeStates) expect(reasonsNotToEndDispute(from, to)).toEqual(['market.dispute-ended'])
})
test('a deduction is decided once', () => {
  expect(deductionStates.filter((state) => deductionMoves[state].length > 0)).toEqual(['proposed'])
})
test('she may dispute from the first inspection until she confirmed', () => {
  expect(lotStates.filter(mayDispute)).toEqual(['checked', 'delivered', 'due', 'paid-to-hub', 'paid-to-her'])
})
test('whoever looked does not judge that look, and may judge another', () => {
  expect(reasonsNotToSettle({ about: 'inspection', by: 'a', inspectors: ['b', 'a'] })).toEqual(['market.own-inspection'])
  expect(reasonsNotToSettle({ about: 'payment', by: 'a', inspectors: ['a'] })).toEqual([])
  expect(reasonsNotToSettle({ about: 'inspection', by: 'c', inspectors: ['a'] })).toEqual([])
})
test('nothing is taken off that is not due, nor more than is owed', () => {
  expect(reasonsNotToDeduct('due', { amountRial: 5, outstanding: 5 })).toEqual([])
  expect(reasonsNotToDeduct('due', { amountRial: 6, outstanding: 5 })).toEqual(['market.deduction-above-owed'])
  expect(reasonsNotToDeduct('paid-to-hub', { amountRial: 1, outstanding: 5 })).toEqual(['market.deduction-not-now'])
})
