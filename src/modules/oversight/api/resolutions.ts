import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { namesOf } from '../../partners/port.ts'
import { parameterOn } from '../../plan/port.ts'
import { findObstacle } from '../../reforms/port.ts'
import * as contract from '../contract/resolutions.ts'
import { listOverdueByAgency } from '../port.ts'
import { meetingStatusOf, reasonsNotToAdopt, reasonsNotToDraft } from '../rules/meetings.ts'
import {
  isReadBy,
  isResolutionOverdue,
  reasonsNotToBlock,
  reasonsNotToExtend,
  reasonsNotToMoveResolution,
  reasonsNotToSupersede,
} from '../rules/resolutions.ts'
import { findMeeting, findMeetingTitle, lockMeeting } from '../store/meetings.ts'
import * as store from '../store/resolutions.ts'
import { resolutionLetter } from './papers.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today' | 'actor'>
/** Resolutions with the names of their agencies, and whether their day has passed. */
export async function shownResolutions(
  { tx, today, actor }: Reader,
  found: readonly store.StoredResolution[],
): Promise<contract.Resolution[]> {
  const stored = found.filter((one) => isReadBy(actor.role, one))
  const names = await namesOf(
    tx,
    stored.map(({ organisationId }) => organisationId),
  )
  return stored.map(({ planId: _planId, sharedWith: _sharedWith, ...rest }) => ({
    ...rest,
    agencyName: names.get(rest.organisationId) ?? '',
    isOverdue: isResolutionOverdue(rest, today),
  }))
}
async function wholeResolution(call: Reader, id: string): Promise<contract.ResolutionWhole> {
  const stored = (await store.findResolution(call.tx, id)) ?? refuse('platform.not-found')
  const [shown] = await shownResolutions(call, [stored])
  const meeting = await findMeeting(call.tx, stored.meetingId)
  return {
    ...(shown ?? refuse('platform.not-found')),
    meetingTitle: meeting?.title ?? (await findMeetingTitle(call.tx, stored)),
    mayReadMeeting: meeting !== undefined,
    obstacleTitle: stored.blockedBy === null ? null : ((await findObstacle(call.tx, stored.blockedBy))?.title ?? null),
    moves: await store.listMoves(call.tx, id),
  }
}
type Moving = Call<{ readonly id: string; readonly version: number; readonly moveId: string }>
async function locked({ input, tx }: Moving): Promise<store.StoredResolution> {
  const stored = (await store.lockResolution(tx, input.id)) ?? refuse('platform.not-found')
  if (stored.version !== input.version) refuse('platform.version-stale')
  return stored
}
type More = Omit<store.ResolutionMove, 'moveId' | 'act' | 'today' | 'now' | 'accountId'>
/** Keeps one act; whether it may be done was asked before. */
async function keep(call: Moving, from: store.StoredResolution, act: store.ResolutionMove['act'], more: More = {}) {
  const { tx, input, today, now, actor, note } = call
  await store.moveResolution(tx, from, { moveId: input.moveId, act, today, now, accountId: actor.accountId, ...more })
  note({ act })
  return wholeResolution(call, from.id)
}
type State = store.StoredResolution['state']
async function move(call: Moving, to: Exclude<State, 'draft'>, more: More = {}): Promise<contract.ResolutionWhole> {
  const from = await locked(call)
  refuseIf(reasonsNotToMoveResolution(from, to))
  return keep(call, from, to, more)
}

export const resolutionsApi: readonly Handled[] = [
  handle(contract.listResolutions, async (call) => {
    const { input, tx } = call
    const rows = await store.listResolutions(tx, { ...input, withDrafts: isReadBy(call.actor.role, { state: 'draft' }) })
    const resolutions = await shownResolutions(call, rows.slice(0, input.limit))
    return { resolutions, next: rows.length > input.limit ? (resolutions.at(-1)?.id ?? null) : null }
  }),
  handle(contract.listOverdue, async ({ input, tx, today }) => ({
    agencies: [...(await listOverdueByAgency(tx, { day: today, countyCode: input.countyCode }))],
  })),
  handle(contract.readResolution, (call) => wholeResolution(call, call.input.id)),
  handle(contract.draftResolution, async (call) => {
    const { input, tx, today } = call
    const meeting = (await lockMeeting(tx, input.id)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToDraft({ ...meeting, status: meetingStatusOf(meeting) }, input, today))
    if ((await namesOf(tx, [input.organisationId])).size === 0) refuse('oversight.member-unknown')
    await store.insertResolution(tx, meeting, { ...input, today })
    return wholeResolution(call, input.resolutionId)
  }),
  handle(contract.adoptResolution, async (call) => {
    const { input, tx } = call
    const from = await locked(call)
    const meeting = (await findMeeting(tx, from.meetingId)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToMoveResolution(from, 'adopted'))
    refuseIf(reasonsNotToAdopt({ ...meeting, status: meetingStatusOf(meeting) }, input.votesFor))
    return keep(call, from, 'adopted', { votesFor: input.votesFor })
  }),
  handle(contract.notifyResolution, async (call) => {
    const { input, tx, today } = call
    const { letterNumber, letterDate } = input
    const from = await locked(call)
    refuseIf(reasonsNotToMoveResolution(from, 'notified'))
    if (letterDate > today) refuse('oversight.letter-ahead')
    const { value: days } = await parameterOn(tx, 'resolution-acknowledging', { day: today, countyCode: from.countyCode })
    return keep(call, from, 'notified', { letter: { letterNumber, letterDate }, acknowledgeBy: addDays(today, days) })
  }),
  handle(contract.acknowledgeResolution, (call) => move(call, 'acknowledged')),
  handle(contract.startResolution, (call) => move(call, 'in-progress')),
  handle(contract.reportResolution, (call) => move(call, 'reported', { note: call.input.report })),
  handle(contract.confirmResolution, (call) => move(call, 'confirmed')),
  handle(contract.returnReport, (call) => move(call, 'returned', { note: call.input.reason })),
  handle(contract.extendResolution, async (call) => {
    const { letterNumber, letterDate, dueOn, reason } = call.input
    const from = await locked(call)
    refuseIf(reasonsNotToExtend(from, dueOn))
    if (letterDate > call.today) refuse('oversight.letter-ahead')
    return keep(call, from, 'extended', { note: reason, dueOn, letter: { letterNumber, letterDate } })
  }),
  handle(contract.blockResolution, async (call) => {
    const { obstacleId } = call.input
    const from = await locked(call)
    refuseIf(reasonsNotToBlock(from))
    if (obstacleId === null) return keep(call, from, 'unblocked', { blockedBy: null })
    const obstacle = (await findObstacle(call.tx, obstacleId)) ?? refuse('oversight.obstacle-unknown')
    return keep(call, from, 'blocked', { blockedBy: obstacle.id })
  }),
  handle(contract.supersedeResolution, async (call) => {
    const from = await locked(call)
    const by = (await store.findResolution(call.tx, call.input.byId)) ?? refuse('platform.not-found')
    refuseIf(reasonsNotToSupersede(from, by))
    return keep(call, from, 'superseded', { supersededBy: by.id })
  }),
  handle(contract.downloadResolutionLetter, async (call) => {
    const resolution = await wholeResolution(call, call.input.id)
    const { letterNumber, letterDate } = resolution
    if (letterNumber === null || letterDate === null) return refuse('oversight.not-notified-yet')
    const bytes = await typeset(await resolutionLetter(call, { ...resolution, letterNumber, letterDate }))
    return { fileName: 'resolution.pdf', mediaType: 'application/pdf', bytes }
  }),
]
