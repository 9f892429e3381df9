import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { schemaTypes } from '../../scripts/schema-types.ts'
import { freshDatabase } from '../database.ts'

test('the generated types are those of the migrations: a column more is told', async () => {
  const { superuser } = await freshDatabase()
  const client = new pg.Client(superuser)
  await client.connect()
  const database = client.database ?? ''
  const at = { socketDir: inject('socketDir'), database }
  expect(readFileSync(resolve(import.meta.dirname, '../../src/platform/schema.ts'), 'utf8')).toBe(schemaTypes(at))
  await client.query('alter table plan.goal add column planted text')
  await client.end()
  expect(schemaTypes(at)).toContain('planted: string | null')
})
