import { beyondReach, type RawBuilder, sql, type Tx } from './db.ts'
import { newId } from './ids.ts'

/** Whose file an act has touched: a case, a person, or both; or a thing that is nobody's file and is counted by its own id. */
export interface Touched {
  readonly personId: string | null
  readonly caseId: string | null
  readonly subjectId?: string | null
}
interface Row {
  readonly plan_id: string
  readonly id: string
  readonly person_id: string | null
  readonly case_id: string | null
}
/** Marks, in one statement with its history entry, whose file an act has touched, for whoever counts after it. Nothing for what concerns nobody's file. */
export function touchedWrite(rows: readonly Row[]): RawBuilder<unknown> | undefined {
  const touched = rows.filter((row) => row.person_id !== null || row.case_id !== null)
  if (touched.length === 0) return undefined
  const values = touched.map((row) => sql`(${row.plan_id}::uuid, ${row.id}::uuid, ${row.person_id}::uuid, ${row.case_id}::uuid)`)
  return sql`insert into platform.touched (plan_id, id, person_id, case_id) values ${sql.join(values)}`
}
/** Marks files beside any act, to have them counted anew. */
export async function touch(tx: Tx, planId: string, files: readonly Touched[]): Promise<void> {
  await touchedWrite(
    files.map(({ personId, caseId }) => ({ plan_id: planId, id: newId(), person_id: personId, case_id: caseId })),
  )?.execute(tx)
}
/** Marks things that are nobody's file, in the act that changes them; in history they may be nobody's either. */
export async function touchSubjects(tx: Tx, planId: string, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return
  const values = subjectIds.map((id) => sql`(${planId}::uuid, ${newId()}::uuid, ${id}::uuid)`)
  await sql`insert into platform.touched (plan_id, id, subject_id) values ${sql.join(values)}`.execute(tx)
}
/** Takes files off the list of those touched; what another act touches meanwhile stands there anew. */
export async function takeTouched(tx: Tx, planId: string, limit: number): Promise<readonly Touched[]> {
  return beyondReach(tx, async () => {
    const { rows } = await sql<Touched>`delete from platform.touched where plan_id = ${planId} and id in (
        select id from platform.touched where plan_id = ${planId} order by id limit ${limit}) returning person_id as "personId", case_id as "caseId", subject_id as "subjectId"`.execute(
      tx,
    )
    return rows
  })
}
export async function isTouched(tx: Tx, planId: string): Promise<boolean> {
  const row = await tx.selectFrom('platform.touched').select('id').where('plan_id', '=', planId).limit(1).executeTakeFirst()
  return row !== undefined
}
