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
import { kill, killDatabase, orphans, type Standing, stand, type Victim } from './soak-house.ts'
import { GUIDE, registration } from './women.ts'

export interface Wish {
  readonly women: number
  readonly rows: number
  readonly kills: number
  readonly seed: string
  readonly say?: (sentence: string) => void
}
export interface Soaked extends Findings {
  /** Longest time from start to listening after a kill of the server. */
  readonly slowestStartMs: number
  /** Longest time from a kill of the database alone until the same server answered from it again. */
  readonly slowestRiseMs: number
  readonly kills: number
  /** Kills of the database alone after which the same server stood up with it again. */
  readonly risen: number
  /** Answers «busy» with Retry-After while the database was away. */
  readonly busy: number
  /** Answers of the kind 5xx that were anything else. */
  readonly defects: number
  /** Processes of the database that outlived the last kill. */
  readonly orphans: number
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

interface Met {
  busy: number
  defects: number
}
/**
 * Sends every command from eight connections until the server falls or `isOver`; what was answered is kept, what was not waits for the next turn.
 * «Busy» is met as a client should: the same command again, a little later.
 */
async function load({ address, cookies }: Standing, commands: readonly Command[], met: Met, isOver = () => false): Promise<void> {
  const open = commands.filter(({ answer }) => answer === undefined).values()
  const headers = { 'content-type': 'application/json', cookie: cookies.guide, 'kariz-assignment': assignmentOf(GUIDE) }
  const send = async (command: Command): Promise<'answered' | 'again' | 'fallen'> => {
    const url = `${address}/api/enrolment/cases/${command.caseId}/registration`
    const told = await fetch(url, { method: 'PUT', headers: { ...headers, 'idempotency-key': command.id }, body: command.body }).then(
      async (answer) => ({ status: answer.status, text: await answer.text(), retryAfter: answer.headers.get('retry-after') }),
      () => undefined,
    )
    if (told === undefined) return 'fallen'
    if (told.status === 200) {
      command.answer = told.text
      return 'answered'
    }
    if (told.status < 500) throw new Error(`refused with ${told.status}: ${told.text}`)
    if (told.status === 503 && told.retryAfter !== null && told.text.includes('platform.busy')) met.busy++
    else met.defects++
    await wait(50)
    return 'again'
  }
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const command of open) {
        let told: 'answered' | 'again' | 'fallen' = 'again'
        while (told === 'again' && !isOver()) told = await send(command)
        if (told === 'fallen' || isOver()) return
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
  const met: Met & { slowestStartMs: number; slowestRiseMs: number; risen: number } = {
    slowestStartMs: 0,
    slowestRiseMs: 0,
    risen: 0,
    busy: 0,
    defects: 0,
  }
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
      let isOver = false
      const under = load(house, commands, met, () => isOver)
      await wait(random.whole(20, 900))
      const victim: Victim = random.pick(['server', 'database', 'both'])
      if (victim === 'database') {
        house = await killDatabase(house)
        met.risen++
        met.slowestRiseMs = Math.max(met.slowestRiseMs, house.readyAfterMs)
        isOver = true
        await under
      } else {
        await kill(house, victim)
        await under
        house = await stand(dir, women)
        met.slowestStartMs = Math.max(met.slowestStartMs, house.readyAfterMs)
      }
      const answered = commands.filter(({ answer }) => answer !== undefined).length
      say(
        `kill ${turn} of ${kills} (${victim}): ${answered} of ${commands.length} answered, ready again after ${Math.round(house.readyAfterMs)} ms`,
      )
    }
    await load(house, commands, met)
    // Those answered before a kill are sent once more: the same answer, and nothing new.
    const first = new Map(commands.map(({ id, answer }) => [id, answer]))
    const again = commands.map((command) => ({ ...command, answer: undefined }))
    await load(house, again, met)
    const changedAnswers = again.filter(({ id, answer }) => answer !== first.get(id)).length
    const found = await whatStands(house, { commands, importId, rows })
    await kill(house, 'server')
    return { ...found, ...met, changedAnswers, kills, orphans: await orphans(dir) }
  } finally {
    if (house.child.exitCode === null && house.child.signalCode === null) await kill(house, 'server')
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
  const { lost, doubled, half, changedAnswers, importedRows, doubledRows, wrongCounters, defects, orphans: left } = soaked
  process.exitCode =
    lost + doubled + half + changedAnswers + doubledRows + wrongCounters + defects + left === 0 && importedRows === Number(values.rows)
      ? 0
      : 1
}
