import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { type Position, positions } from '../rules/case-moves.ts'
import { pauses } from '../rules/side-roads.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

/** The last position of her road before the pause in which she stands. Asked for a case the caller has seen already. */
export async function findPositionBefore(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>): Promise<Position | undefined> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case_move')
      .select('to_position')
      .where('plan_id', '=', planId)
      .where('case_id', '=', id)
      .where('to_position', 'not in', [...pauses])
      .orderBy('moved_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return positions.find((one) => one === row?.to_position)
}
/** The reason written with the last move into a position; null when there is none. Asked for a case the caller has seen already. */
export async function findLastReason(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>, to: Position): Promise<string | null> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case_move')
      .select('reason')
      .where('plan_id', '=', planId)
      .where('case_id', '=', id)
      .where('to_position', '=', to)
      .where('reason', '<>', 'resumed')
      .orderBy('moved_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.reason ?? null
}
/** The way to another county: kept under that county, so that its guides see the number of the file and nothing else. */
export async function insertTransfer(
  tx: Tx,
  one: Case,
  asked: { readonly id: string; readonly toCounty: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('enrolment.county_transfer')
    .values({
      ...(await readScope(tx, one)),
      county_code: asked.toCounty,
      id: asked.id,
      case_id: one.id,
      file_number: one.fileNumber,
      from_county: one.countyCode,
      to_county: asked.toCounty,
      state: 'asked',
      asked_by: asked.accountId,
      asked_at: asked.at,
    })
    .execute()
}
export async function listTransfers(tx: Tx, counties: readonly string[], limit: number) {
  if (counties.length === 0) return []
  return tx
    .selectFrom('enrolment.county_transfer')
    .select(['id', 'file_number', 'from_county', 'to_county', 'asked_at'])
    .where('state', '=', 'asked')
    .where('to_county', 'in', [...counties])
    .orderBy('asked_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}
/** An open way, locked; the case is not readable by the county it goes to until it is accepted there. */
export async function lockTransfer(tx: Tx, id: string) {
  return tx
    .selectFrom('enrolment.county_transfer')
    .select(['case_id', 'to_county', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
export async function acceptTransfer(
  tx: Tx,
  id: string,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('enrolment.county_transfer')
    .set({ state: 'accepted', accepted_by: accountId, ended_at: at })
    .where('id', '=', id)
    .execute()
}
/** A way nobody accepted ends whenever the case leaves it by another road. */
export async function takeBackTransfer(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>, at: Date): Promise<void> {
  await beyondReach(tx, () =>
    tx
      .updateTable('enrolment.county_transfer')
      .set({ state: 'taken-back', ended_at: at })
      .where('plan_id', '=', planId)
      .where('case_id', '=', id)
      .where('state', '=', 'asked')
      .execute(),
  )
}
/** A place she was granted stays hers and counted in the county that granted it. */
export async function keepPlaceCounted(tx: Tx, { planId, id, countyCode }: Pick<Case, 'planId' | 'id' | 'countyCode'>): Promise<void> {
  await beyondReach(tx, () =>
    sql`update enrolment."case" set place_county = coalesce(place_county, ${countyCode})
      where plan_id = ${planId} and id = ${id} and holds_place`.execute(tx),
  )
}
/**
 * A place she was granted, held or used already, goes with its unit of the quota to the county she moves to: nothing falls free there or here. Does
 * nothing for a case without a place. Counts of two counties are always taken in the order of their codes, so that no two moves wait in a ring.
 */
export async function movePlaceCount(
  tx: Tx,
  { planId, id, countyCode }: Pick<Case, 'planId' | 'id' | 'countyCode'>,
  to: string,
): Promise<void> {
  await beyondReach(tx, async () => {
    const { rows } = await sql<{ counted_in: string }>`select coalesce(place_county, ${countyCode}) as counted_in from enrolment."case"
      where plan_id = ${planId} and id = ${id} and (holds_place or place_county is not null)`.execute(tx)
    const from = rows[0]?.counted_in
    if (from === undefined || from === to) return
    await sql`update enrolment."case" set place_county = ${to} where plan_id = ${planId} and id = ${id}`.execute(tx)
    const change = (county: string, by: 1 | -1) =>
      sql`insert into enrolment.place_count (plan_id, county_code, granted, moved) values (${planId}, ${county}, ${Math.max(0, by)}, ${by})
        on conflict (plan_id, county_code) do update set granted = enrolment.place_count.granted + ${by}, moved = enrolment.place_count.moved + ${by}`.execute(
        tx,
      )
    const changes = [
      { county: from, by: -1 },
      { county: to, by: 1 },
    ] as const
    for (const { county, by } of changes.toSorted((one, other) => one.county.localeCompare(other.county, 'en'))) await change(county, by)
  })
}
