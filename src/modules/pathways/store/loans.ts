import type { Tx } from '../../../platform/db.ts'
import { type Loan, LoanState } from '../contract/loans.ts'
import { columnsOfMove, type StageMove } from './mirrored.ts'
import type { Scope } from './scope.ts'

export type StoredLoan = Omit<Loan, 'lenderName'> & { readonly lenderId: string }
const MOST = 50
export async function listLoans(tx: Tx, caseId: string): Promise<readonly StoredLoan[]> {
  const rows = await tx.selectFrom('pathways.loan').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').limit(MOST).execute()
  return rows.map((row) => ({
    id: row.id,
    lenderId: row.lender_id,
    amountRial: Number(row.amount_rial),
    state: LoanState.parse(row.state),
    stateSince: row.state_since,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }))
}
interface NewLoan {
  readonly id: string
  readonly lenderId: string
  readonly amountRial: number
  readonly today: string
}
export async function insertLoan(tx: Tx, scope: Scope, { id, lenderId, amountRial, today }: NewLoan): Promise<void> {
  await tx
    .insertInto('pathways.loan')
    .values({ ...scope, id, lender_id: lenderId, amount_rial: amountRial, state_since: today })
    .execute()
}
/** Moves it under the version seen; false when somebody was quicker. */
export async function moveLoan(tx: Tx, move: StageMove): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pathways.loan')
    .set(columnsOfMove(move))
    .where('id', '=', move.id)
    .where('version', '=', move.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
