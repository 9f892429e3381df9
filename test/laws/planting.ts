import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import type { Actor } from '../../src/access/actor.ts'
import { type ActorRole, blindRoles } from '../../src/access/roles.ts'
import { Door, type Opening, sql } from '../../src/platform/db.ts'
import { freshDatabase } from '../database.ts'
import { accountOf, organisations, thePlan, uuidOf } from '../personas.ts'

/** One line of the law of rows, as `db/policies.sql` lists it. */
export interface LawRow {
  readonly table: string
  readonly verbs: string
  readonly roles: readonly string[]
  readonly reach: string
}
export const law: readonly LawRow[] = [
  ...readFileSync(resolve(import.meta.dirname, '../../db/policies.sql'), 'utf8').matchAll(
    /\('([a-z_]+\.[a-z_"]+)', '([siu]*)', '([A-Za-z ]*)', '([a-z-]*)'\)/g,
  ),
].map(([, table = '', verbs = '', held = '', reach = '']) => ({
  table: table.replaceAll('"', ''),
  verbs,
  roles: held.split(' ').filter((role) => role !== ''),
  reach,
}))
export const tables: readonly string[] = [...new Set(law.map(({ table }) => table))].sort()

const me = accountOf('facilitatorOfDashtestan')
const agency = organisations.behzisti
const plain = {
  county: '1803',
  assigned: [],
  shared: [],
  organisation: organisations.labour,
  barred: [],
  plan: thePlan,
  account: uuidOf('somebody'),
  desks: [],
  openedAt: null,
} as const
/** Six rows planted in every table; each differs from the others in what some reach asks for. */
export const rows: Readonly<Record<RowName, PlantedRow>> = {
  assigned: { ...plain, person: uuidOf('law/assigned'), assigned: [me], account: me, desks: ['GD', 'PO', 'CA'] },
  sameCounty: { ...plain, person: uuidOf('law/county'), desks: ['EX', 'MO', 'AG', 'OR', 'AU'] },
  otherCounty: { ...plain, person: uuidOf('law/other'), county: '1804', account: accountOf('interviewer') },
  shared: {
    ...plain,
    person: uuidOf('law/shared'),
    county: '1804',
    shared: [agency],
    organisation: agency,
    desks: ['PO', 'AG', 'EX', 'GD'],
    account: accountOf('behzistiOfDashtestan'),
    openedAt: '2026-05-01T00:00:00Z',
  },
  barred: { ...plain, person: uuidOf('law/barred'), desks: ['GD', 'PO'], assigned: [me], shared: [agency], barred: [me], account: me },
  otherPlan: { ...plain, person: uuidOf('law/plan'), assigned: [me], shared: [agency], organisation: agency, plan: uuidOf('plan/other') },
}
export const rowNames = ['assigned', 'sameCounty', 'otherCounty', 'shared', 'barred', 'otherPlan'] as const
export type RowName = (typeof rowNames)[number]
interface PlantedRow {
  readonly person: string
  readonly county: string
  readonly assigned: readonly string[]
  readonly shared: readonly string[]
  readonly organisation: string
  readonly barred: readonly string[]
  readonly plan: string
  readonly account: string
  /** Roles on whose desks it lies. */
  readonly desks: readonly string[]
  readonly openedAt: string | null
}
/** The days on which every planted row of a session is open. */
const SESSION_DAYS = { from: '2026-05-01', to: '2026-05-05' } as const
/** What somebody may do with the planted rows of a table; «denied» is no grant on the table at all. */
export interface Allowed {
  readonly s: readonly RowName[] | 'denied'
  readonly i: readonly RowName[] | 'denied'
  readonly u: readonly RowName[] | 'denied'
}
export const listOf = (one: readonly RowName[] | 'denied'): readonly RowName[] => (one === 'denied' ? [] : one)
const Tried = z.record(z.string(), z.record(z.enum(['s', 'i', 'u']), z.array(z.int()).nullable()))

/** Tries every verb on every planted row, under the role and settings of the request. Everything is undone by the caller. */
const TRY = `
create schema law_test;
create table law_test.planted (name text not null, place int not null, at tid not null, body jsonb not null, columns text not null);
create function law_test.try(wanted text[]) returns jsonb language plpgsql as $try$
declare
  target record; told jsonb := '{}'; seen int[]; made int[]; changed int[];
begin
  for target in select name, array_agg(at order by place) as places, array_agg(body order by place) as bodies, min(columns) as columns
    from law_test.planted where wanted is null or replace(name, '"', '') = any (wanted) group by name order by name
  loop
    begin
      execute format('select coalesce(array_agg(array_position($1, ctid) - 1), ''{}'') from %s where ctid = any ($1)', target.name)
        into seen using target.places;
    exception when insufficient_privilege then seen := null; end;
    made := '{}';
    for place in 1 .. array_length(target.bodies, 1) loop
      begin
        execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', target.name, target.columns, target.columns, target.name)
          using target.bodies[place];
        made := made || (place - 1);
      exception when insufficient_privilege then
        if sqlerrm like 'permission denied%' then made := null; exit; end if;
      end;
    end loop;
    begin
      execute format('with done as (update %s set %s = %s where ctid = any ($1) returning array_position($1, old.ctid) - 1 as place)
        select coalesce(array_agg(place), ''{}'') from done', target.name, split_part(target.columns, ',', 1), split_part(target.columns, ',', 1))
        into changed using target.places;
    exception when insufficient_privilege then changed := null; end;
    told := told || jsonb_build_object(target.name, jsonb_build_object('s', to_jsonb(seen), 'i', to_jsonb(made), 'u', to_jsonb(changed)));
  end loop;
  return told;
end $try$;
grant usage on schema law_test to kariz_app, kariz_blind;
grant select on law_test.planted to kariz_app, kariz_blind;`

