import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { Door, isUnreachable, sql } from './db.ts'

/** A socket between the door and the database, so that connections can be cut off as a dying database cuts them. */
const folder = mkdtempSync(join(tmpdir(), 'kariz-cut-'))
const held = new Set<Socket>()
let between: Server
let door: Door
beforeAll(async () => {
  const { config } = await freshDatabase()
  const name = '.s.PGSQL.5432'
  between = createServer((near) => {
    const far = createConnection(join(inject('socketDir'), name))
    for (const socket of [near, far]) {
      held.add(socket)
      socket.on('error', () => undefined)
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((done) => {
    between.listen(join(folder, name), done)
  })
  door = new Door({ ...config, host: folder })
})
afterAll(async () => {
  await door.close()
  between.close()
  rmSync(folder, { recursive: true, force: true })
})
function cutAll(): void {
  for (const socket of held) socket.destroy()
  held.clear()
}

test('a connection lost in the middle of a unit of work fails that work alone; the process lives on and the next one is served', async () => {
  const told = await door
    .asOwner(async (tx) => {
      setTimeout(cutAll, 50)
      await sql`select pg_sleep(30)`.execute(tx)
    })
    .catch((error: unknown) => error)
  expect(isUnreachable(told)).toBe(true)
  const { rows } = await door.asOwner((tx) => sql<{ one: number }>`select 1 as one`.execute(tx))
  expect(rows).toEqual([{ one: 1 }])
})
test('a connection lost between two statements of a unit of work is no end of the process either', async () => {
  const told = await door
    .asOwner(async (tx) => {
      await sql`select 1`.execute(tx)
      cutAll()
      await new Promise((done) => setTimeout(done, 50))
      await sql`select 1`.execute(tx)
    })
    .catch((error: unknown) => error)
  expect(told).toBeInstanceOf(Error)
  expect((await door.asOwner((tx) => sql<{ one: number }>`select 1 as one`.execute(tx))).rows).toHaveLength(1)
})
