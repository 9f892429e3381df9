import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { InterviewState } from '../contract/sessions.ts'
import { daysOf } from '../rules/slots.ts'
import { type Changed, columns, type Interview, interviewOf, writeMove } from './interviews.ts'
import type { SeatedMember } from './sessions.ts'
import { readScope } from './waiting.ts'

export interface OwnSeat {
  readonly interviewId: string
  readonly accountId: string
  readonly personId: string
  readonly sessionId: string
  readonly organisationId: string
  readonly chair: number | null
  readonly startsAt: Date
  readonly heldOn: string
  readonly opensOn: string
  readonly closesOn: string
  readonly kinship: 'none' | 'kin' | null
  readonly isFinished: boolean
}
const seatColumns = [
  'interview_id',
  'account_id',
  'person_id',
  'session_id',
  'organisation_id',
  'chair',
  'starts_at',
  'held_on',
  'opens_on',
  'closes_on',
  'kinship',
  'finished_at',
] as const
interface Row {
  readonly interview_id: string
  readonly account_id: string
  readonly person_id: string
  readonly session_id: string
  readonly organisation_id: string
  readonly chair: number | null
  readonly starts_at: Date
  readonly held_on: string
  readonly opens_on: string
  readonly closes_on: string
  readonly kinship: string | null
  readonly finished_at: Date | null
}
function seatOf(row: Row): OwnSeat {
  return {
    interviewId: row.interview_id,
    accountId: row.account_id,
    personId: row.person_id,
    sessionId: row.session_id,
    organisationId: row.organisation_id,
    chair: row.chair,
    startsAt: row.starts_at,
    heldOn: row.held_on,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    kinship: row.kinship === null ? null : row.kinship === 'kin' ? 'kin' : 'none',
    isFinished: row.finished_at !== null,
  }
}
/** One's own seats that are open today: the database shows no others. */
export async function listOwnSeats(tx: Tx, accountId: string): Promise<readonly OwnSeat[]> {
  const rows = await tx
    .selectFrom('interviews.seat')
    .select(seatColumns)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('starts_at')
    .limit(100)
    .execute()
  return rows.map(seatOf)
}
export async function lockOwnSeat(
  tx: Tx,
  { interviewId, accountId }: { readonly interviewId: string; readonly accountId: string },
): Promise<OwnSeat | undefined> {
  const row = await tx
    .selectFrom('interviews.seat')
    .select(seatColumns)
    .where('interview_id', '=', interviewId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : seatOf(row)
}
export async function findOwnSeat(
  tx: Tx,
  { interviewId, accountId }: { readonly interviewId: string; readonly accountId: string },
): Promise<OwnSeat | undefined> {
  return (await listOwnSeats(tx, accountId)).find((seat) => seat.interviewId === interviewId)
}
export async function setKinship(
  tx: Tx,
  seat: OwnSeat,
  { kinship, at }: { readonly kinship: 'none' | 'kin'; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('interviews.seat')
    .set({ kinship, ended_at: kinship === 'kin' ? at : null })
    .where('interview_id', '=', seat.interviewId)
    .where('account_id', '=', seat.accountId)
    .execute()
}
export async function finishSeat(tx: Tx, seat: OwnSeat, at: Date): Promise<void> {
  await tx
    .updateTable('interviews.seat')
    .set({ finished_at: at })
    .where('interview_id', '=', seat.interviewId)
    .where('account_id', '=', seat.accountId)
    .execute()
}

/** What goes with a seat on a list: file number, room and how far the conversation is. The caller has the seats themselves. */
export async function listSurroundings(tx: Tx, planId: string, seats: readonly OwnSeat[]) {
  if (seats.length === 0)
    return new Map<string, { fileNumber: string; caseId: string; roomTitle: string; roomAddress: string; state: InterviewState }>()
  const ids = seats.map(({ interviewId }) => interviewId)
  const { rows } = await beyondReach(tx, () =>
    sql<{ id: string; case_id: string; state: string; file_number: string; title: string; address: string }>`
      select interview.id, interview.case_id, interview.state, file.file_number, room.title, room.address
      from interviews.interview interview
      join enrolment."case" file on file.plan_id = interview.plan_id and file.id = interview.case_id
      join interviews.session session on session.plan_id = interview.plan_id and session.id = interview.session_id
      join interviews.room room on room.plan_id = session.plan_id and room.id = session.room_id
      where interview.plan_id = ${planId} and interview.id = any (${ids}::uuid[])`.execute(tx),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fileNumber: row.file_number,
        caseId: row.case_id,
        roomTitle: row.title,
        roomAddress: row.address,
        state: InterviewState.parse(row.state),
      },
    ]),
  )
}
/** The conversation a member sits at, locked: a panel moves a row it may only read. The caller has found the member's own seat. */
export async function lockForPanel(tx: Tx, planId: string, interviewId: string): Promise<Interview> {
  return beyondReach(tx, async () =>
    interviewOf(
      await tx
        .selectFrom('interviews.interview')
        .select(columns)
        .where('plan_id', '=', planId)
        .where('id', '=', interviewId)
        .forUpdate()
        .executeTakeFirstOrThrow(),
    ),
  )
}
export async function moveForPanel(
  tx: Tx,
  one: Interview,
  move: { readonly to: InterviewState; readonly at: Date; readonly set?: Changed },
): Promise<Interview> {
  return beyondReach(tx, () => writeMove(tx, one, move))
}
/** Who sits at a conversation now, in chairs. */
export async function listSeated(tx: Tx, { planId, id }: Pick<Interview, 'planId' | 'id'>) {
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('interviews.seat')
      .select(['account_id', 'organisation_id', 'chair', 'finished_at'])
      .where('plan_id', '=', planId)
      .where('interview_id', '=', id)
      .where('ended_at', 'is', null)
      // Whoever was barred after she was seated sees nothing any more and is not waited for.
      .where(sql<boolean>`not (account_id = any (barred))`)
      .orderBy('chair')
      .orderBy('account_id')
      .execute(),
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    organisationId: row.organisation_id,
    chair: row.chair,
    isFinished: row.finished_at !== null,
  }))
}
/**
 * Seats a panel with her for its days: whoever sat there before for another day gets the new days, whoever does not sit any more is ended. What a
 * member marked at an earlier try stays hers alone and may be changed.
 */
