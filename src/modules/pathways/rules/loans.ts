import type { LoanState } from '../contract/loans.ts'

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
interface Wanted {
  readonly to: LoanState
  readonly letterNumber: string | null
  readonly letterDate: string | null
}
export function reasonsNotToMoveLoan(
  from: LoanState,
  { to, letterNumber, letterDate }: Wanted,
  today: string,
): readonly ('pathways.no-such-loan-move' | 'pathways.loan-letter-missing' | 'pathways.loan-letter-ahead')[] {
  if (!movesOf(from).includes(to)) return ['pathways.no-such-loan-move']
  const isWhole = letterNumber !== null && letterDate !== null
  const isHalf = !isWhole && (letterNumber !== null || letterDate !== null)
  if (isHalf || (!isWhole && movesByLetter.has(to))) return ['pathways.loan-letter-missing']
  return letterDate !== null && letterDate > today ? ['pathways.loan-letter-ahead'] : []
}
