import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Touched } from '../../../platform/touched.ts'
import type { BoardPart, CountedOnBoard } from '../../outcomes/port.ts'

/** A calendar day as days after 1970-01-01, as the board keeps it. */
const dayOf = (day: ReturnType<typeof sql>) => sql`(${day} - date '1970-01-01')`
/** What has no county stands there as this. */
const NO_COUNTY = 'unknown'
/** Who answers, by the board's word for the desk. */
const DESK = sql`case desk when 'PO' then 'office' when 'AU' then 'auditor' when 'CA' then 'governorate' when 'EX' then 'executor'
  when 'AG' then 'agency' when 'OR' then 'buyer' else 'hub' end`
/**
 * What is answered is counted by its last answer: one that was sent back waits again. What the auditor took over before any answer had passed its day
 * and is late, however quickly she answers. Whoever owes a finding owes the word that it is done; the visit that sees it lies in nobody's hands there.
 */
const counted = (planId: string, ids: readonly string[] | undefined) => {
  const only = ids === undefined ? sql`` : sql` and id = any (${[...ids]}::uuid[])`
  return sql<PartRow>`
    select coalesce(county_code, ${NO_COUNTY}) as county_code, one.id, measure, shown.dimension, shown.value, at, 1 as n from (
      select county_code, id, case when state not in ('answered', 'closed') then 'grievance-open'
          when is_in_time and not (intake = 'PO' and desk = 'AU' and reopened = 0) then 'grievance-in-time' else 'grievance-late' end as measure,
        'grievance-desk' as dimension, ${DESK} as value, ${dayOf(sql`answer_by`)} as at
      from oversight.grievance where plan_id = ${planId}${only}
      union all
      select county_code, id, case when state in ('open', 'returned') then 'finding-open'
          when coalesce(reported_on, closed_on) <= due_on then 'finding-in-time' else 'finding-late' end,
        'finding-desk', ${DESK}, ${dayOf(sql`due_on`)}
      from oversight.finding where plan_id = ${planId}${only}) one
    cross join lateral (values ('all', 'all'), (one.dimension, one.value)) shown (dimension, value)`
}
interface PartRow {
  readonly county_code: string
  readonly id: string
  readonly measure: string
  readonly dimension: string
  readonly value: string
  readonly at: number
  readonly n: number
}
/** Those marked by their own id, and complaints of whoever's file was touched: their county is that of her file. */
async function listOf(tx: Tx, planId: string, touched: readonly Touched[]): Promise<readonly string[]> {
  const own = touched.flatMap(({ subjectId }) => subjectId ?? [])
  const persons = touched.flatMap(({ personId }) => personId ?? [])
  const files = touched.flatMap(({ caseId }) => caseId ?? [])
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string }>`select id from oversight.grievance where plan_id = ${planId} and person_id in (
        select unnest(${persons}::uuid[]) union select person_id from enrolment."case" where plan_id = ${planId} and id = any (${files}::uuid[]))`.execute(
      tx,
    ),
  )
  return [...new Set([...own, ...rows.map(({ id }) => id)])]
}
async function readParts(tx: Tx, planId: string, ids?: readonly string[]): Promise<readonly BoardPart[]> {
  const { rows } = await beyondReach(tx, () => counted(planId, ids).execute(tx))
  return rows.map(({ county_code: countyCode, id: subjectId, ...cell }) => ({ ...cell, countyCode, subjectId }))
}
/** Complaints and findings as the board counts them: the county and the desk that answers, and whether in time. Nobody's words and nobody's name. */
export const oversightOnBoard: CountedOnBoard = { listOf, readParts }
