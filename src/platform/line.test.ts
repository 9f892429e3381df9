import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { thePlan } from '../../test/personas.ts'
import { service } from '../access/actor.ts'
import { beyondReach, Door, sql, type Tx, writeAll, writeLast } from './db.ts'

let door: Door
const actor = service(thePlan)
const who = async (tx: Tx): Promise<string | undefined> => (await sql<{ who: string }>`select current_user as who`.execute(tx)).rows[0]?.who
const words = async (): Promise<readonly unknown[]> =>
  door.asOwner(async (tx) =>
    (await sql<{ word: string }>`select word from line_test order by word`.execute(tx)).rows.map(({ word }) => word),
  )
const say = (word: string) => sql`insert into line_test (word) values (${word})`

beforeAll(async () => {
  door = new Door((await freshDatabase()).config)
  await door.asOwner((tx) => sql`create table line_test (word text primary key)`.execute(tx))
  await door.asOwner((tx) => sql`grant select, insert on line_test to kariz_app`.execute(tx))
})
afterAll(() => door.close())

test('a unit of work acts under the role of its actor, beyond reach under none, and afterwards under its own again', async () => {
  const seen = await door.asActor(actor, async (tx) => {
    const first = await beyondReach(tx, () => who(tx))
    const between = await who(tx)
    await beyondReach(tx, async () => undefined)
    const fallen = await beyondReach(tx, () => Promise.reject(new Error('refused'))).catch(() => who(tx))
    return [first, between, await beyondReach(tx, () => who(tx)), fallen, await who(tx)]
  })
  expect(seen).toEqual(['kariz_owner', 'kariz_app', 'kariz_owner', 'kariz_app', 'kariz_app'])
})
test('the next unit on the same connection starts under its own role, whatever the one before did', async () => {
  await expect(door.asActor(actor, (tx) => beyondReach(tx, () => sql`select 1 / 0`.execute(tx)))).rejects.toThrow('division by zero')
  for (let round = 0; round < 5; round++) expect(await door.asActor(actor, who, { readOnly: true })).toBe('kariz_app')
  expect(await door.asOwnerOnce(who)).toBe('kariz_owner')
})
test('the last write is kept with the unit, in the role of the actor', async () => {
  await door.asActor(actor, async (tx) => {
    writeLast(tx, say('last'))
    await writeAll(tx, [say('one'), say('two')])
    await beyondReach(tx, () => who(tx))
  })
  expect(await words()).toEqual(['last', 'one', 'two'])
})
test('a last write that fails leaves nothing of its unit, and says why', async () => {
  const unit = door.asActor(actor, async (tx) => {
    await writeAll(tx, [say('lost')])
    writeLast(tx, say('last'))
  })
  await expect(unit).rejects.toThrow('duplicate key')
  expect(await words()).not.toContain('lost')
})
test('a unit that swallows what the database refused is not taken for kept', async () => {
  const unit = door.asActor(actor, async (tx) => {
    await writeAll(tx, [say('swallowed')])
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(unit).rejects.toThrow('was not committed')
  expect(await words()).not.toContain('swallowed')
})
test('a migration beside a running server: statements kept before it answer after it', async () => {
  const all = () =>
    door.asOwner(async (tx) => (await sql<{ word: string }>`select * from line_test where word = ${'one'}`.execute(tx)).rows)
  for (let round = 0; round < 8; round++) expect(await all()).toEqual([{ word: 'one' }])
  await door.asOwner((tx) => sql`alter table line_test add column said integer`.execute(tx))
  for (let round = 0; round < 8; round++) expect(await all()).toEqual([{ word: 'one', said: null }])
})
