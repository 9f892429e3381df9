import {
  ExpressionWrapper,
  Kysely,
  type OperationNodeSource,
  PostgresDialect,
  type PostgresPool,
  type RawBuilder,
  type Selectable,
  sql,
  type Updateable,
} from 'kysely'
import pg from 'pg'
import { type Actor, NOBODY } from '../access/actor.ts'
import { blindRoles } from '../access/roles.ts'
import type { DatabaseConfig } from './database-config.ts'
import { UUID } from './ids.ts'
import { type Beginning, forgetKept, Line, OWNER } from './line.ts'
import { type Purpose, purposes } from './route.ts'
import type { DB } from './schema.ts'

export type { RawBuilder, Selectable, Updateable }
export { sql }

// A `date` is a calendar day, not an instant; a `bigint` (rial, bytes, counters) must not lose digits.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, wholeNumber)

declare const door: unique symbol
/** A unit of work that has passed the door: the only handle through which a store may speak to the database. */
export type Tx = Kysely<DB> & { readonly [door]: true }

/** What one unit of work may see, beyond who acts. */
export interface Opening {
  readonly personId?: string | undefined
  readonly purpose?: Purpose | undefined
  readonly readOnly?: boolean
  /** Today where the plan lives, for rows that are open on certain days only; without it nobody sees those. */
  readonly today?: string | undefined
  /** A command already carried out is looked up in the same round trip that opens the work. */
  readonly commandId?: string | undefined
}
export interface StoredReceipt {
  readonly account_id: string
  readonly route: string
  readonly input_hash: Buffer
  readonly sealed_answer: Buffer
}

export type SignInPool = pg.Pool
/** A pool for the sign-in library, which knows only its own schema. */
export function signInPool(config: DatabaseConfig): SignInPool {
  return bearing(new pg.Pool({ max: 4, ...config, options: '-c search_path=auth' }))
}
/**
 * A connection lost while idle is replaced at its next use. One lost while in use refuses by the query it was asked, and says so once more as an
 * event, which the pool does not hear while the connection is lent: unheard, it would end the process with the database.
 */
function bearing(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

/** The one door to the database. `asActor` begins, sets role and settings as literals, works, commits; only then may anyone answer. */
export class Door {
  readonly #pool: pg.Pool
  readonly #kept = new WeakMap<pg.PoolClient, Tx>()

  constructor(config: DatabaseConfig) {
    // Requests are many and small: parallel workers read past a page's limit and make it cost thrice as much (bench list).
    // A plan kept for long may have been made for a table that was small then: connections are renewed, and their plans with them.
    const kept = { pipeline: true, maxLifetimeSeconds: 600 }
    this.#pool = bearing(new pg.Pool({ max: 12, options: '-c max_parallel_workers_per_gather=0', ...kept, ...config }))
  }

  asActor<T>(actor: Actor, work: (tx: Tx, receipt: StoredReceipt | undefined) => Promise<T>, opening: Opening = {}): Promise<T> {
    return this.#unit(beginning(actor, opening), work, opening.commandId)
  }

  /** For what stands before any actor: finding a session, migrations' aftercare, the first administrator. Callers are listed in `test/laws/door.test.ts`. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#unit({ sql: 'begin', role: OWNER }, (tx) => work(tx), undefined)
  }

  /** One statement of the same kind, in one round trip. */
  asOwnerOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#unit({ sql: '', role: OWNER }, (tx) => work(tx), undefined)
  }

  /** Yes or no about duplicates, over rows no one else may join (roles.md §3.3). */
  asLinkage<T>(planId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const begin = `begin; set local role kariz_linkage; set local "kariz.plan" = '${uuid(planId)}'`
    return this.#unit({ sql: begin, role: 'kariz_linkage' }, (tx) => work(tx), undefined)
  }

  async #unit<T>(
    begin: Beginning,
    work: (tx: Tx, receipt: StoredReceipt | undefined) => Promise<T>,
    commandId: string | undefined,
    attempt = 1,
  ): Promise<T> {
    const client = await this.#pool.connect()
    const tx = this.#txOf(client)
    const line = lineOf(tx)
    let broken: Error | undefined
    try {
      let receipt: StoredReceipt | undefined
      if (commandId === undefined) line.begin(begin)
      else receipt = receiptIn(await line.beginAndAsk(begin))
      const result = await work(tx, receipt)
      await line.commit()
      return result
    } catch (error) {
      await line.rollback().catch((lost: Error) => {
        broken = lost
      })
      if (attempt < 4 && isWorthRepeating(error)) return await this.#unit(begin, work, commandId, attempt + 1)
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** One Kysely per pooled connection, kept: making one per request costs as much as the query. */
  #txOf(client: pg.PoolClient): Tx {
    const kept = this.#kept.get(client)
    if (kept !== undefined) return kept
    const line = new Line(client)
    const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: poolOf(client, line) }) })
    if (!isTx(kysely)) throw new Error('unreachable')
    lines.set(kysely, line)
    this.#kept.set(client, kysely)
    return kysely
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

/**
 * Runs work beyond the reach of the actor inside the same unit: as the owner, whom the law lets see all rows, and back again.
 * Only for what nobody's reach covers by design (restamping scope columns, counters, taking the next file, comparing blind indexes).
 * Callers are listed in `test/laws/door.test.ts`.
 */
