import { CasePosition } from '../../modules/enrolment/contract/cases.ts'
import { beyondReach, sql, type Tx } from '../../platform/db.ts'

/** Moves of a case the reader may see, oldest first; whoever carries the file sees those it made in another county too. */
export async function listMoves(tx: Tx, { planId, id }: { readonly planId: string; readonly id: string }, carries: boolean) {
  const rows = await (carries ? beyondReach(tx, () => readMoves(tx, planId, id)) : readMoves(tx, planId, id))
  return rows.map((row) => ({ id: row.id, to: CasePosition.parse(row.to_position), at: row.moved_at.toISOString() }))
}
function readMoves(tx: Tx, planId: string, caseId: string) {
  return tx
    .selectFrom('enrolment.case_move')
    .select(['id', 'to_position', 'moved_at'])
    .where('plan_id', '=', planId)
    .where('case_id', '=', caseId)
    .orderBy('moved_at')
    .orderBy('id')
    .limit(500)
    .execute()
}
/** What else history tells the reader of this case: acts, with the role that did them; whoever carries the file sees those of others too. */
export async function listActs(tx: Tx, { planId, id }: { readonly planId: string; readonly id: string }, carries: boolean) {
  const read = () =>
    sql<{ id: string; at: Date; action: string; role: string }>`select id, at, action, role from platform.history
      where plan_id = ${planId} and case_id = ${id} order by id desc limit 200`.execute(tx)
  const { rows } = await (carries ? beyondReach(tx, read) : read())
  return rows.map((row) => ({ id: row.id, at: row.at.toISOString(), action: row.action, role: row.role }))
}
