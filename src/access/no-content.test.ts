import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../test/house.ts'
import { accountOf, thePlan, uuidOf } from '../../test/personas.ts'
import { handled } from '../app/rooms.ts'
import { sql } from '../platform/db.ts'
import { type Action, actions } from './actions.ts'
import type { Actor } from './actor.ts'
import { policy } from './policy.ts'

/** The administrator keeps accounts, and sees no woman: neither through a route nor through the database. */
let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.stop())

const CONTENT_ROOMS = ['people', 'enrolment', 'interviews', 'pathways', 'businesses', 'matching', 'market', 'outcomes', 'road']
/** What every citizen may read, counts that hide small cells, the administrator may read too. */
const isContent = (action: Action): boolean => CONTENT_ROOMS.includes(action.split('.')[0] ?? '') && !('PU' in policy[action])
const routes = handled.map(({ route }) => route).filter(({ action }) => isContent(action))

test('every route of a room that holds women refuses the administrator before it looks at anything', async () => {
  expect(routes.length).toBeGreaterThan(30)
  for (const { method, path } of routes) {
    const url = path.replaceAll(/:[A-Za-z]+/g, uuidOf('somebody'))
    const told = await house.ask('administrator', method === 'GET' ? { url } : { method, url, body: {} })
    expect({ path, status: told.status, reasons: told.reasons }).toEqual({ path, status: 403, reasons: ['access.not-your-part'] })
  }
})
test('policy gives the administrator no action of such a room', () => {
  expect(actions.filter((action) => isContent(action) && 'AD' in policy[action])).toEqual([])
})
test('no table that names a woman shows the administrator a row, opened with a purpose or not', async () => {
  const tables = await house.house.door.asOwner(async (tx) => {
    const { rows } = await sql<{ name: string }>`select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where column_name = 'person_id' and table_schema = any (${['people', 'enrolment', 'interviews', 'pathways', 'businesses', 'matching', 'market', 'outcomes']})
      order by 1`.execute(tx)
    return rows.map(({ name }) => name)
  })
  expect(tables.length).toBeGreaterThan(20)
  const actor: Actor = {
    planId: thePlan,
    accountId: accountOf('administrator'),
    assignmentId: null,
    role: 'AD',
    duties: [],
    counties: ['1801', '1802', '1803', '1804'],
    organisationId: null,
    personId: null,
  }
  const openings = [{ readOnly: true }, { readOnly: true, personId: uuidOf('somebody'), purpose: 'decide' as const }]
  for (const name of tables)
    for (const opening of openings) {
      const rows = await house.house.door
        .asActor(actor, async (tx) => (await sql`select 1 from ${sql.raw(name)} limit 1`.execute(tx)).rows.length, opening)
        .catch((error: Error) => (error.message.includes('permission denied') ? 0 : error.message))
      expect({ name, rows }).toEqual({ name, rows: 0 })
      const law = await house.house.door.asOwner(
        async (tx) =>
          (
            await sql<{ policy: string }>`select polname::text as policy from pg_policy
              where polrelid = ${name}::regclass and pg_get_expr(polqual, polrelid) like '%AD%'`.execute(tx)
          ).rows,
      )
      expect({ name, law }).toEqual({ name, law: [] })
    }
})
test('of a message the administrator is told no number and no woman', async () => {
  const { body } = await house.ask('administrator', { url: '/access/messages' })
  for (const message of body.messages)
    expect(Object.keys(message).sort()).toEqual(['attempts', 'channel', 'dueAt', 'id', 'sentAt', 'shown', 'state', 'template'])
})
