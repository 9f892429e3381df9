import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { settleWorld } from '../../test/world.ts'
import { Door } from '../platform/db.ts'
import { OtherMasterKey, openRoot, printOf } from '../platform/root-key.ts'
import { readKey, writeKey } from './key-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'kariz-key-'))
const data = join(folder, 'real')
const keyFile = join(data, 'keys/master.key')
let door: Door
let url = ''
beforeAll(async () => {
  const { config } = await freshDatabase()
  door = new Door(config)
  const database = new pg.Client(config).database ?? ''
  url = `postgresql://kariz_owner@localhost/${database}?host=${inject('socketDir')}`
  mkdirSync(data)
  writeKey(keyFile, Buffer.alloc(32, 1))
})
afterAll(async () => {
  await door.close()
  rmSync(folder, { recursive: true, force: true })
})
function kariz(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'kariz.ts'), ...args, '--data', data], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: url },
  })
  return { status, stdout, stderr }
}

test('the sheet printed today makes the same key file tomorrow; typed wrong, the line is named and no file is made', () => {
  const key = readKey(keyFile)
  const { status, stdout } = kariz(['key', 'sheet'])
  expect([status, stdout.includes(printOf(key)), stdout.includes(key.toString('hex'))]).toEqual([0, true, false])
  const there = kariz(['key', 'restore'], stdout)
  expect([there.status, there.stderr.includes(keyFile)]).toEqual([1, true])
  rmSync(keyFile)
  const second = /^ +2 {2}\S{4}/m.exec(stdout)?.[0] ?? ''
  const wrong = kariz(
    ['key', 'restore'],
    stdout.replace(
      second,
      second.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  )
  expect([wrong.status, wrong.stderr.includes('printed: 2.'), existsSync(keyFile)]).toEqual([1, true, false])
  expect(kariz(['key', 'restore'], stdout).status).toBe(0)
  expect(readKey(keyFile)).toEqual(key)
})
test('a new master key opens what the old one opened, and the old one opens nothing any more', async () => {
  const old = readKey(keyFile)
  const root = await openRoot(door, old)
  const { status, stdout, stderr } = kariz(['key', 'rotate'])
  expect([status, stderr]).toEqual([0, ''])
  const key = readKey(keyFile)
  expect(key).not.toEqual(old)
  expect([stdout.includes(printOf(old)), stdout.includes(printOf(key)), existsSync(`${keyFile}.next`)]).toEqual([true, true, false])
  expect(await openRoot(door, key)).toEqual(root)
  await expect(openRoot(door, old)).rejects.toThrow(OtherMasterKey)
  writeFileSync(join(data, 'old.key'), old.toString('hex'))
})
test('broken off before the new key stood in its place, it goes on with the same one', async () => {
  const [now, next] = [readKey(keyFile), Buffer.alloc(32, 9)]
  const root = await openRoot(door, now)
  writeKey(`${keyFile}.next`, next)
  expect(kariz(['key', 'rotate']).status).toBe(0)
  expect([readKey(keyFile), await openRoot(door, next)]).toEqual([next, root])
})
test('a key of another house changes nothing', async () => {
  const own = readFileSync(keyFile)
  writeFileSync(keyFile, Buffer.alloc(32, 3).toString('hex'))
  const { status, stderr } = kariz(['key', 'rotate'])
  expect([status, stderr.includes('پایگاه داده را باز نمی‌کند'), existsSync(`${keyFile}.next`)]).toEqual([1, true, false])
  writeFileSync(keyFile, own)
  await expect(openRoot(door, readKey(keyFile))).resolves.toHaveLength(32)
})
test('an empty house draws a root of its own; one from before there was a root keeps deriving from its master key', async () => {
  const [fresh, older] = [new Door((await freshDatabase()).config), new Door((await freshDatabase()).config)]
  const master = Buffer.alloc(32, 5)
  await settleWorld(older)
  expect(await openRoot(older, master)).toEqual(master)
  const [one, same] = await Promise.all([openRoot(fresh, master), openRoot(fresh, master)])
  expect(one).toEqual(same)
  expect(one).not.toEqual(master)
  expect(await openRoot(fresh, master)).toEqual(one)
  await Promise.all([fresh.close(), older.close()])
})
