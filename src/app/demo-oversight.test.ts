import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { settleDemo } from './demo.ts'
import { govern } from './demo-oversight.ts'
import { openStage } from './demo-stage.ts'
import { makeServer } from './server.ts'

/** The first day of a Jalali month and the last one of another: the month that is over is another one on each. */
test.each(['2026-11-26T21:00:00Z', '2026-11-22T05:00:00Z', '2026-12-21T15:00:00Z'])(
  'oversight of the demonstration is accepted by the house step by step, and done once: %s',
  async (at) => {
    const { config } = await freshDatabase()
    const filesFolder = mkdtempSync(join(tmpdir(), 'kariz-files-'))
    const server = await makeServer({
      config,
      masterKey: Buffer.alloc(32, 7),
      filesFolder,
      mode: 'demo',
      logLevel: 'silent',
      clock: () => new Date(at),
    })
    await settleDemo(server.house, server.secret)
    const found = await server.house.door.asOwner(async (tx) => tx.selectFrom('plan.plan').select('started_on').executeTakeFirstOrThrow())
    const stage = await openStage(server.house, found.started_on)
    await govern(stage)
    await govern(stage)
    const states = await server.house.door.asOwner(async (tx) => ({
      deliverables: await tx.selectFrom('oversight.deliverable').select('state').distinct().orderBy('state').execute(),
      resolutions: await tx.selectFrom('oversight.resolution').select(['state', 'due_on']).orderBy('state').execute(),
      sheets: await tx.selectFrom('oversight.monthly_sheet').select('state').orderBy('state').execute(),
    }))
    expect(states.deliverables.map(({ state }) => state)).toEqual(['accepted', 'due', 'paid-for', 'returned', 'submitted'])
    expect(states.resolutions.map(({ state }) => state)).toEqual(['confirmed', 'in-progress', 'in-progress', 'notified', 'reported'])
    expect(states.sheets.map(({ state }) => state)).toEqual(['accepted', 'submitted', 'submitted', 'submitted'])
    await stage.close()
    await server.stop()
  },
  60_000,
)
