import type { Tx } from '../../../platform/db.ts'
import { type FileScope, findFile } from '../../enrolment/port.ts'

/** The scope columns that rows of this room about a woman take from her case. */
export type Scope = Omit<FileScope, 'case_id'>
export interface CaseScope {
  readonly scope: Scope
  readonly caseId: string
  readonly fileNumber: string
}
/** Of a case the actor may see; undefined otherwise. */
export async function findCaseScope(tx: Tx, caseId: string): Promise<CaseScope | undefined> {
  const found = await findFile(tx, caseId)
  return found === undefined ? undefined : { scope: scopeOf(found.scope), caseId, fileNumber: found.fileNumber }
}
/** The same columns as a row that stands already has them. */
export function scopeOf({ plan_id, person_id, county_code, assigned, barred }: Scope): Scope {
  return { plan_id, person_id, county_code, assigned, barred }
}
