import type { LoanState } from '../contract/loans.ts'
import { reasonsNotToMirror, type StageRefusal, type StageWanted } from './mirrored.ts'

/** What she may say, and what a paper that lies too long becomes, at any point before money is paid. */
const before = ['declined-by-her', 'rejected', 'returned', 'expired'] as const
/** Every move a loan may make, as lender and offices make it. */
export const loanMoves = {
  requested: ['introduced', 'declined-by-her', 'rejected'],
  introduced: ['received', ...before],
  received: ['credit-checked', ...before],
  'credit-checked': ['file-complete', ...before],
  'file-complete': ['guarantor-ok', ...before],
  'guarantor-ok': ['approved', ...before],
  approved: ['signed', ...before],
  signed: ['part-paid', 'paid', 'declined-by-her', 'expired'],
  'part-paid': ['paid'],
  paid: ['grace', 'repaying'],
  grace: ['repaying', 'rescheduled'],
  repaying: ['settled', 'overdue', 'rescheduled'],
  settled: [],
  expired: ['introduced'],
  returned: ['introduced', 'declined-by-her', 'expired'],
  'declined-by-her': [],
  rejected: [],
  rescheduled: ['repaying', 'overdue', 'settled'],
  overdue: ['repaying', 'rescheduled', 'guarantee-called', 'settled'],
  'guarantee-called': ['repaying', 'settled'],
} as const satisfies Record<LoanState, readonly LoanState[]>
export function movesOf(from: LoanState): readonly LoanState[] {
  return loanMoves[from]
}
/** Moves that happen only with a number and a day. */
export const movesByLetter: ReadonlySet<LoanState> = new Set<LoanState>(['introduced', 'approved', 'signed'])
export function reasonsNotToMoveLoan(from: LoanState, wanted: StageWanted<LoanState>, today: string): readonly StageRefusal[] {
  return reasonsNotToMirror<LoanState>({ moves: loanMoves, byLetter: movesByLetter }, { from, today }, wanted)
}
