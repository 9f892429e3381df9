import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Part } from '../contract/sessions.ts'
import { InterviewState } from '../contract/sessions.ts'
import type { PanelMember } from '../rules/panel.ts'
import type { SlotTimes } from '../rules/slots.ts'

export async function listRooms(tx: Tx, countyCode: string | undefined) {
  let query = tx
    .selectFrom('interviews.room')
    .select(['id', 'county_code', 'title', 'address'])
    .where('closed_on', 'is', null)
    .orderBy('title')
    .limit(200)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  return (await query.execute()).map(({ county_code: county, ...room }) => ({ ...room, countyCode: county }))
}
export async function findRoom(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('interviews.room')
    .select(['id', 'county_code', 'title', 'address'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, countyCode: row.county_code, title: row.title, address: row.address }
}
export async function insertRoom(
  tx: Tx,
  planId: string,
  room: { readonly id: string; readonly countyCode: string; readonly title: string; readonly address: string },
): Promise<void> {
  const { id, countyCode, title, address } = room
  await tx.insertInto('interviews.room').values({ plan_id: planId, id, county_code: countyCode, title, address }).execute()
}

const sessionColumns = [
  'id',
  'plan_id',
  'county_code',
  'room_id',
  'instrument_code',
  'held_on',
  'starts_at',
  'ends_at',
  'state',
  'version',
] as const
export interface SessionRow {
  readonly id: string
  readonly plan_id: string
  readonly county_code: string
  readonly room_id: string
  readonly instrument_code: string
  readonly held_on: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly state: string
  readonly version: number
}
export async function listSessions(
  tx: Tx,
  { countyCode, from, limit }: { readonly countyCode: string; readonly from: string; readonly limit: number },
): Promise<readonly SessionRow[]> {
  return tx
    .selectFrom('interviews.session')
    .select(sessionColumns)
    .where('county_code', '=', countyCode)
    .where('held_on', '>=', from)
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}
export async function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return tx.selectFrom('interviews.session').select(sessionColumns).where('id', '=', id).executeTakeFirst()
}
export async function lockSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return tx.selectFrom('interviews.session').select(sessionColumns).where('id', '=', id).forUpdate().executeTakeFirst()
}
export interface NewSession {
  readonly id: string
  readonly planId: string
  readonly countyCode: string
  readonly roomId: string
  readonly instrumentCode: string
  readonly heldOn: string
  readonly slots: readonly (SlotTimes & { readonly id: string })[]
  readonly panel: readonly NewMember[]
  readonly accountId: string
  readonly at: Date
}
export type NewMember = PanelMember & { readonly name: string }
/** A session with its times and its panel. Room and members are free then, or the database says which is not. */
export async function insertSession(tx: Tx, made: NewSession): Promise<void> {
  const startsAt = made.slots[0]?.startsAt ?? made.at
  const endsAt = made.slots.at(-1)?.endsAt ?? made.at
  await tx
    .insertInto('interviews.session')
    .values({
      plan_id: made.planId,
      id: made.id,
      county_code: made.countyCode,
      room_id: made.roomId,
      instrument_code: made.instrumentCode,
      held_on: made.heldOn,
      starts_at: startsAt,
      ends_at: endsAt,
      state: 'planned',
      made_by: made.accountId,
      made_at: made.at,
    })
    .execute()
  await tx
    .insertInto('interviews.slot')
    .values(
      made.slots.map((slot) => ({
        plan_id: made.planId,
        id: slot.id,
        session_id: made.id,
        county_code: made.countyCode,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
      })),
    )
    .execute()
  await insertPanel(tx, { planId: made.planId, sessionId: made.id, countyCode: made.countyCode, startsAt, endsAt }, made.panel)
}
export async function insertPanel(
  tx: Tx,
  of: { readonly planId: string; readonly sessionId: string; readonly countyCode: string; readonly startsAt: Date; readonly endsAt: Date },
  panel: readonly NewMember[],
): Promise<void> {
  await tx
    .insertInto('interviews.panel_member')
    .values(
      panel.map((member) => ({
        plan_id: of.planId,
        session_id: of.sessionId,
        account_id: member.accountId,
        organisation_id: member.organisationId,
        county_code: of.countyCode,
        officer_name: member.name,
        chair: member.chair,
        is_woman: member.isWoman,
        is_support_body: member.isSupportBody,
        starts_at: of.startsAt,
        ends_at: of.endsAt,
      })),
    )
    .execute()
}
export async function endPanelMember(
  tx: Tx,
  { sessionId, accountId, at }: { readonly sessionId: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('interviews.panel_member')
    .set({ ended_at: at })
    .where('session_id', '=', sessionId)
    .where('account_id', '=', accountId)
    .execute()
}
export async function endPanel(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx
    .updateTable('interviews.panel_member')
    .set({ ended_at: at })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}
export async function cancelSession(tx: Tx, { id, version }: { readonly id: string; readonly version: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('interviews.session')
    .set((set) => ({ state: 'cancelled', version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export interface SeatedMember extends NewMember {
  readonly sessionId: string
}
/** Who sits at these sessions now, the one who speaks first. */
export async function listPanels(tx: Tx, sessionIds: readonly string[]): Promise<readonly SeatedMember[]> {
  if (sessionIds.length === 0) return []
  const rows = await tx
    .selectFrom('interviews.panel_member')
    .select(['session_id', 'account_id', 'organisation_id', 'officer_name', 'chair', 'is_woman', 'is_support_body'])
    .where('session_id', 'in', [...sessionIds])
    .where('ended_at', 'is', null)
    .orderBy(sql`chair nulls last`)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({
    sessionId: row.session_id,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    name: row.officer_name,
    chair: row.chair,
    isWoman: row.is_woman,
    isSupportBody: row.is_support_body,
  }))
}
export function partOf(chair: number | null): Part {
  if (chair === null) return 'reads-sample'
  return chair === 1 ? 'speaks' : 'in-room'
}
export async function findSlot(tx: Tx, id: string) {
  return tx
    .selectFrom('interviews.slot')
    .select(['id', 'session_id', 'county_code', 'starts_at', 'ends_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}
/** Times of sessions with the state of what is planned at each; whose it is stays with those who may see the case. */
export async function listSlots(tx: Tx, planId: string, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string; session_id: string; starts_at: Date; ends_at: Date; case_id: string | null; state: string | null }>`
      select slot.id, slot.session_id, slot.starts_at, slot.ends_at, interview.case_id, interview.state
      from interviews.slot slot
      left join interviews.interview interview on interview.plan_id = slot.plan_id and interview.slot_id = slot.id and interview.state <> 'cancelled'
      where slot.plan_id = ${planId} and slot.session_id = any (${[...sessionIds]}::uuid[]) order by slot.starts_at`.execute(tx),
  )
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    caseId: row.case_id,
    state: row.state === null ? null : InterviewState.parse(row.state),
  }))
}
