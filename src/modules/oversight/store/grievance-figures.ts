import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { GrievanceDesk, type GrievanceFigures } from '../contract/grievances.ts'
import { cellOf } from '../rules/grievances.ts'

/** Complaints of a county at one desk, in numbers that name nobody; whoever shows them hides small cells. */
export interface GrievanceFacts {
  readonly desk: GrievanceDesk
  readonly countyCode: string | null
  readonly received: number
  readonly open: number
  readonly overdue: number
  readonly answeredInTime: number
  readonly answeredLate: number
  readonly settled: number
  readonly unsettled: number
  readonly withoutHerWord: number
  readonly reopened: number
}
interface Row extends Omit<GrievanceFacts, 'desk' | 'countyCode'> {
  readonly desk: string
  readonly county_code: string | null
}
export async function listFacts(tx: Tx, planId: string, today: string): Promise<readonly GrievanceFacts[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`select desk, county_code, count(*)::integer as received,
      count(*) filter (where state <> 'closed')::integer as open,
      count(*) filter (where state not in ('closed', 'answered') and due_on < ${today})::integer as overdue,
      count(*) filter (where is_in_time)::integer as "answeredInTime",
      count(*) filter (where not is_in_time)::integer as "answeredLate",
      count(*) filter (where closed_how = 'settled')::integer as settled,
      count(*) filter (where closed_how = 'unsettled')::integer as unsettled,
      count(*) filter (where closed_how = 'without-her-word')::integer as "withoutHerWord",
      count(*) filter (where reopened > 0)::integer as reopened
      from oversight.grievance where plan_id = ${planId} group by desk, county_code order by desk, county_code`.execute(tx),
  )
  return rows.map(({ desk, county_code: countyCode, ...counts }) => ({ desk: GrievanceDesk.parse(desk), countyCode, ...counts }))
}
const COUNTS = [
  'received',
  'open',
  'overdue',
  'answeredInTime',
  'answeredLate',
  'settled',
  'unsettled',
  'withoutHerWord',
  'reopened',
] as const
/** By desk over all counties; small cells are told only to whoever reads each complaint anyway. */
export async function readFigures(
  tx: Tx,
  { planId, today, readsAll }: { readonly planId: string; readonly today: string; readonly readsAll: boolean },
): Promise<readonly GrievanceFigures[]> {
  const facts = await listFacts(tx, planId, today)
  const sum = (desk: GrievanceDesk, count: (typeof COUNTS)[number]): number | null => {
    const total = facts.filter((one) => one.desk === desk).reduce((all, one) => all + one[count], 0)
    return readsAll ? total : cellOf(total)
  }
  return GrievanceDesk.options.map((desk) => ({
    desk,
    received: sum(desk, 'received'),
    open: sum(desk, 'open'),
    overdue: sum(desk, 'overdue'),
    answeredInTime: sum(desk, 'answeredInTime'),
    answeredLate: sum(desk, 'answeredLate'),
    settled: sum(desk, 'settled'),
    unsettled: sum(desk, 'unsettled'),
    withoutHerWord: sum(desk, 'withoutHerWord'),
    reopened: sum(desk, 'reopened'),
  }))
}
