import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
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
    /** From now on every statement of the house tells the server's log what it touched, those of foreign keys too; or no longer. */
    countBuffers: async (isCounted = true): Promise<void> => {
      const settings = ['log_min_duration = 0', 'log_analyze = on', 'log_buffers = on', 'log_timing = off', 'log_nested_statements = on']
      if (isCounted) {
        await superuser.query("alter role kariz_owner set session_preload_libraries = 'auto_explain'")
        for (const setting of settings) await superuser.query(`alter role kariz_owner set auto_explain.${setting}`)
      } else await superuser.query('alter role kariz_owner reset all')
      await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kariz_owner'")
    },
    touchedBy: (work: () => Promise<void>): Promise<Touched> => touchedBy(join(dir, 'postgres/postgres.log'), work),
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

export interface Touched {
  readonly buffers: number
  readonly statements: number
}
/** What the plans in the log say that this work touched: the number at the head of each plan holds those below it. */
async function touchedBy(logFile: string, work: () => Promise<void>): Promise<Touched> {
  const before = statSync(logFile).size
  await work()
  // The log is written before the answer leaves; a moment only for the file system.
  await wait(20)
  let buffers = 0
  let statements = 0
  for (const plan of plansIn(logFile, before)) {
    const [, hit = '0', , read = '0'] = /Buffers: shared(?: hit=(\d+))?( read=(\d+))?/.exec(plan) ?? []
    buffers += Number(hit) + Number(read)
    statements += 1
  }
  return { buffers, statements }
}
/** The log grows to gigabytes under an import: it is read by pieces. */
function* plansIn(logFile: string, from: number): Generator<string> {
  const file = openSync(logFile, 'r')
  const piece = Buffer.alloc(16 * 1024 * 1024)
  let rest = ''
  for (let at = from; ; ) {
    const read = readSync(file, piece, 0, piece.length, at)
    if (read === 0) break
    at += read
    const parts = (rest + piece.toString('latin1', 0, read)).split('Query Text:')
    rest = parts.pop() ?? ''
    yield* parts.slice(at - read === from ? 1 : 0)
  }
  closeSync(file)
  yield rest
}
