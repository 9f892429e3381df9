import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startCluster } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    socketDir: string
  }
}
let running: Promise<{ readonly dir: string; readonly stop: () => Promise<void> }> | undefined

/** One throw-away cluster for the whole run, with a migrated template that test files clone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  running ??= start()
  const { dir, stop } = await running
  project.provide('socketDir', dir)
  return stop
}
async function start() {
  const dir = mkdtempSync(join(tmpdir(), 'kariz-test-'))
  const cluster = await startCluster({ dir, unsafe: true })
  const admin = new pg.Client(cluster.superuser)
  await admin.connect()
  await admin.query('create database template_kariz owner kariz_owner')
  await admin.end()
  await migrate({ host: dir, user: 'kariz_owner', database: 'template_kariz' })
  return {
    dir: cluster.socketDir,
    stop: async () => {
      await cluster.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
