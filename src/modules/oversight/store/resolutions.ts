import { sql, type Tx } from '../../../platform/db.ts'
import type { Resolution } from '../contract/resolutions.ts'
import { ResolutionAct, ResolutionState } from '../contract/states.ts'
import type { StoredMeeting } from './meetings.ts'

/** A resolution as it is stored; the name of the agency belongs to partners, whether it is overdue to the day. */
export interface StoredResolution extends Omit<Resolution, 'agencyName' | 'isOverdue'> {
  readonly planId: string
  readonly sharedWith: readonly string[]
}
interface Row {
  readonly plan_id: string
  readonly id: string
  readonly meeting_id: string
  readonly county_code: string | null
  readonly shared_with: readonly string[]
  readonly organisation_id: string
  readonly place: number
  readonly agenda_place: number
  readonly sentence: string
  readonly due_on: string
  readonly state: string
  readonly state_since: string
  readonly votes_for: number | null
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly acknowledge_by: string | null
  readonly report: string | null
  readonly return_reason: string | null
  readonly extended: number
  readonly superseded_by: string | null
  readonly blocked_by: string | null
  readonly version: number
}
const resolutionOf = (row: Row): StoredResolution => ({
  planId: row.plan_id,
  id: row.id,
  meetingId: row.meeting_id,
  countyCode: row.county_code,
  sharedWith: row.shared_with,
  organisationId: row.organisation_id,
  place: row.place,
  agendaPlace: row.agenda_place,
  sentence: row.sentence,
  dueOn: row.due_on,
  state: ResolutionState.parse(row.state),
  stateSince: row.state_since,
  votesFor: row.votes_for,
  letterNumber: row.letter_number,
  letterDate: row.letter_date,
  acknowledgeBy: row.acknowledge_by,
  report: row.report,
  returnReason: row.return_reason,
  extended: row.extended,
  supersededBy: row.superseded_by,
  blockedBy: row.blocked_by,
  version: row.version,
})
interface Filter {
  readonly countyCode?: string | undefined
  readonly state?: string | undefined
  readonly organisationId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  readonly withDrafts: boolean
}
/** Newest first, one more than asked for. */
export async function listResolutions(tx: Tx, { countyCode, state, organisationId, after, limit, withDrafts }: Filter) {
  let query = tx
    .selectFrom('oversight.resolution')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (state !== undefined) query = query.where('state', '=', state)
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId)
  if (!withDrafts) query = query.where('state', '<>', 'draft')
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(resolutionOf)
}
/** What one meeting resolved, by number. */
export async function listOfMeeting(tx: Tx, meetingId: string): Promise<readonly StoredResolution[]> {
  const rows = await tx
    .selectFrom('oversight.resolution')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('place')
    .limit(100)
    .execute()
  return rows.map(resolutionOf)
}
export async function findResolution(tx: Tx, id: string): Promise<StoredResolution | undefined> {
  const row = await tx.selectFrom('oversight.resolution').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : resolutionOf(row)
}
export async function lockResolution(tx: Tx, id: string): Promise<StoredResolution | undefined> {
  const row = await tx.selectFrom('oversight.resolution').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : resolutionOf(row)
}
interface Draft {
  readonly resolutionId: string
  readonly agendaPlace: number
  readonly sentence: string
  readonly organisationId: string
  readonly dueOn: string
  readonly today: string
}
/** A draft under the next number of its meeting; the meeting is locked, so no two get the same. */
export async function insertResolution(tx: Tx, meeting: StoredMeeting, draft: Draft): Promise<void> {
  const { last } = await tx
    .selectFrom('oversight.resolution')
    .select(sql<number>`coalesce(max(place), 0)::int`.as('last'))
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('oversight.resolution')
    .values({
      plan_id: meeting.planId,
      id: draft.resolutionId,
      meeting_id: meeting.id,
      county_code: meeting.countyCode,
      shared_with: [...meeting.sharedWith],
      organisation_id: draft.organisationId,
      place: last + 1,
      agenda_place: draft.agendaPlace,
      sentence: draft.sentence,
      due_on: draft.dueOn,
      state_since: draft.today,
    })
    .execute()
}
export interface ResolutionMove {
  readonly moveId: string
  readonly act: ResolutionAct
  readonly note?: string
  readonly letter?: { readonly letterNumber: string; readonly letterDate: string }
  readonly acknowledgeBy?: string
  readonly votesFor?: number
  readonly dueOn?: string
  readonly supersededBy?: string
  readonly blockedBy?: string | null
  readonly today: string
  readonly now: Date
  readonly accountId: string
}
const states: readonly string[] = ResolutionState.options
function changeOf(from: StoredResolution, move: ResolutionMove) {
  return {
    version: from.version + 1,
    ...(states.includes(move.act) ? { state: move.act, state_since: move.today } : {}),
    ...(move.votesFor === undefined ? {} : { votes_for: move.votesFor }),
    ...(move.act === 'notified' && move.letter !== undefined
      ? { letter_number: move.letter.letterNumber, letter_date: move.letter.letterDate, acknowledge_by: move.acknowledgeBy ?? null }
      : {}),
    ...(move.act === 'reported' ? { report: move.note ?? null } : {}),
    ...(move.act === 'returned' ? { return_reason: move.note ?? null } : {}),
    ...(move.act === 'extended' && move.dueOn !== undefined ? { due_on: move.dueOn, extended: from.extended + 1 } : {}),
    ...(move.blockedBy === undefined ? {} : { blocked_by: move.blockedBy }),
    ...(move.supersededBy === undefined ? {} : { superseded_by: move.supersededBy }),
  }
}
/** One act on a locked resolution, kept with who, when, why and by which letter. */
export async function moveResolution(tx: Tx, from: StoredResolution, move: ResolutionMove): Promise<void> {
  await tx.updateTable('oversight.resolution').set(changeOf(from, move)).where('id', '=', from.id).execute()
  await tx
    .insertInto('oversight.resolution_move')
    .values({
      plan_id: from.planId,
      id: move.moveId,
      resolution_id: from.id,
      county_code: from.countyCode,
      shared_with: [...from.sharedWith],
      organisation_id: from.organisationId,
      act: move.act,
      note: move.note ?? null,
      letter_number: move.letter?.letterNumber ?? null,
      letter_date: move.letter?.letterDate ?? null,
      due_on: move.dueOn ?? null,
      moved_on: move.today,
      moved_at: move.now,
      account_id: move.accountId,
    })
    .execute()
}
/** Newest first. */
export async function listMoves(tx: Tx, resolutionId: string) {
  const rows = await tx
    .selectFrom('oversight.resolution_move')
    .select(['id', 'act', 'note', 'letter_number', 'letter_date', 'due_on', 'moved_on'])
    .where('resolution_id', '=', resolutionId)
    .orderBy('moved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    act: ResolutionAct.parse(row.act),
    note: row.note,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    dueOn: row.due_on,
    movedOn: row.moved_on,
  }))
}
/** Agencies with resolutions past their day, most first; of a county, of the province, or of all the reader may see. */
export async function listOverdueByAgency(tx: Tx, { day, countyCode }: { readonly day: string; readonly countyCode?: string | undefined }) {
  let query = tx
    .selectFrom('oversight.resolution')
    .select('organisation_id')
    .select([sql<number>`count(*)::int`.as('overdue'), sql<string>`min(due_on)::text`.as('oldest')])
    .where('state', 'in', ['notified', 'acknowledged', 'in-progress', 'returned'])
    .where('superseded_by', 'is', null)
    .where('due_on', '<', day)
    .groupBy('organisation_id')
    .orderBy('overdue', 'desc')
    .orderBy('organisation_id')
    .limit(100)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  const rows = await query.execute()
  return rows.map(({ organisation_id: organisationId, overdue, oldest }) => ({ organisationId, overdue, oldestDueOn: oldest }))
}
/** How many resolutions of a county are not confirmed, how many of them past their day, and how many reports wait for the secretariat. */
export async function countResolutions(tx: Tx, countyCode: string, day: string) {
  return tx
    .selectFrom('oversight.resolution')
    .select([
      sql<number>`count(*) filter (where state not in ('draft', 'confirmed'))::int`.as('open'),
      sql<number>`count(*) filter (where state = 'reported')::int`.as('reported'),
      sql<number>`count(*) filter (where state in ('notified', 'acknowledged', 'in-progress', 'returned') and due_on < ${day}::date)::int`.as(
        'overdue',
      ),
    ])
    .where('county_code', '=', countyCode)
    .where('superseded_by', 'is', null)
    .executeTakeFirstOrThrow()
}
