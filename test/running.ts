import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { settleDemo } from '../src/app/demo.ts'
import { makeServer } from '../src/app/server.ts'
import { freshDatabase } from './database.ts'
import { watchTouches } from './touching.ts'

/** The pages are built once by each worker of a run, and stay as long as the run. */
async function builtPages(): Promise<string> {
  const folder = join(inject('socketDir'), `pages-${process.env.VITEST_POOL_ID ?? '0'}`, 'web')
  await buildWebIfStale(folder)
  return folder
}

/** The whole demonstration on a loopback port of its own, with its pages and its background jobs, on a fresh database. */
export async function openDemo() {
  watchTouches()
  const webFolder = await builtPages()
  const { config } = await freshDatabase()
  const server = await makeServer({
    config,
    masterKey: Buffer.alloc(32, 7),
    filesFolder: mkdtempSync(join(tmpdir(), 'kariz-files-')),
    mode: 'demo',
    webFolder,
    runsJobs: true,
    logLevel: 'warn',
  })
  await settleDemo(server.house, server.secret)
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...server, address }
}
