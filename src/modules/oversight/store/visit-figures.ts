import { sql, type Tx } from '../../../platform/db.ts'
import { PlaceKind } from '../contract/checklists.ts'
import type { VisitFigures } from '../contract/visits.ts'

/** Visits and findings of each county the reader may see. */
export async function readFigures(tx: Tx, today: string): Promise<readonly VisitFigures[]> {
  const { rows } = await sql<VisitFigures>`
    select county_code as "countyCode", sum(planned)::integer as planned, sum(held)::integer as held, sum(missed)::integer as missed,
      sum(open)::integer as "openFindings", sum(overdue)::integer as "overdueFindings"
    from (
      select county_code, (state in ('asked', 'planned', 'held'))::integer as planned, (state = 'held')::integer as held,
        (state = 'planned' and planned_on < ${today})::integer as missed, 0 as open, 0 as overdue
      from oversight.visit
      union all
      select county_code, 0, 0, 0, (state <> 'closed')::integer, (state in ('open', 'returned') and due_on < ${today})::integer
      from oversight.finding
    ) counted
    group by county_code order by county_code`.execute(tx)
  return rows
}
export interface NextVisit {
  readonly id: string
  readonly plannedOn: string
  readonly placeKind: PlaceKind
  /** Of a hub or a class; a dwelling is never named. */
  readonly placeName: string | null
}
/** The next visit that stands in a county, for whoever may see it. */
export async function findNextVisit(
  tx: Tx,
  { countyCode, today }: { readonly countyCode: string; readonly today: string },
): Promise<NextVisit | undefined> {
  const row = await tx
    .selectFrom('oversight.visit')
    .select(['id', 'planned_on', 'place_kind', 'place_name'])
    .where('county_code', '=', countyCode)
    .where('state', '=', 'planned')
    .where('planned_on', '>=', today)
    .orderBy('planned_on')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { id: row.id, plannedOn: row.planned_on, placeKind: PlaceKind.parse(row.place_kind), placeName: row.place_name }
}
