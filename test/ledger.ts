import pg from 'pg'
import type { DatabaseConfig } from '../src/platform/database-config.ts'

/** A moment of the database: what it held in each table, and the transaction that had not yet begun. */
export interface Mark {
  readonly counts: string
  readonly transaction: string
}
export interface Ledger {
  readonly mark: () => Promise<Mark>
  /** Tables that gained, lost or changed a row since, whoever did it. */
  readonly changed: (since: Mark) => Promise<readonly string[]>
  /** Tables with rows written since by a transaction that kept no receipt: half of something that was refused. */
  readonly strays: (since: Mark) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}
/** Every look keeps her pages open a while longer: that writes, whatever was asked. */
const LOOKING = "'auth', 'her_session'"
const APART = "'pg_catalog', 'information_schema', 'pgboss'"

/**
 * Looks past every policy at what was really written. Every accepted command keeps its receipt in the transaction of its rows, so one look after
 * many requests tells whose rows stand alone; updates are seen as well, since they too are rows of a new transaction.
 */
export async function openLedger(superuser: DatabaseConfig): Promise<Ledger> {
  const client = new pg.Client(superuser)
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in (${APART}) and (schemaname, tablename) <> (${LOOKING}) order by 1`,
  )
  const counts = tables.map(({ name }) => `(select count(*) from ${name})`).join(" || ',' || ")
  const written = tables
    .map(({ name }) => `select '${name}' as name, xmin::text as by from ${name} where xmin::text::bigint >= $1`)
    .join(' union all ')
  const text = (condition: string): string =>
    `with written as materialized (${written}) select distinct name from written where ${condition} order by 1`
  const everything = { name: 'everything', text: text('true') }
  const withoutReceipt = { name: 'without-receipt', text: text("by not in (select by from written where name = 'platform.receipt')") }
  /** Nothing can have changed where no transaction that writes has even begun. */
  const isQuiet = async ({ transaction }: Mark): Promise<boolean> => {
    const { rows } = await client.query<{ now: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as now')
    return rows[0]?.now === transaction
  }
  const newIn = async (since: Mark, query: typeof everything): Promise<readonly string[]> => {
    const { rows } = await client.query<{ name: string }>({ ...query, values: [since.transaction] })
    return rows.map(({ name }) => name)
  }
  const mark = async (): Promise<Mark> => {
    const marked = `select ${counts} as counts, pg_snapshot_xmax(pg_current_snapshot())::text as transaction`
    const { rows } = await client.query<Mark>({ name: 'mark', text: marked })
    return rows[0] ?? { counts: '', transaction: '0' }
  }
  return {
    mark,
    changed: async (since) => {
      if (await isQuiet(since)) return []
      const [now, before] = [(await mark()).counts.split(','), since.counts.split(',')]
      const grown = tables.filter((_, index) => now[index] !== before[index]).map(({ name }) => name)
      return [...new Set([...grown, ...(await newIn(since, everything))])]
    },
    strays: async (since) => ((await isQuiet(since)) ? [] : newIn(since, withoutReceipt)),
    close: () => client.end(),
  }
}
