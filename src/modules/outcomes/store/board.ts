import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { isTouched, type Touched, touch, touchSubjects } from '../../../platform/touched.ts'
import { type Cell, type Part, partsOf, readParts } from './board-parts.ts'

/** Takes the turn to count: one counts at a time in a plan. */
export async function lockBoard(tx: Tx, planId: string, at: Date): Promise<void> {
  await sql`insert into outcomes.board (plan_id, counted_at) values (${planId}, ${at}) on conflict (plan_id) do update set counted_at = excluded.counted_at`.execute(
    tx,
  )
}
/** A kind of thing that the board counts: which of its things were touched, and what those (or all of them) add, out of the rows of today alone. */
export interface Counted {
  readonly listOf: (tx: Tx, planId: string, touched: readonly Touched[]) => Promise<readonly string[]>
  readonly readParts: (tx: Tx, planId: string, ids?: readonly string[]) => Promise<readonly Part[]>
}
/** The cases of files that were touched: those named, and those of whoever is named. */
async function listCasesOf(tx: Tx, planId: string, touched: readonly Touched[]): Promise<readonly string[]> {
  const persons = touched.flatMap(({ personId }) => personId ?? [])
  const { rows } = await sql<{
    id: string
  }>`select id from enrolment."case" where plan_id = ${planId} and person_id = any (${persons}::uuid[])`.execute(tx)
  return [...new Set([...touched.flatMap(({ caseId }) => caseId ?? []), ...rows.map(({ id }) => id)])]
}
export const cases: Counted = { listOf: listCasesOf, readParts }
/** Has every registered case, and every other thing that is counted, counted anew: the board is made again without ever showing half of it. */
export async function touchAll(tx: Tx, planId: string, others: readonly Counted[]): Promise<void> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string }>`select id from enrolment."case" where plan_id = ${planId} and registered_on is not null`.execute(tx),
  )
  for (let at = 0; at < rows.length; at += 5000)
    await touch(
      tx,
      planId,
      rows.slice(at, at + 5000).map(({ id }) => ({ personId: null, caseId: id })),
    )
  for (const other of others) {
    const parts = await other.readParts(tx, planId)
    await touchSubjects(tx, planId, [...new Set(parts.map(({ subjectId }) => subjectId))])
  }
}
export async function readSealedParts(tx: Tx, planId: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await tx
    .selectFrom('outcomes.board_part')
    .select(['subject_id', 'sealed_part'])
    .where('plan_id', '=', planId)
    .where('subject_id', 'in', [...subjectIds])
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.sealed_part]))
}
export async function writeSealedParts(
  tx: Tx,
  planId: string,
  parts: readonly (readonly [subjectId: string, sealed: Buffer])[],
): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map(([subjectId, sealed]) => sql`(${planId}::uuid, ${subjectId}::uuid, ${sealed}::bytea)`)
  await sql`insert into outcomes.board_part (plan_id, subject_id, sealed_part) values ${sql.join(rows)}
    on conflict (plan_id, subject_id) do update set sealed_part = excluded.sealed_part`.execute(tx)
}
/** Adds to cells, and lets go of those that have come to nought. */
export async function addToCells(tx: Tx, planId: string, changes: readonly Cell[]): Promise<void> {
  if (changes.length === 0) return
  const column = <K extends keyof Cell>(name: K): Cell[K][] => changes.map((cell) => cell[name])
  const given = sql`unnest(${column('countyCode')}::text[], ${column('measure')}::text[], ${column('dimension')}::text[],
    ${column('value')}::text[], ${column('at')}::integer[], ${column('n')}::bigint[]) change (county_code, measure, dimension, value, at, n)`
  await beyondReach(tx, async () => {
    await sql`insert into outcomes.board_cell as cell (plan_id, county_code, measure, dimension, value, at, n) select ${planId}, change.* from ${given}
      on conflict (plan_id, measure, dimension, value, county_code, at) do update set n = cell.n + excluded.n`.execute(tx)
    await sql`delete from outcomes.board_cell cell using ${given} where cell.plan_id = ${planId} and cell.county_code = change.county_code
      and cell.measure = change.measure and cell.dimension = change.dimension and cell.value = change.value and cell.at = change.at and cell.n = 0`.execute(
      tx,
    )
  })
}
interface CellRow {
  readonly county_code: string
  readonly measure: string
  readonly dimension: string
  readonly value: string
  readonly at: number
  readonly n: number
}
const cellOf = ({ county_code: countyCode, n, ...row }: CellRow): Cell => ({ ...row, countyCode, n: Number(n) })
/** Cells as they are kept. */
export async function listCells(tx: Tx, planId: string): Promise<readonly Cell[]> {
  const { rows } =
    await sql<CellRow>`select county_code, measure, dimension, value, at, n from outcomes.board_cell where plan_id = ${planId}`.execute(tx)
  return rows.map(cellOf).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}
