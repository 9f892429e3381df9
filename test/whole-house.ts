import { createHash } from 'node:crypto'
import pg from 'pg'
import type { openHouse } from './house.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** What only ever grows, or is spread over rows for speed: it tells of acts, not of how things stand. */
const OF_ACTS = new Set([
  'platform.history',
  'platform.receipt',
  'platform.repointed',
  'platform.touched',
  'people.same_person',
  'enrolment.joined_file',
  'enrolment.counter',
])
/** A digest of every row of each table of the plan, past every policy: two equal maps are one and the same house. */
export async function digestOf(house: House): Promise<ReadonlyMap<string, string>> {
  return asSuperuser(house, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('platform', 'people', 'enrolment', 'partners', 'plan') order by 1`,
    )
    const digests = new Map<string, string>()
    for (const { name } of tables.filter(({ name: one }) => !OF_ACTS.has(one))) {
      const { rows } = await client.query<{ text: string }>(`select stored::text as text from ${name} stored order by 1`)
      digests.set(
        name,
        `${rows.length} ${createHash('sha256')
          .update(rows.map(({ text }) => text).join('\n'))
          .digest('hex')}`,
      )
    }
    return digests
  })
}
/** Counters and places as they are kept, and as they are recomputed from the cases. */
export async function countsOf(house: House) {
  return asSuperuser(house, async (client) => {
    const read = async (text: string) => (await client.query<{ at: string; n: number }>(text)).rows.map(({ at, n }) => `${at} ${n}`)
    return {
      kept: await read(
        `select county_code || ' ' || position as at, sum(n)::int as n from enrolment.counter group by 1 having sum(n) <> 0 order by 1`,
      ),
      recomputed: await read(
        `select county_code || ' ' || position as at, count(*)::int as n from enrolment."case" where joined_to is null and not (is_erased and position in ('nominated', 'contacted')) group by 1 order by 1`,
      ),
      places: await read(`select county_code as at, granted as n from enrolment.place_count where granted > 0 order by 1`),
      held: await read(
        `select coalesce(place_county, county_code) as at, count(*)::int as n from enrolment."case" where holds_place group by 1 order by 1`,
      ),
    }
  })
}
/** How many rows each table keeps about these women in all: joining and parting lose none and make none. */
export async function linkedRows(house: House, personIds: readonly string[]): Promise<number> {
  return asSuperuser(house, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
        where column_name = 'person_id' and table_schema in ('people', 'enrolment') and table_name in (select tablename from pg_tables)`,
    )
    let sum = 0
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${name} where person_id = any($1)`, [personIds])
      sum += rows[0]?.n ?? 0
    }
    return sum
  })
}
async function asSuperuser<T>(house: House, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(house.superuser)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
