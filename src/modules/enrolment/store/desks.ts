import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Desk } from '../contract/desks.ts'

/** Cases of a county that wait at one desk: how many, since how many days the one in the middle, and the one that waits longest. */
export interface DeskStanding {
  readonly countyCode: string
  readonly desk: Desk
  /** The body that was asked, at the desk of an agency. */
  readonly organisationId: string | null
  readonly files: number
  readonly medianDays: number
  readonly longestDays: number
}
/** Questions to bodies that wait for an answer, the first asked of each case; of cases the reader may see no more than that is made. */
async function listAsked(tx: Tx, planId: string) {
  const { rows } = await beyondReach(tx, () =>
    sql<{ case_id: string; organisation_id: string; asked_at: Date }>`select distinct on (case_id) case_id, organisation_id, asked_at
      from enrolment.enquiry where plan_id = ${planId} and answered_at is null order by case_id, asked_at, id`.execute(tx),
  )
  return rows
}
/**
 * Where the cases of the reader's reach stand and since when, as sums. A registered case that waits for the answers of two bodies is counted at the
 * desk of the one that was asked first.
 */
export async function listDesks(
  tx: Tx,
  {
    planId,
    today,
    countyCode = null,
  }: { readonly planId: string; readonly today: string; readonly countyCode?: string | null | undefined },
): Promise<readonly DeskStanding[]> {
  const asked = await listAsked(tx, planId)
  const { rows } = await sql<DeskStanding>`
      with asked as (select * from unnest(${asked.map((one) => one.case_id)}::uuid[], ${asked.map((one) => one.organisation_id)}::uuid[],
        ${asked.map((one) => one.asked_at.toISOString())}::timestamptz[]) as asked (case_id, organisation_id, asked_at)),
      waiting as (
        select file.county_code, asked.organisation_id,
          case when file.position = 'nominated' then 'guide-contact' when file.position in ('contacted', 'consented', 'incomplete') then 'guide-registration'
            when file.position = 'registered' then case when asked.organisation_id is null then 'decider' else 'agency' end
            when file.position in ('eligible', 'queued') then 'office' when file.position = 'place-granted' then 'panel' else 'guide-plan' end as desk,
          greatest(0, ${today}::date - (coalesce(asked.asked_at, file.since) at time zone 'Asia/Tehran')::date) as days
        from enrolment."case" file left join asked on asked.case_id = file.id and file.position = 'registered'
        where file.plan_id = ${planId} and file.joined_to is null and not file.is_erased
          and file.position in ('nominated', 'contacted', 'consented', 'incomplete', 'registered', 'eligible', 'queued', 'place-granted', 'interviewed')
          and (${countyCode}::text is null or file.county_code = ${countyCode}::text))
      select county_code as "countyCode", desk, organisation_id as "organisationId", count(*)::int as files,
        percentile_disc(0.5) within group (order by days)::int as "medianDays", max(days)::int as "longestDays"
      from waiting group by county_code, desk, organisation_id order by county_code, desk, organisation_id nulls first`.execute(tx)
  return rows
}
