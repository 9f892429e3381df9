import type { z } from 'zod'
import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { typeset } from '../../../platform/typeset/typeset.ts'
import { namesOf } from '../../partners/port.ts'
import { parameterOn } from '../../plan/port.ts'
import * as contract from '../contract/meetings.ts'
import { hasQuorum, meetingStatusOf, presentOf, reasonsNotToAttend, reasonsNotToCall } from '../rules/meetings.ts'
import * as ideas from '../store/ideas.ts'
import * as store from '../store/meetings.ts'
import { listOfMeeting, moveResolution } from '../store/resolutions.ts'
import { minutesPaper } from './papers.ts'
import { shownResolutions } from './resolutions.ts'

type Reader = Pick<Call<unknown>, 'tx' | 'today' | 'actor'>
function shownMeeting(stored: store.StoredMeeting): contract.Meeting {
  const { planId: _planId, sharedWith: _sharedWith, attendedOn: _attendedOn, minutes: _minutes, agenda, ...rest } = stored
  const { present, quorum, members } = stored
  return {
    ...rest,
    agenda: [...agenda],
    status: meetingStatusOf(stored),
    hasQuorum: present === null || quorum === null ? null : hasQuorum(present, members, quorum),
  }
}
/** The meeting with its members, what was said or resolved, and its minutes. */
async function wholeMeeting(call: Reader, id: string): Promise<contract.MeetingWhole> {
  const { tx } = call
  const stored = (await store.findMeeting(tx, id)) ?? refuse('platform.not-found')
  const seats = await store.listSeats(tx, id)
  const said = await ideas.listIdeas(tx, id)
  const names = await namesOf(
    tx,
    [...seats, ...said].map(({ organisationId }) => organisationId),
  )
  return {
    ...shownMeeting(stored),
    minutes: stored.minutes,
    seats: seats.map((seat) => ({ ...seat, organisationName: names.get(seat.organisationId) ?? '' })),
    ideas: said.map((idea) => ({ ...idea, ownerName: names.get(idea.organisationId) ?? '' })),
    resolutions: await shownResolutions(call, await listOfMeeting(tx, id)),
  }
}
type Calling = Call<z.output<typeof contract.callProvinceMeeting.input>>
async function callMeeting(call: Calling, countyCode: string | null): Promise<contract.MeetingWhole> {
  const { input, tx, actor, today } = call
  const { value: days } = await parameterOn(tx, 'agenda-ahead', { day: today, countyCode })
  refuseIf(reasonsNotToCall(input, { today, earliest: addDays(today, days) }))
  const sitting = new Set(input.members.map(({ organisationId }) => organisationId))
  if ((await namesOf(tx, [...sitting])).size < sitting.size) refuse('oversight.member-unknown')
  await store.insertMeeting(tx, { ...input, countyCode, planId: actor.planId, accountId: actor.accountId, today })
  return wholeMeeting(call, input.id)
}
async function locked({ input, tx }: Call<{ readonly id: string; readonly version: number }>): Promise<store.StoredMeeting> {
  const stored = (await store.lockMeeting(tx, input.id)) ?? refuse('platform.not-found')
  if (stored.version !== input.version) refuse('platform.version-stale')
  return stored
}

export const meetingsApi: readonly Handled[] = [
  handle(contract.listMeetings, async ({ input, tx }) => {
    const rows = await store.listMeetings(tx, input)
    const meetings = rows.slice(0, input.limit).map(shownMeeting)
    return { meetings, next: rows.length > input.limit ? (meetings.at(-1)?.id ?? null) : null }
  }),
  handle(contract.readMeeting, (call) => wholeMeeting(call, call.input.id)),
  handle(contract.callMeeting, (call) => {
    const { countyCode } = call.input
    if (!call.actor.counties.includes(countyCode)) refuse('oversight.not-own-county')
    return callMeeting(call, countyCode)
  }),
  handle(contract.callProvinceMeeting, (call) => callMeeting(call, null)),
  handle(contract.takeAttendance, async (call) => {
    const { input, tx, today } = call
    const meeting = await locked(call)
    const seats = new Map(input.seats.map(({ id, attendance }) => [id, attendance]))
    const isWhole = (await store.listSeats(tx, meeting.id)).every(({ id }) => seats.has(id)) && seats.size === meeting.members
    refuseIf(reasonsNotToAttend({ status: meetingStatusOf(meeting), meetsOn: meeting.meetsOn }, { today, isWhole }))
    const quorum =
      meeting.kind === 'deciding'
        ? (await parameterOn(tx, 'meeting-quorum', { day: meeting.meetsOn, countyCode: meeting.countyCode })).value
        : null
    await store.keepAttendance(tx, meeting, { seats: input.seats, present: presentOf([...seats.values()]), quorum, today })
    return wholeMeeting(call, meeting.id)
  }),
  handle(contract.addIdea, async (call) => {
    const { input, tx } = call
    const meeting = (await store.lockMeeting(tx, input.id)) ?? refuse('platform.not-found')
    if (meeting.kind !== 'consultative') refuse('oversight.not-a-consultative-meeting')
    if (meetingStatusOf(meeting) === 'signed') refuse('oversight.minutes-signed')
    if ((await namesOf(tx, [input.organisationId])).size === 0) refuse('oversight.member-unknown')
    await ideas.insertIdea(tx, meeting, input)
    return wholeMeeting(call, meeting.id)
  }),
  handle(contract.answerIdea, async ({ input, tx, today }) => {
    const idea = (await ideas.lockIdea(tx, input.id)) ?? refuse('platform.not-found')
    if (idea.version !== input.version) refuse('platform.version-stale')
    if (idea.answer !== null) refuse('oversight.idea-answered')
    await ideas.keepIdeaAnswer(tx, idea, input.answer, today)
    const names = await namesOf(tx, [idea.organisationId])
    const answered = (await ideas.findIdea(tx, idea.id)) ?? refuse('platform.not-found')
    return { ...answered, ownerName: names.get(idea.organisationId) ?? '' }
  }),
  handle(contract.signMinutes, async (call) => {
    const { input, tx, today, now, actor, house } = call
    const meeting = await locked(call)
    const status = meetingStatusOf(meeting)
    if (status === 'signed') refuse('oversight.minutes-signed')
    if (status === 'called') refuse('oversight.not-held-yet')
    if (input.letterDate > today) refuse('oversight.letter-ahead')
    await store.keepMinutes(tx, meeting, input)
    const { letterNumber, letterDate } = input
    const by = { letter: { letterNumber, letterDate }, today, now, accountId: actor.accountId }
    for (const one of await listOfMeeting(tx, meeting.id))
      if (one.state === 'adopted') await moveResolution(tx, one, { moveId: house.newId(), act: 'signed', ...by })
    return wholeMeeting(call, meeting.id)
  }),
  handle(contract.downloadMinutes, async (call) => {
    const bytes = await typeset(await minutesPaper(call, await wholeMeeting(call, call.input.id)))
    return { fileName: 'minutes.pdf', mediaType: 'application/pdf', bytes }
  }),
]
