import { beyondReach, sql, type Tx, writeAll } from '../../../platform/db.ts'
import { CasePosition, type CaseRow } from '../contract/cases.ts'
import { type Position, positions } from '../rules/case-moves.ts'
import { pauses, shownPosition } from '../rules/side-roads.ts'
import { counterWrite, isForgotten } from './counters.ts'

export interface Case {
  readonly planId: string
  readonly id: string
  readonly fileNumber: string
  readonly personId: string
  readonly countyCode: string
  readonly position: Position
  readonly since: Date
  readonly deadlineOn: string | null
  /** The day a pause ends; null when the case is not paused. */
  readonly holdUntil: string | null
  readonly nominatedBy: string
  readonly tier: number | null
  readonly queuedOn: string | null
  readonly registeredOn: string | null
  readonly assigned: readonly string[]
  /** A place not yet used; falls free when she leaves before the work has begun. */
  readonly holdsPlace: boolean
  readonly isErased: boolean
  /** The file of the same woman that goes on instead of this one (docs/decisions/0013). */
  readonly joinedTo: string | null
  readonly joinedAt: Date | null
  readonly version: number
}
export interface Row {
  readonly plan_id: string
  readonly id: string
  readonly file_number: string
  readonly person_id: string
  readonly county_code: string
  readonly position: string
  readonly since: Date
  readonly deadline_on: string | null
  readonly hold_until: string | null
  readonly nominated_by: string
  readonly tier: number | null
  readonly queued_on: string | null
  readonly registered_on: string | null
  readonly assigned: string[]
  readonly holds_place: boolean
  readonly is_erased: boolean
  readonly joined_to: string | null
  readonly joined_at: Date | null
  readonly version: number
}
export function caseOf(row: Row): Case {
  return {
    planId: row.plan_id,
    id: row.id,
    fileNumber: row.file_number,
    personId: row.person_id,
    countyCode: row.county_code,
    position: CasePosition.parse(row.position),
    since: row.since,
    deadlineOn: row.deadline_on,
    holdUntil: row.hold_until,
    nominatedBy: row.nominated_by,
    tier: row.tier,
    queuedOn: row.queued_on,
    registeredOn: row.registered_on,
    assigned: row.assigned,
    holdsPlace: row.holds_place,
    isErased: row.is_erased,
    joinedTo: row.joined_to,
    joinedAt: row.joined_at,
    version: row.version,
  }
}
/** The pseudonymous line of a case. In a pause the clock stands still and no day is shown: nothing may tell one pause from another. */
export function lineOf(one: Case, now: Date): CaseRow {
  const days = Math.max(0, Math.floor((now.getTime() - one.since.getTime()) / 86_400_000))
  return {
    id: one.id,
    fileNumber: one.fileNumber,
    position: shownPosition(one.position),
    countyCode: one.countyCode,
    since: one.since.toISOString(),
    days,
    deadlineOn: pauses.has(one.position) ? null : one.deadlineOn,
  }
}
/** The same line for whoever carries the file: which pause it is, and its end. */
export function carriedLineOf(one: Case, now: Date): CaseRow {
  const line = lineOf(one, now)
  return pauses.has(one.position) ? { ...line, position: one.position, deadlineOn: one.holdUntil } : line
}
export const columns = [
  'plan_id',
  'id',
  'file_number',
  'person_id',
  'county_code',
  'position',
  'since',
  'deadline_on',
  'hold_until',
  'nominated_by',
  'tier',
  'queued_on',
  'registered_on',
  'assigned',
  'holds_place',
  'is_erased',
  'joined_to',
  'joined_at',
  'version',
] as const

