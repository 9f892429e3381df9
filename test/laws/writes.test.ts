import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { foreignWrites, writesOf } from './writes.ts'

const root = resolve(import.meta.dirname, '../..')
/** Tables a file writes outside its own schema, and why nobody else can. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // The one writer of scope columns, in whatever tables the catalogue names.
  'src/platform/restamp.ts': ['computed'],
  // What has run is written by whoever runs it.
  'src/platform/migrate.ts': ['migration.done'],
  // The administrator's page of messages is of access; the outbox is of the platform, which knows no page.
  'src/access/store/messages.ts': ['platform.message'],
  // The invented plan, before anybody can act in it.
  'src/app/demo.ts': [
    'access.assignment',
    'enrolment.referral_place',
    'partners.membership',
    'partners.organisation',
    'plan.parameter',
    'plan.quota',
  ],
  'src/app/demo-partners.ts': ['occupations.offer', 'partners.capacity', 'partners.membership', 'partners.organisation'],
  'src/app/demo-access.ts': ['platform.message'],
}
const writes = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => join('src', name))
  .flatMap((file) => writesOf(file, readFileSync(join(root, file), 'utf8')))

test('every file writes to the schema of its room alone', () => {
  expect(writes.length).toBeGreaterThan(80)
  expect(foreignWrites(writes, allowed)).toEqual([])
})
test('nothing is allowed that nobody needs', () => {
  const unused = Object.entries(allowed).flatMap(([file, tables]) =>
    tables.filter((table) => !writes.some((one) => one.file === file && one.table === table)).map((table) => `${file} → ${table}`),
  )
  expect(unused).toEqual([])
})
test.each([
  ["tx.insertInto('people.share').values({})", 'people.share'],
  ["tx.deleteFrom(\n  'people.share')", 'people.share'],
  ['sql`update people.share set ended_at = now()`', 'people.share'],
  ['sql`with done as (insert  into people."share" (id) values (1)) select 1`', 'people.share'],
  ['sql`delete from people.share`', 'people.share'],
  ['sql`update $'.concat('{sql.table(name)} set x = 1`'), 'computed'],
  ['tx.updateTable(name).set({})', 'computed'],
])('a planted write to another room is caught and named: %s', (code, table) => {
  const file = 'src/modules/enrolment/store.ts'
  expect(foreignWrites(writesOf(file, code), allowed)).toEqual([`writes-only-its-own-schema: ${file} → ${table}`])
})
test('a room’s own writes are no breach', () => {
  expect(foreignWrites(writesOf('src/modules/people/store.ts', "tx.insertInto('people.share')"), allowed)).toEqual([])
})
