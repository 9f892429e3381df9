import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

const Said = z.object({
  address: z.string(),
  database: z.number(),
  socket: z.string(),
  women: z.array(z.object({ caseId: z.string(), personId: z.string() })),
  cookies: z.object({ guide: z.string(), agency: z.string() }),
})
const StoodAgain = z.object({ database: z.number() })
export interface Standing extends z.infer<typeof Said> {
  readonly child: ChildProcess
  readonly lines: Interface
  /** From the start of the process until it listened, or from the death of its database until it answered again. */
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
    const lines = createInterface({ input: child.stdout })
    const line = await nextLine(child, lines)
    if (line !== undefined) return { child, lines, readyAfterMs: performance.now() - begun, ...Said.parse(JSON.parse(line)) }
    if (performance.now() - begun > 10_000) throw new Error(`the house did not stand up again: ${errors.join('').slice(0, 1_000)}`)
    await wait(100)
  }
}
function nextLine(child: ChildProcess, lines: Interface): Promise<string | undefined> {
  return new Promise((done) => {
    lines.once('line', done)
    child.once('close', () => {
      done(undefined)
    })
  })
}
export type Victim = 'server' | 'database' | 'both'
/** Kills the server, or both, with a signal nobody can catch, and waits until its process is gone; the database goes with it. */
export async function kill({ child, database }: Standing, victim: 'server' | 'both'): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done))
  if (victim === 'both') process.kill(database, 'SIGKILL')
  child.kill('SIGKILL')
  await gone
}
/** Kills the database under a living server, which must start it again by itself and answer from it. */
export async function killDatabase(house: Standing): Promise<Standing> {
  const begun = performance.now()
  const said = nextLine(house.child, house.lines)
  process.kill(house.database, 'SIGKILL')
  const line = await said
  if (line === undefined) throw new Error('the server ended with its database')
  for (;;) {
    const answer = await fetch(`${house.address}/readyz`)
    if (answer.ok) return { ...house, database: StoodAgain.parse(JSON.parse(line)).database, readyAfterMs: performance.now() - begun }
    await wait(20)
  }
}
/** Processes of a database on this folder that nobody ended: after a kill of the server there must soon be none. */
export async function orphans(dir: string): Promise<number> {
  let left: readonly string[] = []
  for (let tries = 0; tries < 200; tries++) {
    left = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && commandOf(id).includes(`${dir}/postgres`))
    if (left.length === 0) return 0
    await wait(50)
  }
  return left.length
}
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    // It ended between the list and the look.
    return ''
  }
}
