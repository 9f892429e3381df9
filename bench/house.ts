import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeServer, sessionSecretOf } from '../src/app/server.ts'
import { startCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { asking, settlePersonas } from '../test/personas.ts'
import { settleWorld } from '../test/world.ts'

/** A house with the personas of the tests on a cluster of its own that is durable as in real work. */
export async function openBenchHouse() {
  const dir = mkdtempSync(join(tmpdir(), 'kariz-bench-'))
  const cluster = await startCluster({ dir: join(dir, 'postgres') })
  await migrate(cluster.config)
  const server = await makeServer({
    config: cluster.config,
    masterKey: Buffer.alloc(32, 7),
    filesFolder: join(dir, 'files'),
    mode: 'demo',
    logLevel: 'silent',
  })
  await settleWorld(server.house.door)
  const cookies = await settlePersonas(server.house.door, sessionSecretOf(server.house.vault))
  const superuser = new pg.Client({ ...cluster.superuser, database: 'kariz' })
  await superuser.connect()
  return {
    ...server,
    config: cluster.config,
    superuser,
    cookies,
    logFile: join(dir, 'postgres/postgres.log'),
    ask: asking(server.app, cookies),
    close: async () => {
      await superuser.end()
      await server.stop()
      await cluster.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
export type BenchHouse = Awaited<ReturnType<typeof openBenchHouse>>
