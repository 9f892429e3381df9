import { CasePosition } from '../../modules/enrolment/contract/cases.ts'
import { sql, type Tx } from '../../platform/db.ts'

/** Moves of a case the reader may see, oldest first. */
export async function listMoves(tx: Tx, caseId: string) {
  const rows = await tx
    .selectFrom('enrolment.case_move')
    .select(['id', 'to_position', 'moved_at'])
    .where('case_id', '=', caseId)
    .orderBy('moved_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ id: row.id, to: CasePosition.parse(row.to_position), at: row.moved_at.toISOString() }))
}
/** What else history tells the reader of this case: acts, with the role that did them. */
export async function listActs(tx: Tx, caseId: string) {
  const { rows } = await sql<{ id: string; at: Date; action: string; role: string }>`
    select id, at, action, role from platform.history where case_id = ${caseId} order by id desc limit 200`.execute(tx)
  return rows.map((row) => ({ id: row.id, at: row.at.toISOString(), action: row.action, role: row.role }))
}
