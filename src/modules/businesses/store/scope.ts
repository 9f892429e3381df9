import type { Tx } from '../../../platform/db.ts'

/** The scope columns that rows of this room about a case take from it. */
export interface Scope {
  readonly plan_id: string
  readonly person_id: string
  readonly county_code: string
  readonly assigned: string[]
  readonly barred: string[]
}
export interface CaseScope {
  readonly scope: Scope
  readonly caseId: string
  readonly fileNumber: string
}
/** Of a case the actor may see; undefined otherwise. */
export async function findCaseScope(tx: Tx, caseId: string): Promise<CaseScope | undefined> {
  const row = await tx
    .selectFrom('enrolment.case')
    .select(['plan_id', 'id', 'person_id', 'county_code', 'assigned', 'barred', 'file_number'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, file_number: fileNumber, ...scope } = row
  return { scope, caseId: id, fileNumber }
}
/** The same columns as a row that stands already has them. */
export function scopeOf({ plan_id, person_id, county_code, assigned, barred }: Scope): Scope {
  return { plan_id, person_id, county_code, assigned, barred }
}
