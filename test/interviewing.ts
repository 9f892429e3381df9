import { service } from '../src/access/actor.ts'
import { advance } from '../src/modules/enrolment/port.ts'
import { findCase } from '../src/modules/enrolment/store/cases.ts'
import { newId } from '../src/platform/ids.ts'
import { addDays, dayIn, TEHRAN } from '../src/platform/time.ts'
import type { Canary } from './canaries.ts'
import { openHouse } from './house.ts'
import { accountOf, counties, type PersonaName, type Told, thePlan } from './personas.ts'
import { registerWomen, type Woman } from './registered.ts'

type House = Awaited<ReturnType<typeof openHouse>>
/** The panel of the tests, in the order of its chairs; the last reads the work sample. */
export const thePanel = ['interviewer', 'interviewerOfLabour', 'interviewerOfHandicrafts'] as const
export type OnPanel = (typeof thePanel)[number] | 'interviewerOfBehzisti' | 'appealReader'

/** Does it and answers the body, or throws what was refused. */
export async function did(
  house: House,
  who: PersonaName,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body: object = {},
): Promise<Told['body']> {
  const told = await house.ask(who, method === 'GET' ? { url } : { method, url, body })
  if (told.status !== 200) throw new Error(`${who} ${method} ${url}: ${told.status} ${told.text}`)
  return told.body
}
/** Puts registered women where the conversation is held: a place granted and taken. */
export async function grantPlaces({ house }: House, women: readonly Pick<Woman, 'caseId'>[]): Promise<void> {
  const actor = service(thePlan)
  await house.door.asActor(actor, async (tx) => {
    const mover = { tx, house, actor, now: house.clock() }
    for (const { caseId } of women) {
      let one = await findCase(tx, caseId)
      if (one === undefined) throw new Error('the case is there')
      for (const to of ['eligible', 'queued', 'place-granted'] as const) if (one.position !== to) one = await advance(mover, one, to)
    }
  })
}
/** A room, and members of every agency that has an interviewer here; all but one are women. */
export async function settleMembers(house: House, countyCode: string = counties.dashtestan): Promise<string> {
  const roomId = newId()
  await did(house, 'executor', 'POST', '/interviews/rooms', { id: roomId, countyCode, title: 'سالن کتابخانه', address: 'خیابان ساحلی' })
  for (const name of ['interviewer', 'interviewerOfLabour', 'interviewerOfHandicrafts', 'interviewerOfBehzisti', 'appealReader'] as const) {
    const told = await house.ask('executor', {
      method: 'POST',
      url: '/interviews/members',
      body: { accountId: accountOf(name), isWoman: name !== 'interviewerOfLabour' },
    })
    if (told.status !== 200 && !told.reasons.includes('interviews.already-a-member')) throw new Error(told.text)
  }
  return roomId
}
export interface Planned {
  readonly sessionId: string
  readonly heldOn: string
  readonly slots: readonly string[]
}
/** A session of tomorrow in a room with the usual panel. */
export async function planSession(
  house: House,
  roomId: string,
  {
    startsAt = '09:00',
    slots = 4,
    members,
    inDays = 1,
  }: { readonly startsAt?: string; readonly slots?: number; readonly members?: readonly object[]; readonly inDays?: number } = {},
): Promise<Planned> {
  const sessionId = newId()
  const heldOn = addDays(dayIn(TEHRAN, house.house.clock()), inDays)
  await did(house, 'executor', 'POST', '/interviews/sessions', {
    id: sessionId,
    roomId,
    heldOn,
    startsAt,
    slots,
    minutes: 40,
    rest: 5,
    members:
      members ??
      thePanel.map((name, place) => ({
        accountId: accountOf(name),
        part: place === 0 ? 'speaks' : place === 1 ? 'in-room' : 'reads-sample',
      })),
  })
  const { sessions } = await did(house, 'executor', 'GET', `/interviews/sessions?countyCode=${counties.dashtestan}&limit=100`)
  const session = sessions.find((one: { id: string }) => one.id === sessionId)
  return { sessionId, heldOn, slots: session.slots.map((slot: { id: string }) => slot.id) }
}
/** From a free time to her yes, by planner and guide. */
export async function acceptSlot(
  house: House,
  { caseId }: Pick<Woman, 'caseId'>,
  slotId: string | undefined,
  {
    guide = 'facilitatorOfDashtestan',
    supportBodies = null,
  }: { readonly guide?: PersonaName; readonly supportBodies?: 'agreed' | 'refused' | null } = {},
): Promise<string> {
  const { id } = await did(house, 'executor', 'POST', `/interviews/cases/${caseId}/propose`, { id: newId(), slotId })
  await did(house, guide, 'POST', `/interviews/${id}/answer`, { answer: 'yes', supportBodies })
  return id
}
export const itemsOf = async (
  house: House,
): Promise<readonly { code: string; domain: string; isOnSample: boolean; anchors: readonly string[] }[]> =>
  (await did(house, 'interviewer', 'GET', '/interviews/instrument')).items
