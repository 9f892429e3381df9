import { beyondReach, sql, type Tx } from '../../../platform/db.ts'

/** One number of the board: how many women, pieces or rial, of what, in which group of which county. */
export interface Cell {
  readonly countyCode: string
  readonly measure: string
  readonly dimension: string
  readonly value: string
  readonly at: number
  readonly n: number
}
export interface Part extends Cell {
  readonly subjectId: string
}
/** A calendar day as days after 1970-01-01. */
const dayOf = (day: ReturnType<typeof sql>) => sql`(${day} - date '1970-01-01')`

/** Rial she said reached her, by who paid. */
const PAID = sql`
    paid as (select lot.case_id, "order".organisation_id,
        sum(case entry.kind when 'paid-to-her' then entry.amount_rial when 'not-received' then -entry.amount_rial else 0 end) as rial
      from file join market.lot lot on lot.plan_id = file.plan_id and lot.case_id = file.id and lot.state = 'confirmed-by-her'
      join market."order" on "order".plan_id = lot.plan_id and "order".id = lot.order_id
      join market.entry entry on entry.plan_id = lot.plan_id and entry.lot_id = lot.id
      group by lot.case_id, "order".organisation_id)`
/** Each woman with her group and where she stands. Of an erased one nothing of herself is known any more. */
const WOMEN = sql`
    woman as (select file.id, file.county_code, file.person_id, file.plan_id, file.position, file.registered_on, file.joined_to,
        ${dayOf(sql`(file.since at time zone 'Asia/Tehran')::date`)} as since,
        coalesce((select ground_class from people.ground where ground.plan_id = file.plan_id and ground.person_id = file.person_id
          and not file.is_erased order by valid_from desc, id desc limit 1), 'unknown') as ground,
        case when identity.born_on is null then 'unknown'
          when identity.born_on > file.registered_on - interval '35 years' then 'under-35'
          when identity.born_on > file.registered_on - interval '50 years' then '35-49'
          when identity.born_on > file.registered_on - interval '65 years' then '50-64' else '65-and-over' end as age,
        case when file.is_erased then 'unknown' else coalesce(skill.reads, 'unknown') end as literacy,
        file.position in ('consented', 'incomplete', 'registered', 'eligible', 'queued') as waits,
        file.position in ('place-granted', 'interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare', 'closed')
          or (file.position not in ('consented', 'incomplete', 'registered', 'eligible', 'queued', 'ineligible') and (file.holds_place or exists (
            select from enrolment.case_move move where move.plan_id = file.plan_id and move.case_id = file.id and move.to_position = 'interviewed')))
          as is_admitted,
        (select sum(rial)::bigint from paid where paid.case_id = file.id) as rial
      from file
      left join people.identity identity on identity.plan_id = file.plan_id and identity.person_id = file.person_id
      left join people.skill skill on skill.plan_id = file.plan_id and skill.person_id = file.person_id)`
/** Those in line for support when they registered, and when they came under it. */
const SUPPORT = sql`
    support as (select woman.id,
        bool_or(period.status in ('applied', 'in-queue')) as in_queue,
        bool_or(period.status in ('covered', 'empowerment-period', 're-entered') and first.day <= woman.registered_on) as was_covered,
        min(first.day) filter (where period.status in ('covered', 'empowerment-period', 're-entered') and first.day > woman.registered_on) as covered_on
      from woman join enrolment.support_period period on period.plan_id = woman.plan_id and period.person_id = woman.person_id
      cross join lateral (select coalesce(period.since, (period.known_at at time zone 'Asia/Tehran')::date) as day) first
      where woman.joined_to is null group by woman.id)`
/** What is counted in every group. */
const GROUPED = sql`
    grouped (id, measure, at, n) as (
      select id, case when is_admitted and rial is not null then 'income' when is_admitted then 'placed' when position = 'ineligible' then 'refused'
          when waits then 'waiting' else 'aside' end, case when waits then since else 0 end, 1::bigint from woman where joined_to is null
      union all
      select support.id, case when woman.position = 'ineligible' then 'coverage-refused'
          when covered_on is null then 'not-covered' when covered_on <= registered_on + interval '12 months' then 'covered-12'
          when covered_on <= registered_on + interval '24 months' then 'covered-24' else 'not-covered' end,
        ${dayOf(sql`date_trunc('month', registered_on)::date`)}, 1
      from support join woman on woman.id = support.id where in_queue and not coalesce(was_covered, false)
      union all
      select appeal.case_id, case when appeal.answered_on is null then 'appeal-open' when appeal.answered_on <= appeal.answer_due_on then 'appeal-in-time'
          else 'appeal-late' end, ${dayOf(sql`appeal.answer_due_on`)}, count(*)
      from woman join enrolment.appeal appeal on appeal.plan_id = woman.plan_id and appeal.case_id = woman.id group by 1, 2, 3
      union all
      select * from (select distinct on (kept.case_id) kept.case_id, 'band-' || (kept.content->'bands'->>'change'), 0, 1
        from woman join outcomes.snapshot kept on kept.plan_id = woman.plan_id and kept.case_id = woman.id
        where woman.joined_to is null and kept.content->'bands'->>'change' is not null order by kept.case_id, kept.month desc, kept.taken_at desc, kept.id desc) last)`
