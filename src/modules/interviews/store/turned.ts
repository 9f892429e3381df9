import { beyondReach, type Tx } from '../../../platform/db.ts'
import { columns, type Interview, interviewOf } from './interviews.ts'

/** The conversation of a case that is not settled, locked, whoever turned her road: the planner's row may be beyond her guide's reach and the other way. */
export async function lockOpenBeyond(
  tx: Tx,
  { planId, caseId }: { readonly planId: string; readonly caseId: string },
): Promise<Interview | undefined> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('interviews.interview')
      .select(columns)
      .where('plan_id', '=', planId)
      .where('case_id', '=', caseId)
      .where('state', 'not in', ['told', 'cancelled'])
      .forUpdate()
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : interviewOf(row)
}