/** Columns that a table of the law keeps or does without. */
type Kept = 'plan_id' | 'barred' | 'county_code'
class Undone extends Error {}
/** A database in which every table of the law holds the planted rows, and a way to try them as anybody. */
export async function plantEverywhere() {
  const { config, superuser } = await freshDatabase()
  const door = new Door(config)
  const admin = new pg.Client(superuser)
  await admin.connect()
  await admin.query('set session_replication_role = replica')
  await admin.query(TRY)
  for (const table of tables) await plant(admin, table)
  const { rows: columns } = await admin.query<{ name: string }>(
    "select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns where column_name in ('plan_id', 'barred', 'county_code')",
  )
  const known = new Set(columns.map(({ name }) => name))
  return {
    /** Whether a table of the law keeps a column. */
    keeps: (table: string, column: Kept): boolean => known.has(`${table}.${column}`),
    tryAs: async (
      actor: Actor,
      opening: Opening = {},
      only: readonly string[] | null = null,
    ): Promise<Readonly<Record<string, Allowed>>> => {
      let told: unknown
      await door
        .asActor(
          actor,
          async (tx) => {
            told = (await sql<{ told: unknown }>`select law_test.try(${only}::text[]) as told`.execute(tx)).rows[0]?.told
            throw new Undone()
          },
          opening,
        )
        .catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error
        })
      return allowedOf(Tried.parse(told))
    },
    close: async () => {
      await door.close()
      await admin.end()
    },
  }
}
function allowedOf(told: z.infer<typeof Tried>): Readonly<Record<string, Allowed>> {
  const named = (places: readonly number[] | null): readonly RowName[] | 'denied' =>
    places === null ? 'denied' : rowNames.filter((_, place) => places.includes(place))
  return Object.fromEntries(
    Object.entries(told).map(([name, { s, i, u }]) => [name.replaceAll('"', ''), { s: named(s), i: named(i), u: named(u) }]),
  )
}

const FILLERS: Readonly<Record<string, unknown>> = {
  boolean: false,
  'timestamp with time zone': '2026-01-01T00:00:00Z',
  jsonb: '{}',
  ARRAY: [],
}
/** A value of the column's type, another in each row. */
function fillerOf(type: string, column: string, { table, key, place }: { table: string; key: string; place: number }): unknown {
  if (type === 'uuid') return uuidOf(`${table}/${key}/${column}`)
  if (type === 'bytea') return Buffer.from(key)
  if (type === 'text') return key
  if (type === 'date') return `2026-01-0${place + 1}`
  return ['integer', 'smallint', 'bigint'].includes(type) ? place + 1 : FILLERS[type]
}
async function plant(admin: pg.Client, table: string): Promise<void> {
  await freeOfConstraints(admin, table)
  const { rows: columns } = await admin.query<{ column_name: string; data_type: string }>(
    "select column_name, data_type from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER' order by ordinal_position",
    [table],
  )
  const names = columns.map(({ column_name }) => `"${column_name}"`).join()
  for (const [place, key] of rowNames.entries()) {
    const own = ownValues(rows[key], { table, key })
    const values = columns.map(({ column_name, data_type }) =>
      column_name in own ? own[column_name] : fillerOf(data_type, column_name, { table, key, place }),
    )
    await admin.query(
      `with made as (insert into ${quoted(table)} as made (${names}) values (${columns.map((_, index) => `$${index + 1}`).join()}) returning ctid as at, to_jsonb(made) as body)
        insert into law_test.planted select '${quoted(table)}', ${place}, at, body, '${names}' from made`,
      values,
    )
  }
}
/** Only who may is asked here: what a row must hold is asked elsewhere. */
async function freeOfConstraints(admin: pg.Client, table: string): Promise<void> {
  const { rows: constraints } = await admin.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = to_regclass($1) and contype in ('c', 'x', 'u', 'p', 'f')",
    [quoted(table)],
  )
  for (const { name } of constraints) await admin.query(`alter table ${quoted(table)} drop constraint if exists "${name}" cascade`)
  const { rows: indexes } = await admin.query<{ name: string }>(
    'select indexrelid::regclass::text as name from pg_index where indrelid = to_regclass($1) and indisunique',
    [quoted(table)],
  )
  for (const { name } of indexes) await admin.query(`drop index ${name}`)
}
function ownValues(row: PlantedRow, { table, key }: { readonly table: string; readonly key: string }): Readonly<Record<string, unknown>> {
  return {
    plan_id: row.plan,
    person_id: row.person,
    county_code: row.county,
    assigned: row.assigned,
    shared_with: row.shared,
    barred: row.barred,
    organisation_id: row.organisation,
    id: uuidOf(`${table}/${key}`),
    account_id: row.account,
    desks: row.desks,
    seated: [row.account],
    executors: [],
    opens_on: SESSION_DAYS.from,
    closes_on: SESSION_DAYS.to,
    // A share and a broken glass are opened by their making; marks are opened later.
    ...(table.startsWith('interviews.') ? { opened_at: row.openedAt } : {}),
  }
}
const quoted = (table: string): string => table.replace('.', '."').concat('"')

