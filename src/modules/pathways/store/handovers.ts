import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { type Handover, HandoverReason, HandoverState } from '../contract/handovers.ts'
import type { Scope } from './scope.ts'

const MOST = 250
export type StoredHandover = Omit<Handover, 'fromName' | 'toName'> & {
  readonly caseId: string
  readonly personId: string
  readonly fromAccountId: string
  readonly toAccountId: string
}
const columns = [
  'id',
  'case_id',
  'person_id',
  'county_code',
  'file_number',
  'account_id',
  'from_account',
  'reason',
  'state',
  'proposed_on',
  'version',
] as const
interface Row {
  readonly id: string
  readonly case_id: string
  readonly person_id: string
  readonly county_code: string
  readonly file_number: string
  readonly account_id: string
  readonly from_account: string
  readonly reason: string
  readonly state: string
  readonly proposed_on: string
  readonly version: number
}
function handoverOf(row: Row): StoredHandover {
  return {
    id: row.id,
    caseId: row.case_id,
    personId: row.person_id,
    countyCode: row.county_code,
    fileNumber: row.file_number,
    toAccountId: row.account_id,
    fromAccountId: row.from_account,
    reason: HandoverReason.parse(row.reason),
    state: HandoverState.parse(row.state),
    proposedOn: row.proposed_on,
    version: row.version,
  }
}
/** Proposed, and the file is still where it was proposed from. */
const isOpen = sql<boolean>`(state = 'proposed' and from_account = any (assigned))`
export async function findWaiting(tx: Tx, caseId: string): Promise<StoredHandover | undefined> {
  const row = await tx.selectFrom('pathways.handover').select(columns).where('case_id', '=', caseId).where(isOpen).executeTakeFirst()
  return row === undefined ? undefined : handoverOf(row)
}
export async function listProposedTo(tx: Tx, accountId: string): Promise<readonly StoredHandover[]> {
  const rows = await tx
    .selectFrom('pathways.handover')
    .select(columns)
    .where('account_id', '=', accountId)
    .where(isOpen)
    .orderBy('proposed_on')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(handoverOf)
}
/** What one account proposed, newest first: also files that are in other hands by now, by number alone. */
export async function listProposedBy(
  tx: Tx,
  { planId, accountId }: { readonly planId: string; readonly accountId: string },
): Promise<readonly StoredHandover[]> {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('pathways.handover')
      .select(columns)
      .where('plan_id', '=', planId)
      .where('proposed_by', '=', accountId)
      .where(sql<boolean>`not ${accountId}::uuid = any (barred)`)
      .orderBy('proposed_on', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute(),
  )
  return rows.map(handoverOf)
}
/** A proposal made to the reader. */
export async function findProposedTo(tx: Tx, id: string, accountId: string): Promise<StoredHandover | undefined> {
  const row = await tx
    .selectFrom('pathways.handover')
    .select(columns)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row === undefined ? undefined : handoverOf(row)
}
/** A proposal of one account, locked, in whatever hands the file is by now. */
export async function lockProposedBy(
  tx: Tx,
  { planId, id, accountId }: { readonly planId: string; readonly id: string; readonly accountId: string },
): Promise<StoredHandover | undefined> {
  return beyondReach(tx, async () => {
    const row = await tx
      .selectFrom('pathways.handover')
      .select(columns)
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .where('proposed_by', '=', accountId)
      .where(sql<boolean>`not ${accountId}::uuid = any (barred)`)
      .forUpdate()
      .executeTakeFirst()
    return row === undefined ? undefined : handoverOf(row)
  })
}
export interface Proposed {
  readonly id: string
  readonly fileNumber: string
  readonly toAccountId: string
  readonly fromAccountId: string
  readonly proposedBy: string
  readonly reason: HandoverReason
  readonly today: string
}
/** Proposes a file; an earlier proposal from hands it has left is closed first. A supervisor proposes what she does not carry. */
export async function insertHandover(tx: Tx, scope: Scope, made: Proposed): Promise<void> {
  await beyondReach(tx, async () => {
    await tx
      .updateTable('pathways.handover')
      .set({ state: 'withdrawn', state_since: made.today })
      .where('plan_id', '=', scope.plan_id)
      .where('case_id', '=', scope.case_id)
      .where('state', '=', 'proposed')
      .where(sql<boolean>`not from_account = any (assigned)`)
      .execute()
    await tx
      .insertInto('pathways.handover')
      .values({
        ...scope,
        id: made.id,
        file_number: made.fileNumber,
        account_id: made.toAccountId,
        from_account: made.fromAccountId,
        proposed_by: made.proposedBy,
        proposed_on: made.today,
        reason: made.reason,
        state_since: made.today,
      })
      .execute()
  })
}
/** Under the version seen; undefined when somebody was quicker. */
export async function moveHandover(
  tx: Tx,
  {
    planId,
    id,
    version,
    to,
    today,
  }: { readonly planId: string; readonly id: string; readonly version: number; readonly to: string; readonly today: string },
): Promise<StoredHandover | undefined> {
  const row = await beyondReach(tx, () =>
    tx
      .updateTable('pathways.handover')
      .set({ state: to, state_since: today, version: version + 1 })
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .where('version', '=', version)
      .returning(columns)
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : handoverOf(row)
}
/** Whether the file came to the reader from another guide and the woman was not told since. */
export async function isToTell(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql`select from pathways.due where kind = 'new-guide-to-tell' and subject_id = ${caseId}`.execute(tx)
  return rows.length > 0
}
export async function writeTold(tx: Tx, scope: Scope, { accountId, at }: { readonly accountId: string; readonly at: Date }): Promise<void> {
  await tx
    .insertInto('pathways.guide_told')
    .values({ ...scope, account_id: accountId, told_at: at })
    .onConflict((clash) => clash.columns(['plan_id', 'case_id', 'account_id']).doUpdateSet({ told_at: at }))
    .execute()
}
