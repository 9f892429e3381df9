// npm run soak -- [--kills N] [--women N] [--rows N] [--seed TEXT]: kills server and database at random instants under load, and counts afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seededRandom } from '../db/seed/random.ts'
import { newId } from '../src/platform/ids.ts'
import { assignmentOf } from '../test/personas.ts'
import { anyNationalId } from '../test/registered.ts'
import { type Findings, whatStands } from './soak-findings.ts'
import { kill, type Standing, stand, type Victim } from './soak-house.ts'
import { GUIDE, registration } from './women.ts'

export interface Wish {
  readonly women: number
  readonly rows: number
  readonly kills: number
  readonly seed: string
  readonly say?: (sentence: string) => void
}
export interface Soaked extends Findings {
  /** Longest time from start to listening after a kill. */
  readonly slowestStartMs: number
  readonly kills: number
}
/** One command of the load: sent under the same id until somebody answers it. */
export interface Command {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly body: string
  answer: string | undefined
}
const CONNECTIONS = 8

/** Sends every command from eight connections until the house falls; what was answered is kept, what was not waits for the next house. */
async function load({ address, cookies }: Standing, commands: readonly Command[]): Promise<void> {
  const open = commands.filter(({ answer }) => answer === undefined).values()
  const headers = { 'content-type': 'application/json', cookie: cookies.guide, 'kariz-assignment': assignmentOf(GUIDE) }
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const command of open) {
        const url = `${address}/api/enrolment/cases/${command.caseId}/registration`
        const told = await fetch(url, { method: 'PUT', headers: { ...headers, 'idempotency-key': command.id }, body: command.body }).then(
          async (answer) => ({ status: answer.status, text: await answer.text() }),
          () => undefined,
        )
        if (told?.status === 200) command.answer = told.text
        else if (told !== undefined && told.status < 500) throw new Error(`refused with ${told.status}: ${told.text}`)
        else if (told === undefined) return
      }
    }),
  )
}
async function sendImport({ address, cookies }: Standing, rows: number): Promise<string> {
  const id = newId()
  const headers = { cookie: cookies.agency, 'kariz-assignment': assignmentOf('behzistiOfDashtestan') }
  const lines = Array.from({ length: rows }, () => `مریم دشتی,${anyNationalId()}`)
  const upload = await fetch(`${address}/api/enrolment/imports?id=${id}&fileName=list.csv`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv', 'idempotency-key': newId() },
    body: ['نام و نام خانوادگی,کد ملی', ...lines].join('\r\n'),
  })
  const commit = await fetch(`${address}/api/enrolment/imports/${id}/commit`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': newId() },
    body: '{}',
  })
  if (!upload.ok || !commit.ok) throw new Error(`the list was not taken: ${await upload.text()} ${await commit.text()}`)
  return id
}

export async function soak({ women, rows, kills, seed, say = () => undefined }: Wish): Promise<Soaked> {
  const random = seededRandom(seed)
  const dir = mkdtempSync(join(tmpdir(), 'kariz-soak-'))
  let house = await stand(dir, women)
  let slowestStartMs = 0
  try {
    const commands = house.women.map(
      (woman): Command => ({
        ...woman,
        id: newId(),
        body: JSON.stringify({ ...registration, groundId: newId(), isComplete: true }),
        answer: undefined,
      }),
    )
    const importId = await sendImport(house, rows)
    for (let turn = 1; turn <= kills; turn++) {
      const under = load(house, commands)
      await wait(random.whole(20, 900))
      const victim: Victim = random.pick(['server', 'database', 'both'])
      await kill(house, victim)
      await under
      house = await stand(dir, women)
      slowestStartMs = Math.max(slowestStartMs, house.readyAfterMs)
      const answered = commands.filter(({ answer }) => answer !== undefined).length
      say(
        `kill ${turn} of ${kills} (${victim}): ${answered} of ${commands.length} answered, ready again after ${Math.round(house.readyAfterMs)} ms`,
      )
    }
    await load(house, commands)
    // Those answered before a kill are sent once more: the same answer, and nothing new.
    const first = new Map(commands.map(({ id, answer }) => [id, answer]))
    const again = commands.map((command) => ({ ...command, answer: undefined }))
    await load(house, again)
    const changedAnswers = again.filter(({ id, answer }) => answer !== first.get(id)).length
    return { ...(await whatStands(house, { commands, importId, rows })), changedAnswers, slowestStartMs, kills }
  } finally {
    await kill(house, 'server')
    rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '20' },
      women: { type: 'string', default: '3000' },
      rows: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now()) },
    },
  })
  console.log(`soak: seed ${values.seed}`)
  const soaked = await soak({
    women: Number(values.women),
    rows: Number(values.rows),
    kills: Number(values.kills),
    seed: values.seed,
    say: console.log,
  })
  for (const [figure, value] of Object.entries(soaked)) console.log(`soak: ${figure}: ${value}`)
  const { lost, doubled, half, changedAnswers, importedRows, doubledRows, wrongCounters } = soaked
  process.exitCode =
    lost + doubled + half + changedAnswers + doubledRows + wrongCounters === 0 && importedRows === Number(values.rows) ? 0 : 1
}
