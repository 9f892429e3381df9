import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/access/actor.ts'
import { Door, sql } from '../../src/platform/db.ts'
import { freshDatabase } from '../database.ts'
import { accountOf, organisations, thePlan, uuidOf } from '../personas.ts'

/** The law of seats, as the database keeps it: one's own rows within the days of a session, and nobody else's marks before all are in. */
const me = accountOf('interviewer')
const other = uuidOf('seat/other')
const day = '2026-11-23'
const rows = {
  mine: { account: me, opens: '2026-11-22', closes: '2026-11-26', openedAt: null, seated: [], barred: [] },
  'mine, first day': { account: me, opens: day, closes: '2026-11-27', openedAt: null, seated: [], barred: [] },
  'mine, last day': { account: me, opens: '2026-11-19', closes: day, openedAt: null, seated: [], barred: [] },
  'mine, too early': { account: me, opens: '2026-11-24', closes: '2026-11-28', openedAt: null, seated: [], barred: [] },
  'mine, too late': { account: me, opens: '2026-11-18', closes: '2026-11-22', openedAt: null, seated: [], barred: [] },
  'mine, barred': { account: me, opens: '2026-11-22', closes: '2026-11-26', openedAt: null, seated: [], barred: [me] },
  'another’s': { account: other, opens: '2026-11-22', closes: '2026-11-26', openedAt: null, seated: [], barred: [] },
  'another’s, all in': {
    account: other,
    opens: '2026-11-22',
    closes: '2026-11-26',
    openedAt: '2026-11-23',
    seated: [me, other],
    barred: [],
  },
  'another’s, all in, too late': {
    account: other,
    opens: '2026-11-18',
    closes: '2026-11-22',
    openedAt: '2026-11-19',
    seated: [me],
    barred: [],
  },
  'another’s, all in, another panel': {
    account: other,
    opens: '2026-11-22',
    closes: '2026-11-26',
    openedAt: '2026-11-23',
    seated: [other],
    barred: [],
  },
} as const
let door: Door
let admin: pg.Client
beforeAll(async () => {
  const { config, superuser } = await freshDatabase()
  door = new Door(config)
  admin = new pg.Client(superuser)
  await admin.connect()
  await admin.query('set session_replication_role = replica')
  for (const [name, row] of Object.entries(rows))
    await admin.query(
      `insert into interviews.mark (plan_id, interview_id, account_id, item_code, person_id, county_code, barred, instrument_code, degree, opens_on, closes_on, seated, opened_at, marked_at)
       values ($1, $2, $3, $4, $5, '1803', $6, 'bushehr-1', 3, $7, $8, $9, $10, now())`,
      [thePlan, uuidOf(name), row.account, 'goal', uuidOf(`person/${name}`), row.barred, row.opens, row.closes, row.seated, row.openedAt],
    )
})
afterAll(async () => {
  await door.close()
  await admin.end()
})
const acting = (role: Actor['role']): Actor => ({
  planId: thePlan,
  accountId: me,
  assignmentId: null,
  role,
  duties: [],
  counties: ['1803'],
  organisationId: organisations.acecr,
  personId: null,
})
async function seenBy(role: Actor['role'], today?: string): Promise<readonly string[]> {
  return door.asActor(
    acting(role),
    async (tx) => {
      const found = await tx.selectFrom('interviews.mark').select('interview_id').execute()
      return Object.keys(rows).filter((name) => found.some((row) => row.interview_id === uuidOf(name)))
    },
    { readOnly: true, today },
  )
}
describe.each(['IN', 'AG'] as const)('%s', (role) => {
  test('sees own marks within the days, and others’ once all are in', async () => {
    expect(await seenBy(role, day)).toEqual(['mine', 'mine, first day', 'mine, last day', 'another’s, all in'])
  })
  test('sees nothing where no day is named', async () => {
    expect(await seenBy(role)).toEqual([])
  })
  test('changes own marks until all are in, and nothing else', async () => {
    const changed = await door.asActor(
      acting(role),
      async (tx) => (await sql<{ interview_id: string }>`update interviews.mark set degree = 4 returning interview_id`.execute(tx)).rows,
      { today: day },
    )
    expect(changed.map((row) => row.interview_id).toSorted()).toEqual(['mine', 'mine, first day', 'mine, last day'].map(uuidOf).toSorted())
  })
  test.each([
    ['another’s row', { account: other, opens: '2026-11-22', closes: '2026-11-26', openedAt: null }],
    ['a row of a session to come', { account: me, opens: '2026-11-25', closes: '2026-11-29', openedAt: null }],
    ['a row after all are in', { account: me, opens: '2026-11-22', closes: '2026-11-26', openedAt: '2026-11-23' }],
  ] as const)('never writes %s', async (_name, row) => {
    const write = door.asActor(
      acting(role),
      (tx) =>
        sql`insert into interviews.mark (plan_id, interview_id, account_id, item_code, person_id, county_code, instrument_code, degree, opens_on, closes_on, opened_at, marked_at)
          values (${thePlan}, ${uuidOf('new')}, ${row.account}, 'goal', ${uuidOf('person')}, '1803', 'bushehr-1', 3, ${row.opens}, ${row.closes}, ${row.openedAt}, now())`.execute(
          tx,
        ),
      { today: day },
    )
    await expect(write).rejects.toThrow('row-level security')
  })
})
test.each(['PO', 'CA', 'EX', 'OR', 'AU', 'AD', 'PU'] as const)('%s has no grant on marks', async (role) => {
  await expect(seenBy(role, day)).rejects.toThrow('permission denied')
})
test.each(['GD', 'MO', 'W'] as const)('%s sees no mark', async (role) => {
  expect(await seenBy(role, day)).toEqual([])
})
test('what the panel agreed on cannot be changed by anybody who acts, and a note to the guide cannot be read by whoever wrote it', async () => {
  const { rows: grants } = await admin.query<{ table_name: string; verb: string; expression: string }>(
    `select polrelid::regclass::text as table_name, polcmd::text as verb, pg_get_expr(polqual, polrelid) as expression from pg_policy
     where polrelid in ('interviews.agreed'::regclass, 'interviews.dissent'::regclass, 'interviews.stop_note'::regclass) and polname like 'law%'`,
  )
  expect(grants.filter(({ verb }) => verb === 'w' || verb === 'd')).toEqual([])
  expect(
    grants.filter(
      ({ table_name: table, verb, expression }) => table === 'interviews.stop_note' && verb === 'r' && /IN|AG/.test(expression),
    ),
  ).toEqual([])
})
test('no column of the room adds anything up', async () => {
  const { rows: columns } = await admin.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_schema = 'interviews'",
  )
  expect(columns.length).toBeGreaterThan(100)
  expect(columns.filter(({ column_name: name }) => /sum|total|mean|average|score|points|rank/.test(name))).toEqual([])
})
