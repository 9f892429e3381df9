import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, preview } from 'vite'

/** The kit page, built as pages are built and served on a loopback port of its own. */
export async function openKit() {
  const root = resolve(import.meta.dirname, '..')
  const outDir = join(mkdtempSync(join(tmpdir(), 'kariz-kit-')), 'web')
  const configFile = join(root, 'vite.config.ts')
  const input = join(root, 'src/app/kit.html')
  await build({
    configFile,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2_000, rolldownOptions: { input } },
  })
  const server = await preview({ configFile, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { address: `http://127.0.0.1:${address.port}/kit.html`, stop: () => server.close() }
}