/** Each member says she is no kin, marks all that is hers by `degreeFor`, and finishes. */
export async function markAll(
  house: House,
  id: string,
  panel: readonly OnPanel[] = thePanel,
  degreeFor: (item: string, who: OnPanel) => number | null = () => 3,
  wordsFor: (field: 'wish' | 'evidence') => string = (field) => (field === 'wish' ? 'می‌خواهم کار خودم را داشته باشم' : 'دو زنبیل بافت'),
): Promise<void> {
  const items = await itemsOf(house)
  for (const who of panel) {
    await did(house, who, 'POST', `/interviews/${id}/kinship`, { kinship: 'none' })
    const { seat, items: codes } = await did(house, who, 'GET', `/interviews/${id}/seat`)
    if (seat.part === 'speaks') await did(house, who, 'POST', `/interviews/${id}/begin`)
    for (const { code } of items.filter((item) => codes.includes(item.code)))
      await did(house, who, 'PUT', `/interviews/${id}/marks/${code}`, {
        degree: degreeFor(code, who),
        evidence: code === 'main-skill' ? { kind: 'task', words: wordsFor('evidence') } : null,
      })
    if (seat.part === 'speaks')
      await did(house, who, 'PUT', `/interviews/${id}/answer`, {
        fieldCode: 'HB001',
        wish: wordsFor('wish'),
        needs: ['tools', 'travel'],
      })
    await did(house, who, 'POST', `/interviews/${id}/finish`)
  }
}
/** The panel agrees on what its spread proposes. */
export async function agreeAll(
  house: House,
  id: string,
  recommendation = 'supported',
  why = 'نمونهٔ کارش پذیرفتنی است و ابزار می‌خواهد',
): Promise<void> {
  const { items } = await did(house, 'interviewer', 'GET', `/interviews/${id}/spread`)
  await did(house, 'interviewer', 'POST', `/interviews/${id}/agree`, {
    choices: items.map((item: { itemCode: string; proposed: number | null; needsReason: boolean }) => ({
      itemCode: item.itemCode,
      degree: item.proposed,
      reason: item.needsReason ? 'نمونه را با هم دیدیم' : null,
    })),
    recommendation,
    recommendationReason: why,
  })
}
export interface Interviewed {
  /** Held today, agreed and told. */
  readonly told: string
  /** Stopped, with a note to her guide. */
  readonly stopped: string
}
/** Two conversations of today whose every text sings: one told, one stopped. */
export async function plantInterviews(house: House, told: Canary, stopped: Canary): Promise<Interviewed> {
  await grantPlaces(house, [told, stopped])
  const roomId = await settleMembers(house)
  const { slots } = await planSession(house, roomId, { startsAt: '11:00', slots: 2, inDays: 0 })
  const ids = { told: await acceptSlot(house, told, slots[0]), stopped: await acceptSlot(house, stopped, slots[1]) }
  await markAll(
    house,
    ids.told,
    thePanel,
    () => 2,
    (field) => `kanari${told.key}${field}`,
  )
  await agreeAll(house, ids.told, 'supported', `kanari${told.key}reason`)
  await did(house, 'interviewer', 'POST', `/interviews/${ids.told}/dissents`, {
    itemCode: 'goal',
    degree: 1,
    reason: `kanari${told.key}dissent`,
  })
  const telling = { manner: 'fingerprint', witnessName: `kanari${told.key}witness`, wishes: ['goal'] }
  await did(house, told.guide, 'POST', `/interviews/${ids.told}/tell`, telling)
  await did(house, told.guide, 'POST', `/interviews/${ids.told}/second`, { newId: newId(), reason: 'appeal' })
  await did(house, 'interviewer', 'POST', `/interviews/${ids.stopped}/kinship`, { kinship: 'none' })
  await did(house, 'interviewer', 'POST', `/interviews/${ids.stopped}/begin`)
  await did(house, 'interviewer', 'POST', `/interviews/${ids.stopped}/stop`, { noteId: newId(), note: `kanari${stopped.key}note` })
  return ids
}
/** A house for conversations: sessions follow each other, a week each, so that no member is in two places. */
export async function openTalks() {
  const house = await openHouse()
  const roomId = await settleMembers(house)
  let inDays = 0
  const toDay = (day: string, at = '05:30:00'): void => house.setTime(`${day}T${at}Z`)
  return {
    house,
    roomId,
    newSession: (rest: Parameters<typeof planSession>[2] = {}) => {
      inDays += 7
      return planSession(house, roomId, { inDays, ...rest })
    },
    /** Women who took a place and wait for a time. */
    waitingWomen: async (count: number): Promise<readonly Woman[]> => {
      const women = await registerWomen(house.house, count)
      await grantPlaces(house, women)
      return women
    },
    /** Runs a test on another day and comes back. */
    on: async <T>(day: string, work: () => Promise<T>): Promise<T> => {
      toDay(day)
      try {
        return await work()
      } finally {
        house.setTime('2026-11-23T06:00:00Z')
      }
    },
    refusalOf: async (who: PersonaName, method: 'GET' | 'POST' | 'PUT', url: string, body: object = {}) =>
      (await house.ask(who, method === 'GET' ? { url } : { method, url, body })).reasons,
  }
}
