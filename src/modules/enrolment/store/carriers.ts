import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Carrier } from '../contract/carriers.ts'
import { ended } from '../rules/case-moves.ts'
import { type Case, caseOf, columns, type Row } from './cases.ts'

/** Whose files and guides a supervisor may order: a plan, and counties; all of them, when null. */
export interface Realm {
  readonly planId: string
  readonly counties: readonly string[] | null
  readonly accountId: string
}
const within = (counties: readonly string[] | null, column: string) =>
  counties === null ? sql`true` : sql`${sql.ref(column)} = any (${[...counties]}::text[])`
const inForce = (today: string) => sql<boolean>`(assignment.ended_at is null and assignment.valid_from <= ${today}
  and (assignment.valid_to is null or assignment.valid_to >= ${today}) and (not assignment.needs_approval or assignment.approved_at is not null))`

/** Guides with the number of files they carry there; one who left is listed while a file still hangs on her. */
export async function listCarriers(tx: Tx, { planId, counties, accountId }: Realm, today: string): Promise<Carrier[]> {
  const overlap = counties === null ? sql`true` : sql`assignment.counties && ${[...counties]}::text[]`
  const { rows } = await beyondReach(tx, () =>
    sql<Carrier>`
      select guide.*, coalesce(held.n, 0)::int as carried from (
        select assignment.account_id as "accountId", min(assignment.display_name) as name, bool_or(${inForce(today)}) as "isActive",
          array(select distinct county from access.assignment own, unnest(own.counties) county
            where own.plan_id = ${planId} and own.account_id = assignment.account_id and own.role = 'GD' order by county) as counties
        from access.assignment assignment where assignment.plan_id = ${planId} and assignment.role = 'GD' and ${overlap}
        group by assignment.account_id) guide
      left join lateral (
        select count(*) as n from enrolment.carried carried
        join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id
        where carried.plan_id = ${planId} and carried.account_id = guide."accountId" and carried.ended_at is null
          and not ${accountId}::uuid = any (file.barred) and ${within(counties, 'file.county_code')}) held on true
      where guide."isActive" or held.n > 0
      order by guide."isActive", guide.name, guide."accountId" limit 500`.execute(tx),
  )
  return rows
}
/** Files one guide carries there, except those from which the reader is barred. */
export async function listCarriedBy(
  tx: Tx,
  { planId, counties, accountId }: Realm,
  guide: string,
  limit: number,
): Promise<readonly Case[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`select ${sql.join(columns.map((column) => sql.ref(`file.${column}`)))} from enrolment.carried carried
      join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id
      where carried.plan_id = ${planId} and carried.account_id = ${guide} and carried.ended_at is null
        and ${within(counties, 'file.county_code')} and not ${accountId}::uuid = any (file.barred)
      order by file.id desc limit ${limit}`.execute(tx),
  )
  return rows.map(caseOf)
}
/** Locks the files in the order of their ids, so that two hand-overs never wait for each other in a ring. */
export async function lockCases(tx: Tx, { planId, counties, accountId }: Realm, ids: readonly string[]): Promise<readonly Case[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`select ${sql.join(columns.map((column) => sql.ref(column)))} from enrolment."case"
      where plan_id = ${planId} and id = any (${[...ids]}::uuid[]) and joined_to is null and ${within(counties, 'county_code')}
        and not ${accountId}::uuid = any (barred) order by id for update`.execute(tx),
  )
  return rows.map(caseOf)
}
/** Whether an account guides in all these counties today, and is barred from none of these files. */
export async function mayCarry(
  tx: Tx,
  { planId, accountId, today }: { readonly planId: string; readonly accountId: string; readonly today: string },
  files: readonly Pick<Case, 'id' | 'countyCode'>[],
): Promise<boolean> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ ok: boolean }>`select exists (select from access.assignment assignment
        where assignment.plan_id = ${planId} and assignment.account_id = ${accountId} and assignment.role = 'GD'
          and assignment.counties @> ${[...new Set(files.map(({ countyCode }) => countyCode))]}::text[] and ${inForce(today)})
      and not exists (select from enrolment."case" where plan_id = ${planId} and id = any (${files.map(({ id }) => id)}::uuid[])
        and ${accountId}::uuid = any (barred)) as ok`.execute(tx),
  )
  return rows[0]?.ok === true
}
/** Nobody carries these files any longer. */
export async function endCarried(
  tx: Tx,
  { planId, caseIds, at }: { readonly planId: string; readonly caseIds: readonly string[]; readonly at: Date },
): Promise<void> {
  await beyondReach(tx, () =>
    tx
      .updateTable('enrolment.carried')
      .set({ ended_at: at })
      .where('plan_id', '=', planId)
      .where('case_id', 'in', [...caseIds])
      .where('ended_at', 'is', null)
      .execute(),
  )
}
/** Holds whoever else would give her a file until this unit of work ends. */
export async function lockCarrier(tx: Tx, { planId, accountId }: { readonly planId: string; readonly accountId: string }): Promise<void> {
  await beyondReach(tx, () =>
    sql`select from access.assignment where plan_id = ${planId} and account_id = ${accountId} and role = 'GD' order by id for no key update`.execute(
      tx,
    ),
  )
}
/** Files that have not ended and hang on a guide, in every county. */
export async function countCarriedBy(
  tx: Tx,
  { planId, accountId }: { readonly planId: string; readonly accountId: string },
): Promise<number> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ n: number }>`select count(*)::int as n from enrolment.carried carried
      join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id
      where carried.plan_id = ${planId} and carried.account_id = ${accountId} and carried.ended_at is null
        and not file.position = any (${[...ended]}::text[])`.execute(tx),
  )
  return rows[0]?.n ?? 0
}
export interface GuideThere {
  readonly accountId: string
  readonly name: string
  readonly organisationId: string | null
  /** Files that have not ended and hang on her, in every county. */
  readonly carried: number
}
/** Guides of a county today, by name; at most 250. */
export async function listGuidesThere(
  tx: Tx,
  { planId, countyCode, today }: { readonly planId: string; readonly countyCode: string; readonly today: string },
): Promise<readonly GuideThere[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<GuideThere>`
      select guide.*, coalesce(held.n, 0)::int as carried from (
        select assignment.account_id as "accountId", min(assignment.display_name) as name,
          (array_agg(assignment.organisation_id order by assignment.id))[1] as "organisationId"
        from access.assignment assignment
        where assignment.plan_id = ${planId} and assignment.role = 'GD' and ${countyCode} = any (assignment.counties) and ${inForce(today)}
        group by assignment.account_id) guide
      left join lateral (
        select count(*) as n from enrolment.carried carried
        join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id
        where carried.plan_id = ${planId} and carried.account_id = guide."accountId" and carried.ended_at is null
          and not file.position = any (${[...ended]}::text[])) held on true
      order by guide.name, guide."accountId" limit 250`.execute(tx),
  )
  return rows
}
export async function namesOfGuides(tx: Tx, planId: string, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('access.assignment')
      .select(['account_id', 'display_name'])
      .where('plan_id', '=', planId)
      .where('role', '=', 'GD')
      .where('account_id', 'in', [...accountIds])
      .orderBy('id')
      .execute(),
  )
  return new Map(rows.map((row) => [row.account_id, row.display_name]))
}
