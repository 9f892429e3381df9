import { sql, type Tx } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import type { Position } from '../rules/case-moves.ts'

/**
 * How many files of a county came to each position between two days, both included; each file once. Within the reach of the reader: a move is
 * counted with its file, so that one a reader is barred from is in no number either.
 */
export async function countMoved(
  tx: Tx,
  { countyCode, from, until }: { readonly countyCode: string; readonly from: string; readonly until: string },
): Promise<ReadonlyMap<Position, number>> {
  const rows = await tx
    .selectFrom('enrolment.case_move as move')
    .innerJoin('enrolment.case as file', (join) => join.onRef('file.plan_id', '=', 'move.plan_id').onRef('file.id', '=', 'move.case_id'))
    .select(['move.to_position', sql<number>`count(distinct move.case_id)::int`.as('files')])
    .where('move.county_code', '=', countyCode)
    .where(sql<boolean>`(move.moved_at at time zone 'Asia/Tehran')::date between ${from}::date and ${until}::date`)
    .groupBy('move.to_position')
    .execute()
  return new Map(rows.map(({ to_position: position, files }) => [CasePosition.parse(position), files]))
}
