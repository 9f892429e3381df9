import { z } from 'zod'
import { sql, type Tx } from '../../platform/db.ts'
import { ExportKind, ExportReason } from './contract.ts'

const Facts = z.object({
  number: z.string(),
  kind: ExportKind,
  reason: ExportReason,
  countyCode: z.string().nullable(),
  rows: z.number().int(),
})
/** The newest hundred workbooks of the reader's reach in history. */
export async function listMade(tx: Tx, planId: string) {
  const { rows } = await sql<{ id: string; at: Date; role: string; officeId: string | null; facts: unknown }>`
    select id, at, role, office_id as "officeId", facts from platform.history
    where plan_id = ${planId} and action = 'exports.make' order by at desc, id desc limit 100`.execute(tx)
  return rows.map(({ id, at, role, officeId, facts }) => ({ id, at: at.toISOString(), role, officeId, ...Facts.parse(facts) }))
}
