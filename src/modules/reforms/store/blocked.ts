import { beyondReach, type Tx } from '../../../platform/db.ts'
import { daysBetween } from '../../../platform/time.ts'
import type { FileScope } from '../../enrolment/port.ts'

/** How many women each obstacle holds up now, over all counties and whoever asks: numbers alone. */
export async function countBlocked(
  tx: Tx,
  { planId, obstacleIds }: { readonly planId: string; readonly obstacleIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  if (obstacleIds.length === 0) return new Map()
  return beyondReach(tx, () => countOf(tx, planId, obstacleIds))
}
/** The same over the files whose numbers the reader may see. */
export async function countSeen(tx: Tx, planId: string, obstacleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return obstacleIds.length === 0 ? new Map() : countOf(tx, planId, obstacleIds)
}
async function countOf(tx: Tx, planId: string, obstacleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('reforms.blocked_case')
    .select(({ fn }) => ['obstacle_id', fn.count<number>('person_id').distinct().as('women')])
    .where('plan_id', '=', planId)
    .where('obstacle_id', 'in', [...obstacleIds])
    .where('freed_on', 'is', null)
    .groupBy('obstacle_id')
    .execute()
  return new Map(rows.map((row) => [row.obstacle_id, Number(row.women)]))
}
/** The files an obstacle holds up now, as far as the reader may see them. */
export async function listCases(tx: Tx, obstacleId: string, { accountId, today }: { readonly accountId: string; readonly today: string }) {
  const rows = await tx
    .selectFrom('reforms.blocked_case as blocked')
    .innerJoin('enrolment.case as file', (join) =>
      join.onRef('file.plan_id', '=', 'blocked.plan_id').onRef('file.id', '=', 'blocked.case_id'),
    )
    .select(['blocked.case_id', 'blocked.county_code', 'blocked.blocked_on', 'blocked.assigned', 'file.file_number', 'file.position'])
    .where('blocked.obstacle_id', '=', obstacleId)
    .where('blocked.freed_on', 'is', null)
    .orderBy('blocked.blocked_on')
    .orderBy('blocked.id')
    .limit(250)
    .execute()
  return rows.map((row) => ({
    fileNumber: row.file_number,
    position: row.position,
    countyCode: row.county_code,
    days: daysBetween(row.blocked_on, today),
    caseId: row.assigned.includes(accountId) ? row.case_id : null,
  }))
}
export async function insertBlocked(
  tx: Tx,
  scope: FileScope,
  made: { readonly id: string; readonly obstacleId: string; readonly accountId: string; readonly today: string },
): Promise<void> {
  await tx
    .insertInto('reforms.blocked_case')
    .values({ ...scope, id: made.id, obstacle_id: made.obstacleId, account_id: made.accountId, blocked_on: made.today })
    .execute()
}
/** False when the file is not held up by it. */
export async function freeBlocked(
  tx: Tx,
  { obstacleId, caseId, today }: { readonly obstacleId: string; readonly caseId: string; readonly today: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reforms.blocked_case')
    .set({ freed_on: today })
    .where('obstacle_id', '=', obstacleId)
    .where('case_id', '=', caseId)
    .where('freed_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
