import { expect, test } from 'vitest'
import { soak } from '../bench/soak.ts'

test('server and database killed at random instants, under an import and eight registering at once: all that was answered stands once, nothing half', async () => {
  const wish = { women: 120, rows: 1_500, kills: 4, seed: process.env.KARIZ_SEED ?? 'npm test' }
  const { slowestStartMs, slowestRiseMs, busy, risen, ...found } = await soak(wish)
  console.log(
    `soak: ready again after ${Math.round(slowestStartMs)} ms at most, a killed database alone after ${Math.round(slowestRiseMs)} ms; «busy» ${busy} times (seed «${wish.seed}»)`,
  )
  expect(risen).toBeGreaterThan(0)
  expect(busy).toBeGreaterThan(0)
  expect(found).toEqual({
    kills: 4,
    defects: 0,
    orphans: 0,
    answered: 120,
    lost: 0,
    doubled: 0,
    half: 0,
    changedAnswers: 0,
    importedRows: 1_500,
    doubledRows: 0,
    wrongCounters: 0,
  })
})
