import type { Tx } from '../../../platform/db.ts'
import { type ExitEdition, type ExitRow, Support } from '../contract/exit-table.ts'

const MOST_EDITIONS = 50
/** Editions of the table with their lines, newest first. */
export async function listEditions(tx: Tx): Promise<readonly ExitEdition[]> {
  const editions = await tx
    .selectFrom('pathways.exit_edition')
    .selectAll()
    .orderBy('in_force_from', 'desc')
    .orderBy('number', 'desc')
    .limit(MOST_EDITIONS)
    .execute()
  if (editions.length === 0) return []
  const rows = await tx
    .selectFrom('pathways.exit_row')
    .selectAll()
    .where(
      'edition_id',
      'in',
      editions.map(({ id }) => id),
    )
    .orderBy('place')
    .execute()
  return editions.map((edition) => ({
    id: edition.id,
    number: edition.number,
    inForceFrom: edition.in_force_from,
    letterNumber: edition.letter_number,
    letterDate: edition.letter_date,
    showBy: edition.show_by,
    rows: rows.filter((row) => row.edition_id === edition.id).map(exitRowOf),
  }))
}
interface Row {
  readonly support: string
  readonly what: string
  readonly happens: string
  readonly source_number: string | null
  readonly source_date: string | null
}
function exitRowOf(row: Row): ExitRow {
  return {
    support: Support.parse(row.support),
    what: row.what,
    happens: row.happens,
    sourceNumber: row.source_number,
    sourceDate: row.source_date,
  }
}
export interface NewEdition {
  readonly planId: string
  readonly id: string
  readonly inForceFrom: string
  readonly letterNumber: string
  readonly letterDate: string
  readonly showBy: string
  readonly accountId: string
  readonly at: Date
  readonly rows: readonly ExitRow[]
}
/** Publishes an edition under the next number; two at once meet in the number, and the second is told. */
export async function insertEdition(tx: Tx, edition: NewEdition): Promise<ExitEdition> {
  const { planId, id, inForceFrom, letterNumber, letterDate, showBy, rows } = edition
  const last = await tx
    .selectFrom('pathways.exit_edition')
    .select('number')
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('pathways.exit_edition')
    .values({
      plan_id: planId,
      id,
      number,
      in_force_from: inForceFrom,
      letter_number: letterNumber,
      letter_date: letterDate,
      show_by: showBy,
      made_by: edition.accountId,
      made_at: edition.at,
    })
    .execute()
  await tx
    .insertInto('pathways.exit_row')
    .values(
      rows.map((row, index) => ({
        plan_id: planId,
        edition_id: id,
        place: index + 1,
        support: row.support,
        what: row.what,
        happens: row.happens,
        source_number: row.sourceNumber,
        source_date: row.sourceDate,
      })),
    )
    .execute()
  return { id, number, inForceFrom, letterNumber, letterDate, showBy, rows: [...rows] }
}
