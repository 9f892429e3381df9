import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { DatabaseConfig } from '../src/platform/database-config.ts'

/** A database of its own for one test file, cloned from the migrated template; the superuser's door is for tests of the law. */
export async function freshDatabase(): Promise<{ readonly config: DatabaseConfig; readonly superuser: DatabaseConfig }> {
  const host = inject('socketDir')
  const database = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${database} template template_kariz owner kariz_owner strategy file_copy`)
  await admin.end()
  return { config: { host, user: 'kariz_owner', database }, superuser: { host, user: 'postgres', database } }
}
