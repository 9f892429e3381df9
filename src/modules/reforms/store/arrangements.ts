import type { Tx } from '../../../platform/db.ts'
import { type Arrangement, ArrangementState, type ArrangementMove as Moved } from '../contract/arrangements.ts'
import { daysLeftOn, isInForceOn, standingOn } from '../rules/arrangements.ts'
import type { Writing } from './obstacles.ts'

export type StoredArrangement = Omit<Arrangement, 'isInForce' | 'daysLeft'>
interface Row {
  readonly id: string
  readonly obstacle_id: string
  readonly says: string
  readonly limits: string
  readonly authority: string
  readonly starts_on: string | null
  readonly expires_on: string | null
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly state: string
  readonly state_since: string
  readonly version: number
}
function arrangementOf(row: Row): StoredArrangement {
  return {
    id: row.id,
    obstacleId: row.obstacle_id,
    says: row.says,
    limits: row.limits,
    authority: row.authority,
    startsOn: row.starts_on,
    expiresOn: row.expires_on,
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    state: ArrangementState.parse(row.state),
    stateSince: row.state_since,
    version: row.version,
  }
}
/** As it stands on a day. */
export function shownArrangement(kept: StoredArrangement, today: string): Arrangement {
  return { ...kept, state: standingOn(kept, today), isInForce: isInForceOn(kept, today), daysLeft: daysLeftOn(kept, today) }
}
export async function listArrangements(tx: Tx, obstacleIds: readonly string[]): Promise<readonly StoredArrangement[]> {
  if (obstacleIds.length === 0) return []
  const rows = await tx
    .selectFrom('reforms.arrangement')
    .selectAll()
    .where('obstacle_id', 'in', [...obstacleIds])
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
  return rows.map(arrangementOf)
}
export async function findArrangement(tx: Tx, id: string): Promise<StoredArrangement | undefined> {
  const row = await tx.selectFrom('reforms.arrangement').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : arrangementOf(row)
}
export async function lockArrangement(tx: Tx, id: string): Promise<StoredArrangement | undefined> {
  const row = await tx.selectFrom('reforms.arrangement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : arrangementOf(row)
}
export async function listMovesOf(tx: Tx, arrangementIds: readonly string[]): Promise<readonly Moved[]> {
  if (arrangementIds.length === 0) return []
  const rows = await tx
    .selectFrom('reforms.arrangement_move')
    .select(['arrangement_id', 'to_state', 'reason', 'expires_on', 'letter_number', 'moved_at'])
    .where('arrangement_id', 'in', [...arrangementIds])
    .orderBy('moved_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    arrangementId: row.arrangement_id,
    to: ArrangementState.parse(row.to_state),
    reason: row.reason,
    expiresOn: row.expires_on,
    letterNumber: row.letter_number,
    at: row.moved_at.toISOString(),
  }))
}
/** Arrangements whose last day is past and whose end nobody has written down yet, locked. */
export async function lockPast(tx: Tx, today: string, limit: number): Promise<readonly StoredArrangement[]> {
  const rows = await tx
    .selectFrom('reforms.arrangement')
    .selectAll()
    .where('state', 'in', ['authorised', 'in-force', 'extended'])
    .where('expires_on', '<', today)
    .orderBy('expires_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(arrangementOf)
}
export async function insertArrangement(
  tx: Tx,
  { planId, accountId, at, today, moveId }: Writing,
  made: Pick<Arrangement, 'id' | 'obstacleId' | 'says' | 'limits' | 'authority'>,
): Promise<void> {
  const { id, obstacleId, ...rest } = made
  await tx
    .insertInto('reforms.arrangement')
    .values({ ...rest, plan_id: planId, id, obstacle_id: obstacleId, state_since: today })
    .execute()
  const move = { plan_id: planId, id: moveId, arrangement_id: id, to_state: 'proposed', account_id: accountId, moved_at: at }
  await tx.insertInto('reforms.arrangement_move').values(move).execute()
}
export interface ArrangementMove {
  readonly to: ArrangementState
  readonly reason?: string
  readonly startsOn?: string
  readonly expiresOn?: string
  readonly letterNumber?: string
  readonly letterDate?: string
}
/** Moves it as it was locked, and writes down by which letter, until when and why. */
export async function moveArrangement(
  tx: Tx,
  { planId, accountId, at, today, moveId }: Writing,
  from: Pick<StoredArrangement, 'id' | 'state'>,
  { to, reason, startsOn, expiresOn, letterNumber, letterDate }: ArrangementMove,
): Promise<void> {
  const letter = letterNumber === undefined ? {} : { letter_number: letterNumber, letter_date: letterDate }
  await tx
    .updateTable('reforms.arrangement')
    .set((set) => ({
      state: to,
      state_since: today,
      version: set('version', '+', 1),
      ...letter,
      ...(startsOn === undefined ? {} : { starts_on: startsOn }),
      ...(expiresOn === undefined ? {} : { expires_on: expiresOn }),
    }))
    .where('plan_id', '=', planId)
    .where('id', '=', from.id)
    .execute()
  const move = { plan_id: planId, id: moveId, arrangement_id: from.id, from_state: from.state, to_state: to }
  const why = { reason: reason ?? null, expires_on: expiresOn ?? null, ...letter }
  await tx
    .insertInto('reforms.arrangement_move')
    .values({ ...move, ...why, account_id: accountId, moved_at: at })
    .execute()
}
