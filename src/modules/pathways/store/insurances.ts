import { sql, type Tx } from '../../../platform/db.ts'
import { type Insurance, InsuranceState, Payer, Scheme } from '../contract/insurances.ts'
import { columnsOfMove, type StageMove } from './mirrored.ts'
import type { Scope } from './scope.ts'

export type StoredInsurance = Omit<Insurance, 'insurerName'> & { readonly insurerId: string }
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
  readonly insurer_id: string
  readonly scheme: string
  readonly payer: string
}
function insuranceOf(row: Row): StoredInsurance {
  return {
    id: row.id,
    insurerId: row.insurer_id,
    scheme: Scheme.parse(row.scheme),
    payer: Payer.parse(row.payer),
    state: InsuranceState.parse(row.state),
    stateSince: row.state_since,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    version: row.version,
  }
}
const MOST = 50
export async function listInsurances(tx: Tx, caseId: string): Promise<readonly StoredInsurance[]> {
  const rows = await tx
    .selectFrom('pathways.insurance')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(insuranceOf)
}

interface NewInsurance {
  readonly id: string
  readonly fileNumber: string
  readonly insurerId: string
  readonly scheme: string
  readonly payer: string
  readonly today: string
  readonly desks: readonly string[]
}
export async function insertInsurance(
  tx: Tx,
  scope: Scope,
  { id, fileNumber, insurerId, scheme, payer, today, desks }: NewInsurance,
): Promise<void> {
  await tx
    .insertInto('pathways.insurance')
    .values({ ...scope, shared_with: [...desks], id, file_number: fileNumber, insurer_id: insurerId, scheme, payer, state_since: today })
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
/** What stands on the desks of one body and is not over, the longest waiting first; on whose and about whom beside it. */
export async function listOwnInsurances(tx: Tx, organisationId: string): Promise<readonly OnDesk[]> {
  const rows = await tx
    .selectFrom('pathways.insurance')
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
export async function lockOwnInsurance(tx: Tx, id: string): Promise<OnDesk | undefined> {
  const row = await tx.selectFrom('pathways.insurance').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : onDesk(row)
}
interface OnDesk {
  readonly insurance: StoredInsurance
  readonly fileNumber: string
  readonly countyCode: string
  readonly personId: string
  readonly caseId: string
}
function onDesk(row: Row): OnDesk {
  return {
    insurance: insuranceOf(row),
    fileNumber: row.file_number,
    countyCode: row.county_code,
    personId: row.person_id,
    caseId: row.case_id,
  }
}
const MOST_ON_DESK = 250
const OVER = ['ended', 'declined-by-her', 'rejected'] as const
