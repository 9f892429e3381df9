import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { findField } from '../../occupations/port.ts'
import { lendToSeats, type Seated } from '../../people/port.ts'
import type { Instrument } from '../contract/instrument.ts'
import * as contract from '../contract/seats.ts'
import { reasonsNotToMove } from '../rules/interview-moves.ts'
import { itemsFor } from '../rules/marks.ts'
import { reasonsNotToSit, seatsFor } from '../rules/panel.ts'
import { insertStopNote } from '../store/agreed.ts'
import { findInstrument, listItems } from '../store/instrument.ts'
import * as interviews from '../store/interviews.ts'
import * as marks from '../store/marks.ts'
import { placeOf } from '../store/results.ts'
import * as store from '../store/seats.ts'
import { listPanels, partOf } from '../store/sessions.ts'
import { say } from './speech.ts'

type Asking = Pick<Call<{ readonly id: string }>, 'tx' | 'actor' | 'house' | 'input' | 'about'>
/** One's own seat that is open today, locked, with the conversation; «not found» for everyone else, on every other day. */
export async function seatedAt(call: Asking): Promise<Sitting> {
  const { tx, actor, input } = call
  const seat = (await store.lockOwnSeat(tx, { interviewId: input.id, accountId: actor.accountId })) ?? refuse('platform.not-found')
  return told(call, { seat, one: await store.lockForPanel(tx, actor.planId, seat.interviewId) })
}
/** The same for reading, without holding anybody up. */
export async function readingAt(call: Asking): Promise<Sitting> {
  const { tx, actor, input } = call
  const seat = (await store.findOwnSeat(tx, { interviewId: input.id, accountId: actor.accountId })) ?? refuse('platform.not-found')
  if (seat.kinship === null) refuse('interviews.kinship-unsaid')
  return told(call, { seat, one: (await interviews.findInterview(tx, seat.interviewId)) ?? refuse('platform.not-found') })
}
export interface Sitting {
  readonly seat: store.OwnSeat
  readonly one: interviews.Interview
}
function told({ about }: Asking, sitting: Sitting): Sitting {
  const { seat, one } = sitting
  about({ personId: seat.personId, caseId: one.caseId, countyCode: one.countyCode })
  return sitting
}
/** What is lent of her to a seat, and the key to seal what is said; asked for where it is needed, because most taps need none of it. */
export async function herOf({ tx, actor, house }: Pick<Asking, 'tx' | 'actor' | 'house'>, { personId }: store.OwnSeat): Promise<Seated> {
  return (await lendToSeats(tx, { house, planId: actor.planId, personIds: [personId] })).get(personId) ?? refuse('platform.not-found')
}
/** The same, for whoever has said that she is not kin. */
export async function sittingAt(call: Asking): Promise<Sitting> {
  const found = await seatedAt(call)
  if (found.seat.kinship === null) refuse('interviews.kinship-unsaid')
  return found
}
export async function instrumentOf({ tx }: Pick<Asking, 'tx'>, one: interviews.Interview): Promise<Instrument> {
  return (await findInstrument(tx, one.instrumentCode ?? '')) ?? refuse('platform.not-found')
}
/** Marks may be set while the conversation is held; whoever reads the sample may write as soon as she has accepted. */
export function refuseUnlessMarking(one: interviews.Interview, seat: store.OwnSeat): void {
  if (seat.isFinished) refuse('interviews.already-finished')
  if (one.state !== 'held' && !(one.state === 'accepted' && seat.chair === null)) refuse('interviews.not-begun')
}
export async function shownSeats(
  { tx, actor, house }: Pick<Asking, 'tx' | 'actor' | 'house'>,
  seats: readonly store.OwnSeat[],
): Promise<contract.Seat[]> {
  const around = await store.listSurroundings(tx, actor.planId, seats)
  const lent = await lendToSeats(tx, { house, planId: actor.planId, personIds: seats.map(({ personId }) => personId) })
  return seats.flatMap((seat) => {
    const [place, her] = [around.get(seat.interviewId), lent.get(seat.personId)]
    if (place === undefined || her === undefined) return []
    return [
      {
        interviewId: seat.interviewId,
        fileNumber: place.fileNumber,
        givenName: her.givenName,
        startsAt: seat.startsAt.toISOString(),
        heldOn: seat.heldOn,
        closesOn: seat.closesOn,
        roomTitle: place.roomTitle,
        roomAddress: place.roomAddress,
        part: partOf(seat.chair),
        kinship: seat.kinship,
        isFinished: seat.isFinished,
        state: place.state,
      },
    ]
  })
}

