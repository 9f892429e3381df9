import { beyondReach, sql, type Tx } from './db.ts'

/** What may change across all rooms at once about one woman's rows. Only the parts given change. */
export interface Restamp {
  readonly countyCode?: string
  readonly assigned?: readonly string[]
  readonly barred?: readonly string[]
  readonly shareWith?: string
  readonly unshareWith?: string
}
interface Target {
  readonly name: string
}

/**
 * Updates `county_code`, `assigned`, `barred` and `shared_with` in every table that keeps them beside `person_id`, driven by the catalogue: a
 * new room is found by its columns, not by a list. `only` limits a share to named tables (a field group). Nothing else writes these columns.
 */
export async function restamp(
  tx: Tx,
  { planId, personId }: { readonly planId: string; readonly personId: string },
  change: Restamp,
  only?: readonly string[],
): Promise<readonly string[]> {
  return beyondReach(tx, async () => {
    const { rows } = await sql<Target>`
      select format('%I.%I', namespace.nspname, class.relname) as name
      from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
      where class.relkind in ('r', 'p') and (select count(*) from pg_attribute attribute
        where attribute.attrelid = class.oid and not attribute.attisdropped
          and attribute.attname in ('plan_id', 'person_id', 'county_code', 'assigned', 'barred', 'shared_with')) = 6
      order by 1`.execute(tx)
    const targets = rows.map(({ name }) => name).filter((name) => only === undefined || only.includes(name))
    const sets = setsOf(change)
    for (const name of targets)
      await sql`update ${sql.raw(name)} set ${sql.join(sets)} where plan_id = ${planId} and person_id = ${personId}`.execute(tx)
    return targets
  })
}
function setsOf({ countyCode, assigned, barred, shareWith, unshareWith }: Restamp) {
  const sets = []
  if (countyCode !== undefined) sets.push(sql`county_code = ${countyCode}`)
  if (assigned !== undefined) sets.push(sql`assigned = ${[...assigned]}::uuid[]`)
  if (barred !== undefined) sets.push(sql`barred = ${[...barred]}::uuid[]`)
  if (shareWith !== undefined)
    sets.push(sql`shared_with = (select array_agg(distinct one order by one) from unnest(shared_with || ${shareWith}::uuid) one)`)
  if (unshareWith !== undefined) sets.push(sql`shared_with = array_remove(shared_with, ${unshareWith}::uuid)`)
  if (sets.length === 0) throw new Error('a restamp that changes nothing')
  return sets
}
