import { beyondReach, sql, type Tx, type Write, writeAll } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import { beforeConsent, type Position } from '../rules/case-moves.ts'
import { shownPosition } from '../rules/side-roads.ts'

/** Erased before she said yes: the case stays for the history, and stands in no list and no number of those who wait. */
export const isForgotten = sql<boolean>`(is_erased and position = any (${[...beforeConsent]}::text[]))`
/** Numbers by county and position as they are shown: who is protected counts among the paused. */
export async function readCounters(tx: Tx) {
  const rows = await tx
    .selectFrom('enrolment.counter')
    .select((select) => ['county_code', 'position', select.fn.sum<number>('n').as('n')])
    .groupBy(['county_code', 'position'])
    .orderBy('county_code')
    .orderBy('position')
    .limit(5000)
    .execute()
  const hidden = await countHidden(tx)
  const shown = new Map<string, { countyCode: string; position: Position; count: number }>()
  for (const row of rows) {
    const position = shownPosition(CasePosition.parse(row.position))
    const key = `${row.county_code} ${position}`
    const count = row.n - (hidden.get(`${row.county_code} ${row.position}`) ?? 0)
    shown.set(key, { countyCode: row.county_code, position, count: (shown.get(key)?.count ?? 0) + count })
  }
  return [...shown.values()]
}
/** Cases their reader is barred from, also by a file joined to them, per county and position: a counter must not betray what a list hides. */
export async function countHidden(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ at: string; n: number }>`with recursive linked (plan_id, id) as (
        select plan_id, person_id from people.barred_officer where plan_id = nullif(current_setting('kariz.plan', true), '')::uuid
          and account_id = nullif(current_setting('kariz.account', true), '')::uuid and ended_at is null
        union
        select other.plan_id, other.id from linked
        join people.person one on one.plan_id = linked.plan_id and one.id = linked.id
        join people.person other on other.plan_id = one.plan_id and (other.id = one.joined_to or other.joined_to = one.id))
      select file.county_code || ' ' || file.position as at, count(*) as n from linked
      join enrolment."case" file on file.plan_id = linked.plan_id and file.person_id = linked.id and file.joined_to is null and not ${isForgotten}
      group by 1`.execute(tx),
  )
  return new Map(rows.map(({ at, n }) => [at, n]))
}

/** Rows over which one counter is spread. */
const SHARDS = 16
export interface Counted {
  readonly countyCode: string
  readonly position: Position
  readonly by: number
}
/** Moves counters in one statement, in the order of their keys, each in the row of this connection: who moves at the same time moves another row. */
export function counterWrite(planId: string, changes: readonly Counted[]): Write | undefined {
  const moved = changes
    .filter(({ by }) => by !== 0)
    .sort((a, b) => `${a.countyCode}${a.position}`.localeCompare(`${b.countyCode}${b.position}`, 'en'))
  if (moved.length === 0) return undefined
  const rows = moved.map(
    ({ countyCode, position, by }) => sql`(${planId}::uuid, ${countyCode}, ${position}, pg_backend_pid() % ${SHARDS}::int, ${by}::int)`,
  )
  return sql`insert into enrolment.counter (plan_id, county_code, position, shard, n) values ${sql.join(rows)}
    on conflict (plan_id, county_code, position, shard) do update set n = enrolment.counter.n + excluded.n`
}
export async function count(tx: Tx, planId: string, changes: readonly Counted[]): Promise<void> {
  const write = counterWrite(planId, changes)
  if (write !== undefined) await beyondReach(tx, () => writeAll(tx, [write]))
}
