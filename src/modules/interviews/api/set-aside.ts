import { beyondReach } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { asideFrom, takenUp } from '../rules/set-aside.ts'
import { daysOf } from '../rules/slots.ts'
import { withoutSlot, writeMove } from '../store/interviews.ts'
import { endSeats } from '../store/seats.ts'
import { listPanels } from '../store/sessions.ts'
import { findFreeTime, keepAside, lockAside } from '../store/set-aside.ts'
import { lockOpenBeyond } from '../store/turned.ts'
import { reseat } from './planning.ts'

type Joining = Pick<Call<unknown>, 'tx' | 'actor' | 'now'>
/**
 * The file of a case goes on in another of the same woman (decision 0013): its conversation is set aside and its time is free. False, and nothing
 * done, where something was said in it already.
 */
export async function setTalkAside({ tx, actor: { planId }, now }: Joining, caseId: string): Promise<boolean> {
  const one = await lockOpenBeyond(tx, { planId, caseId })
  if (one === undefined) return true
  const state = asideFrom(one.state)
  if (state === undefined) return false
  await beyondReach(tx, async () => {
    await endSeats(tx, one, now)
    await writeMove(tx, one, { to: 'cancelled', at: now, set: withoutSlot() })
    await keepAside(tx, one, { state, slotId: one.slotId, supportBodies: one.supportBodies })
  })
  return true
}
/** The files were parted: the conversation is what it was, with its time and its panel as far as both are still to be had. */
export async function takeTalkUp(call: Joining, caseId: string): Promise<void> {
  const { tx, actor, now } = call
  const { planId } = actor
  await beyondReach(tx, async () => {
    const found = await lockAside(tx, { planId, caseId })
    if (found === undefined) return
    const { one, aside } = found
    await keepAside(tx, one, null)
    const time = aside.slotId === null ? undefined : await findFreeTime(tx, { planId, slotId: aside.slotId, at: now })
    const to = takenUp(aside.state, { isTimeHers: time !== undefined })
    const set = time === undefined ? withoutSlot() : { ...timeFields(time, aside.slotId), support_bodies: aside.supportBodies }
    const again = await writeMove(tx, one, { to, at: now, set })
    if (time !== undefined) await reseat(call, again, await listPanels(tx, [time.sessionId]))
  })
}
function timeFields(
  { sessionId, startsAt, heldOn }: { readonly sessionId: string; readonly startsAt: Date; readonly heldOn: string },
  slotId: string | null,
) {
  const { opensOn, closesOn } = daysOf(heldOn)
  return { session_id: sessionId, slot_id: slotId, starts_at: startsAt, held_on: heldOn, opens_on: opensOn, closes_on: closesOn }
}