export async function seat(tx: Tx, one: Interview, members: readonly SeatedMember[], at: Date): Promise<Interview> {
  const { sessionId, startsAt, heldOn } = one
  if (sessionId === null || startsAt === null || heldOn === null) throw new Error('nobody is seated without a time')
  const scope = await readScope(tx, one)
  const { opensOn, closesOn } = daysOf(heldOn)
  return beyondReach(tx, async () => {
    await endSeats(tx, one, at)
    for (const member of members) {
      const fields = {
        session_id: sessionId,
        organisation_id: member.organisationId,
        chair: member.chair,
        starts_at: startsAt,
        held_on: heldOn,
        opens_on: opensOn,
        closes_on: closesOn,
        finished_at: null,
        ended_at: null,
      }
      await tx
        .insertInto('interviews.seat')
        .values({ ...scope, ...fields, interview_id: one.id, account_id: member.accountId })
        .onConflict((clash) => clash.columns(['plan_id', 'interview_id', 'account_id']).doUpdateSet(fields))
        .execute()
    }
    await moveDays(tx, one, { opensOn, closesOn })
    return interviewOf(
      await tx
        .updateTable('interviews.interview')
        .set({
          seated: members.map(({ accountId }) => accountId),
          seats: members.length,
          finished: 0,
          opens_on: opensOn,
          closes_on: closesOn,
        })
        .where('plan_id', '=', one.planId)
        .where('id', '=', one.id)
        .returning(columns)
        .executeTakeFirstOrThrow(),
    )
  })
}
async function moveDays(
  tx: Tx,
  one: Interview,
  { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string },
): Promise<void> {
  const days = sql`set opens_on = ${opensOn}, closes_on = ${closesOn} where plan_id = ${one.planId} and interview_id = ${one.id}`
  await sql`update interviews.mark ${days}`.execute(tx)
  await sql`update interviews.evidence ${days}`.execute(tx)
  await sql`update interviews.answer ${days}`.execute(tx)
}
/** Nobody sits there any more. */
export async function endSeats(tx: Tx, { planId, id }: Pick<Interview, 'planId' | 'id'>, at: Date): Promise<void> {
  await beyondReach(tx, () =>
    tx
      .updateTable('interviews.seat')
      .set({ ended_at: at, finished_at: null })
      .where('plan_id', '=', planId)
      .where('interview_id', '=', id)
      .where('ended_at', 'is', null)
      .execute(),
  )
}
/** One member leaves; the chairs close up, so that one still speaks. */
export async function closeUp(
  tx: Tx,
  one: Interview,
  members: readonly { readonly accountId: string; readonly chair: number | null }[],
): Promise<Interview> {
  return beyondReach(tx, async () => {
    for (const { accountId, chair } of members)
      await tx
        .updateTable('interviews.seat')
        .set({ chair })
        .where('plan_id', '=', one.planId)
        .where('interview_id', '=', one.id)
        .where('account_id', '=', accountId)
        .execute()
    return interviewOf(
      await tx
        .updateTable('interviews.interview')
        .set({ seated: members.map(({ accountId }) => accountId), seats: members.length })
        .where('plan_id', '=', one.planId)
        .where('id', '=', one.id)
        .returning(columns)
        .executeTakeFirstOrThrow(),
    )
  })
}
