import { type Call, type Handled, handle } from '../../../platform/http.ts'
import { refuse, refuseIf } from '../../../platform/refusal.ts'
import { dayIn, daysBetween, TEHRAN } from '../../../platform/time.ts'
import { listMembers as listAgencies, namesOf } from '../../partners/port.ts'
import * as contract from '../contract/sessions.ts'
import { reasonsNotToSit } from '../rules/panel.ts'
import { type Part, reasonsNotToSeat } from '../rules/parts.ts'
import { instantOf, proposeSlots, slotsOf } from '../rules/slots.ts'
import { findInstrumentOn } from '../store/instrument.ts'
import * as interviews from '../store/interviews.ts'
import * as members from '../store/members.ts'
import * as store from '../store/sessions.ts'
import * as waiting from '../store/waiting.ts'
import { giveSlot, reseat, seatsWith } from './planning.ts'

/** A planner of counties plans in her own; the office in all. */
function refuseOtherCounty({ actor }: Pick<Call<unknown>, 'actor'>, countyCode: string): void {
  if (actor.role === 'EX' && !actor.counties.includes(countyCode)) refuse('interviews.not-your-county')
}
async function sessionsOf(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  rows: readonly store.SessionRow[],
): Promise<contract.Session[]> {
  const ids = rows.map(({ id }) => id)
  const panels = await store.listPanels(tx, ids)
  const offices = await namesOf(
    tx,
    panels.map(({ organisationId }) => organisationId),
  )
  const slots = await store.listSlots(tx, actor.planId, ids)
  const isPlanner = actor.role === 'PO' || actor.role === 'EX'
  const numbers = await waiting.fileNumbersOf(
    tx,
    slots.flatMap(({ caseId }) => (isPlanner && caseId !== null ? [caseId] : [])),
  )
  const rooms = new Map((await store.listRooms(tx, undefined)).map((room) => [room.id, room]))
  return rows.map((row) => ({
    id: row.id,
    countyCode: row.county_code,
    room: rooms.get(row.room_id) ?? { id: row.room_id, countyCode: row.county_code, title: '', address: '' },
    heldOn: row.held_on,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: row.state === 'cancelled' ? 'cancelled' : 'planned',
    panel: panels
      .filter(({ sessionId }) => sessionId === row.id)
      .map((one) => ({
        accountId: one.accountId,
        name: one.name,
        organisationName: offices.get(one.organisationId) ?? '',
        part: store.partOf(one.chair),
        isWoman: one.isWoman,
        isSupportBody: one.isSupportBody,
      })),
    slots: slots
      .filter(({ sessionId }) => sessionId === row.id)
      .map((slot) => {
        const fileNumber = slot.caseId === null ? null : (numbers.get(slot.caseId) ?? null)
        return {
          id: slot.id,
          startsAt: slot.startsAt.toISOString(),
          endsAt: slot.endsAt.toISOString(),
          isTaken: slot.caseId !== null,
          caseId: fileNumber === null ? null : slot.caseId,
          fileNumber,
          state: fileNumber === null ? null : slot.state,
        }
      }),
    version: row.version,
  }))
}
/** Members of a panel with what rules look at: office, woman, support body. Refuses whoever is no member for this county. */
async function panelOf(
  { tx, today }: Pick<Call<unknown>, 'tx' | 'today'>,
  countyCode: string,
  wanted: readonly { readonly accountId: string; readonly part: Part }[],
): Promise<readonly store.NewMember[]> {
  const agencies = new Map((await listAgencies(tx, { kind: 'agency', day: today })).map((one) => [one.id, one]))
  const known = new Map(
    (
      await members.findMembers(
        tx,
        wanted.map(({ accountId }) => accountId),
      )
    ).map((one) => [one.accountId, one]),
  )
  let next = 2
  return wanted.map(({ accountId, part }) => {
    const member = known.get(accountId)
    const agency = member === undefined ? undefined : agencies.get(member.organisationId)
    if (member === undefined || agency === undefined || !member.counties.includes(countyCode)) return refuse('interviews.no-such-member')
    const chair = part === 'speaks' ? 1 : part === 'in-room' ? next++ : null
    return { accountId, organisationId: agency.id, name: member.name, chair, isWoman: member.isWoman, isSupportBody: agency.isSupportBody }
  })
}

