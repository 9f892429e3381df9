import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { Attendance, MeetingKind } from '../contract/states.ts'
import type { Quorum } from '../rules/meetings.ts'

/** A meeting as it is stored; where it stands is derived. */
export interface StoredMeeting {
  readonly planId: string
  readonly id: string
  readonly countyCode: string | null
  readonly sharedWith: readonly string[]
  readonly kind: MeetingKind
  readonly body: string
  readonly title: string
  readonly agenda: readonly string[]
  readonly calledOn: string
  readonly meetsOn: string
  readonly meetsAt: string
  readonly place: string
  readonly members: number
  readonly present: number | null
  readonly quorum: Quorum | null
  readonly attendedOn: string | null
  readonly minutes: string | null
  readonly minutesNumber: string | null
  readonly minutesDate: string | null
  readonly version: number
}
interface Row {
  readonly plan_id: string
  readonly id: string
  readonly county_code: string | null
  readonly shared_with: readonly string[]
  readonly kind: string
  readonly body: string
  readonly title: string
  readonly agenda: readonly string[]
  readonly called_on: string
  readonly meets_on: string
  readonly meets_at: string
  readonly place: string
  readonly members: number
  readonly present: number | null
  readonly quorum_part: number | null
  readonly quorum_of: number | null
  readonly attended_on: string | null
  readonly minutes: string | null
  readonly minutes_number: string | null
  readonly minutes_date: string | null
  readonly version: number
}
const meetingOf = (row: Row): StoredMeeting => ({
  planId: row.plan_id,
  id: row.id,
  countyCode: row.county_code,
  sharedWith: row.shared_with,
  kind: MeetingKind.parse(row.kind),
  body: row.body,
  title: row.title,
  agenda: row.agenda,
  calledOn: row.called_on,
  meetsOn: row.meets_on,
  meetsAt: row.meets_at,
  place: row.place,
  members: row.members,
  present: row.present,
  quorum: row.quorum_part === null || row.quorum_of === null ? null : { part: row.quorum_part, of: row.quorum_of },
  attendedOn: row.attended_on,
  minutes: row.minutes,
  minutesNumber: row.minutes_number,
  minutesDate: row.minutes_date,
  version: row.version,
})
const meetings = (tx: Tx) =>
  tx
    .selectFrom('oversight.meeting as meeting')
    .selectAll('meeting')
    .select((of) =>
      of
        .selectFrom('oversight.meeting_member as member')
        .select(sql<number>`count(*)::int`.as('members'))
        .whereRef('member.plan_id', '=', 'meeting.plan_id')
        .whereRef('member.meeting_id', '=', 'meeting.id')
        .as('members'),
    )
const whole = (row: Omit<Row, 'members'> & { readonly members: number | null }): StoredMeeting =>
  meetingOf({ ...row, members: row.members ?? 0 })
interface Filter {
  readonly countyCode?: string | undefined
  readonly kind?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listMeetings(tx: Tx, { countyCode, kind, after, limit }: Filter): Promise<readonly StoredMeeting[]> {
  let query = meetings(tx)
    .orderBy('meeting.id', 'desc')
    .limit(limit + 1)
  if (countyCode !== undefined) query = query.where('meeting.county_code', '=', countyCode)
  if (kind !== undefined) query = query.where('meeting.kind', '=', kind)
  if (after !== undefined) query = query.where('meeting.id', '<', after)
  return (await query.execute()).map(whole)
}
export async function findMeeting(tx: Tx, id: string): Promise<StoredMeeting | undefined> {
  const row = await meetings(tx).where('meeting.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : whole(row)
}
/** What the meeting of a resolution was about, for the agency that was given the work and is no member of it. */
export async function findMeetingTitle(
  tx: Tx,
  { planId, meetingId }: { readonly planId: string; readonly meetingId: string },
): Promise<string> {
  const found = await beyondReach(tx, async () =>
    tx.selectFrom('oversight.meeting').select('title').where('plan_id', '=', planId).where('id', '=', meetingId).executeTakeFirstOrThrow(),
  )
  return found.title
}
/** The meeting, locked: attendance, votes and minutes of one meeting wait for each other. */
export async function lockMeeting(tx: Tx, id: string): Promise<StoredMeeting | undefined> {
  const row = await tx.selectFrom('oversight.meeting').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : findMeeting(tx, id)
}
export async function listSeats(tx: Tx, meetingId: string) {
  const rows = await tx
    .selectFrom('oversight.meeting_member')
    .select(['id', 'organisation_id', 'title', 'deputy', 'attendance'])
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .limit(40)
    .execute()
  return rows.map(({ organisation_id: organisationId, attendance, ...row }) => ({
    ...row,
    organisationId,
    attendance: attendance === null ? null : Attendance.parse(attendance),
  }))
}
export interface NewMeeting {
  readonly planId: string
  readonly accountId: string
  readonly today: string
  readonly countyCode: string | null
  readonly id: string
  readonly kind: MeetingKind
  readonly body: string
  readonly title: string
  readonly agenda: readonly string[]
  readonly meetsOn: string
  readonly meetsAt: string
  readonly place: string
  readonly members: readonly {
    readonly id: string
    readonly organisationId: string
    readonly title: string
    readonly deputy: string | null
  }[]
}
/** The meeting with its members; what hangs on it is shared with the organisations that sit there. */
export async function insertMeeting(tx: Tx, made: NewMeeting): Promise<void> {
  const sharedWith = [...new Set(made.members.map(({ organisationId }) => organisationId))]
  const whose = { plan_id: made.planId, county_code: made.countyCode, shared_with: sharedWith }
  await tx
    .insertInto('oversight.meeting')
    .values({
      ...whose,
      id: made.id,
      kind: made.kind,
      body: made.body,
      title: made.title,
      agenda: [...made.agenda],
      called_on: made.today,
      meets_on: made.meetsOn,
      meets_at: made.meetsAt,
      place: made.place,
      called_by: made.accountId,
    })
    .execute()
  await tx
    .insertInto('oversight.meeting_member')
    .values(
      made.members.map(({ id, organisationId, title, deputy }) => ({
        ...whose,
        id,
        meeting_id: made.id,
        organisation_id: organisationId,
        title,
        deputy,
      })),
    )
    .execute()
}
interface Attended {
  readonly seats: readonly { readonly id: string; readonly attendance: Attendance }[]
  readonly present: number
  readonly quorum: Quorum | null
  readonly today: string
}
/** Who came to a locked meeting, and the quorum that was in force on its day. */
export async function keepAttendance(
  tx: Tx,
  { planId, id, version }: StoredMeeting,
  { seats, present, quorum, today }: Attended,
): Promise<void> {
  for (const { id: seatId, attendance } of seats)
    await tx
      .updateTable('oversight.meeting_member')
      .set({ attendance })
      .where('plan_id', '=', planId)
      .where('meeting_id', '=', id)
      .where('id', '=', seatId)
      .execute()
  await tx
    .updateTable('oversight.meeting')
    .set({
      present,
      attended_on: today,
      quorum_part: quorum?.part ?? null,
      quorum_of: quorum?.of ?? null,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute()
}
interface Signed {
  readonly minutes: string
  readonly letterNumber: string
  readonly letterDate: string
}
export async function keepMinutes(tx: Tx, { id, version }: StoredMeeting, { minutes, letterNumber, letterDate }: Signed): Promise<void> {
  await tx
    .updateTable('oversight.meeting')
    .set({ minutes, minutes_number: letterNumber, minutes_date: letterDate, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
