import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { settleDemo } from './demo.ts'
import { peopleDemo } from './demo-women.ts'
import { makeServer } from './server.ts'

test('400 women come into every state through the routes of the house; broken off, the script goes on and does nothing twice', async () => {
  const { config } = await freshDatabase()
  const filesFolder = mkdtempSync(join(tmpdir(), 'kariz-files-'))
  const server = await makeServer({ config, masterKey: Buffer.alloc(32, 7), filesFolder, mode: 'demo', logLevel: 'silent' })
  await settleDemo(server.house, server.secret)
  const breakOff = peopleDemo(server.house, (done) => {
    if (done === 5) throw new Error('the power is gone')
  })
  await expect(breakOff).rejects.toThrow('the power is gone')
  await peopleDemo(server.house, () => undefined)
  const steps: number[] = []
  await peopleDemo(server.house, (done) => steps.push(done))
  expect(steps).toEqual([])

  const { cases, counted, erased } = await server.house.door.asOwner(async (tx) => ({
    cases: await tx.selectFrom('enrolment.case').select(['position', 'county_code', 'since']).execute(),
    counted: await tx.selectFrom('enrolment.counter').select(['n']).execute(),
    erased: await tx
      .selectFrom('enrolment.case as file')
      .innerJoin('people.identity as identity', 'identity.person_id', 'file.person_id')
      .select(['identity.family_name', 'identity.sealed_national_id'])
      .where('file.is_erased', '=', true)
      .execute(),
  }))
  expect(cases).toHaveLength(400)
  expect(counted.reduce((sum, { n }) => sum + n, 0)).toBe(400)
  expect(new Set(cases.map(({ county_code: county }) => county))).toEqual(new Set(['1801', '1802', '1803', '1804']))
  const reached = new Set(cases.map(({ position }) => position))
  for (const position of [
    'nominated',
    'contacted',
    'consented',
    'registered',
    'queued',
    'place-granted',
    'ineligible',
    'declined',
    'not-yet',
  ])
    expect(reached, position).toContain(position)
  for (const position of ['withdrawn', 'lost-contact', 'on-hold', 'protected', 'moved', 'deceased', 'referred-out', 'transferred'])
    expect(reached, position).toContain(position)
  expect(cases.every(({ since }) => since <= server.house.clock())).toBe(true)
  expect(erased.length).toBeGreaterThan(0)
  expect(erased.every((one) => one.family_name === '' && one.sealed_national_id === null)).toBe(true)
  await server.stop()
}, 240_000)
