import { beyondReach, type Tx } from '../../../platform/db.ts'
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