/** The same by group, and at whose desk things wait. */
const VALUED = sql`
    valued (id, measure, dimension, value, at, n) as (
      select grouped.id, measure, shown.dimension, shown.value, at, n from grouped join woman on woman.id = grouped.id
      cross join lateral (values ('all', 'all'), ('ground', woman.ground), ('age', woman.age), ('literacy', woman.literacy)) shown (dimension, value)
      union all
      select woman.id, 'at-desk', 'desk', case when position in ('consented', 'incomplete') then 'guide' when position in ('eligible', 'queued') then 'office'
          when exists (select from enrolment.enquiry where enquiry.plan_id = woman.plan_id and enquiry.case_id = woman.id and answered_at is null) then 'agency'
          else 'decider' end, since, 1 from woman where waits and joined_to is null
      union all select id, 'at-desk', 'later-desk', case position when 'place-granted' then 'panel' else 'plan' end, since, 1
        from woman where position in ('place-granted', 'interviewed') and joined_to is null
      union all
      select permit.case_id, 'at-desk', 'permit-desk', case permit.state when 'agency-signed' then 'labour' else 'agency' end, ${dayOf(sql`permit.state_since`)}, count(*)
        from woman join businesses.permit permit on permit.plan_id = woman.plan_id and permit.case_id = woman.id
        where permit.state in ('submitted', 'agency-review', 'specialist-review', 'agency-signed') group by 1, 4, 5`
/** Money by who paid, and what became of promises. */
const LEDGER = sql`
      union all select case_id, 'rial', 'payer', organisation_id::text, 0, rial::bigint from paid where rial > 0
      union all
      select lot.case_id, figure.measure, 'pledge', "order".pledge_id::text, figure.at, sum(figure.n)
        from woman join market.lot lot on lot.plan_id = woman.plan_id and lot.case_id = woman.id
        join market."order" on "order".plan_id = lot.plan_id and "order".id = lot.order_id and "order".pledge_id is not null
        left join lateral (select
            sum(case when entry.kind in ('acceptance', 'compensation') then amount_rial when entry.kind = 'deduction' then -amount_rial else 0 end) as owed,
            sum(case entry.kind when 'paid-to-her' then amount_rial when 'not-received' then -amount_rial else 0 end) as paid
          from market.entry entry where entry.plan_id = lot.plan_id and entry.lot_id = lot.id) money on true
        cross join lateral (values ('accepted', 0, case when lot.collected_on is not null then lot.accepted + lot.spoiled end),
          ('owed', 0, money.owed), ('paid', 0, money.paid),
          ('payment-due', ${dayOf(sql`lot.due_on`)}, case when lot.state in ('due', 'paid-to-hub') and lot.due_on is not null then 1 end)) figure (measure, at, n)
        where figure.n <> 0 group by 1, 2, 4, 5`
/**
 * What each registered case adds to the board, out of the rows of today and nothing else: no clock stands in it, so that it changes with an act alone.
 * What depends on today (who waits how long, whose year is over, which answer is late) is kept under its day and judged when the board is read.
 */
export function partsOf(planId: string, caseIds?: readonly string[]) {
  const only = caseIds === undefined ? sql`` : sql` and file.id = any (${[...caseIds]}::uuid[])`
  return sql`
    with file as materialized (select * from enrolment."case" file where file.plan_id = ${planId} and file.registered_on is not null${only}),
    ${PAID}, ${WOMEN}, ${SUPPORT}, ${GROUPED}, ${VALUED} ${LEDGER})
    select woman.county_code, valued.* from valued join woman on woman.id = valued.id`
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
export async function readParts(tx: Tx, planId: string, caseIds?: readonly string[]): Promise<readonly Part[]> {
  // As the house itself: under the law of rows every row of every join is asked again whether the job may see it, and the query takes minutes.
  const { rows } = await beyondReach(tx, () => sql<PartRow>`${partsOf(planId, caseIds)}`.execute(tx))
  return rows.map(({ id, county_code: countyCode, measure, dimension, value, at, n }) => ({
    subjectId: id,
    countyCode,
    measure,
    dimension,
    value,
    at,
    n: Number(n),
  }))
}
