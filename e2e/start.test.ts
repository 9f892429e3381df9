import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../test/database.ts'

const root = resolve(import.meta.dirname, '..')
const made: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'kariz-start-'))
const data = join(folder, 'real')
afterAll(async () => {
  for (const child of made) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await untilGone()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

interface Started {
  readonly child: ChildProcess
  /** The address once it is ready; undefined when it ended before. */
  readonly address: Promise<string | undefined>
  readonly ended: Promise<number | null>
  readonly said: () => string
}
/** What `npm start` runs once packages are installed, with only the variables given. */
function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'src/app/main.ts'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...variables },
  })
  made.push(child)
  let text = ''
  let found: (address: string | undefined) => void = () => undefined
  const address = new Promise<string | undefined>((done) => {
    found = done
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      text += String(part)
      const ready = /ready: (http:\S+)/.exec(text)
      if (ready !== null) found(ready[1])
    })
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      found(undefined)
      done(code)
    })
  })
  return { child, address, ended, said: () => text }
}
/** Processes of a database on the folder of this test. */
function databases(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => commandOf(id).includes(folder))
    .filter((id) => commandOf(id).includes('postgres'))
}
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    // It ended between the list and the look.
    return ''
  }
}
async function untilGone(): Promise<void> {
  for (let tries = 0; tries < 200 && databases().length > 0; tries++) await wait(50)
}
async function refusal(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { ended, said } = start(args, variables)
  return { code: await ended, said: said() }
}
/** What a second start could change of a folder while the first goes on writing into its own tables: what lies there, and what says whose it is. */
const standing = (at: string): readonly string[] => [
  ...readdirSync(at),
  ...readdirSync(join(at, 'postgres')),
  ...['kind', 'keys/master.key', 'postgres/data/postmaster.pid', 'postgres/data/PG_VERSION'].map((name) =>
    readFileSync(join(at, name), 'utf8'),
  ),
]

test('the first start makes everything and opens the page; Ctrl-C ends it cleanly', async () => {
  const one = start(['--real', '--data', data, '--port', '0'])
  const address = await one.address
  expect(address, one.said()).toBeDefined()
  const page = await fetch(`${address}/`)
  expect([page.status, (await page.text()).includes('dir="rtl"')]).toEqual([200, true])
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true })
  expect(readFileSync(join(data, 'kind'), 'utf8')).toBe('real')
  one.child.kill('SIGINT')
  expect(await one.ended).toBe(0)
  expect(one.said()).toContain('خاموش شد')
  expect(databases()).toEqual([])
  expect(existsSync(join(data, 'postgres/data/postmaster.pid'))).toBe(false)
})
test('a second start opens soon; another beside it says so and touches nothing; a taken port is named; kill -9 leaves no orphan and loses nothing', async () => {
  const begun = performance.now()
  const one = start(['--real'], { KARIZ_DATA: data, PORT: '0' })
  const address = await one.address
  expect((await fetch(`${address}/`)).status).toBe(200)
  console.log(`start: second start to first page ${Math.round(performance.now() - begun)} ms (goal on a quiet machine: 3000)`)
  const before = standing(data)
  const beside = await refusal(['--real', '--data', data, '--port', '0'])
  expect(beside.code).toBe(1)
  expect(beside.said).toContain('کاریز دیگری هم‌اکنون با این پوشه کار می‌کند')
  expect(standing(data)).toEqual(before)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  const taken = await refusal(['--real', '--data', join(folder, 'other'), '--port', new URL(address ?? '').port])
  expect([taken.code, taken.said.includes(`درگاه ${new URL(address ?? '').port} در اختیار`)]).toEqual([1, true])
  one.child.kill('SIGKILL')
  await one.ended
  await untilGone()
  expect(databases()).toEqual([])
  const again = start(['--real', '--data', data, '--port', '0'])
  expect((await fetch(`${await again.address}/readyz`)).status).toBe(200)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})
