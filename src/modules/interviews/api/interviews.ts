import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { queueMessage } from '../../../platform/outbox.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { unseal } from '../../../platform/vault.ts'
import { namesOf } from '../../partners/port.ts'
import { findContactRule, findKeyOf, hasConsent } from '../../people/port.ts'
import { mayMessage } from '../../people/rules.ts'
import { findParameterOn } from '../../plan/port.ts'
import * as contract from '../contract/interviews.ts'
import { reasonsNotToMove } from '../rules/interview-moves.ts'
import { type Against, reasonsNotToAccept, reasonsNotToSit } from '../rules/panel.ts'
import { reasonsNotToHoldAgain } from '../rules/result.ts'
import * as store from '../store/interviews.ts'
import { findExpiry, listStopNotes, placeOf } from '../store/results.ts'
import { endSeats, seat } from '../store/seats.ts'
import * as sessions from '../store/sessions.ts'
import * as waiting from '../store/waiting.ts'
import { giveSlot, seatsWith } from './planning.ts'
import { dayAndTime, say } from './speech.ts'

/** Positions in which a first conversation is held, and those in which a second may be. */
const AT_INTERVIEW = 'place-granted'
/** A place taken, in a file that has not gone on in another one of hers. */
function isAtInterview(file: { readonly position: string; readonly deadlineOn: string | null; readonly joinedTo: string | null }): boolean {
  return file.position === AT_INTERVIEW && file.deadlineOn === null && file.joinedTo === null
}

async function lockedFor({ tx, about }: Pick<Call<unknown>, 'tx' | 'about'>, id: string): Promise<store.Interview> {
  const one = (await store.lockInterview(tx, id)) ?? refuse('platform.not-found')
  about({ personId: one.personId, caseId: one.caseId, countyCode: one.countyCode })
  return one
}
/** What a message needs: her own phone, her consent, and the office's number that is told in it. */
async function messageTo(call: Call<unknown>, one: store.Interview): Promise<{ readonly to: string; readonly phone: string }> {
  const { tx, house, actor, today } = call
  const rule = await findContactRule(tx, { house, planId: actor.planId, personId: one.personId })
  const isAllowed = await hasConsent(tx, { personId: one.personId, purpose: 'call-and-message', today })
  if (rule?.phone == null || !isAllowed || !mayMessage(rule)) return refuse('interviews.may-not-message')
  const phone = await findParameterOn(tx, 'office-phone', { day: today, countyCode: one.countyCode })
  return { to: rule.phone, phone: phone?.value ?? refuse('interviews.office-phone-missing') }
}
async function send(call: Call<unknown>, one: store.Interview, template: 'call-office' | 'reminder'): Promise<void> {
  const { to, phone } = await messageTo(call, one)
  const when = one.startsAt === null ? {} : dayAndTime(one.startsAt, 'fa')
  const text = say(`message-${template}`, 'fa', { phone, ...when })
  await queueMessage(call.tx, call.house, {
    planId: call.actor.planId,
    personId: one.personId,
    template: `interviews.${template}`,
    channel: 'sms',
    to,
    text,
  })
}
async function openOf(call: Call<unknown>, one: store.Interview) {
  const { tx, house, actor, language } = call
  const session = one.sessionId === null ? undefined : await sessions.findSession(tx, one.sessionId)
  const room = session === undefined ? undefined : await sessions.findRoom(tx, session.room_id)
  const panel = session === undefined ? [] : await sessions.listPanels(tx, [session.id])
  const offices = await namesOf(
    tx,
    panel.map(({ organisationId }) => organisationId),
  )
  const rule = await findContactRule(tx, { house, planId: actor.planId, personId: one.personId })
  const isOwn = rule?.whosePhone === 'own'
  const reach = rule?.phone == null ? 'no-phone' : mayMessage(rule) ? 'message' : isOwn ? 'call' : 'call-others'
  const said =
    one.startsAt === null
      ? []
      : [
          say('said-when', language, { ...dayAndTime(one.startsAt, language), room: room?.title ?? '' }),
          say('said-what', language),
          say('said-free', language),
        ]
  return {
    interview: store.lineOf(one),
    room: room ?? null,
    panel: panel.map((member) => ({
      accountId: member.accountId,
      name: member.name,
      organisationName: offices.get(member.organisationId) ?? '',
      part: sessions.partOf(member.chair),
      isWoman: member.isWoman,
      isSupportBody: member.isSupportBody,
    })),
    reach,
    callFrom: rule?.callFrom ?? null,
    callTo: rule?.callTo ?? null,
    saidToOthers: say('said-to-others', language),
    said,
    hasStopNote: (await listStopNotes(tx, one.id)).length > 0,
  } as const
}
/** With her answer about officers of support bodies, who sits; refuses while too few are left. */
async function seatsAfter(call: Call<unknown>, one: store.Interview, answered: 'agreed' | 'refused' | null) {
  const panel = await sessions.listPanels(call.tx, one.sessionId === null ? [] : [one.sessionId])
  const supportBodies: Against['supportBodies'] = answered ?? (panel.some(({ isSupportBody }) => isSupportBody) ? 'unasked' : 'none-there')
  refuseIf(reasonsNotToAccept(panel, supportBodies))
  const seats = await seatsWith(call, panel, { ...one, supportBodies })
  refuseIf(reasonsNotToSit(seats))
  return { seats, supportBodies }
}

