import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'

/** Schemas whose tables belong to libraries or to the runner of migrations; exempt by name, and by nothing else. */
const EXEMPT = ['auth', 'pgboss', 'migration']
/** Tables nobody reaches through the law of rows, only the owner before anybody acts: forced, and without any policy for others. */
const NOBODYS: readonly string[] = ['platform.root_key']
let client: pg.Client
beforeAll(async () => {
  const { superuser } = await freshDatabase()
  client = new pg.Client(superuser)
  await client.connect()
})
afterAll(() => client.end())

const OURS = `select class.oid, namespace.nspname || '.' || class.relname as name,
    exists (select from pg_attribute where attrelid = class.oid and attname = 'plan_id' and not attisdropped) as is_planned
  from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
  where class.relkind in ('r', 'p') and namespace.nspname not like 'pg\\_%' and namespace.nspname <> 'information_schema' and namespace.nspname <> all ($1)`
const laws = {
  'row-level security is forced, with a policy': `select ours.name from (${OURS}) ours join pg_class class on class.oid = ours.oid
    where not (class.relrowsecurity and class.relforcerowsecurity and exists (select from pg_policy where polrelid = ours.oid and polname <> 'owner_migrates'))`,
  'keys of plan-owned tables begin with the plan': `select ours.name || ' ' || index.indexrelid::regclass from (${OURS}) ours join pg_index index on index.indrelid = ours.oid
    where ours.is_planned and index.indisunique and (select attname from pg_attribute where attrelid = ours.oid and attnum = index.indkey[0]) <> 'plan_id'`,
  'foreign keys between plan-owned tables begin with the plan': `select ours.name || ' ' || fk.conname from (${OURS}) ours join pg_constraint fk on fk.conrelid = ours.oid and fk.contype = 'f'
    where ours.is_planned and exists (select from pg_attribute where attrelid = fk.confrelid and attname = 'plan_id')
      and (select attname from pg_attribute where attrelid = ours.oid and attnum = fk.conkey[1]) <> 'plan_id'`,
  'nothing is set to null or deleted by a foreign key': `select ours.name || ' ' || fk.conname from (${OURS}) ours join pg_constraint fk on fk.conrelid = ours.oid and fk.contype = 'f' where fk.confdeltype not in ('r', 'a')`,
  'there are no triggers': `select ours.name || ' ' || tgname from (${OURS}) ours join pg_trigger on tgrelid = ours.oid where not tgisinternal`,
  'policies hold no sub-query': `select ours.name || ' ' || polname from (${OURS}) ours join pg_policy on polrelid = ours.oid
    where coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~* '\\mselect\\M'`,
} as const
type Law = keyof typeof laws

async function breaches(law: Law): Promise<readonly string[]> {
  const { rows } = await client.query<Record<string, unknown>>(laws[law], [EXEMPT])
  const found = rows.map((row) => String(Object.values(row)[0])).sort()
  return law === 'row-level security is forced, with a policy' ? found.filter((name) => !NOBODYS.includes(name)) : found
}
/** A violation of each law, planted and taken back. */
const planted: Readonly<Record<Law, string>> = {
  'row-level security is forced, with a policy': 'create table plan.planted (plan_id uuid not null, primary key (plan_id))',
  'keys of plan-owned tables begin with the plan':
    'create table plan.planted (plan_id uuid not null, id uuid not null, primary key (id, plan_id))',
  'foreign keys between plan-owned tables begin with the plan':
    'create table plan.planted (plan_id uuid not null, id uuid not null, primary key (plan_id, id), constraint wrong foreign key (id, plan_id) references plan.plan (plan_id, id) on delete restrict)',
  'nothing is set to null or deleted by a foreign key':
    'create table plan.planted (plan_id uuid not null, id uuid not null, primary key (plan_id, id), constraint wrong foreign key (plan_id, id) references plan.plan (plan_id, id) on delete cascade)',
  'there are no triggers':
    'create table plan.planted (plan_id uuid primary key); create trigger planted before update on plan.planted for each row execute function suppress_redundant_updates_trigger()',
  'policies hold no sub-query':
    'create table plan.planted (plan_id uuid primary key); create policy planted on plan.planted using (plan_id = (select gen_random_uuid()))',
}
const names: readonly Law[] = [
  'row-level security is forced, with a policy',
  'keys of plan-owned tables begin with the plan',
  'foreign keys between plan-owned tables begin with the plan',
  'nothing is set to null or deleted by a foreign key',
  'there are no triggers',
  'policies hold no sub-query',
]
test.each(names)('%s', async (law) => {
  expect(await breaches(law)).toEqual([])
  await client.query('begin')
  await client.query(planted[law])
  const found = await breaches(law)
  await client.query('rollback')
  expect(found.some((one) => one.includes('planted') || one.includes('wrong'))).toBe(true)
})
test('tables of nobody are forced as well, and no role of the house has a policy or a grant on them', async () => {
  const { rows } = await client.query<{ name: string; forced: boolean; policies: number; granted: boolean }>(
    `select format('%s.%s', namespace.nspname, class.relname) as name, relrowsecurity and relforcerowsecurity as forced,
      (select count(*)::int from pg_policy where polrelid = class.oid and polname <> 'owner_migrates') as policies,
      has_table_privilege('kariz_app', class.oid, 'select') or has_table_privilege('kariz_blind', class.oid, 'select') or has_table_privilege('kariz_linkage', class.oid, 'select') as granted
      from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace where format('%s.%s', namespace.nspname, class.relname) = any ($1)`,
    [NOBODYS],
  )
  expect(rows).toEqual(NOBODYS.map((name) => ({ name, forced: true, policies: 0, granted: false })))
})
