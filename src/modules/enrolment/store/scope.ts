import { beyondReach, type Tx } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import type { Case } from './cases.ts'

/** The scope columns a new row about a woman takes from her case: also who is barred, so that a new row hides from the same officers. */
export async function readScope(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>) {
  return beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case')
      .select(['plan_id', 'person_id', 'county_code', 'barred', 'assigned'])
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}
/** The scope columns that rows of later rooms about a case take from it. */
export interface FileScope {
  readonly plan_id: string
  readonly case_id: string
  readonly person_id: string
  readonly county_code: string
  readonly assigned: string[]
  readonly barred: string[]
}
/** A case the actor may see, as far as later rooms need it to keep rows about it; undefined otherwise. */
export async function findFile(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.case')
    .select(['plan_id', 'id', 'person_id', 'county_code', 'assigned', 'barred', 'file_number', 'position', 'joined_to'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, file_number: fileNumber, position, joined_to: joinedTo, ...columns } = row
  const scope: FileScope = { ...columns, case_id: id }
  return { scope, fileNumber, position: CasePosition.parse(position), isJoined: joinedTo !== null }
}
