import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { DatabaseConfig } from './database-config.ts'

const folder = resolve(import.meta.dirname, '../../db')

/** The database holds migrations this checkout does not know: it was written by a newer Kariz. */
export class NewerData extends Error {
  readonly names: readonly string[]
  constructor(names: readonly string[]) {
    super(`the data was written by a newer version (${names.join(', ')})`)
    this.names = names
  }
}

/** Brings a database to this version: roles, the migrations not yet run (each in its own transaction), then the law. Returns how many ran. */
export async function migrate(config: DatabaseConfig, onStep: (name: string) => void = () => undefined): Promise<number> {
  const client = new pg.Client(config)
  // A connection lost on the way fails the statement under way; that it is lost is heard here, or it would end the process without a sentence.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(726001)')
    await client.query(readFileSync(join(folder, 'roles.sql'), 'utf8'))
    await client.query('create schema if not exists migration')
    await client.query(
      'create table if not exists migration.done (name text primary key, checksum text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration.done')
    const done = new Map(rows.map((row) => [row.name, row.checksum]))
    const files = readdirSync(join(folder, 'migrations')).sort()
    const unknown = [...done.keys()].filter((name) => !files.includes(name))
    if (unknown.length > 0) throw new NewerData(unknown)
    let ran = 0
    for (const name of files) {
      if (await runOnce(client, name, done.get(name))) {
        onStep(name)
        ran++
      }
    }
    await inTransaction(client, readFileSync(join(folder, 'policies.sql'), 'utf8'))
    return ran
  } finally {
    await client.end()
  }
}

async function runOnce(client: pg.Client, name: string, known: string | undefined): Promise<boolean> {
  const text = readFileSync(join(folder, 'migrations', name), 'utf8')
  const checksum = createHash('sha256').update(text).digest('hex')
  if (known === checksum) return false
  if (known !== undefined) throw new Error(`${name} was changed after it had run; add a new migration instead`)
  await inTransaction(client, text, async () => {
    await client.query('insert into migration.done (name, checksum) values ($1, $2)', [name, checksum])
  })
  return true
}
async function inTransaction(client: pg.Client, text: string, then: () => Promise<void> = async () => undefined): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await then()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