/** The same cells counted from all rows: what `listCells` must be equal to. Reads everything; for tests and the bench. */
export async function recount(tx: Tx, planId: string, others: readonly Counted[]): Promise<readonly Cell[]> {
  const { rows } = await sql<CellRow>`select county_code, measure, dimension, value, at, sum(n)::bigint as n from (${partsOf(planId)}) part
    group by county_code, measure, dimension, value, at having sum(n) <> 0`.execute(tx)
  const cells = new Map<string, Cell>()
  for (const other of others)
    for (const { subjectId: _subject, ...cell } of await other.readParts(tx, planId)) {
      const name = nameOf(cell)
      cells.set(name, { ...cell, n: cell.n + (cells.get(name)?.n ?? 0) })
    }
  return [...rows.map(cellOf), ...cells.values()].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}
/** By what a cell is known, in the order in which cells are listed. */
export const nameOf = ({ measure, dimension, value, countyCode, at }: Cell): string =>
  [measure, dimension, value, countyCode, String(at).padStart(6, '0')].join(' ')

export interface When {
  /** Months begun by then are a year, and two years, over; answers due before today are late. */
  readonly month12: number
  readonly month24: number
  readonly today: number
}
export interface Sum extends Omit<Cell, 'at'> {
  readonly over12: number
  readonly over24: number
  readonly past: number
  readonly first: number
}
/** Sums over days, as they stand today: as many rows as there are counties, groups and measures, however much has happened. */
export async function readSums(tx: Tx, planId: string, { month12, month24, today }: When): Promise<readonly Sum[]> {
  return beyondReach(tx, async () => {
    const { rows } = await sql<Omit<Sum, 'countyCode'> & { readonly county_code: string }>`select county_code, measure, dimension, value,
        sum(n)::bigint as n, coalesce(sum(n) filter (where at <= ${month12}), 0)::bigint as over12,
        coalesce(sum(n) filter (where at <= ${month24}), 0)::bigint as over24, coalesce(sum(n) filter (where at < ${today}), 0)::bigint as past, min(at) as first
      from outcomes.board_cell where plan_id = ${planId} group by county_code, measure, dimension, value`.execute(tx)
    return rows.map(({ county_code: countyCode, ...row }) => ({ ...row, countyCode }))
  })
}
export interface Bars {
  readonly dimension: string
  readonly value: string
  readonly at: number
  readonly n: number
}
/** How many wait since which day, by group and by desk, in one county or in all of them. */
export async function readBars(tx: Tx, planId: string, countyCode: string | null): Promise<readonly Bars[]> {
  return beyondReach(tx, async () => {
    const { rows } = await sql<Bars>`select dimension, value, at, sum(n)::bigint as n from outcomes.board_cell
      where plan_id = ${planId} and measure in ('waiting', 'at-desk') and (${countyCode}::text is null or county_code = ${countyCode})
      group by dimension, value, at`.execute(tx)
    return rows
  })
}
/** By county, how many wait since which day: medians of counties beside each other. */
export async function readCountyBars(tx: Tx, planId: string): Promise<readonly Bars[]> {
  return beyondReach(tx, async () => {
    const { rows } = await sql<Bars>`select 'county' as dimension, county_code as value, at, sum(n)::bigint as n from outcomes.board_cell
      where plan_id = ${planId} and measure = 'waiting' and dimension = 'all' group by county_code, at`.execute(tx)
    return rows
  })
}
/** When the board was last counted, and whether nothing has happened since. */
export async function readCounted(tx: Tx, planId: string): Promise<{ readonly at: Date | null; readonly isWhole: boolean }> {
  return beyondReach(tx, async () => {
    const row = await tx.selectFrom('outcomes.board').select('counted_at').where('plan_id', '=', planId).executeTakeFirst()
    return { at: row?.counted_at ?? null, isWhole: !(await isTouched(tx, planId)) }
  })
}