export const seatsApi: readonly Handled[] = [
  handle(contract.listSeats, async (call) => ({
    doorSign: say('door-sign', call.language),
    seats: await shownSeats(call, await store.listOwnSeats(call.tx, call.actor.accountId)),
  })),
  handle(contract.declareKinship, async (call) => {
    const { input, tx, now, note } = call
    const { seat, one } = await seatedAt(call)
    if (seat.kinship !== null) refuse('interviews.kinship-said')
    if (seat.isFinished) refuse('interviews.already-finished')
    note({ kinship: input.kinship })
    await store.setKinship(tx, seat, { kinship: input.kinship, at: now })
    if (input.kinship === 'none') return { id: one.id, isLeft: false, isToPlan: false }
    return { id: one.id, isLeft: true, isToPlan: await sitWithout(call, one, seat) }
  }),
  handle(contract.readSeat, async (call) => {
    const { tx, actor } = call
    const { seat, one } = await readingAt(call)
    const her = await herOf(call, seat)
    const instrument = await instrumentOf(call, one)
    const [shown] = await shownSeats(call, [seat])
    const answer = await marks.findOwnAnswer(tx, seat)
    const sealedAt = (of: string) => placeOf('evidence', { planId: actor.planId, interviewId: one.id, of: `${seat.accountId}/${of}` })
    return {
      seat: shown ?? refuse('platform.not-found'),
      householdSize: her.householdSize,
      careHours: her.careHours,
      settlement: her.settlement,
      isGroundVerified: her.isGroundVerified,
      instrument,
      items: itemsFor(instrument.items, { isInRoom: seat.chair !== null }).map(({ code }) => code),
      marks: (await marks.listOwnMarks(tx, seat)).map(({ itemCode, degree, evidence }) => ({
        itemCode,
        degree,
        evidence:
          evidence === null
            ? null
            : { kind: evidence.kind, words: unseal(her.key, sealedAt(itemCode), evidence.sealedWords).toString('utf8') },
      })),
      answer:
        answer === undefined
          ? null
          : {
              fieldCode: answer.fieldCode,
              needs: answer.needs,
              wish:
                answer.sealedWish === null ? null : unseal(her.key, wishPlace(actor.planId, one.id), answer.sealedWish).toString('utf8'),
            },
      seats: one.seats,
      finished: one.finished,
    }
  }),
  handle(contract.begin, async (call) => {
    const { tx, now, today } = call
    const { seat, one } = await sittingAt(call)
    if (seat.chair === null) refuse('interviews.not-in-room')
    if (seat.heldOn > today) refuse('interviews.day-not-come')
    if (one.state === 'held') return { id: one.id, state: one.state }
    refuseIf(reasonsNotToMove(one.state, 'held'))
    return { id: one.id, state: (await store.moveForPanel(tx, one, { to: 'held', at: now })).state }
  }),
  handle(contract.setMark, async (call) => {
    const { input, tx, actor, now } = call
    const { seat, one } = await sittingAt(call)
    refuseUnlessMarking(one, seat)
    const items = itemsFor(await listItems(tx, one.instrumentCode ?? ''), { isInRoom: seat.chair !== null })
    if (!items.some(({ code }) => code === input.itemCode)) refuse('interviews.not-your-item')
    const place = placeOf('evidence', { planId: actor.planId, interviewId: one.id, of: `${seat.accountId}/${input.itemCode}` })
    const evidence =
      input.evidence === null
        ? null
        : { kind: input.evidence.kind, sealedWords: seal((await herOf(call, seat)).key, place, input.evidence.words) }
    await marks.putMark(
      tx,
      { one, seat, instrumentCode: one.instrumentCode ?? '' },
      { itemCode: input.itemCode, degree: input.degree, evidence, at: now },
    )
    const marked = (await marks.listMarkedCodes(tx, seat)).filter((itemCode) => items.some(({ code }) => code === itemCode))
    return { itemCode: input.itemCode, degree: input.degree, marked: marked.length, of: items.length }
  }),
  handle(contract.setAnswer, async (call) => {
    const { input, tx, actor, today } = call
    const { seat, one } = await sittingAt(call)
    if (seat.chair !== 1) refuse('interviews.not-speaking')
    refuseUnlessMarking(one, seat)
    const her = await herOf(call, seat)
    if (input.fieldCode !== null && (await findField(tx, input.fieldCode, today)) === undefined) refuse('interviews.no-such-field')
    const sealedWish = input.wish === null ? null : seal(her.key, wishPlace(actor.planId, one.id), input.wish)
    await marks.putAnswer(tx, { one, seat }, { fieldCode: input.fieldCode, sealedWish, needs: input.needs })
    return { id: one.id }
  }),
  handle(contract.finish, async (call) => {
    const { tx, now, note } = call
    const { seat, one } = await sittingAt(call)
    refuseUnlessMarking(one, seat)
    const items = itemsFor(await listItems(tx, one.instrumentCode ?? ''), { isInRoom: seat.chair !== null })
    const marked = new Set(await marks.listMarkedCodes(tx, seat))
    const missing = items.filter(({ code }) => !marked.has(code)).length
    if (missing > 0) refuse('interviews.items-unmarked', { n: missing })
    if (seat.chair === 1 && (await marks.findOwnAnswer(tx, seat))?.sealedWish == null) refuse('interviews.wish-missing')
    await store.finishSeat(tx, seat, now)
    const after = await openWhenAllIn(call, one)
    note({ finished: after.finished, seats: after.seats })
    return { id: one.id, state: after.state, finished: after.finished, seats: after.seats }
  }),
  handle(contract.stop, async (call) => {
    const { input, tx, actor, now } = call
    const { seat, one } = await sittingAt(call)
    if (seat.chair === null) refuse('interviews.not-in-room')
    refuseIf(reasonsNotToMove(one.state, 'stopped'))
    const her = await herOf(call, seat)
    const place = placeOf('stop_note', { planId: actor.planId, interviewId: one.id, of: input.noteId })
    await insertStopNote(
      tx,
      { one, seat },
      { id: input.noteId, sealedNote: input.note === null ? null : seal(her.key, place, input.note), at: now },
    )
    await marks.closeMarks(tx, one)
    await store.endSeats(tx, one, now)
    await store.moveForPanel(tx, one, { to: 'stopped', at: now, set: interviews.withoutSlot() })
    return { id: one.id }
  }),
]
export const wishPlace = (planId: string, interviewId: string): string => placeOf('wish', { planId, interviewId, of: 'wish' })