/** Columns of the tables of the law, for whoever works out what a reach must give. */
export interface Reaching {
  readonly actor: Pick<Actor, 'role' | 'accountId' | 'counties' | 'organisationId' | 'personId'>
  readonly opening: Opening
}
/** Of what lies on the desks of a role, whose it is. */
function isOnDeskOf(row: PlantedRow, actor: Reaching['actor']): boolean {
  const { role } = actor
  if (role === 'PO' || role === 'AU') return true
  const isOwn = row.organisation === actor.organisationId
  if (role === 'OR') return isOwn
  if (role === 'GD') return row.assigned.includes(actor.accountId)
  return actor.counties.includes(row.county) && (role !== 'AG' || isOwn)
}
/** What the law gives somebody of a table, worked out here a second time, from the columns of the planted rows. */
export function allowedBy(table: string, { actor, opening }: Reaching, keeps: (table: string, column: Kept) => boolean): Allowed {
  const personId = actor.personId ?? opening.personId
  const isBlind = blindRoles.has(actor.role) && !(opening.purpose !== undefined && personId !== undefined)
  const lines = (verb: string) => law.filter((one) => one.table === table && one.verbs.includes(verb))
  const isGranted = (verb: string): boolean =>
    lines(verb).some(({ roles, reach }) => !isBlind || (!['file', 'glass'].includes(reach) && roles.some((role) => isBlindRole(role))))
  const reached = (verb: string): readonly RowName[] =>
    rowNames.filter(
      (name) =>
        (!keeps(table, 'plan_id') || rows[name].plan === thePlan) &&
        lines(verb).some(
          ({ roles, reach }) =>
            roles.includes(actor.role) && reaches(reach, rows[name], { actor, opening }) && isOfItsCounties(reach, rows[name]),
        ),
    )
  /** An agency is one organisation everywhere, its officers have what is the agency's in their counties. */
  const isOfItsCounties = (reach: string, row: PlantedRow): boolean =>
    actor.role !== 'AG' ||
    !['organisation', 'shared'].includes(reach) ||
    !keeps(table, 'county_code') ||
    actor.counties.includes(row.county)
  const notBarred = (name: RowName): boolean => !(keeps(table, 'barred') && rows[name].barred.includes(actor.accountId))
  const seen = reached('s').filter(notBarred)
  return {
    s: isGranted('s') ? seen : 'denied',
    i: isGranted('i') ? reached('i') : 'denied',
    u: isGranted('u') && isGranted('s') ? reached('u').filter((name) => seen.includes(name)) : 'denied',
  }
}
function isBlindRole(role: string): boolean {
  const known: readonly ActorRole[] = [...blindRoles]
  return known.some((one) => one === role)
}
const isOfSession = (today: string | undefined): boolean => today !== undefined && today >= SESSION_DAYS.from && today <= SESSION_DAYS.to
function reaches(reach: string, row: PlantedRow, { actor, opening }: Reaching): boolean {
  const isOpened = row.person === (actor.personId ?? opening.personId)
  switch (reach) {
    case 'all':
      return true
    case 'county':
      return actor.counties.includes(row.county)
    case 'organisation':
      return row.organisation === actor.organisationId
    case 'shared':
      return row.shared.some((one) => one === actor.organisationId)
    case 'assigned':
      return row.assigned.includes(actor.accountId)
    case 'county-desk':
      return row.desks.includes(actor.role) && actor.counties.includes(row.county)
    case 'desk':
      return row.desks.includes(actor.role) && isOnDeskOf(row, actor)
    case 'opened':
    case 'own':
      return isOpened
    case 'file':
      return isOpened && opening.purpose !== undefined
    case 'glass':
      return isOpened && opening.purpose === 'break-glass'
    case 'account':
      return row.account === actor.accountId
    case 'caller':
      return row.account === actor.accountId && !row.assigned.includes(actor.accountId) && isOfSession(opening.today)
    case 'seat':
    case 'seated':
      return row.account === actor.accountId && isOfSession(opening.today)
    case 'seat-blind':
      return row.account === actor.accountId && row.openedAt === null && isOfSession(opening.today)
    case 'assigned-author':
      return row.assigned.includes(actor.accountId) && row.account === actor.accountId
    case 'assigned-agreed':
      return row.assigned.includes(actor.accountId)
    default:
      throw new Error(`an unknown reach: ${reach}`)
  }
}
