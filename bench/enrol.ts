import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import { assignmentOf, thePlan } from '../test/personas.ts'
import { type Figure, perSecond, rounded, type Size } from './bench.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'
import { type Consented, consented, GUIDE, registration } from './women.ts'

export const name = 'enrol'
export const about =
  'durable registrations a second through the house, against a bare server with one durable insert, and against the same rows by plain SQL'
const CONNECTIONS = 8
const BATCH = 200

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
interface Sent {
  readonly port: number
  readonly path: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
function send({ port, path, method, headers, body }: Sent): Promise<void> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume().on('end', () => {
          if (answer.statusCode === 200) done()
          else fail(new Error(`answered ${answer.statusCode}`))
        })
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}
function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
async function throughTheHouse(house: BenchHouse, women: readonly Consented[]): Promise<number> {
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  const port = portOf(house.app.server.address())
  const headers = { cookie: house.cookies(GUIDE), 'kariz-assignment': assignmentOf(GUIDE) }
  return perSecond(women, CONNECTIONS, ({ caseId }) =>
    send({
      port,
      path: `/api/enrolment/cases/${caseId}/registration`,
      method: 'PUT',
      headers: { ...headers, 'idempotency-key': newId() },
      body: JSON.stringify({ ...registration, groundId: newId(), isComplete: true }),
    }),
  )
}
/** The least any server can do: read JSON, one durable insert, answer. */
async function bareFloor({ config, superuser }: BenchHouse, count: number): Promise<number> {
  await superuser.query(
    'create schema floor; create table floor.line (id uuid primary key, body jsonb not null); grant usage on schema floor to kariz_owner; grant insert on floor.line to kariz_owner',
  )
  const pool = new pg.Pool({ ...config, max: CONNECTIONS })
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(parts).toString())
      void pool.query('insert into floor.line (id, body) values ($1, $2)', [newId(), body]).then(() => answer.end('{"ok":true}'))
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const port = portOf(server.address())
  const tasks = Array.from({ length: count }, () => JSON.stringify(registration))
  const rate = await perSecond(tasks, CONNECTIONS, (body) => send({ port, path: '/', method: 'POST', headers: {}, body }))
  server.close()
  await pool.end()
  return rate
}
/** The rows each registration left, written once more by plain SQL: one connection, one transaction a woman, no law, no policy. */
async function sameRows({ superuser }: BenchHouse, women: readonly Consented[]): Promise<{ readonly rate: number; readonly rows: number }> {
  const kept = [
    'people.ground',
    'people.household',
    'people.address',
    'people.skill',
    'enrolment.case_move',
    'enrolment.registration_draft',
    'platform.history',
  ]
  const copies = kept.map((table) => `"${table.replace('.', '_')}"`)
  for (const [index, table] of kept.entries()) await superuser.query(`create table floor.${copies[index]} (like ${table} including all)`)
  await superuser.query('create table floor.receipt (like platform.receipt including all)')
  const { rows: receipts } = await superuser.query<{ command_id: string }>('select command_id from platform.receipt')
  const one = (table: string, index: number): string =>
    `insert into floor.${copies[index]} select * from ${table} where plan_id = '${thePlan}' and ${table === 'enrolment.registration_draft' ? 'id' : table.startsWith('people.') ? 'person_id' : 'case_id'} = `
  let rows = 0
  const rate = await perSecond([...women.entries()], 1, async ([index, { caseId, personId }]) => {
    const statements = kept.map((table, place) => `${one(table, place)}'${table.startsWith('people.') ? personId : caseId}'`)
    const receipt = `insert into floor.receipt select * from platform.receipt where plan_id = '${thePlan}' and command_id = '${receipts[index]?.command_id}'`
    const answers = await superuser.query(['begin', ...statements, receipt, 'commit'].join('; '))
    rows += (Array.isArray(answers) ? answers : [answers]).reduce((sum: number, { rowCount }: pg.QueryResult) => sum + (rowCount ?? 0), 0)
  })
  return { rate, rows: rows / women.length }
}

export async function run({ full }: Size): Promise<readonly Figure[]> {
  const count = full ? 8_000 : 1_600
  const house = await openBenchHouse()
  try {
    const women: Consented[] = []
    while (women.length < count) women.push(...(await consented(house.house, BATCH)))
    const houseRate = await throughTheHouse(house, women)
    const floorRate = await bareFloor(house, count)
    const plain = await sameRows(house, women)
    return [
      { figure: `registrations through the house, ${CONNECTIONS} connections`, value: rounded(houseRate), unit: 'a second' },
      { figure: `bare server with one durable insert, ${CONNECTIONS} connections`, value: rounded(floorRate), unit: 'a second' },
      { figure: 'the same rows by plain SQL, one connection', value: rounded(plain.rate), unit: 'women a second' },
      { figure: 'rows a registration leaves', value: rounded(plain.rows), unit: 'rows' },
      { figure: 'ratio to the bare floor (at least 0.07: decision 0019)', value: rounded(houseRate / floorRate), unit: '×' },
      { figure: 'the same for each row written (at least 0.8)', value: rounded((houseRate * plain.rows) / floorRate), unit: '×' },
      { figure: 'ratio to plain SQL', value: rounded(houseRate / plain.rate), unit: '×' },
    ]
  } finally {
    agent.destroy()
    await house.close()
  }
}
