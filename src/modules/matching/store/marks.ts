import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { FileScope } from '../../enrolment/port.ts'
import { MarkKind, MarkReason } from '../contract/states.ts'

export interface StoredMark {
  readonly id: string
  readonly caseId: string
  readonly opportunityId: string
  readonly kind: 'pin' | 'ban'
  readonly reason: MarkReason
  readonly markedOn: string
}
const columns = ['id', 'case_id', 'opportunity_id', 'kind', 'reason', 'marked_on'] as const
const rows = (tx: Tx) => tx.selectFrom('matching.mark').select(columns).where('ended_on', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const markOf = (row: Row): StoredMark => ({
  id: row.id,
  caseId: row.case_id,
  opportunityId: row.opportunity_id,
  kind: MarkKind.parse(row.kind),
  reason: MarkReason.parse(row.reason),
  markedOn: row.marked_on,
})
/** Marks that stand for one woman, as far as the reader may see them. */
export async function listMarks(tx: Tx, caseId: string): Promise<readonly StoredMark[]> {
  return (await rows(tx).where('case_id', '=', caseId).orderBy('id').limit(250).execute()).map(markOf)
}
/** Marks that stand in a county, for a run that sees no reason and no guide. */
export async function listMarksOf(
  tx: Tx,
  { planId, countyCode }: { readonly planId: string; readonly countyCode: string },
): Promise<readonly Pick<StoredMark, 'caseId' | 'opportunityId' | 'kind'>[]> {
  const found = await beyondReach(tx, () => rows(tx).where('plan_id', '=', planId).where('county_code', '=', countyCode).execute())
  return found.map(markOf)
}
export async function insertMark(
  tx: Tx,
  scope: FileScope,
  made: Omit<StoredMark, 'caseId' | 'markedOn'> & { readonly today: string; readonly accountId: string },
): Promise<void> {
  await tx
    .insertInto('matching.mark')
    .values({
      ...scope,
      id: made.id,
      opportunity_id: made.opportunityId,
      kind: made.kind,
      reason: made.reason,
      marked_on: made.today,
      account_id: made.accountId,
    })
    .execute()
}
/** False when there is no such mark that stands. */
export async function endMarkRow(tx: Tx, of: { readonly caseId: string; readonly id: string; readonly today: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('matching.mark')
    .set({ ended_on: of.today })
    .where('case_id', '=', of.caseId)
    .where('id', '=', of.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
