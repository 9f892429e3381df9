import { sql, type Tx } from '../../../platform/db.ts'
import { MOST_SHOWN } from '../contract/mass-reads.ts'

export interface StoredMassRead {
  readonly accountId: string
  readonly role: string
  readonly hour: Date
  readonly files: number
  readonly reviewedFiles: number | null
  readonly reason: string | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
}
interface Asked {
  readonly planId: string
  readonly since: Date
  readonly above: number
  /** One hour of one account, where only that is asked. */
  readonly one?: { readonly accountId: string; readonly role: string }
}
/** Hours since an instant in which an account was at more than so many different files, with what somebody found of them. */
export async function listMassReads(tx: Tx, { planId, since, above, one }: Asked): Promise<readonly StoredMassRead[]> {
  const only = one === undefined ? sql`true` : sql`entry.account_id = ${one.accountId} and entry.role = ${one.role}`
  const { rows } = await sql<StoredMassRead>`
    select read.account_id as "accountId", read.role, read.hour, read.files,
      review.files as "reviewedFiles", review.reason, review.reviewed_by as "reviewedBy", review.reviewed_at as "reviewedAt"
    from (
      select entry.account_id, entry.role, date_trunc('hour', entry.at) as hour, count(distinct entry.person_id)::integer as files
      from platform.history entry
      where entry.plan_id = ${planId} and entry.at >= ${since} and entry.person_id is not null and entry.batch_id is null
        and entry.role not in ('W', 'service') and ${only}
      group by entry.account_id, entry.role, date_trunc('hour', entry.at) having count(distinct entry.person_id) > ${above}
      order by hour desc, account_id limit ${MOST_SHOWN}) read
    left join people.mass_read_review review
      on review.plan_id = ${planId} and review.account_id = read.account_id and review.role = read.role and review.hour = read.hour
    order by read.hour desc, read.account_id`.execute(tx)
  return rows
}
interface Review extends Pick<StoredMassRead, 'accountId' | 'role' | 'hour' | 'files'> {
  readonly planId: string
  readonly reason: string
  readonly by: string
  readonly at: Date
}
/** Of two who look at once the first is kept; false for the other. What was opened again by more reading is looked at anew. */
export async function keepReview(tx: Tx, made: Review): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people.mass_read_review')
    .values({
      plan_id: made.planId,
      account_id: made.accountId,
      role: made.role,
      hour: made.hour,
      files: made.files,
      reason: made.reason,
      reviewed_by: made.by,
      reviewed_at: made.at,
    })
    .onConflict((clash) =>
      clash
        .constraint('mass_read_review_pkey')
        .doUpdateSet({ files: made.files, reason: made.reason, reviewed_by: made.by, reviewed_at: made.at })
        .where('people.mass_read_review.files', '<', made.files),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
