import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { WorkBefore } from '../rules/job.ts'
import { worksBefore } from '../rules/job.ts'
import type { StoredFollowUp } from './follow-ups.ts'

export interface StoredBaseline {
  readonly work: WorkBefore
  readonly askedOn: string
}
/** What she did before the plan, as far as she was asked, for whoever may see it. */
export async function findBaseline(tx: Tx, caseId: string): Promise<StoredBaseline | undefined> {
  const row = await tx.selectFrom('outcomes.baseline').select(['work', 'asked_on']).where('case_id', '=', caseId).executeTakeFirst()
  return row === undefined ? undefined : { work: worksBefore.find((one) => one === row.work) ?? 'none', askedOn: row.asked_on }
}
/** Whether somebody asked already, yes or no, for a caller who does not read the answer. */
export async function isBaselineKnown(tx: Tx, { scope }: Pick<StoredFollowUp, 'scope'>): Promise<boolean> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('outcomes.baseline')
      .select('asked_on')
      .where('plan_id', '=', scope.plan_id)
      .where('case_id', '=', scope.case_id)
      .executeTakeFirst(),
  )
  return row !== undefined
}
/** Kept once: what she did before does not change by what came after. */
export async function insertBaseline(
  tx: Tx,
  { scope, sharedWith }: StoredFollowUp,
  { work, accountId, today }: { readonly work: WorkBefore; readonly accountId: string; readonly today: string },
): Promise<void> {
  const row = { ...scope, shared_with: [...sharedWith], work, account_id: accountId, asked_on: today }
  await beyondReach(tx, () =>
    tx
      .insertInto('outcomes.baseline')
      .values(row)
      .onConflict((clash) => clash.constraint('baseline_pkey').doNothing())
      .execute(),
  )
}
