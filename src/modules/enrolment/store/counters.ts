import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import type { Position } from '../rules/case-moves.ts'
import { shownPosition } from '../rules/side-roads.ts'

/** Numbers by county and position as they are shown: who is protected counts among the paused. */
export async function readCounters(tx: Tx) {
  const rows = await tx
    .selectFrom('enrolment.counter')
    .select(['county_code', 'position', 'n'])
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
/** Cases their reader is barred from, per county and position: a counter must not betray what a list hides. */
export async function countHidden(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ at: string; n: number }>`select file.county_code || ' ' || file.position as at, count(*) as n from people.barred_officer barred
      join enrolment."case" file on file.plan_id = barred.plan_id and file.person_id = barred.person_id
      where barred.plan_id = nullif(current_setting('kariz.plan', true), '')::uuid
        and barred.account_id = nullif(current_setting('kariz.account', true), '')::uuid and barred.ended_at is null
      group by 1`.execute(tx),
  )
  return new Map(rows.map(({ at, n }) => [at, n]))
}

/** Moves the counters of a county in the order of their keys, so that two moves never wait for each other in a ring. */
export async function count(
  tx: Tx,
  planId: string,
  changes: readonly { readonly countyCode: string; readonly position: Position; readonly by: number }[],
): Promise<void> {
  const ordered = [...changes]
    .filter(({ by }) => by !== 0)
    .sort((a, b) => `${a.countyCode}${a.position}`.localeCompare(`${b.countyCode}${b.position}`, 'en'))
  await beyondReach(tx, async () => {
    for (const { countyCode, position, by } of ordered) {
      const { numUpdatedRows } = await tx
        .updateTable('enrolment.counter')
        .set((set) => ({ n: set('n', '+', by) }))
        .where('plan_id', '=', planId)
        .where('county_code', '=', countyCode)
        .where('position', '=', position)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) continue
      await sql`insert into enrolment.counter (plan_id, county_code, position, n) values (${planId}, ${countyCode}, ${position}, ${by})
        on conflict (plan_id, county_code, position) do update set n = enrolment.counter.n + excluded.n`.execute(tx)
    }
  })
}
