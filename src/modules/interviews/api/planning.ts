import type { Call } from '../../../platform/http.ts'
import { refuseIf } from '../../../platform/refusal.ts'
import { reasonsNotToMove } from '../rules/interview-moves.ts'
import { type Against, reasonsNotToSit, seatsFor } from '../rules/panel.ts'
import { daysOf } from '../rules/slots.ts'
import * as interviews from '../store/interviews.ts'
import { endSeats, seat } from '../store/seats.ts'
import type { SeatedMember, SessionRow } from '../store/sessions.ts'
import { listKin, listSat } from '../store/waiting.ts'

/** Whom a session's panel leaves to sit with one woman. */
export async function seatsWith(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  panel: readonly SeatedMember[],
  her: {
    readonly personId: string
    readonly barred: readonly string[]
    readonly firstId: string | null
    readonly supportBodies: Against['supportBodies']
  },
): Promise<readonly SeatedMember[]> {
  const satBefore = await listSat(tx, actor.planId, her.firstId)
  const kin = await listKin(tx, actor.planId, her.personId)
  return seatsFor(panel, { barred: her.barred, satBefore, kin, supportBodies: her.supportBodies })
}
/** Gives a conversation a time: the database keeps that one time is one woman's. */
export async function giveSlot(
  { tx, now }: Pick<Call<unknown>, 'tx' | 'now'>,
  one: interviews.Interview,
  { session, slot }: { readonly session: SessionRow; readonly slot: { readonly id: string; readonly startsAt: Date } },
): Promise<interviews.Interview> {
  refuseIf(reasonsNotToMove(one.state, 'proposed'))
  const { opensOn, closesOn } = daysOf(session.held_on)
  return interviews.writeMove(tx, one, {
    to: 'proposed',
    at: now,
    set: {
      ...interviews.withoutSlot(),
      session_id: session.id,
      slot_id: slot.id,
      starts_at: slot.startsAt,
      held_on: session.held_on,
      opens_on: opensOn,
      closes_on: closesOn,
      instrument_code: session.instrument_code,
    },
  })
}
/**
 * Lets a changed panel sit with those who have a time there. Whoever was not asked about officers of support bodies is not seated with one who came
 * later; with whom too few are left is planned again and keeps her place. True when she keeps her time.
 */
export async function reseat(
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'now'>,
  one: interviews.Interview,
  panel: readonly SeatedMember[],
): Promise<boolean> {
  const { tx, now } = call
  const isAnswered = one.state === 'accepted'
  const supportBodies = isAnswered && one.supportBodies === 'none-there' ? 'refused' : one.supportBodies
  const seats = await seatsWith(call, panel, { ...one, supportBodies })
  if (reasonsNotToSit(seats).length > 0) {
    await endSeats(tx, one, now)
    await interviews.writeMove(tx, one, { to: 'to-plan', at: now, set: interviews.withoutSlot() })
    return false
  }
  if (isAnswered) await seat(tx, one, seats, now)
  return true
}
