// npm run types: src/platform/schema.ts from the migrated schema, on a throw-away cluster.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { schemaTypes } from './schema-types.ts'

const dir = mkdtempSync(join(tmpdir(), 'kariz-types-'))
const cluster = await startCluster({ dir, unsafe: true })
try {
  await migrate(cluster.config)
  writeFileSync(resolve(import.meta.dirname, '../src/platform/schema.ts'), schemaTypes({ socketDir: cluster.socketDir, database: 'kariz' }))
} finally {
  await cluster.stop()
  rmSync(dir, { recursive: true, force: true })
}