export const invitationsApi: readonly Handled[] = [
  handle(contract.proposeSlot, async (call) => {
    const { input, tx, actor, now, about } = call
    const file = (await waiting.findPlannable(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ personId: file.personId, caseId: file.caseId, countyCode: file.countyCode })
    const slot = (await sessions.findSlot(tx, input.slotId)) ?? refuse('interviews.no-such-slot')
    const session = await sessions.findSession(tx, slot.session_id)
    if (session === undefined || session.state !== 'planned' || session.county_code !== file.countyCode)
      return refuse('interviews.no-such-slot')
    if (slot.starts_at <= now) refuse('interviews.slot-past')
    const open = await store.lockOpenOfCase(tx, file.caseId)
    if (open === undefined && !isAtInterview(file)) refuse('interviews.not-at-interview')
    if (open !== undefined && open.state !== 'to-plan') refuse('interviews.already-planned')
    const scope = await waiting.readScope(tx, { planId: actor.planId, caseId: file.caseId })
    const one = open ?? (await store.insertInterview(tx, scope, { id: input.id, caseId: file.caseId, at: now, second: null }))
    const panel = await sessions.listPanels(tx, [session.id])
    refuseIf(reasonsNotToSit(await seatsWith(call, panel, { ...one, barred: scope.barred, supportBodies: 'unasked' })))
    return store.lineOf(await giveSlot(call, one, { session, slot: { id: slot.id, startsAt: slot.starts_at } }))
  }),
  handle(contract.readInterviews, async (call) => {
    const { input, tx, about } = call
    const file = (await waiting.findPlannable(tx, input.caseId)) ?? refuse('platform.not-found')
    about({ caseId: file.caseId, countyCode: file.countyCode })
    const all = await store.listOfCase(tx, input.caseId)
    const open = all.find(({ state }) => state !== 'told' && state !== 'cancelled')
    return {
      countyCode: file.countyCode,
      isWaiting: open === undefined ? isAtInterview(file) : open.state === 'to-plan',
      interviews: all.map(store.lineOf),
      open: open === undefined ? null : { ...(await openOf(call, open)) },
    }
  }),
  handle(contract.inviteByMessage, async (call) => {
    const one = await lockedFor(call, call.input.id)
    refuseIf(reasonsNotToMove(one.state, 'invited'))
    await send(call, one, 'call-office')
    return store.lineOf(await store.writeMove(call.tx, one, { to: 'invited', at: call.now }))
  }),
  handle(contract.answerInvitation, async (call) => {
    const { input, tx, now, note } = call
    const one = await lockedFor(call, input.id)
    note({ answer: input.answer })
    if (input.answer !== 'yes') {
      const to = input.answer === 'no' ? 'declined' : 'to-plan'
      refuseIf(reasonsNotToMove(one.state, to))
      await endSeats(tx, one, now)
      return store.lineOf(await store.writeMove(tx, one, { to, at: now, set: store.withoutSlot() }))
    }
    refuseIf(reasonsNotToMove(one.state, 'accepted'))
    const { seats, supportBodies } = await seatsAfter(call, one, input.supportBodies)
    const accepted = await store.writeMove(tx, one, { to: 'accepted', at: now, set: { support_bodies: supportBodies } })
    return store.lineOf(await seat(tx, accepted, seats, now))
  }),
  handle(contract.remind, async (call) => {
    const one = await lockedFor(call, call.input.id)
    if (one.state !== 'accepted') refuse('interviews.not-accepted')
    await send(call, one, 'reminder')
    return store.lineOf(one)
  }),
  handle(contract.planAgain, async (call) => {
    const { input, tx, now, today, note } = call
    const one = await lockedFor(call, input.id)
    refuseIf(reasonsNotToMove(one.state, 'to-plan'))
    if (input.reason === 'did-not-come' && (one.heldOn === null || one.heldOn > today)) refuse('interviews.day-not-come')
    note({ again: true })
    await endSeats(tx, one, now)
    return store.lineOf(await store.writeMove(tx, one, { to: 'to-plan', at: now, set: store.withoutSlot() }))
  }),
  handle(contract.readStopNotes, async ({ input, tx, house, actor, about }) => {
    const one = (await store.findInterview(tx, input.id)) ?? refuse('platform.not-found')
    about({ personId: one.personId, caseId: one.caseId, countyCode: one.countyCode })
    const key = (await findKeyOf(tx, { house, planId: actor.planId, personId: one.personId })) ?? refuse('platform.not-found')
    const notes = await listStopNotes(tx, one.id)
    return {
      notes: notes.map((row) => ({
        writtenAt: row.written_at.toISOString(),
        note:
          row.sealed_note === null
            ? null
            : unseal(key, placeOf('stop_note', { planId: actor.planId, interviewId: one.id, of: row.id }), row.sealed_note).toString(
                'utf8',
              ),
      })),
    }
  }),
  handle(contract.askSecond, async (call) => {
    const { input, tx, actor, now, today, note } = call
    const first = await lockedFor(call, input.id)
    const expiresOn = (await findExpiry(tx, first.id)) ?? null
    refuseIf(reasonsNotToHoldAgain({ state: first.state, expiresOn }, { reason: input.reason, today }))
    if ((await store.lockOpenOfCase(tx, first.caseId)) !== undefined) refuse('interviews.already-planned')
    note({ reason: input.reason })
    const scope = await waiting.readScope(tx, { planId: actor.planId, caseId: first.caseId })
    const second = { firstId: first.id, reason: input.reason }
    return store.lineOf(await store.insertInterview(tx, scope, { id: input.newId, caseId: first.caseId, at: now, second }))
  }),
]
