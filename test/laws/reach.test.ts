import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/access/actor.ts'
import { blindRoles, type Role, roles } from '../../src/access/roles.ts'
import { Door, sql } from '../../src/platform/db.ts'
import { freshDatabase } from '../database.ts'
import { accountOf, organisations, thePlan, uuidOf } from '../personas.ts'
import { givesNoRows, rolesTable } from './roles-table.ts'

/**
 * The policy of the database against the table of roles, by behaviour: every table of a group holds six planted rows, and every role looks at
 * them in an ordinary request and in one that opens a single file with a purpose.
 */
const me = accountOf('facilitatorOfDashtestan')
const agency = organisations.behzisti
const rows = {
  assigned: {
    person: uuidOf('law/assigned'),
    county: '1803',
    assigned: [me],
    shared: [],
    organisation: organisations.labour,
    barred: [],
    plan: thePlan,
  },
  sameCounty: {
    person: uuidOf('law/county'),
    county: '1803',
    assigned: [],
    shared: [],
    organisation: organisations.labour,
    barred: [],
    plan: thePlan,
  },
  otherCounty: {
    person: uuidOf('law/other'),
    county: '1804',
    assigned: [],
    shared: [],
    organisation: organisations.labour,
    barred: [],
    plan: thePlan,
  },
  shared: { person: uuidOf('law/shared'), county: '1804', assigned: [], shared: [agency], organisation: agency, barred: [], plan: thePlan },
  barred: {
    person: uuidOf('law/barred'),
    county: '1803',
    assigned: [me],
    shared: [agency],
    organisation: organisations.labour,
    barred: [me],
    plan: thePlan,
  },
  otherPlan: {
    person: uuidOf('law/plan'),
    county: '1803',
    assigned: [me],
    shared: [agency],
    organisation: agency,
    barred: [],
    plan: uuidOf('plan/other'),
  },
} as const
type RowName = keyof typeof rows
const tables = [...new Set(rolesTable.flatMap((group) => group.tables))].filter((name) => name !== 'platform.history')

let door: Door
let admin: pg.Client
beforeAll(async () => {
  const { config, superuser } = await freshDatabase()
  door = new Door(config)
  admin = new pg.Client(superuser)
  await admin.connect()
  await admin.query('set session_replication_role = replica')
  for (const table of tables) await plant(table)
})
afterAll(async () => {
  await door.close()
  await admin.end()
})
const FILLERS: Readonly<Record<string, unknown>> = {
  text: 'x',
  integer: 1,
  smallint: 1,
  bigint: 1,
  boolean: false,
  bytea: Buffer.of(0),
  date: '2026-01-01',
  'timestamp with time zone': '2026-01-01T00:00:00Z',
  jsonb: '{}',
  ARRAY: [],
}

