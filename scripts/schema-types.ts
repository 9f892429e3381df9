import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** The text of `src/platform/schema.ts` for a migrated database behind a socket folder. */
export function schemaTypes({ socketDir, database }: { readonly socketDir: string; readonly database: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'kariz-types-'))
  const file = join(folder, 'schema.ts')
  try {
    const url = `postgresql://postgres@localhost/${database}?host=${socketDir}`
    const made = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
        '--dialect=postgres',
        '--date-parser=string',
        '--numeric-parser=number',
        `--url=${url}`,
        `--out-file=${file}`,
      ],
      { encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(made.stdout + made.stderr)
    // Whole numbers arrive as numbers: the door refuses those that could not be exact.
    return readFileSync(file, 'utf8').replace(/export type Int8 = .*;/, 'export type Int8 = ColumnType<number, number, number>;')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
