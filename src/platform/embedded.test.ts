import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startCluster } from './embedded.ts'

const dir = mkdtempSync(join(tmpdir(), 'kariz-embedded-'))
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test('a full disk is told from the log of this start alone, and another start on the same folder is refused', async () => {
  const first = await startCluster({ dir, unsafe: true })
  expect(first.isDiskFull()).toBe(false)
  await expect(startCluster({ dir, unsafe: true })).rejects.toThrow('another-kariz')
  appendFileSync(join(dir, 'postgres.log'), 'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device\n')
  expect(first.isDiskFull()).toBe(true)
  await first.stop()
  const second = await startCluster({ dir, unsafe: true })
  expect(second.isDiskFull()).toBe(false)
  await second.stop()
})