export async function beyondReach<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const line = lineOf(tx)
  const { role } = line
  line.role = OWNER
  try {
    return await work()
  } finally {
    line.role = role
  }
}
const lines = new WeakMap<Kysely<DB>, Line>()
function lineOf(tx: Tx): Line {
  const line = lines.get(tx)
  if (line === undefined) throw new Error('a unit of work that has not passed the door')
  return line
}

/** A statement that writes and whose answer nobody waits for. */
export type Write = OperationNodeSource
/** Writes that do not look at each other, as one statement: one round trip and one plan instead of many. */
export async function writeAll(tx: Tx, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const parts = writes.map((write, place) => sql`${sql.ref(`write_${place}`)} as (${new ExpressionWrapper(write.toOperationNode())})`)
  await sql`with ${sql.join(parts)} select`.execute(tx)
}
/** A write that travels with the commit. Should it fail, nothing of the unit of work is kept. */
export function writeLast(tx: Tx, write: RawBuilder<unknown>): void {
  lineOf(tx).sayLast(write.compile(tx))
}

function beginning(actor: Actor, opening: Opening): Beginning {
  const personId = actor.personId ?? opening.personId
  const opensFile = opening.purpose !== undefined && personId !== undefined && personId !== null
  const role = blindRoles.has(actor.role) && !opensFile ? 'kariz_blind' : 'kariz_app'
  const settings: readonly (readonly [string, string])[] = [
    ['plan', actor.planId === null ? '' : uuid(actor.planId)],
    ['account', uuid(actor.accountId)],
    ['role', actor.role],
    ['counties', actor.counties.map(county).join(',')],
    ['organisation', actor.organisationId === null ? '' : uuid(actor.organisationId)],
    ['person', personId === undefined || personId === null ? '' : uuid(personId)],
    ['today', opening.today === undefined ? '' : day(opening.today)],
    ['purpose', opening.purpose === undefined || !purposes.includes(opening.purpose) ? '' : opening.purpose],
  ]
  const begin = opening.readOnly === true ? 'begin read only' : 'begin'
  const lines = [begin, `set local role ${role}`, ...settings.map(([name, value]) => `set local "kariz.${name}" = '${value}'`)]
  if (opening.commandId !== undefined)
    lines.push(
      `select account_id, route, input_hash, sealed_answer from platform.receipt where plan_id = '${uuid(actor.planId ?? NOBODY)}' and command_id = '${uuid(opening.commandId)}'`,
    )
  return { sql: lines.join('; '), role }
}
function uuid(text: string): string {
  if (!UUID.test(text)) throw new Error('not a uuid where one must stand')
  return text
}
function county(code: string): string {
  if (!/^\d{4}$/.test(code)) throw new Error('not a county code')
  return code
}
function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error('not a day where one must stand')
  return text
}
function receiptIn(answers: unknown): StoredReceipt | undefined {
  const last: unknown = Array.isArray(answers) ? answers.at(-1) : undefined
  if (typeof last !== 'object' || last === null || !('rows' in last) || !Array.isArray(last.rows)) return undefined
  const row: unknown = last.rows[0]
  return isReceipt(row) ? row : undefined
}
function isReceipt(row: unknown): row is StoredReceipt {
  return typeof row === 'object' && row !== null && 'sealed_answer' in row
}
/** Serialisation faults and deadlocks are repeated; so is the loser of two equal commands, which then finds the receipt, and of two who drew the same file number. */
function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  if (error.routine === 'RevalidateCachedQuery') {
    forgetKept()
    return true
  }
  if (error.code === '40001' || error.code === '40P01') return true
  return error.code === '23505' && (error.constraint === 'receipt_pkey' || error.constraint === 'case_file_number')
}
/** Which constraint a database error names, so that a rule the database keeps can become a refusal. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}
/** Whoever makes a thing names it: another command has already used this id. Without a refusal of its room, that is what there is to say. */
export function isTakenId(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && (error.constraint ?? '').endsWith('_pkey')
}
/** A named thing that is not there: an id or a code nobody has. */
export function isUnknownReference(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23503'
}
/** A value the database cannot hold though the contract let it pass (numbers and days out of range, ids that are none). */
export function isBadValue(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ['22003', '22007', '22008', '22021', '22P02', '22P05'].includes(error.code ?? '')
}
function isTx(kysely: Kysely<DB>): kysely is Tx {
  return kysely instanceof Kysely
}
function poolOf(client: pg.PoolClient, line: Line): PostgresPool {
  const lent = new Proxy(client, {
    get: (target, key) => (key === 'release' ? () => undefined : key === 'query' ? line.query : Reflect.get(target, key)),
  })
  return { options: {}, connect: async () => lent, end: async () => undefined }
}
/** PostgreSQL 53100, or the file system's own word for it. */
export function isDiskFull(error: unknown): boolean {
  return (error instanceof pg.DatabaseError && error.code === '53100') || codeOf(error) === 'ENOSPC'
}
/** The database is gone, restarting or has no free place: worth trying again soon. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return ['57P01', '57P02', '57P03', '53300'].includes(error.code ?? '')
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(codeOf(error)) ||
    (error instanceof Error && /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message))
  )
}
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a whole number beyond what can be counted exactly')
  return value
}
