import { sql, type Tx } from '../../../platform/db.ts'
import { type Loan, LoanState } from '../contract/loans.ts'
import { columnsOfMove, type StageMove } from './mirrored.ts'
import type { Scope } from './scope.ts'

export type StoredLoan = Omit<Loan, 'lenderName' | 'isInOtherHands'> & { readonly lenderId: string }
interface Row {
  readonly id: string
  readonly case_id: string
  readonly person_id: string
  readonly county_code: string
  readonly file_number: string
  readonly state: string
  readonly state_since: string
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly version: number
  readonly lender_id: string
  readonly amount_rial: number | string | bigint
}
function loanOf(row: Row): StoredLoan {
  return {
    id: row.id,
    lenderId: row.lender_id,
    amountRial: Number(row.amount_rial),
    state: LoanState.parse(row.state),
    stateSince: row.state_since,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }
}
const MOST = 50
export async function listLoans(tx: Tx, caseId: string): Promise<readonly StoredLoan[]> {
  const rows = await tx.selectFrom('pathways.loan').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').limit(MOST).execute()
  return rows.map(loanOf)
}

interface NewLoan {
  readonly id: string
  readonly fileNumber: string
  readonly lenderId: string
  readonly amountRial: number
  readonly today: string
  readonly desks: readonly string[]
}
export async function insertLoan(tx: Tx, scope: Scope, { id, fileNumber, lenderId, amountRial, today, desks }: NewLoan): Promise<void> {
  await tx
    .insertInto('pathways.loan')
    .values({
      ...scope,
      shared_with: [...desks],
      id,
      file_number: fileNumber,
      lender_id: lenderId,
      amount_rial: amountRial,
      state_since: today,
    })
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
/** What stands on the desks of one body and is not over, the longest waiting first; on whose and about whom beside it. */
export async function listOwnLoans(tx: Tx, organisationId: string): Promise<readonly OnDesk[]> {
  const rows = await tx
    .selectFrom('pathways.loan')
    .selectAll()
    .where(sql<boolean>`${organisationId}::uuid = any (shared_with)`)
    .where('state', 'not in', [...OVER])
    .orderBy('state_since')
    .orderBy('id')
    .limit(MOST_ON_DESK)
    .execute()
  return rows.map(onDesk)
}
/** One of them, locked. */
export async function lockOwnLoan(tx: Tx, id: string): Promise<OnDesk | undefined> {
  const row = await tx.selectFrom('pathways.loan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : onDesk(row)
}
interface OnDesk {
  readonly loan: StoredLoan
  readonly fileNumber: string
  readonly countyCode: string
  readonly personId: string
  readonly caseId: string
}
function onDesk(row: Row): OnDesk {
  return { loan: loanOf(row), fileNumber: row.file_number, countyCode: row.county_code, personId: row.person_id, caseId: row.case_id }
}
const MOST_ON_DESK = 250
const OVER = ['settled', 'declined-by-her', 'rejected'] as const
/** Of a case, which loans she said are in other hands. */
export async function listInOtherHands(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('pathways.loan_hands')
    .select('loan_id')
    .where('case_id', '=', caseId)
    .where('is_in_other_hands', '=', true)
    .execute()
  return new Set(rows.map((row) => row.loan_id))
}
export async function writeHands(
  tx: Tx,
  scope: Scope,
  { loanId, isInOtherHands, today }: { readonly loanId: string; readonly isInOtherHands: boolean; readonly today: string },
): Promise<void> {
  const said = { is_in_other_hands: isInOtherHands, said_on: today }
  await tx
    .insertInto('pathways.loan_hands')
    .values({ ...scope, loan_id: loanId, ...said })
    .onConflict((clash) => clash.columns(['plan_id', 'loan_id']).doUpdateSet(said))
    .execute()
}
