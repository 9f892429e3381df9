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
  /** The columns that name a row within its plan. */
  readonly key: readonly string[]
  readonly hasCase: boolean
  /** Marked in the catalogue: its rows follow the woman when two of her files are joined. */
  readonly follows: boolean
}
/** Every table that keeps the scope columns beside `person_id`, whatever room it belongs to: found by its columns, not by a list. */
async function targetsOf(tx: Tx): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`
    select format('%I.%I', namespace.nspname, class.relname) as name,
      array(select attribute.attname::text from pg_index key join pg_attribute attribute
        on attribute.attrelid = key.indrelid and attribute.attnum = any (key.indkey)
        where key.indrelid = class.oid and key.indisprimary and attribute.attname <> 'plan_id' order by 1) as key,
      exists (select from pg_attribute where attrelid = class.oid and not attisdropped and attname = 'case_id') as "hasCase",
      coalesce(obj_description(class.oid, 'pg_class') = 'follows-her', false) as follows
    from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
    where class.relkind in ('r', 'p') and (select count(*) from pg_attribute attribute
      where attribute.attrelid = class.oid and not attribute.attisdropped
        and attribute.attname in ('plan_id', 'person_id', 'county_code', 'assigned', 'barred', 'shared_with')) = 6
    order by 1`.execute(tx)
  return rows
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
    const targets = (await targetsOf(tx)).map(({ name }) => name).filter((name) => only === undefined || only.includes(name))
    const sets = setsOf(change)
    for (const name of targets)
      await sql`update ${sql.raw(name)} set ${sql.join(sets)} where plan_id = ${planId} and person_id = ${personId}`.execute(tx)
    return targets
  })
}

/** One file of a woman: who stands behind it, and its case. */
export interface FileOf {
  readonly personId: string
  readonly caseId: string
}
export interface Joining {
  readonly planId: string
  /** Under it every row touched is recorded; with it `putBack` finds them. */
  readonly actId: string
  readonly from: FileOf
  readonly into: FileOf & { readonly countyCode: string }
}
const SCOPE = ['person_id', 'county_code', 'shared_with', 'barred', 'assigned'] as const
/** These columns of a row as one value. */
const asJson = (columns: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(column)]))})`
const columnsOf = ({ hasCase }: Target): readonly string[] => (hasCase ? [...SCOPE, 'case_id'] : SCOPE)

/**
 * Records where every row of a file stands, and re-points those that follow the woman to the file it is joined to; all others stay, sealed under
 * their own key. Returns how many rows were recorded and how many followed: as many as before, none more and none less.
 */
export async function repoint(
  tx: Tx,
  { planId, actId, from, into }: Joining,
): Promise<{ readonly recorded: number; readonly followed: number }> {
  return beyondReach(tx, async () => {
    const told = { recorded: 0, followed: 0 }
    for (const target of await targetsOf(tx)) {
      const { numAffectedRows: recorded = 0n } = await sql`
        insert into platform.repointed (plan_id, act_id, table_name, row_key, from_person_id, to_person_id, before)
        select plan_id, ${actId}, ${target.name}, ${asJson(target.key)}, person_id, ${target.follows ? into.personId : from.personId},
          ${asJson(columnsOf(target))}
        from ${sql.raw(target.name)} where plan_id = ${planId} and person_id = ${from.personId}`.execute(tx)
      told.recorded += Number(recorded)
      if (!target.follows) continue
      const { numAffectedRows: followed = 0n } = await sql`
        update ${sql.raw(target.name)} set person_id = ${into.personId}${target.hasCase ? sql`, case_id = ${into.caseId}` : sql``},
          county_code = ${into.countyCode}
        where plan_id = ${planId} and person_id = ${from.personId}`.execute(tx)
      told.followed += Number(followed)
    }
    return told
  })
}
/** Puts every row of a join back where it stood. */
export async function putBack(tx: Tx, { planId, actId }: { readonly planId: string; readonly actId: string }): Promise<void> {
  await beyondReach(tx, async () => {
    for (const target of await targetsOf(tx)) {
      const name = sql.raw(target.name)
      const isSame = target.key.map((column) => sql`stored.${sql.ref(column)}::text = recorded.row_key ->> ${sql.lit(column)}`)
      const sets = columnsOf(target).map((column) => sql`${sql.ref(column)} = earlier.${sql.ref(column)}`)
      await sql`update ${name} stored set ${sql.join(sets)}
        from platform.repointed recorded, lateral jsonb_populate_record(null::${name}, recorded.before) earlier
        where recorded.plan_id = ${planId} and recorded.act_id = ${actId} and recorded.table_name = ${target.name}
          and stored.plan_id = recorded.plan_id and ${sql.join(isSame, sql` and `)}`.execute(tx)
    }
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
