import type { Tx } from '../../../platform/db.ts'
import { type FileScope, findFile } from '../../enrolment/port.ts'

/** The scope columns that rows of this room about a case take from it. */
export type Scope = FileScope
export interface FiledScope extends Scope {
  readonly fileNumber: string
}
/** Of a case the actor may see; undefined otherwise. */
export async function findScope(tx: Tx, caseId: string): Promise<FiledScope | undefined> {
  const found = await findFile(tx, caseId)
  return found === undefined ? undefined : { ...found.scope, fileNumber: found.fileNumber }
}
/** The columns alone. */
export function columnsOf({ plan_id, case_id, person_id, county_code, assigned, barred }: Scope): Scope {
  return { plan_id, case_id, person_id, county_code, assigned, barred }
}