export const sessionsApi: readonly Handled[] = [
  handle(contract.listRooms, async ({ input, tx }) => ({ rooms: await store.listRooms(tx, input.countyCode) })),
  handle(contract.addRoom, async (call) => {
    const { input, tx, actor } = call
    refuseOtherCounty(call, input.countyCode)
    await store.insertRoom(tx, actor.planId, input)
    return input
  }),
  handle(contract.listMembers, async ({ input, tx, actor, today }) => {
    const agencies = new Map((await listAgencies(tx, { kind: 'agency', day: today })).map((one) => [one.id, one]))
    const rows = await members.listMembers(tx, input.countyCode)
    const known = new Set(rows.map(({ accountId }) => accountId))
    const officers = await members.listOfficers(tx, { planId: actor.planId, today, countyCode: input.countyCode })
    const shown = (one: members.Officer, said: Pick<contract.Member, 'isWoman' | 'statedOn'>): contract.Member[] => {
      const agency = agencies.get(one.organisationId)
      if (agency === undefined) return []
      return [{ ...one, counties: [...one.counties], organisationName: agency.nameFa, isSupportBody: agency.isSupportBody, ...said }]
    }
    return {
      members: rows.flatMap(({ isWoman, statedOn, ...one }) => shown(one, { isWoman, statedOn })),
      candidates: officers.filter(({ accountId }) => !known.has(accountId)).flatMap((one) => shown(one, { isWoman: null, statedOn: null })),
    }
  }),
  handle(contract.addMember, async ({ input, tx, actor, today }) => {
    const [officer] = await members.listOfficers(tx, { planId: actor.planId, today, accountId: input.accountId })
    const agencies = await listAgencies(tx, { kind: 'agency', day: today })
    const agency = agencies.find(({ id }) => id === officer?.organisationId)
    if (officer === undefined || agency === undefined) return refuse('interviews.no-such-officer')
    if (!(await members.insertMember(tx, actor.planId, { ...officer, isWoman: input.isWoman, today })))
      refuse('interviews.already-a-member')
    const { nameFa: organisationName, isSupportBody } = agency
    return { ...officer, counties: [...officer.counties], organisationName, isSupportBody, isWoman: input.isWoman, statedOn: today }
  }),
  handle(contract.endMember, async ({ input, tx, today }) => {
    if (!(await members.endMember(tx, input.accountId, today))) refuse('platform.not-found')
    return { accountId: input.accountId }
  }),
  handle(contract.listSessions, async (call) => {
    const { input, tx, today } = call
    const rows = await store.listSessions(tx, { countyCode: input.countyCode, from: input.from ?? today, limit: input.limit })
    return { sessions: await sessionsOf(call, rows) }
  }),
  handle(contract.planSession, async (call) => {
    const { input, tx, actor, house, now, today, note } = call
    const room = (await store.findRoom(tx, input.roomId)) ?? refuse('platform.not-found')
    refuseOtherCounty(call, room.countyCode)
    const startsAt = instantOf(input.heldOn, input.startsAt)
    if (startsAt <= now) refuse('interviews.day-past')
    refuseIf(reasonsNotToSeat(input.members))
    const panel = await panelOf(call, room.countyCode, input.members)
    refuseIf(reasonsNotToSit(panel))
    const instrumentCode = (await findInstrumentOn(tx, today)) ?? refuse('platform.not-found')
    const slots = slotsOf(startsAt, input).map((slot) => ({ ...slot, id: house.newId() }))
    await store.insertSession(tx, {
      id: input.id,
      planId: actor.planId,
      countyCode: room.countyCode,
      roomId: room.id,
      instrumentCode,
      heldOn: input.heldOn,
      slots,
      panel,
      accountId: actor.accountId,
      at: now,
    })
    note({ slots: slots.length, members: panel.length, countyCode: room.countyCode })
    return { id: input.id, slots: slots.length }
  }),
  handle(contract.replaceMember, async (call) => {
    const { input, tx, now, note } = call
    const session = (await store.lockSession(tx, input.id)) ?? refuse('platform.not-found')
    const planned = await refuseUnderWay(call, session)
    const panel = await store.listPanels(tx, [session.id])
    const leaving = panel.find(({ accountId }) => accountId === input.accountId) ?? refuse('interviews.no-such-member')
    if (panel.some(({ accountId }) => accountId === input.byAccountId)) refuse('interviews.twice-on-panel')
    const [coming] = await panelOf(call, session.county_code, [{ accountId: input.byAccountId, part: 'in-room' }])
    if (coming === undefined) return refuse('interviews.no-such-member')
    const rest = panel.filter(({ accountId }) => accountId !== leaving.accountId)
    refuseIf(reasonsNotToSit([...rest, { ...coming, chair: leaving.chair }]))
    await store.endPanelMember(tx, { sessionId: session.id, accountId: leaving.accountId, at: now })
    await store.insertPanel(tx, ofSession(session), [{ ...coming, chair: leaving.chair }])
    const changed = await store.listPanels(tx, [session.id])
    let kept = 0
    for (const one of planned) kept += (await reseat(call, one, changed)) ? 1 : 0
    note({ kept, freed: planned.length - kept })
    return { id: session.id, kept, freed: planned.length - kept }
  }),
  handle(contract.cancelSession, async (call) => {
    const { input, tx, now, note } = call
    const session = (await store.lockSession(tx, input.id)) ?? refuse('platform.not-found')
    const freed = await refuseUnderWay(call, session)
    if (!(await store.cancelSession(tx, input))) refuse('platform.version-stale')
    await store.endPanel(tx, session.id, now)
    for (const one of freed) await interviews.writeMove(tx, one, { to: 'to-plan', at: now, set: interviews.withoutSlot() })
    note({ freed: freed.length })
    return { id: session.id, freed: freed.length }
  }),
  handle(contract.listWaiting, async ({ input, tx, now }) => {
    const rows = await waiting.listWaiting(tx, input.countyCode, input.limit)
    return {
      count: await waiting.countWaiting(tx, input.countyCode),
      waiting: rows.map((row) => {
        const since = dayIn(TEHRAN, row.since)
        return {
          caseId: row.caseId,
          fileNumber: row.fileNumber,
          round: row.round,
          since,
          days: Math.max(0, daysBetween(since, dayIn(TEHRAN, now))),
        }
      }),
    }
  }),
  handle(contract.fillSession, async (call) => {
    const { input, tx, note } = call
    const session = (await store.lockSession(tx, input.id)) ?? refuse('platform.not-found')
    const result = session.state === 'planned' ? await fill(call, session) : { proposed: 0, free: 0, passedOver: 0 }
    note(result)
    return result
  }),
]
const ofSession = (session: store.SessionRow) => ({
  planId: session.plan_id,
  sessionId: session.id,
  countyCode: session.county_code,
  startsAt: session.starts_at,
  endsAt: session.ends_at,
})
/** Its conversations, none of which has begun and none of which was given seats that a change would break. */
async function refuseUnderWay(
  { tx, now }: Pick<Call<unknown>, 'tx' | 'now'>,
  session: store.SessionRow,
): Promise<readonly interviews.Interview[]> {
  const planned = await interviews.listOfSession(tx, session.id)
  const isBegun = planned.some(({ state }) => !['proposed', 'invited', 'accepted', 'declined'].includes(state))
  if (isBegun || session.starts_at <= now) refuse('interviews.session-under-way')
  return planned
}
async function fill(call: Call<unknown>, session: store.SessionRow): Promise<{ proposed: number; free: number; passedOver: number }> {
  const { tx, actor, now } = call
  const panel = await store.listPanels(tx, [session.id])
  const free = (await store.listSlots(tx, actor.planId, [session.id])).filter(({ caseId, startsAt }) => caseId === null && startsAt > now)
  const candidates = await waiting.listWaiting(tx, session.county_code, free.length + 20)
  const able = new Set<string>()
  for (const one of candidates) {
    const her = (await waiting.findPlannable(tx, one.caseId)) ?? refuse('platform.not-found')
    const seats = await seatsWith(call, panel, {
      personId: her.personId,
      barred: one.barred,
      firstId: one.firstId,
      supportBodies: 'unasked',
    })
    if (reasonsNotToSit(seats).length === 0) able.add(one.caseId)
  }
  const proposals = proposeSlots(
    free.map(({ id, startsAt }) => ({ slotId: id, startsAt: startsAt.toISOString() })),
    candidates.map(({ caseId, since }) => ({ caseId, since: since.toISOString() })),
    (caseId) => able.has(caseId),
  )
  for (const { caseId, slotId } of proposals) {
    const slot = free.find(({ id }) => id === slotId) ?? refuse('platform.not-found')
    await giveSlot(call, await openFor(call, caseId), { session, slot })
  }
  return { proposed: proposals.length, free: free.length - proposals.length, passedOver: candidates.length - able.size }
}
/** The conversation of a case that is to be planned: the one there is, or a first one. */
async function openFor({ tx, actor, house, now }: Call<unknown>, caseId: string): Promise<interviews.Interview> {
  const open = await interviews.lockOpenOfCase(tx, caseId)
  if (open !== undefined) return open
  const scope = await waiting.readScope(tx, { planId: actor.planId, caseId })
  return interviews.insertInterview(tx, scope, { id: house.newId(), caseId, at: now, second: null })
}
