import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = resolve(import.meta.dirname, '../..')
const WATCHED = ['src', 'vite.config.ts', 'package-lock.json']
export const webFolder = join(root, 'dist/web')

/** Builds the pages when their source changed since the last build. They appear at once: a running server never sees half of them. */
export async function buildWebIfStale(folder: string = webFolder): Promise<'fresh' | 'built'> {
  const stamp = `${folder}.stamp`
  const wanted = fingerprint()
  if (existsSync(stamp) && existsSync(join(folder, 'index.html')) && readFileSync(stamp, 'utf8') === wanted) return 'fresh'
  const { build } = await import('vite')
  const next = `${folder}.next`
  mkdirSync(join(folder, '..'), { recursive: true })
  const { NODE_ENV: before } = process.env
  // Whatever surrounds the build, pages are those of real use: another word here would pack the large, slow React of development.
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: next, emptyOutDir: true } })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
  for (const file of filesOf(join(next, 'assets'))) if (/\.(js|css)$/.test(file)) compress(file)
  rmSync(folder, { recursive: true, force: true })
  renameSync(next, folder)
  writeFileSync(stamp, wanted)
  return 'built'
}
/** Small forms lie beside each file, made once with all the care there is; the server only chooses. */
function compress(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(bytes))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of WATCHED) for (const file of filesOf(join(root, name))) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}
function filesOf(at: string): readonly string[] {
  if (!existsSync(at)) return []
  if (/\.\w+$/.test(at)) return [at]
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
