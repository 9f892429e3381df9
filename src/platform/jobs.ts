import { PgBoss } from 'pg-boss'
import type { DatabaseConfig } from './database-config.ts'
import type { House } from './house.ts'

/** A background job of a room: it looks for its work by itself, does it in small units of its own, and may be killed at any instant. */
export interface Job {
  /** `<room>.<what>`, the queue's name as well. */
  readonly name: string
  /** How often it looks without being woken. */
  readonly everyMinutes: number
  readonly run: (house: House, planId: string) => Promise<void>
}
export interface Jobs {
  readonly wake: (name: string) => void
  readonly stop: () => Promise<void>
}
/** Runs the jobs of all plans: woken after a commit, and every so often on their own. One runs at a time per queue. */
export async function startJobs({
  config,
  house,
  jobs,
  listPlans,
}: {
  readonly config: DatabaseConfig
  readonly house: House
  readonly jobs: readonly Job[]
  readonly listPlans: () => Promise<readonly string[]>
}): Promise<Jobs> {
  const boss = new PgBoss({
    ...config,
    schema: 'pgboss',
    max: 3,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  // A lost connection is opened again by the library; whatever was under way is found again by its job.
  boss.on('error', () => undefined)
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { notify: true, policy: 'stately' })
    // A server killed in the middle of a job stops beating: another takes it up within seconds, not after the quarter of an hour a job may last.
    await boss.updateQueue(job.name, { heartbeatSeconds: 10 })
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
      for (const planId of await listPlans()) await job.run(house, planId)
    })
    await boss.schedule(
      job.name,
      job.everyMinutes >= 60 ? `7 */${Math.round(job.everyMinutes / 60)} * * *` : `*/${job.everyMinutes} * * * *`,
    )
    await boss.send(job.name, {})
  }
  return {
    wake: (name) => {
      void boss.send(name, {}).catch(() => undefined)
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}
