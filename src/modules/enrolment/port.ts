import type { Actor } from '../../access/actor.ts'
import { beyondReach, type Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Call } from '../../platform/http.ts'
import { fileNumberOf } from '../../platform/ids.ts'
import { refuse, refuseIf } from '../../platform/refusal.ts'
import { openShares } from '../people/port.ts'
import { type Position, reasonsNotToMove } from './rules/case-moves.ts'
import { placeAfter } from './rules/queue.ts'
import { type Case, lockCase, type Move, writeMove } from './store/cases.ts'
import { count } from './store/counters.ts'
import { releasePlace } from './store/queue.ts'
import { takeBackTransfer } from './store/transfers.ts'

export {
  type GuideThere,
  giveFiles,
  isGuideThere,
  listGuidesThere,
  lockFiles,
  mayCarry,
  mostCarried,
  namesOfGuides,
  type Realm,
  requireRoom,
} from './port/carrying.ts'
/** How many files stand where, by county, as the reader may count them. */
export { readCounters as listPositionCounts } from './store/counters.ts'
export { type DeskStanding, listDesks } from './store/desks.ts'
export { countMoved } from './store/month.ts'
export { readPlaceCount } from './store/queue.ts'
/** Registered women and their support over time, for outcomes; over all counties and whoever asks. */
export { listRoads, listSupportStands, type Road, type SupportStand } from './store/roads.ts'
export { type FileScope, findFile, listOnTheRoad, type OnTheRoad, readScope } from './store/scope.ts'

/** What moving a case needs to know of the request. */
export interface Mover {
  readonly tx: Tx
  readonly house: House
  readonly actor: Actor
  readonly now: Date
}
/** Moves a case by the one table of moves. Refuses `enrolment.no-such-move`. The case must be locked by the caller, in this unit of work. */
export async function advance(
  { tx, house, actor, now }: Mover,
  from: Case,
  to: Position,
  more: Pick<Move, 'reason' | 'set'> = {},
): Promise<Case> {
  if (from.joinedTo !== null) refuse('enrolment.file-joined')
  refuseIf(reasonsNotToMove(from.position, to))
  const place = placeAfter(to)
  if (place !== 'kept' && from.holdsPlace) await releasePlace(tx, from, place)
  if (from.position === 'transferred') await takeBackTransfer(tx, from, now)
  return writeMove(tx, { moveId: house.newId(), case: from, to, at: now, accountId: actor.accountId, ...more })
}
/** A case the actor may see, locked, and named as what the request is about; «not found» otherwise. Refuses one that is joined to another. */
export async function getLockedCase({ tx, about }: Pick<Call<unknown>, 'tx' | 'about'>, caseId: string): Promise<Case> {
  const one = (await lockCase(tx, caseId)) ?? refuse('platform.not-found')
  about({ personId: one.personId, caseId: one.id, countyCode: one.countyCode })
  if (one.joinedTo !== null) refuse('enrolment.file-joined')
  return one
}
export interface NewCase {
  readonly id: string
  readonly personId: string
  readonly countyCode: string
  readonly organisationId: string
  readonly nationalIdIndex: Buffer | null
  readonly importId: string
  readonly rowNumber: number
}
/** Opens the cases of nominations with their file numbers, the agency's share of the position, and the counters. Bulk: one statement a table. */
export async function openCases(
  mover: Mover & { readonly planId: string; readonly today: string },
  made: readonly NewCase[],
): Promise<void> {
  if (made.length === 0) return
  const { tx, planId } = mover
  await beyondReach(tx, () => insertOpened(mover, made))
  const perCounty = new Map<string, number>()
  for (const { countyCode } of made) perCounty.set(countyCode, (perCounty.get(countyCode) ?? 0) + 1)
  await count(
    tx,
    planId,
    [...perCounty].map(([countyCode, by]) => ({ countyCode, position: 'nominated', by })),
  )
}

/**
 * File numbers nobody has: eight random digits meet an old number soon (with 20,000 files, more likely than not), so those that exist are drawn
 * again. Two who draw the same at once are settled by the unique number: one of the units of work is repeated.
 */
async function drawFileNumbers(
  tx: Tx,
  { house, planId }: { readonly house: House; readonly planId: string },
  count: number,
): Promise<readonly string[]> {
  const drawn = new Set<string>()
  while (drawn.size < count) {
    const fresh = new Set(Array.from({ length: count - drawn.size }, () => fileNumberOf(house.randomBytes)))
    const taken = await tx
      .selectFrom('enrolment.case')
      .select('file_number')
      .where('plan_id', '=', planId)
      .where('file_number', 'in', [...fresh])
      .execute()
    for (const { file_number: number } of taken) fresh.delete(number)
    for (const number of fresh) drawn.add(number)
  }
  return [...drawn]
}
async function insertOpened(
  { tx, house, now, planId, today, actor }: Mover & { readonly planId: string; readonly today: string },
  made: readonly NewCase[],
): Promise<void> {
  const scope = ({ personId, countyCode, organisationId }: NewCase) => ({
    plan_id: planId,
    person_id: personId,
    county_code: countyCode,
    shared_with: [organisationId],
  })
  const numbers = await drawFileNumbers(tx, { house, planId }, made.length)
  const cases = made.map((one, index) => ({
    ...scope(one),
    id: one.id,
    file_number: numbers[index] ?? '',
    position: 'nominated',
    entered_on: today,
    since: now,
    nominated_by: one.organisationId,
  }))
  await tx.insertInto('enrolment.case').values(cases).execute()
  const nominations = made.map((one) => ({
    ...scope(one),
    id: house.newId(),
    organisation_id: one.organisationId,
    case_id: one.id,
    import_id: one.importId,
    row_number: one.rowNumber,
    national_id_index: one.nationalIdIndex,
    nominated_at: now,
  }))
  await tx.insertInto('enrolment.nomination').values(nominations).execute()
  const moves = made.map((one) => ({
    plan_id: planId,
    id: house.newId(),
    case_id: one.id,
    person_id: one.personId,
    county_code: one.countyCode,
    to_position: 'nominated',
    moved_at: now,
    account_id: actor.accountId,
  }))
  await tx.insertInto('enrolment.case_move').values(moves).execute()
  await openShares(
    tx,
    { planId, fieldGroup: 'nomination', openedAt: now },
    made.map(({ personId, organisationId }) => ({ personId, organisationId })),
  )
}
