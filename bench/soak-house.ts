import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

const Said = z.object({
  address: z.string(),
  database: z.number(),
  socket: z.string(),
  women: z.array(z.object({ caseId: z.string(), personId: z.string() })),
  cookies: z.object({ guide: z.string(), agency: z.string() }),
})
export interface Standing extends z.infer<typeof Said> {
  readonly child: ChildProcess
  /** From the start of the process until it listened. */
  readonly readyAfterMs: number
}

/** Starts the house on its folder. A database whose last breath is not yet over refuses a second one: then it is tried again, for ten seconds. */
export async function stand(dir: string, women: number): Promise<Standing> {
  const begun = performance.now()
  for (;;) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'soak-server.ts'), dir, String(women)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const errors: string[] = []
    child.stderr.on('data', (part) => errors.push(String(part)))
    const line = await firstLine(child)
    if (line !== undefined) return { child, readyAfterMs: performance.now() - begun, ...Said.parse(JSON.parse(line)) }
    if (performance.now() - begun > 10_000) throw new Error(`the house did not stand up again: ${errors.join('').slice(0, 1_000)}`)
    await wait(100)
  }
}
function firstLine(child: ReturnType<typeof spawn>): Promise<string | undefined> {
  const output = child.stdout
  if (output === null) return Promise.resolve(undefined)
  return new Promise((done) => {
    createInterface({ input: output }).once('line', done)
    child.once('close', () => {
      done(undefined)
    })
  })
}
export type Victim = 'server' | 'database' | 'both'
/** Kills with a signal nobody can catch, and waits until the server's process is gone; the database goes with it. */
export async function kill({ child, database }: Standing, victim: Victim): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done))
  if (victim !== 'server') process.kill(database, 'SIGKILL')
  // A server without its database lives on and answers «busy»; it is met in that state for a moment before it dies as well.
  if (victim === 'database') await wait(200)
  child.kill('SIGKILL')
  await gone
}
