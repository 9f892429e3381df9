import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { DatabaseConfig } from '../platform/database-config.ts'
import { isDiskFull } from '../platform/db.ts'
import { startCluster, type Watch } from '../platform/embedded.ts'
import { migrate, NewerData } from '../platform/migrate.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { readKey, writeKey } from './key-file.ts'

export interface Options {
  readonly mode: 'demo' | 'real'
  readonly isDevelopment: boolean
  readonly port: number
  readonly host: string
  readonly data: string
  readonly keyFile: string
  readonly databaseUrl: string | undefined
  readonly wantsHelp: boolean
}
type Environment = Readonly<Record<string, string | undefined>>
const FLAGS = {
  real: { type: 'boolean' },
  demo: { type: 'boolean' },
  dev: { type: 'boolean' },
  help: { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
} as const

/** Options and variables of `npm start`. With DATABASE_URL it is always real, unless --demo is said. Refuses unknown-option, demo-is-loopback-only. */
export function readOptions(args: readonly string[], environment: Environment): Options {
  const values = parsed(args)
  const databaseUrl = environment.DATABASE_URL
  const mode = values.real === true || (databaseUrl !== undefined && values.demo !== true) ? 'real' : 'demo'
  const host = values.host ?? '127.0.0.1'
  if (mode === 'demo' && !['127.0.0.1', 'localhost', '::1'].includes(host)) throw new StartFailure('demo-is-loopback-only', host)
  const port = Number(values.port ?? environment.PORT ?? 4180)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartFailure('unknown-option', `--port ${values.port}`)
  const data = resolve(values.data ?? environment.KARIZ_DATA ?? join(import.meta.dirname, '../../.data', mode))
  return {
    mode,
    isDevelopment: values.dev === true,
    port,
    host,
    data,
    keyFile: resolve(environment.KARIZ_KEY_FILE ?? join(data, 'keys/master.key')),
    databaseUrl,
    wantsHelp: values.help === true,
  }
}
function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values
  } catch {
    throw new StartFailure('unknown-option', args.join(' '))
  }
}

/** The first start stamps the folder `demo` or `real`; neither ever becomes the other. */
export function stampFolder({ data, mode }: Pick<Options, 'data' | 'mode'>): void {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const file = join(data, 'kind')
  if (!existsSync(file)) writeFileSync(file, mode, { mode: 0o600 })
  const kind = readFileSync(file, 'utf8').trim()
  if (kind !== mode) throw new StartFailure('folder-of-other-kind', kind)
}

/** The master key: 32 bytes in a file outside the database, made at the first start and never again: beside data it belongs to them. */
export function masterKey({ keyFile, data }: Pick<Options, 'keyFile' | 'data'>): { readonly key: Buffer; readonly isNew: boolean } {
  const isNew = !existsSync(keyFile)
  if (isNew && existsSync(join(data, 'postgres/data/PG_VERSION'))) throw new StartFailure('key-missing', keyFile)
  if (isNew) writeKey(keyFile, randomBytes(32))
  return { key: readKey(keyFile), isNew }
}

export interface Database {
  readonly config: DatabaseConfig
  /** Whether the embedded database found no room since it was started. */
  readonly isDiskFull: () => boolean
  readonly stop: () => Promise<void>
}
/** The embedded database, kept standing where somebody watches it, or the one of DATABASE_URL after a look at its age and rights. */
export async function openDatabase({ data, databaseUrl }: Options, watch?: Watch): Promise<Database> {
  if (databaseUrl === undefined) {
    return startCluster({ dir: join(data, 'postgres'), ...(watch === undefined ? {} : { watch }) })
  }
  const config = { connectionString: databaseUrl }
  await examine(config)
  return { config, isDiskFull: () => false, stop: async () => undefined }
}
async function examine(config: DatabaseConfig): Promise<void> {
  const client = new pg.Client(config)
  try {
    await client.connect()
  } catch {
    throw new StartFailure('database-unreachable')
  }
  try {
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as version, current_setting('server_version') as said, (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create, (select count(*) from pg_roles where rolname in ('kariz_app', 'kariz_blind', 'kariz_linkage')) as present",
    )
    const [found] = rows
    if (found.version < 150_000) throw new StartFailure('database-too-old', found.said)
    if (found.may_create !== true && Number(found.present) < 3) throw new StartFailure('database-may-not-create-roles')
  } finally {
    await client.end()
  }
}

export async function bringToThisVersion(config: DatabaseConfig, onStep: (name: string) => void): Promise<void> {
  try {
    await migrate(config, onStep)
  } catch (error) {
    if (error instanceof NewerData) throw new StartFailure('newer-data', error.names.join(', '))
    if (isDiskFull(error)) throw new StartFailure('disk-full')
    throw error
  }
}
