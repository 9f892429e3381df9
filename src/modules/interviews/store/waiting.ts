import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Scope } from './interviews.ts'

export interface WaitingRow {
  readonly caseId: string
  readonly fileNumber: string
  readonly round: number
  readonly since: Date
  readonly barred: readonly string[]
  readonly firstId: string | null
}
/** Cases that have taken their place and have no time yet, and second conversations to be planned: who waited longest first. */
function waiting(countyCode: string) {
  return sql`
    from enrolment."case" file
    left join interviews.interview interview on interview.plan_id = file.plan_id and interview.case_id = file.id and interview.state not in ('told', 'cancelled')
    where file.county_code = ${countyCode} and (interview.id is null or interview.state = 'to-plan')
      and ((file.position = 'place-granted' and file.deadline_on is null and file.joined_to is null)
        or (interview.round = 2 and file.position not in ('on-hold', 'protected', 'transferred') and file.joined_to is null))`
}
export async function listWaiting(tx: Tx, countyCode: string, limit: number): Promise<readonly WaitingRow[]> {
  const { rows } =
    await sql<WaitingRow>`select file.id as "caseId", file.file_number as "fileNumber", coalesce(interview.round, 1) as round,
      coalesce(interview.since, file.since) as since, file.barred, interview.first_id as "firstId"
      ${waiting(countyCode)} order by coalesce(interview.since, file.since), file.id limit ${limit}`.execute(tx)
  return rows
}
export async function countWaiting(tx: Tx, countyCode: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${waiting(countyCode)}`.execute(tx)
  return rows[0]?.n ?? 0
}
/** A case the actor may see, as far as planning looks at it. That it is planned once is kept by the database. */
export async function findPlannable(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.case')
    .select(['id', 'plan_id', 'person_id', 'county_code', 'position', 'deadline_on', 'joined_to'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        caseId: row.id,
        planId: row.plan_id,
        personId: row.person_id,
        countyCode: row.county_code,
        position: row.position,
        deadlineOn: row.deadline_on,
        joinedTo: row.joined_to,
      }
}
/** The scope columns a new row about her takes from her case, also who is barred. */
export async function readScope(tx: Tx, { planId, caseId }: { readonly planId: string; readonly caseId: string }): Promise<Scope> {
  return beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case')
      .select(['plan_id', 'person_id', 'county_code', 'barred', 'assigned'])
      .where('plan_id', '=', planId)
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
}
/** File numbers by case, pseudonymous, as far as the reader sees the cases. */
export async function fileNumbersOf(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('enrolment.case')
    .select(['id', 'file_number'])
    .where('id', 'in', [...caseIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row.file_number]))
}
/** Accounts that sat at a conversation: a second is held by others. */
export async function listSat(tx: Tx, planId: string, interviewId: string | null): Promise<readonly string[]> {
  if (interviewId === null) return []
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('interviews.seat')
      .select('account_id')
      .where('plan_id', '=', planId)
      .where('interview_id', '=', interviewId)
      .where('ended_at', 'is', null)
      .execute(),
  )
  return rows.map((row) => row.account_id)
}
/** Members who said they are kin to her, at any of her conversations. */
export async function listKin(tx: Tx, planId: string, personId: string): Promise<readonly string[]> {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('interviews.seat')
      .select('account_id')
      .distinct()
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .where('kinship', '=', 'kin')
      .execute(),
  )
  return rows.map((row) => row.account_id)
}