async function plant(table: string): Promise<void> {
  const [schema = '', name = ''] = table.split('.')
  const { rows: checks } = await admin.query<{ conname: string }>(
    "select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  )
  for (const { conname } of checks) await admin.query(`alter table ${table} drop constraint "${conname}"`)
  const { rows: columns } = await admin.query<{ column_name: string; data_type: string }>(
    'select column_name, data_type from information_schema.columns where table_schema = $1 and table_name = $2',
    [schema, name],
  )
  for (const [key, row] of Object.entries(rows)) {
    const own: Readonly<Record<string, unknown>> = {
      plan_id: row.plan,
      person_id: row.person,
      county_code: row.county,
      assigned: row.assigned,
      shared_with: row.shared,
      barred: row.barred,
      organisation_id: row.organisation,
      id: uuidOf(`${table}/${key}`),
      account_id: uuidOf('somebody'),
    }
    const values = columns.map(({ column_name, data_type }) =>
      column_name in own
        ? own[column_name]
        : data_type === 'uuid'
          ? uuidOf(`${table}/${key}/${column_name}`)
          : column_name === 'national_id_index'
            ? Buffer.from(key)
            : FILLERS[data_type],
    )
    await admin.query(
      `insert into ${table} (${columns.map(({ column_name }) => `"${column_name}"`).join()}) values (${columns.map((_, index) => `$${index + 1}`).join()})`,
      values,
    )
  }
}
function actorIn(role: Role): Actor {
  const organisationId = role === 'AG' ? agency : organisations.acecr
  return {
    planId: thePlan,
    accountId: role === 'GD' ? me : uuidOf(`law/${role}`),
    assignmentId: null,
    role,
    duties: [],
    counties: role === 'PO' || role === 'AU' ? ['1803', '1804'] : ['1803'],
    organisationId,
    personId: role === 'W' ? rows.sameCounty.person : null,
  }
}
/** Names of the planted rows a role sees; «denied» when it has no grant on the table at all. */
async function seen(table: string, role: Role, opened?: RowName): Promise<readonly string[] | 'denied'> {
  const opening = opened === undefined ? { readOnly: true } : { readOnly: true, personId: rows[opened].person, purpose: 'decide' as const }
  try {
    return await door.asActor(
      actorIn(role),
      async (tx) => {
        const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(tx)
        return Object.entries(rows).flatMap(([name, { person }]) =>
          found.rows.some((row) => ('id' in row ? row.id === uuidOf(`${table}/${name}`) : row.person_id === person)) ? [name] : [],
        )
      },
      opening,
    )
  } catch (error) {
    if (error instanceof Error && error.message.includes('permission denied')) return 'denied'
    throw error
  }
}
const asList = (one: readonly string[] | 'denied'): readonly string[] => (one === 'denied' ? [] : one)

describe.each(rolesTable.filter((group) => group.tables.length > 0 && group.name !== 'history'))('$name', ({ tables: held, cells }) => {
  test.each(held)('%s: no role sees another plan', async (table) => {
    for (const role of roles)
      expect({ role, seesIt: asList(await seen(table, role)).includes('otherPlan') }).toEqual({ role, seesIt: false })
  })
  test.each(held)('%s: a barred officer sees nothing of the file, opened or not', async (table) => {
    expect([...asList(await seen(table, 'GD')), ...asList(await seen(table, 'GD', 'barred'))]).not.toContain('barred')
  })
  test.each(held)('%s: whom the table of roles gives no rows sees none, ordinarily or with a purpose', async (table) => {
    for (const role of roles.filter((one) => givesNoRows(cells[one]))) {
      expect({ role, ordinary: asList(await seen(table, role)) }).toEqual({ role, ordinary: [] })
      expect({ role, opened: asList(await seen(table, role, 'sameCounty')) }).toEqual({ role, opened: [] })
    }
  })
  test.each(held)('%s: blind roles have no grant in an ordinary request', async (table) => {
    for (const role of roles.filter((one) => blindRoles.has(one)))
      expect({ role, seen: await seen(table, role) }).toEqual({ role, seen: 'denied' })
  })
  test.each(held.filter((table) => table !== 'enrolment.support_row'))(
    '%s: a guide sees the files she carries, and no others of her county',
    async (table) => {
      expect(await seen(table, 'GD')).toEqual(['assigned'])
    },
  )
  test.each(held.filter((table) => table !== 'enrolment.support_row' && table !== 'people.safety' && table !== 'enrolment.enquiry'))(
    '%s: she sees her own rows alone',
    async (table) => {
      expect(await seen(table, 'W')).toEqual(['sameCounty'])
    },
  )
  test.each(held.filter((table) => /1r P/.test(cells.PO) && table !== 'enrolment.support_row' && table !== 'enrolment.enquiry'))(
    '%s: the office sees one file with a purpose',
    async (table) => {
      expect(await seen(table, 'PO', 'otherCounty')).toEqual(['otherCounty'])
    },
  )
})
test('groups without tables are those of later rooms, by name', () => {
  expect(rolesTable.filter((group) => group.tables.length === 0).map(({ name }) => name)).toEqual([
    'interview-answers',
    'scores',
    'plan-steps',
    'notes-normal',
    'notes-confidential',
    'business',
    'permit',
    'loan-insurance',
    'product',
    'orders-lots',
    'money-owed',
    'outcome',
    'grievance',
  ])
})
test('an agency never reads contact, address, household, income or safety, shared or not', async () => {
  for (const table of ['people.contact', 'people.address', 'people.household', 'people.income', 'people.safety'])
    for (const opened of [undefined, 'shared'] as const)
      expect({ table, seen: asList(await seen(table, 'AG', opened)) }).toEqual({ table, seen: [] })
})
