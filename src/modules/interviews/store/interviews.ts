import { sql, type Tx } from '../../../platform/db.ts'
import { SupportBodies } from '../contract/interviews.ts'
import { InterviewState } from '../contract/sessions.ts'

export interface Interview {
  readonly id: string
  readonly planId: string
  readonly personId: string
  readonly countyCode: string
  readonly barred: readonly string[]
  readonly assigned: readonly string[]
  readonly caseId: string
  readonly round: number
  readonly firstId: string | null
  readonly state: InterviewState
  readonly since: Date
  readonly sessionId: string | null
  readonly slotId: string | null
  readonly instrumentCode: string | null
  readonly startsAt: Date | null
  readonly heldOn: string | null
  readonly closesOn: string | null
  readonly seated: readonly string[]
  readonly supportBodies: SupportBodies
  readonly seats: number
  readonly finished: number
  readonly tellBy: string | null
  readonly toldOn: string | null
  readonly version: number
}
export const columns = [
  'id',
  'plan_id',
  'person_id',
  'county_code',
  'barred',
  'assigned',
  'case_id',
  'round',
  'first_id',
  'state',
  'since',
  'session_id',
  'slot_id',
  'instrument_code',
  'starts_at',
  'held_on',
  'closes_on',
  'seated',
  'support_bodies',
  'seats',
  'finished',
  'tell_by',
  'told_on',
  'version',
] as const
interface Row {
  readonly id: string
  readonly plan_id: string
  readonly person_id: string
  readonly county_code: string
  readonly barred: string[]
  readonly assigned: string[]
  readonly case_id: string
  readonly round: number
  readonly first_id: string | null
  readonly state: string
  readonly since: Date
  readonly session_id: string | null
  readonly slot_id: string | null
  readonly instrument_code: string | null
  readonly starts_at: Date | null
  readonly held_on: string | null
  readonly closes_on: string | null
  readonly seated: string[]
  readonly support_bodies: string
  readonly seats: number
  readonly finished: number
  readonly tell_by: string | null
  readonly told_on: string | null
  readonly version: number
}
export function interviewOf(row: Row): Interview {
  return {
    id: row.id,
    planId: row.plan_id,
    personId: row.person_id,
    countyCode: row.county_code,
    barred: row.barred,
    assigned: row.assigned,
    caseId: row.case_id,
    round: row.round,
    firstId: row.first_id,
    state: InterviewState.parse(row.state),
    since: row.since,
    sessionId: row.session_id,
    slotId: row.slot_id,
    instrumentCode: row.instrument_code,
    startsAt: row.starts_at,
    heldOn: row.held_on,
    closesOn: row.closes_on,
    seated: row.seated,
    supportBodies: SupportBodies.parse(row.support_bodies),
    seats: row.seats,
    finished: row.finished,
    tellBy: row.tell_by,
    toldOn: row.told_on,
    version: row.version,
  }
}
/** The pseudonymous line of a conversation. */
export function lineOf(one: Interview) {
  return {
    id: one.id,
    caseId: one.caseId,
    countyCode: one.countyCode,
    round: one.round,
    state: one.state,
    sessionId: one.sessionId,
    startsAt: one.startsAt?.toISOString() ?? null,
    heldOn: one.heldOn,
    supportBodies: one.supportBodies,
    seats: one.seats,
    finished: one.finished,
    tellBy: one.tellBy,
    toldOn: one.toldOn,
    version: one.version,
  }
}
export async function findInterview(tx: Tx, id: string): Promise<Interview | undefined> {
  const row = await tx.selectFrom('interviews.interview').select(columns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : interviewOf(row)
}
export async function lockInterview(tx: Tx, id: string): Promise<Interview | undefined> {
  const row = await tx.selectFrom('interviews.interview').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : interviewOf(row)
}
/** Conversations of a case, the last one first. */
export async function listOfCase(tx: Tx, caseId: string): Promise<readonly Interview[]> {
  const rows = await tx
    .selectFrom('interviews.interview')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(interviewOf)
}
/** The conversation of a case that is not settled yet, locked: there is one at most. */
export async function lockOpenOfCase(tx: Tx, caseId: string): Promise<Interview | undefined> {
  const row = await tx
    .selectFrom('interviews.interview')
    .select(columns)
    .where('case_id', '=', caseId)
    .where('state', 'not in', ['told', 'cancelled'])
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : interviewOf(row)
}
export async function listOfSession(tx: Tx, sessionId: string): Promise<readonly Interview[]> {
  const rows = await tx
    .selectFrom('interviews.interview')
    .select(columns)
    .where('session_id', '=', sessionId)
    .orderBy('starts_at')
    .forUpdate()
    .execute()
  return rows.map(interviewOf)
}
export interface Scope {
  readonly plan_id: string
  readonly person_id: string
  readonly county_code: string
  readonly barred: string[]
  readonly assigned: string[]
}
export async function insertInterview(
  tx: Tx,
  scope: Scope,
  made: {
    readonly id: string
    readonly caseId: string
    readonly at: Date
    readonly second: { readonly firstId: string; readonly reason: string } | null
  },
): Promise<Interview> {
  const row = await tx
    .insertInto('interviews.interview')
    .values({
      ...scope,
      id: made.id,
      case_id: made.caseId,
      round: made.second === null ? 1 : 2,
      first_id: made.second?.firstId ?? null,
      second_reason: made.second?.reason ?? null,
      state: 'to-plan',
      since: made.at,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return interviewOf(row)
}
/** What changes beside the state. */
export interface Changed {
  readonly session_id?: string | null
  readonly slot_id?: string | null
  readonly starts_at?: Date | null
  readonly held_on?: string | null
  readonly opens_on?: string | null
  readonly closes_on?: string | null
  readonly instrument_code?: string
  readonly seated?: string[]
  readonly support_bodies?: SupportBodies
  readonly seats?: number
  readonly finished?: number
  readonly tell_by?: string | null
  readonly told_on?: string | null
}
/** Writes a move that the table of moves allows. The row is locked by the caller. */
export async function writeMove(
  tx: Tx,
  one: Interview,
  { to, at, set = {} }: { readonly to: InterviewState; readonly at: Date; readonly set?: Changed },
): Promise<Interview> {
  const row = await tx
    .updateTable('interviews.interview')
    .set({ ...set, state: to, since: at, version: sql<number>`version + 1` })
    .where('plan_id', '=', one.planId)
    .where('id', '=', one.id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return interviewOf(row)
}
/** No time, no seats: as before anybody was called. */
export const withoutSlot = (): Changed => ({
  session_id: null,
  slot_id: null,
  starts_at: null,
  held_on: null,
  opens_on: null,
  closes_on: null,
  seated: [],
  support_bodies: 'unasked',
  seats: 0,
  finished: 0,
})
