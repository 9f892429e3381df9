import type { CompiledQuery } from 'kysely'
import pg from 'pg'

/** The role of a connection itself, under which no law stands between it and the rows. */
export const OWNER = 'owner'
export type Role = typeof OWNER | 'kariz_app' | 'kariz_blind' | 'kariz_linkage'

export interface Beginning {
  /** Empty for a single statement that needs no unit around it. */
  readonly sql: string
  /** The role the beginning leaves the connection in. */
  readonly role: Role
}
/**
 * One pooled connection, as units of work speak through it. What need not wait for an answer travels in one packet with what follows: the
 * beginning of a unit and a change of role with the next statement, the last statement with the commit. Nothing is risked by not waiting: once
 * anything in a unit has failed, PostgreSQL refuses whatever stands behind it and turns the commit into a rollback.
 */
export class Line {
  readonly #client: pg.PoolClient
  #beginning = ''
  #last: CompiledQuery[] = []
  #isOpen = false
  /** The role the database is in now; `role` is the one the next statement must run under. */
  #role: Role = OWNER
  role: Role = OWNER

  constructor(client: pg.PoolClient) {
    this.#client = client
  }
  /** Begins with the next statement: a unit that says nothing never begins. */
  begin({ sql, role }: Beginning): void {
    this.#beginning = sql
    this.#last = []
    this.#isOpen = false
    this.#role = role
    this.role = role
  }
  /** Begins at once, and answers what the beginning itself asks. */
  async beginAndAsk(beginning: Beginning): Promise<unknown> {
    this.begin(beginning)
    return this.#client.query(this.#takeAhead())
  }
  readonly query = async (text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    const ahead = this.#takeAhead()
    if (ahead === '') return this.#say(text, values)
    const [, result] = await this.#inOnePacket(() => Promise.all([this.#client.query(ahead), this.#say(text, values)]))
    return result
  }
  /** Keeps a statement for the packet of the commit. */
  sayLast(query: CompiledQuery): void {
    this.#last.push(query)
  }
  async commit(): Promise<void> {
    const last = this.#last
    if (!this.#isOpen && last.length === 0) return
    const ahead = this.#takeAhead()
    const { command } = await this.#inOnePacket(async () => {
      const said = [
        ...(ahead === '' ? [] : [this.#client.query(ahead)]),
        ...last.map(({ sql, parameters }) => this.#say(sql, parameters)),
        this.#client.query('commit'),
      ]
      const results = await Promise.all(said)
      return results.at(-1) ?? { command: '' }
    })
    if (command !== 'COMMIT') throw new Error(`the unit of work was not committed but ended in ${command}`)
  }
  async rollback(): Promise<void> {
    this.begin({ sql: '', role: OWNER })
    await this.#client.query('rollback')
  }
  /** What must have been said before the next statement: the beginning, and another role. */
  #takeAhead(): string {
    const turn = this.role === this.#role ? '' : `set local role ${this.role === OWNER ? 'none' : this.role}`
    const ahead = [this.#beginning, turn].filter((part) => part !== '').join('; ')
    if (this.#beginning !== '') this.#isOpen = true
    this.#beginning = ''
    this.#role = this.role
    return ahead
  }
  #say(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const name = keptName(text, this.#role)
    return this.#client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  #inOnePacket<T>(say: () => Promise<T>): Promise<T> {
    const stream = this.#client instanceof pg.Client ? this.#client.connection.stream : undefined
    stream?.cork()
    try {
      return say()
    } finally {
      stream?.uncork()
    }
  }
}

/**
 * Names of statements that stay prepared on each connection: those said for the third time. Planning a statement under the law costs more than
 * carrying it out. Bounded, since each takes memory in every connection; long ones come from bulk and differ by their length.
 */
const kept = new Map<string, string>()
const heard = new Map<string, number>()
const KEPT_AT_MOST = 400
const LONGEST_KEPT = 6_000
let generation = 0
function keptName(text: string, role: Role): string | undefined {
  const key = `${role} ${text}`
  const name = kept.get(key)
  if (name !== undefined || kept.size >= KEPT_AT_MOST || text.length > LONGEST_KEPT) return name
  const times = (heard.get(key) ?? 0) + 1
  if (times >= 3) {
    heard.delete(key)
    kept.set(key, `kariz_${generation}_${kept.size}`)
    return kept.get(key)
  }
  if (heard.size > 5_000) heard.clear()
  heard.set(key, times)
  return undefined
}
/** A migration beside a running server may change what a kept statement answers; PostgreSQL then refuses it, and it is prepared anew under another name. */
export function forgetKept(): void {
  generation += 1
  kept.clear()
}
