import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import { placeAfter } from '../rules/queue.ts'
import { type Case, caseOf, columns, findCase } from './cases.ts'
import { releasePlace } from './queue.ts'

/** The case of each of these persons, as far as the reader may see it. */
export async function findCasesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('enrolment.case')
    .select(columns)
    .where('person_id', 'in', [...personIds])
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, caseOf(row)]))
}
/** Both cases locked, in the order of their ids: two who join or part the same files, or move one of them, wait for each other. */
export async function lockCasesOf(tx: Tx, personIds: readonly string[]): Promise<readonly Case[]> {
  const rows = await tx
    .selectFrom('enrolment.case')
    .select(columns)
    .where('person_id', 'in', [...personIds])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(caseOf)
}
/** Cases with an appeal that waits, and with a proposal out of turn that waits. */
export async function listOpenOn(tx: Tx, caseIds: readonly string[]) {
  if (caseIds.length === 0) return { appeals: new Set<string>(), proposals: new Set<string>() }
  const appeals = await tx
    .selectFrom('enrolment.appeal')
    .select('case_id')
    .where('case_id', 'in', [...caseIds])
    .where('state', 'in', ['filed', 'assigned'])
    .execute()
  const proposals = await tx
    .selectFrom('enrolment.out_of_turn')
    .select('case_id')
    .where('case_id', 'in', [...caseIds])
    .where('state', '=', 'proposed')
    .execute()
  return { appeals: new Set(appeals.map((row) => row.case_id)), proposals: new Set(proposals.map((row) => row.case_id)) }
}

interface Taken {
  readonly place: 'none' | 'held' | 'used'
  readonly placeCounty: string | null
  readonly carried: readonly string[]
}
/** Takes its place in the quota and its guides from a case that is joined; what was taken is told, to be given back exactly. */
export async function takeFrom(tx: Tx, one: Case, at: Date): Promise<Taken> {
  return beyondReach(tx, async () => {
    const { place_county: placeCounty } = await tx
      .selectFrom('enrolment.case')
      .select('place_county')
      .where('plan_id', '=', one.planId)
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow()
    const rows = await tx
      .updateTable('enrolment.carried')
      .set({ ended_at: at })
      .where('plan_id', '=', one.planId)
      .where('case_id', '=', one.id)
      .where('ended_at', 'is', null)
      .returning('account_id')
      .execute()
    const carried = rows.map((row) => row.account_id)
    if (one.holdsPlace) {
      await releasePlace(tx, one, 'freed')
      return { place: 'held', placeCounty, carried }
    }
    if (placeAfter(one.position) !== 'used') return { place: 'none', placeCounty, carried }
    await countPlace(tx, one.planId, one.countyCode, -1)
    return { place: 'used', placeCounty, carried }
  })
}
async function countPlace(tx: Tx, planId: string, countyCode: string, by: 1 | -1): Promise<void> {
  await sql`update enrolment.place_count set granted = granted + ${by}::int
    where plan_id = ${planId} and county_code = ${countyCode} and granted + ${by}::int >= 0`.execute(tx)
}
export async function setJoined(tx: Tx, one: Case, joined: { readonly to: string; readonly at: Date } | null): Promise<void> {
  await beyondReach(tx, () =>
    tx
      .updateTable('enrolment.case')
      .set({ joined_to: joined?.to ?? null, joined_at: joined?.at ?? null })
      .where('plan_id', '=', one.planId)
      .where('id', '=', one.id)
      .execute(),
  )
}
export async function insertJoinedFile(
  tx: Tx,
  made: Taken & {
    readonly planId: string
    readonly id: string
    readonly caseId: string
    readonly keptCaseId: string
    readonly keptAssigned: readonly string[]
    readonly accountId: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('enrolment.joined_file')
    .values({
      plan_id: made.planId,
      id: made.id,
      case_id: made.caseId,
      kept_case_id: made.keptCaseId,
      place: made.place,
      place_county: made.placeCounty,
      carried: [...made.carried],
      kept_assigned: [...made.keptAssigned],
      joined_by: made.accountId,
      joined_at: made.at,
    })
    .execute()
}
/** Ends the join of a case and tells what it had taken. */
export async function endJoinedFile(
  tx: Tx,
  { caseId, accountId, at }: { readonly caseId: string; readonly accountId: string; readonly at: Date },
) {
  return tx
    .updateTable('enrolment.joined_file')
    .set({ parted_by: accountId, parted_at: at })
    .where('case_id', '=', caseId)
    .where('parted_at', 'is', null)
    .returning(['id', 'place', 'place_county', 'carried', 'kept_assigned'])
    .executeTakeFirstOrThrow()
}
/**
 * Gives a parted case its place and its guides back, whether or not the quota has a free place now: it was hers, and the join took it. A place
 * somebody else got in the meantime stays hers as well; the county then shows one more granted than its quota.
 */
export async function giveBack(
  tx: Tx,
  one: Case,
  { place, placeCounty, carried }: { readonly place: string; readonly placeCounty: string | null; readonly carried: readonly string[] },
): Promise<void> {
  await beyondReach(tx, async () => {
    if (place === 'held')
      await tx
        .updateTable('enrolment.case')
        .set({ holds_place: true, place_county: placeCounty })
        .where('plan_id', '=', one.planId)
        .where('id', '=', one.id)
        .execute()
    if (place !== 'none') await countPlace(tx, one.planId, placeCounty ?? one.countyCode, 1)
    if (carried.length > 0)
      await tx
        .updateTable('enrolment.carried')
        .set({ ended_at: null })
        .where('plan_id', '=', one.planId)
        .where('case_id', '=', one.id)
        .where('account_id', 'in', [...carried])
        .execute()
  })
}

/**
 * What an agency is shown of those it introduced: its own file number and county with the stage of the file that goes on, from the day of the join
 * at the earliest, so that nothing tells that somebody else knew her before. The same number of queries whether any is joined or none.
 */
export async function followJoined(tx: Tx, planId: string, cases: readonly Case[]): Promise<readonly Case[]> {
  const { rows } = await beyondReach(tx, () =>
    sql<{ first: string; position: string; since: Date; deadline_on: string | null }>`with recursive road as (
        select id as first, joined_to, position, since, deadline_on from enrolment."case"
          where plan_id = ${planId} and id = any (${cases.map(({ id }) => id)}::uuid[])
        union all
        select road.first, file.joined_to, file.position, file.since, file.deadline_on from road
          join enrolment."case" file on file.plan_id = ${planId} and file.id = road.joined_to)
      select first, position, since, deadline_on from road where joined_to is null`.execute(tx),
  )
  const ends = new Map(rows.map((row) => [row.first, row]))
  return cases.map((one) => {
    const end = ends.get(one.id)
    if (one.joinedAt === null || end === undefined) return one
    const since = new Date(Math.max(end.since.getTime(), one.joinedAt.getTime()))
    return { ...one, position: CasePosition.parse(end.position), since, deadlineOn: end.deadline_on }
  })
}
/** The file a joined one goes on in, and those that are joined to this one, as far as the reader may see them. */
export async function findJoins(tx: Tx, { id, joinedTo }: Pick<Case, 'id' | 'joinedTo'>) {
  const into = joinedTo === null ? undefined : await findCase(tx, joinedTo)
  const rows = await tx.selectFrom('enrolment.case').select(columns).where('joined_to', '=', id).orderBy('joined_at').limit(20).execute()
  return { into, earlier: rows.map(caseOf) }
}
