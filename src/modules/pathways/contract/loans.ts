import { z } from 'zod'
import { Day, Id, maybeText, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Whose } from './exit-table.ts'

export const loanStates = [
  'requested',
  'introduced',
  'received',
  'credit-checked',
  'file-complete',
  'guarantor-ok',
  'approved',
  'signed',
  'part-paid',
  'paid',
  'grace',
  'repaying',
  'settled',
  'expired',
  'returned',
  'declined-by-her',
  'rejected',
  'rescheduled',
  'overdue',
  'guarantee-called',
] as const
export const LoanState = z.enum(loanStates)
export type LoanState = z.infer<typeof LoanState>
export const Loan = z
  .object({
    id: Id,
    lenderName: z.string().nullable(),
    amountRial: z.number().int(),
    state: LoanState,
    stateSince: Day,
    /** The last letter it moved by. */
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    /** The money is in other hands than hers: known to her guide and herself, and to no lender or office. */
    isInOtherHands: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Loan' })
export type Loan = z.infer<typeof Loan>
export const HerLoans = z.object({ whose: Whose, countyCode: z.string(), loans: z.array(Loan) })
export type HerLoans = z.infer<typeof HerLoans>

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
export const readLoans = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/loans',
  action: 'pathways.read-loans',
  input: OfCase,
  output: HerLoans,
  refusals: ['platform.not-found'],
})
/** Asked for: only once the table of what may change was read to her and she goes on with a loan. */
export const askLoan = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/loans',
  action: 'pathways.keep-loan',
  input: OfCase.extend({ id: Id, lenderId: Id, amountRial: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  output: HerLoans,
  refusals: ['platform.not-found', 'pathways.exit-table-unseen', 'pathways.keeping-not-allowed', 'pathways.lender-unknown'],
  subject: aboutCase,
})
/** Moved as the lender or an office moved it; an introduction, an approval and a contract have a number and a day. */
export const moveLoan = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/loans/:loanId/move',
  action: 'pathways.keep-loan',
  input: OfCase.extend({ loanId: Id, to: LoanState, letterNumber: maybeText(60), letterDate: Day.nullable(), version: Version }),
  output: HerLoans,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.no-such-stage-move',
    'pathways.stage-letter-missing',
    'pathways.stage-letter-ahead',
    'pathways.exit-table-unseen',
  ],
  subject: aboutCase,
})
/** What she said of whose hands the money is in; her last word stands. */
export const sayHands = route({
  method: 'PUT',
  path: '/pathways/cases/:caseId/loans/:loanId/hands',
  action: 'pathways.keep-loan',
  input: OfCase.extend({ loanId: Id, isInOtherHands: z.boolean() }),
  output: HerLoans,
  refusals: ['platform.not-found', 'pathways.keeping-not-allowed'],
  subject: aboutCase,
})
/** A loan as its lender and the labour office read it: by file number, with what the reader may move it to. */
export const OwnLoan = Loan.omit({ isInOtherHands: true })
  .extend({ fileNumber: z.string(), countyCode: z.string(), moves: z.array(LoanState) })
  .meta({ id: 'OwnLoan' })
export type OwnLoan = z.infer<typeof OwnLoan>
export const listOwnLoans = route({
  method: 'GET',
  path: '/pathways/own-loans',
  action: 'pathways.read-own-loans',
  input: z.object({}),
  output: z.object({ loans: z.array(OwnLoan) }),
  refusals: [],
})
export const answerLoan = route({
  method: 'POST',
  path: '/pathways/loans/:id/answer',
  action: 'pathways.answer-loan',
  input: z.object({ id: Id, to: LoanState, letterNumber: maybeText(60), letterDate: Day.nullable(), version: Version }),
  output: OwnLoan,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.not-this-desk',
    'pathways.no-such-stage-move',
    'pathways.stage-letter-missing',
    'pathways.stage-letter-ahead',
    'pathways.exit-table-unseen',
  ],
  subject: ({ id }) => ({ type: 'loan', id }),
})
