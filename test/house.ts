import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobs } from '../src/app/rooms.ts'
import { makeServer, type Server, sessionSecretOf } from '../src/app/server.ts'
import type { LogStream } from '../src/platform/app.ts'
import { freshDatabase } from './database.ts'
import { asking, settlePersonas, thePlan } from './personas.ts'
import { watchTouches } from './touching.ts'
import { settleWorld } from './world.ts'

/** A house of its own for one test file: a fresh database with all personas, a clock the test sets, HTTP without a socket. */
export async function openHouse({ at = '2026-11-23T06:00:00Z', logTo }: { readonly at?: string; readonly logTo?: LogStream } = {}) {
  watchTouches()
  let now = new Date(at)
  const { config, superuser } = await freshDatabase()
  const filesFolder = mkdtempSync(join(tmpdir(), 'kariz-files-'))
  const server: Server = await makeServer({
    config,
    masterKey: Buffer.alloc(32, 7),
    filesFolder,
    mode: 'demo',
    clock: () => now,
    logLevel: logTo === undefined && process.env.KARIZ_TEST_LOG === undefined ? 'silent' : 'info',
    logTo,
  })
  await settleWorld(server.house.door)
  const cookies = await settlePersonas(server.house.door, sessionSecretOf(server.house.vault))
  return {
    ...server,
    config,
    superuser,
    filesFolder,
    cookies,
    ask: asking(server.app, cookies),
    /** Runs a room's background job now, as the worker would. */
    runJob: async (name: string): Promise<void> => {
      const job = jobs.find((one) => one.name === name)
      if (job === undefined) throw new Error(`no job ${name}`)
      await job.run(server.house, thePlan)
    },
    /** Sets the clock of the house. */
    setTime: (instant: string): void => {
      now = new Date(instant)
    },
  }
}
