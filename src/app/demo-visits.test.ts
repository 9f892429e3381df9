import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { grievanceStates } from '../modules/oversight/contract/grievances.ts'
import { settleDemo } from './demo.ts'
import { openStage } from './demo-stage.ts'
import { supervise } from './demo-visits.ts'
import { makeServer } from './server.ts'

test('complaints of the demonstration stand in every state, one late, and a finding was closed by a visit that saw it; done once', async () => {
  const { config } = await freshDatabase()
  const filesFolder = mkdtempSync(join(tmpdir(), 'kariz-files-'))
  const clock = (): Date => new Date('2026-11-26T21:00:00Z')
  const server = await makeServer({ config, masterKey: Buffer.alloc(32, 7), filesFolder, mode: 'demo', logLevel: 'silent', clock })
  await settleDemo(server.house, server.secret)
  const { started_on: startedOn } = await server.house.door.asOwner((tx) =>
    tx.selectFrom('plan.plan').select('started_on').executeTakeFirstOrThrow(),
  )
  const stage = await openStage(server.house, startedOn)
  await supervise(stage)
  await supervise(stage)
  const { complaints, visits, findings } = await server.house.door.asOwner(async (tx) => ({
    complaints: await tx.selectFrom('oversight.grievance').select(['state', 'closed_how', 'due_on', 'desk']).execute(),
    visits: await tx.selectFrom('oversight.visit').select('state').execute(),
    findings: await tx.selectFrom('oversight.finding').select(['state', 'due_on']).execute(),
  }))
  expect(new Set(complaints.map(({ state }) => state))).toEqual(new Set(grievanceStates))
  expect(new Set(complaints.map(({ closed_how: how }) => how))).toEqual(new Set([null, 'settled', 'without-her-word']))
  expect(complaints.some(({ state, due_on: dueOn }) => state === 'with-office' && dueOn !== null && dueOn < '2026-11-27')).toBe(true)
  expect(complaints.filter(({ desk }) => desk === 'AU')).toHaveLength(2)
  expect(visits.filter(({ state }) => state === 'held')).toHaveLength(3)
  expect(visits.filter(({ state }) => state === 'planned')).toHaveLength(2)
  expect(findings.map(({ state }) => state).toSorted((one, other) => one.localeCompare(other))).toEqual(['closed', 'open'])
  await stage.close()
  await server.stop()
}, 60_000)