/** A member who is kin has left: the others sit on, or, when they are too few, the conversation is planned again. True when it is. */
async function sitWithout(call: Call<unknown>, one: interviews.Interview, leaving: store.OwnSeat): Promise<boolean> {
  const { tx, now } = call
  const seated = (await store.listSeated(tx, one)).map(({ accountId }) => accountId)
  const panel = (await listPanels(tx, [leaving.sessionId])).filter(({ accountId }) => seated.includes(accountId))
  const left = seatsFor(panel, { barred: one.barred, satBefore: [], kin: [leaving.accountId], supportBodies: one.supportBodies })
  if (reasonsNotToSit(left).length > 0) {
    await marks.closeMarks(tx, one)
    await store.endSeats(tx, one, now)
    await store.moveForPanel(tx, one, { to: 'to-plan', at: now, set: interviews.withoutSlot() })
    return true
  }
  await openWhenAllIn(call, await store.closeUp(tx, one, left))
  return false
}
/** Counts who is done; when nobody is missing the marks open to each other. */
async function openWhenAllIn({ tx, now }: Pick<Call<unknown>, 'tx' | 'now'>, one: interviews.Interview): Promise<interviews.Interview> {
  const seated = await store.listSeated(tx, one)
  const finished = seated.filter(({ isFinished }) => isFinished).length
  if (finished < seated.length || one.state !== 'held')
    return store.moveForPanel(tx, one, { to: one.state, at: one.since, set: { finished } })
  await marks.openMarks(tx, one, { seated: seated.map(({ accountId }) => accountId), at: now })
  return store.moveForPanel(tx, one, { to: 'scored', at: now, set: { finished } })
}
