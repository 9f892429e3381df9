import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Command } from './soak.ts'
import type { Standing } from './soak-house.ts'

export interface Findings {
  readonly answered: number
  /** Answered, and yet without its receipt, its move or its entry in the history. */
  readonly lost: number
  /** Carried out more than once. */
  readonly doubled: number
  /** Women of whom some rows of a registration stand and others do not. */
  readonly half: number
  readonly changedAnswers: number
  readonly importedRows: number
  readonly doubledRows: number
  readonly wrongCounters: number
}
interface Asked {
  readonly commands: readonly Command[]
  readonly importId: string
  readonly rows: number
}
interface Row {
  readonly case_id: string
  readonly position: string
  readonly moves: number
  readonly entries: number
  readonly groups: number
}
/** What the database holds after the last kill, read past every policy. Waits for the import, which goes on by itself. */
export async function whatStands({ socket }: Standing, { commands, importId, rows }: Asked): Promise<Findings> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'kariz' })
  await client.connect()
  try {
    await untilImported(client, importId)
    const { rows: women } = await client.query<Row>(
      `select file.id as case_id, file.position,
        (select count(*)::int from enrolment.case_move move where move.plan_id = file.plan_id and move.case_id = file.id and move.to_position = 'registered') as moves,
        (select count(*)::int from platform.history entry where entry.plan_id = file.plan_id and entry.case_id = file.id and entry.action = 'enrolment.register') as entries,
        (select count(*)::int from people.ground one where one.plan_id = file.plan_id and one.person_id = file.person_id)
        + (select count(*)::int from people.household one where one.plan_id = file.plan_id and one.person_id = file.person_id)
        + (select count(*)::int from people.address one where one.plan_id = file.plan_id and one.person_id = file.person_id)
        + (select count(*)::int from people.skill one where one.plan_id = file.plan_id and one.person_id = file.person_id) as groups
      from enrolment."case" file where file.id = any($1)`,
      [commands.map(({ caseId }) => caseId)],
    )
    const { rows: receipts } = await client.query<{ command_id: string }>(
      'select command_id from platform.receipt where command_id = any($1)',
      [commands.map(({ id }) => id)],
    )
    const kept = new Set(receipts.map(({ command_id }) => command_id))
    const seen = new Map(women.map((one) => [one.case_id, one]))
    const isWhole = ({ position, moves, entries, groups }: Row): boolean =>
      position === 'registered' && moves === 1 && entries === 1 && groups === 4
    const isUntouched = ({ position, moves, entries, groups }: Row): boolean => position === 'consented' && moves + entries + groups === 0
    const answered = commands.filter(({ answer }) => answer !== undefined)
    return {
      answered: answered.length,
      lost: answered.filter(({ id, caseId }) => !kept.has(id) || seen.get(caseId)?.position !== 'registered').length,
      doubled: women.filter(({ moves, entries, groups }) => moves > 1 || entries > 1 || groups > 4).length,
      half: women.filter((one) => !isWhole(one) && !isUntouched(one)).length,
      changedAnswers: 0,
      ...(await importFindings(client, importId, rows)),
      wrongCounters: await wrongCounters(client),
    }
  } finally {
    await client.end()
  }
}
async function untilImported(client: pg.Client, importId: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const { rows } = await client.query<{ state: string }>('select state from enrolment.import where id = $1', [importId])
    if (rows[0]?.state === 'finished') return
    await wait(250)
  }
  throw new Error('the import did not go on by itself')
}
async function importFindings(client: pg.Client, importId: string, rows: number): Promise<Pick<Findings, 'importedRows' | 'doubledRows'>> {
  const { rows: found } = await client.query<{ nominations: number; numbers: number; persons: number; cases: number }>(
    `select count(*)::int as nominations, count(distinct row_number)::int as numbers, count(distinct person_id)::int as persons, count(distinct national_id_index)::int as cases from enrolment.nomination where import_id = $1`,
    [importId],
  )
  const { nominations = 0, numbers = 0, persons = 0, cases = 0 } = found[0] ?? {}
  return { importedRows: Math.min(numbers, rows), doubledRows: nominations - Math.min(numbers, persons, cases) }
}
async function wrongCounters(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ wrong: number }>(
    `select count(*)::int as wrong from (select plan_id, county_code, position, count(*) as n from enrolment."case" where joined_to is null and not (is_erased and position in ('nominated', 'contacted')) group by 1, 2, 3) real
      full join (select plan_id, county_code, position, sum(n) as n from enrolment.counter group by 1, 2, 3 having sum(n) <> 0) counter using (plan_id, county_code, position) where real.n is distinct from counter.n`,
  )
  return rows[0]?.wrong ?? 0
}