export async function findCase(tx: Tx, id: string): Promise<Case | undefined> {
  const row = await tx.selectFrom('enrolment.case').select(columns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : caseOf(row)
}
export async function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  const row = await tx.selectFrom('enrolment.case').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : caseOf(row)
}
export interface Filter {
  readonly limit: number
  readonly after?: string | undefined
  readonly countyCode?: string | undefined
  readonly position?: Position | undefined
}
/** One page, newest first, by keyset; a row more than asked tells whether there is a next page. */
export async function listCases(tx: Tx, { limit, after, countyCode, position }: Filter): Promise<readonly Case[]> {
  let query = tx
    .selectFrom('enrolment.case')
    .select(columns)
    .where('joined_to', 'is', null)
    .where((where) => where.not(isForgotten))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('id', '<', after)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (position !== undefined) query = query.where(sql<boolean>`position = any (${hiddenUnder(position)}::text[])`)
  return (await query.execute()).map(caseOf)
}
/** Positions that are shown as this one to whoever does not carry the file. */
function hiddenUnder(position: Position): Position[] {
  return positions.filter((one) => shownPosition(one) === position)
}
/** Files one account carries, newest first. */
export async function listCarried(tx: Tx, accountId: string, { limit, after, position }: Filter): Promise<readonly Case[]> {
  let query = tx
    .selectFrom('enrolment.carried as carried')
    .innerJoin('enrolment.case as file', (join) =>
      join.onRef('file.plan_id', '=', 'carried.plan_id').onRef('file.id', '=', 'carried.case_id'),
    )
    .select(columns.map((column) => `file.${column}` as const))
    .where('carried.account_id', '=', accountId)
    .where('carried.ended_at', 'is', null)
    .orderBy('file.id', 'desc')
    .limit(limit + 1)
  if (after !== undefined) query = query.where('file.id', '<', after)
  if (position !== undefined) query = query.where('file.position', '=', position)
  return (await query.execute()).map(caseOf)
}
export async function countCarried(tx: Tx, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('enrolment.carried as carried')
    // Joined to the case, so that a file its reader is barred from is not counted either.
    .innerJoin('enrolment.case as file', (join) =>
      join.onRef('file.plan_id', '=', 'carried.plan_id').onRef('file.id', '=', 'carried.case_id'),
    )
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('carried.account_id', '=', accountId)
    .where('carried.ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
/** What became of those an agency introduced, newest first in the order of its shares (`share_newest`): no scan of others' rows, no sort of its own. */
export async function listIntroduced(tx: Tx, organisationId: string, { limit, after }: Filter): Promise<readonly Case[]> {
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((column) => sql.ref(`file.${column}`)))} from people.share share
    join enrolment."case" file on file.plan_id = share.plan_id and file.person_id = share.person_id
    where share.organisation_id = ${organisationId} and share.field_group = 'nomination' and share.closed_at is null
    ${after === undefined ? sql`` : sql`and share.person_id <= (select person_id from enrolment."case" where id = ${after}) and (share.person_id, file.id) < (select person_id, id from enrolment."case" where id = ${after})`}
    order by share.person_id desc, file.id desc limit ${limit + 1}`.execute(tx)
  return rows.map(caseOf)
}
export interface Move {
  readonly moveId: string
  readonly case: Case
  readonly to: Position
  readonly at: Date
  readonly accountId: string
  readonly reason?: string | undefined
  readonly set?: {
    readonly deadline_on?: string | null
    readonly hold_until?: string | null
    readonly tier?: number | null
    readonly queued_on?: string | null
    readonly registered_on?: string | null
  }
}
/** Writes one move: position, its history of moves, and the counters of its county. */
export async function writeMove(tx: Tx, { moveId, case: from, to, at, accountId, reason, set }: Move): Promise<Case> {
  const changed = { position: to, since: at, deadline_on: null, hold_until: null, ...set }
  const position = tx
    .updateTable('enrolment.case')
    .set((column) => ({ ...changed, version: column('version', '+', 1) }))
    .where('plan_id', '=', from.planId)
    .where('id', '=', from.id)
  const entry = tx.insertInto('enrolment.case_move').values({
    plan_id: from.planId,
    id: moveId,
    case_id: from.id,
    person_id: from.personId,
    county_code: from.countyCode,
    from_position: from.position,
    to_position: to,
    reason: reason ?? null,
    moved_at: at,
    account_id: accountId,
  })
  const counters = counterWrite(from.planId, [
    { countyCode: from.countyCode, position: from.position, by: -1 },
    { countyCode: from.countyCode, position: to, by: 1 },
  ])
  await beyondReach(tx, () =>
    writeAll(
      tx,
      [position, entry, counters].filter((write) => write !== undefined),
    ),
  )
  return {
    ...from,
    position: to,
    since: at,
    deadlineOn: changed.deadline_on ?? null,
    holdUntil: changed.hold_until ?? null,
    tier: changed.tier === undefined ? from.tier : changed.tier,
    queuedOn: changed.queued_on === undefined ? from.queuedOn : changed.queued_on,
    registeredOn: changed.registered_on === undefined ? from.registeredOn : changed.registered_on,
    version: from.version + 1,
  }
}
/** The nominated case of these counties that has waited longest and nobody carries; skips rows another taker holds, so that two never get one. */
export async function lockNextWaiting(
  tx: Tx,
  planId: string,
  { counties, accountId }: { readonly counties: readonly string[]; readonly accountId: string },
): Promise<Case | undefined> {
  return beyondReach(tx, async () => {
    const row = await tx
      .selectFrom('enrolment.case')
      .select(columns)
      .where('plan_id', '=', planId)
      .where('county_code', 'in', [...counties])
      .where('position', '=', 'nominated')
      .where('is_erased', '=', false)
      .where('joined_to', 'is', null)
      .where('assigned', '=', sql<string[]>`'{}'::uuid[]`)
      .where((where) => where.not(sql<boolean>`${accountId}::uuid = any (barred)`))
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    return row === undefined ? undefined : caseOf(row)
  })
}
interface Carrying {
  readonly planId: string
  readonly accountId: string
  readonly caseId: string
  readonly at: Date
  /** It came from another guide, not from the line of those nobody carries. */
  readonly isHandedOver?: boolean
}
export async function insertCarried(tx: Tx, { planId, accountId, caseId, at, isHandedOver = false }: Carrying): Promise<void> {
  await beyondReach(tx, async () => {
    await tx
      .insertInto('enrolment.carried')
      .values({ plan_id: planId, account_id: accountId, case_id: caseId, taken_at: at, handed_over: isHandedOver })
      .onConflict((clash) =>
        clash.columns(['plan_id', 'account_id', 'case_id']).doUpdateSet({ ended_at: null, taken_at: at, handed_over: isHandedOver }),
      )
      .execute()
  })
}