/** The database server itself: its number stands in the first line of its lock file. */
function databaseOf(folderOfData: string): number {
  const pid = Number(readFileSync(join(folderOfData, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
  if (!(pid > 1)) throw new Error('no number of a database server')
  return pid
}
async function untilReady(address: string | undefined): Promise<Set<number>> {
  const seen = new Set<number>()
  for (let tries = 0; tries < 400; tries++) {
    const { status } = await fetch(`${address}/readyz`)
    seen.add(status)
    if (status === 200) return seen
    await wait(20)
  }
  throw new Error(`not ready again: ${[...seen].join(' ')}`)
}
/** The first answer without the database: a connection of it lives on for a moment after the server it belonged to is gone. */
async function untilAway(page: string): Promise<Response> {
  for (let tries = 0; tries < 400; tries++) {
    const answer = await fetch(page, { headers: { 'accept-language': 'fa' } })
    if (answer.status !== 200) return answer
    await answer.arrayBuffer()
  }
  throw new Error('still answered')
}
/** A database answers a little before the server that started it says so. */
async function untilSaid({ said }: Started, sentence: string): Promise<void> {
  for (let tries = 0; tries < 400 && !said().includes(sentence); tries++) await wait(20)
  expect(said()).toContain(sentence)
}
test('a database killed under the living server is started again by it: «busy» in between, the same page afterwards, no orphan after all', async () => {
  const one = start(['--real', '--data', data, '--port', '0'])
  const address = await one.address
  expect(address, one.said()).toBeDefined()
  const { pid } = one.child
  for (let turn = 0; turn < 2; turn++) {
    const killed = databaseOf(data)
    process.kill(killed, 'SIGKILL')
    const begun = performance.now()
    const away = await untilAway(`${address}/api/territory/divisions`)
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await away.text()).toContain('چیزی از دست نرفته است')
    const signIn = await fetch(`${address}/api/auth/two-factor/verify-totp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"code":"123456"}',
    })
    expect(signIn.status).toBe(503)
    await untilReady(address)
    console.log(`start: killed database stands again after ${Math.round(performance.now() - begun)} ms (goal: 5000)`)
    expect(databaseOf(data)).not.toBe(killed)
    expect([one.child.pid, one.child.exitCode]).toEqual([pid, null])
  }
  expect(one.said()).toContain('دوباره روشنش می‌کنم')
  await untilSaid(one, 'پایگاه داده دوباره روشن است')
  one.child.kill('SIGKILL')
  await one.ended
  await untilGone()
  expect(databases()).toEqual([])
})
test('a database that cannot be started again is given up: the server says why and ends, and nothing is left running', async () => {
  const lost = join(folder, 'lost')
  const one = start(['--real', '--data', lost, '--port', '0'])
  expect(await one.address, one.said()).toBeDefined()
  const killed = databaseOf(lost)
  renameSync(join(lost, 'postgres/data/global'), join(lost, 'postgres/data/global-away'))
  process.kill(killed, 'SIGKILL')
  expect(await one.ended).toBe(1)
  expect(one.said()).toContain('پایگاه دادهٔ همراه روشن نشد')
  expect(one.said()).toContain('postgres.log')
  await untilGone()
  expect(databases()).toEqual([])
  renameSync(join(lost, 'postgres/data/global-away'), join(lost, 'postgres/data/global'))
  const again = start(['--real', '--data', lost, '--port', '0'])
  expect((await fetch(`${await again.address}/readyz`)).status).toBe(200)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})
test('a real folder never becomes one of the demonstration, and data of a newer version stay untouched', async () => {
  const real = await refusal(['--demo', '--data', data])
  expect([real.code, real.said.includes('این پوشه برای «real» ساخته شده')]).toEqual([1, true])
  const { superuser } = await freshDatabase()
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query("insert into migration.done (name, checksum) values ('29991231-01-people-create-future.sql', 'x')")
  await client.end()
  const database = new pg.Client(superuser).database ?? ''
  const newer = await refusal(['--data', join(folder, 'newer')], {
    DATABASE_URL: `postgresql://kariz_owner@localhost/${database}?host=${inject('socketDir')}`,
  })
  expect([newer.code, newer.said.includes('نسخهٔ تازه‌تری'), newer.said.includes('29991231-01')]).toEqual([1, true, true])
})

/** Answers a client as a PostgreSQL of this version would: enough of the protocol for the one question asked before anything else. */
function oldServer(version: string, number: number): Server {
  const message = (type: string, ...parts: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
  const int32 = (value: number): Buffer => Buffer.from([value >> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
  const idle = message('Z', Buffer.from('I'))
  const columns: readonly (readonly [name: string, type: number, value: string])[] = [
    ['version', 23, String(number)],
    ['said', 25, version],
    ['may_create', 16, 't'],
    ['present', 20, '0'],
  ]
  const described = columns.map(([name, type]) =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]),
  )
  const values = columns.map(([, , value]) => Buffer.concat([int32(value.length), Buffer.from(value)]))
  return createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), idle]))
      socket.on('data', (asked) => {
        if (asked[0] !== 'Q'.charCodeAt(0)) return
        socket.write(
          Buffer.concat([
            message('T', int16(columns.length), ...described),
            message('D', int16(columns.length), ...values),
            message('C', Buffer.from('SELECT 1\0')),
            idle,
          ]),
        )
      })
    })
    socket.on('error', () => socket.destroy())
  })
}
test('a database that cannot be reached, is too old or may not create roles is named in a sentence', async () => {
  const unreachable = await refusal(['--data', join(folder, 'a')], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/kariz' })
  expect([unreachable.code, unreachable.said.includes('DATABASE_URL نشان می‌دهد نمی‌رسم')]).toEqual([1, true])
  const old = oldServer('14.11', 140_011)
  await new Promise<void>((done) => {
    old.listen(0, '127.0.0.1', done)
  })
  const at = old.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  const tooOld = await refusal(['--data', join(folder, 'b')], { DATABASE_URL: `postgresql://kariz@127.0.0.1:${port}/kariz` })
  old.close()
  expect([tooOld.code, tooOld.said.includes('پایگاه داده نسخهٔ 14.11 است')]).toEqual([1, true])
})
test('options and variables: help, unknown options, a demonstration that would leave this machine, a key that is none', async () => {
  const help = await refusal(['--help'])
  expect([help.code, help.said.includes('DATABASE_URL PORT KARIZ_DATA KARIZ_KEY_FILE')]).toEqual([0, true])
  for (const args of [['--colour'], ['--port', 'x'], ['--port', '70000'], ['stray']])
    expect((await refusal(args)).said).toContain('شناخته نیست')
  const open = await refusal(['--demo', '--host', '0.0.0.0', '--data', join(folder, 'c')])
  expect([open.code, open.said.includes('تنها روی همین رایانه')]).toEqual([1, true])
  const keyFile = join(folder, 'short.key')
  writeFileSync(keyFile, 'abcd')
  const key = await refusal(['--data', join(folder, 'd')], { KARIZ_KEY_FILE: keyFile })
  expect([key.code, key.said.includes('۳۲ بایت نیست')]).toEqual([1, true])
})
test('beside data no other key is made, and a key of another house is told apart', async () => {
  const keyFile = join(data, 'keys/master.key')
  const own = readFileSync(keyFile)
  rmSync(keyFile)
  const missing = await refusal(['--real', '--data', data, '--port', '0'])
  expect([missing.code, missing.said.includes('پروندهٔ کلید اصلی نیست'), existsSync(keyFile)]).toEqual([1, true, false])
  writeFileSync(keyFile, Buffer.alloc(32, 8).toString('hex'))
  const other = await refusal(['--real', '--data', data, '--port', '0'])
  expect([other.code, other.said.includes('پایگاه داده را باز نمی‌کند')]).toEqual([1, true])
  writeFileSync(keyFile, own)
  const again = start(['--real', '--data', data, '--port', '0'])
  expect((await fetch(`${await again.address}/readyz`)).status).toBe(200)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})
