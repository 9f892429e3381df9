import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { Figures, type Release } from '../contract/releases.ts'

export interface StoredRelease extends Release {
  readonly proposedBy: string
  readonly isSettled: boolean
}
interface Row {
  readonly id: string
  readonly number: number | null
  readonly as_of: string
  readonly figures: unknown
  readonly corrects: number | null
  readonly correction: string | null
  readonly proposed_by: string
  readonly published_at: Date | null
  readonly dropped_at: Date | null
}
const columns = ['id', 'number', 'as_of', 'figures', 'corrects', 'correction', 'proposed_by', 'published_at', 'dropped_at'] as const
const releaseOf = (row: Row): StoredRelease => ({
  id: row.id,
  number: row.number,
  asOf: row.as_of,
  publishedAt: row.published_at?.toISOString() ?? null,
  corrects: row.corrects,
  correction: row.correction,
  proposedBy: row.proposed_by,
  isSettled: row.published_at !== null || row.dropped_at !== null,
  ...Figures.parse(row.figures),
})
/** What was published, newest first. */
export async function listPublished(tx: Tx, planId: string): Promise<readonly StoredRelease[]> {
  const rows = await tx
    .selectFrom('outcomes.release')
    .select(columns)
    .where('plan_id', '=', planId)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map(releaseOf)
}
export async function findProposed(tx: Tx, planId: string): Promise<StoredRelease | undefined> {
  const row = await tx
    .selectFrom('outcomes.release')
    .select(columns)
    .where('plan_id', '=', planId)
    .where('published_at', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : releaseOf(row)
}
export async function lockRelease(tx: Tx, id: string): Promise<StoredRelease | undefined> {
  const row = await tx.selectFrom('outcomes.release').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : releaseOf(row)
}
export interface Proposing extends Figures {
  readonly planId: string
  readonly id: string
  readonly asOf: string
  readonly corrects: number | null
  readonly correction: string | null
  readonly accountId: string
  readonly at: Date
}
export async function insertRelease(tx: Tx, one: Proposing): Promise<void> {
  await tx
    .insertInto('outcomes.release')
    .values({
      plan_id: one.planId,
      id: one.id,
      as_of: one.asOf,
      figures: JSON.stringify({ figures: one.figures, pledges: one.pledges }),
      corrects: one.corrects,
      correction: one.correction,
      proposed_by: one.accountId,
      proposed_at: one.at,
    })
    .execute()
}
/** Gives it the next number. Two at once cannot: only one waits. */
export async function publish(tx: Tx, { planId, id, accountId, at }: Pick<Proposing, 'planId' | 'id' | 'accountId' | 'at'>): Promise<void> {
  await tx
    .updateTable('outcomes.release')
    .set({
      number: sql<number>`(select coalesce(max(number), 0) + 1 from outcomes.release where plan_id = ${planId})`,
      published_by: accountId,
      published_at: at,
    })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .execute()
}
export async function drop(tx: Tx, { planId, id, at }: Pick<Proposing, 'planId' | 'id' | 'at'>): Promise<void> {
  await tx.updateTable('outcomes.release').set({ dropped_at: at }).where('plan_id', '=', planId).where('id', '=', id).execute()
}
/** How many women made what came of each promise. */
export async function countWomenOfPledges(tx: Tx, planId: string): Promise<ReadonlyMap<string, number>> {
  return beyondReach(tx, async () => {
    const { rows } = await sql<{
      pledge_id: string
      n: number
    }>`select "order".pledge_id, count(distinct lot.case_id)::int as n from market."order"
      join market.lot lot on lot.plan_id = "order".plan_id and lot.order_id = "order".id and lot.collected_on is not null
      where "order".plan_id = ${planId} and "order".pledge_id is not null group by "order".pledge_id`.execute(tx)
    return new Map(rows.map(({ pledge_id: pledgeId, n }) => [pledgeId, n]))
  })
}
