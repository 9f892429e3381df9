// npm run types: src/platform/schema.ts from the migrated schema, on a throw-away cluster.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'

const root = resolve(import.meta.dirname, '..')
const file = join(root, 'src/platform/schema.ts')
const dir = mkdtempSync(join(tmpdir(), 'kariz-types-'))
const cluster = await startCluster({ dir, unsafe: true })
try {
  await migrate(cluster.config)
  const url = `postgresql://postgres@localhost/kariz?host=${cluster.socketDir}`
  const made = spawnSync(
    join(root, 'node_modules/.bin/kysely-codegen'),
    ['--dialect', 'postgres', '--date-parser', 'string', '--numeric-parser', 'number', '--url', url, '--out-file', file],
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(made.stdout + made.stderr)
  // Whole numbers arrive as numbers: the door refuses those that could not be exact.
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/export type Int8 = .*;/, 'export type Int8 = ColumnType<number, number, number>;'),
  )
} finally {
  await cluster.stop()
  rmSync(dir, { recursive: true, force: true })
}
