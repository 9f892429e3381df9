import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { settleDemo } from '../src/app/demo.ts'
import { makeServer } from '../src/app/server.ts'
import { freshDatabase } from './database.ts'
import { watchTouches } from './touching.ts'

/** The pages are built by the first worker of a run that needs them, while the others wait at a lock of the cluster, and stay as long as the run. */
async function builtPages(): Promise<string> {
  const host = inject('socketDir')
  const folder = join(host, 'pages', 'web')
  const gate = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await gate.connect()
  await gate.query('select pg_advisory_lock(1)')
  await buildWebIfStale(folder)
  await gate.end()
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
  return { ...server, address, webFolder }
}
