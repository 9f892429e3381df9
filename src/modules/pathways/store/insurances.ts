import type { Tx } from '../../../platform/db.ts'
import { type Insurance, InsuranceState, Payer, Scheme } from '../contract/insurances.ts'
import { columnsOfMove, type StageMove } from './mirrored.ts'
import type { Scope } from './scope.ts'

export type StoredInsurance = Omit<Insurance, 'insurerName'> & { readonly insurerId: string }
const MOST = 50
export async function listInsurances(tx: Tx, caseId: string): Promise<readonly StoredInsurance[]> {
  const rows = await tx
    .selectFrom('pathways.insurance')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    insurerId: row.insurer_id,
    scheme: Scheme.parse(row.scheme),
    payer: Payer.parse(row.payer),
    state: InsuranceState.parse(row.state),
    stateSince: row.state_since,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }))
}
interface NewInsurance {
  readonly id: string
  readonly fileNumber: string
  readonly insurerId: string
  readonly scheme: string
  readonly payer: string
  readonly today: string
}
export async function insertInsurance(
  tx: Tx,
  scope: Scope,
  { id, fileNumber, insurerId, scheme, payer, today }: NewInsurance,
): Promise<void> {
  await tx
    .insertInto('pathways.insurance')
    .values({ ...scope, id, file_number: fileNumber, insurer_id: insurerId, scheme, payer, state_since: today })
    .execute()
}
/** Moves it under the version seen; false when somebody was quicker. */
export async function moveInsurance(tx: Tx, move: StageMove): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pathways.insurance')
    .set(columnsOfMove(move))
    .where('id', '=', move.id)
    .where('version', '=', move.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
