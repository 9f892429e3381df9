import { service } from '../../access/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayIn, TEHRAN } from '../../platform/time.ts'
import { touch } from '../../platform/touched.ts'
import { advance, getLockedCase, listRoads, type Road } from '../enrolment/port.ts'
import { IncomeBand } from '../people/contract/limits.ts'
import { findIncomeBand, findKeyOf } from '../people/port.ts'
import { parameterOn } from '../plan/port.ts'
import { factsOf, factsOn } from './api/facts.ts'
import { againstOf, givenTo } from './api/follow-ups.ts'
import { beforeOf } from './rules/bands.ts'
import { chooseCaller, followUpsDue } from './rules/follow-ups.ts'
import { nextPosition } from './rules/job.ts'
import { outcomeOf } from './rules/snapshot.ts'
import { openBands, sealBands } from './store/bands.ts'
import { listCallers, listExecutors } from './store/callers.ts'
import { findAnswers } from './store/calls.ts'
import * as store from './store/follow-ups.ts'
import { instrumentOn } from './store/questions.ts'
import { insertSnapshot, listSnapshots, listToFreeze } from './store/snapshots.ts'

/** So many in one unit of work. */
const AT_ONCE = 200
interface Working {
  readonly tx: Tx
  readonly house: House
  readonly planId: string
  readonly today: string
}
/** Makes the follow-ups whose day has come for a page of cases; answers the last case of it. */
async function makeDue({ tx, house, planId, today }: Working, after: string | undefined): Promise<string | undefined> {
  const roads = await listRoads(tx, { planId, isAgreed: true, after, limit: AT_ONCE })
  const { value } = await parameterOn(tx, 'follow-up-months', { day: today })
  const months = [value.first, value.second, value.third, value.fourth]
  const instrumentCode = await instrumentOn(tx, today)
  const known = await store.listKnownMonths(tx, { planId, caseIds: roads.map(({ scope }) => scope.case_id) })
  for (const { scope, fileNumber, position, agreedOn } of roads) {
    if (agreedOn === null || instrumentCode === undefined) continue
    const there = known.filter(({ caseId }) => caseId === scope.case_id).map(({ month }) => month)
    const windowDays = (await parameterOn(tx, 'follow-up-window', { day: today, countyCode: scope.county_code })).value
    for (const due of followUpsDue({ agreedOn, position, months, windowDays, known: there }, today, addDays))
      await store.insertFollowUp(tx, { ...due, id: house.newId(), scope, fileNumber, instrumentCode, kind: 'first', away: [], today })
  }
  return roads.length < AT_ONCE ? undefined : roads.at(-1)?.scope.case_id
}
/** Gives open calls to whoever fits and has the fewest; one for which nobody fits waits for the office. */
async function giveOpen({ tx, planId, today }: Working): Promise<void> {
  const executors = await listExecutors(tx, { planId, today })
  const callers = [...(await listCallers(tx, { planId, today }))]
  for (const one of await store.listToGive(tx, { planId, today, limit: AT_ONCE })) {
    const caller = chooseCaller(callers, againstOf(one, executors))
    if (caller === undefined) continue
    callers[callers.indexOf(caller)] = { ...caller, open: caller.open + 1 }
    await store.updateFollowUp(tx, one, givenTo(caller, executors, today))
  }
}
/** Ends calls whose days are over: she was tried and not reached, or nobody called at all. */
async function endOver({ tx, planId, today }: Working): Promise<number> {
  const over = await store.listOver(tx, { planId, today, limit: AT_ONCE })
  for (const one of over)
    await store.updateFollowUp(tx, one, {
      state: 'missing',
      state_since: today,
      missing_reason: one.tries > 0 ? 'unreached' : 'days-over',
    })
  return over.length
}

/** Bands of her household's income: before, as her first snapshot froze it or as it stands when this is the first; now, as she said it at this follow-up. */
async function bandsAt({ tx, house, planId }: Omit<Working, 'today'>, one: store.StoredFollowUp, { agreedOn }: Road) {
  const whose = { house, planId, personId: one.scope.person_id }
  const key = await findKeyOf(tx, whose)
  if (key === undefined) return { sealedBands: null, bands: undefined }
  const [first] = (await listSnapshots(tx, one.scope.case_id)).filter(({ sealedBands }) => sealedBands !== null)
  const kept = first?.sealedBands == null ? undefined : openBands({ key, planId, followUpId: first.followUpId }, first.sealedBands)
  const written = kept === undefined ? await findIncomeBand(tx, key, whose) : undefined
  const before = kept?.before ?? beforeOf(written && { band: written.band, writtenOn: dayIn(TEHRAN, written.writtenAt) }, agreedOn)
  const said = IncomeBand.safeParse((await findAnswers(tx, one, key))?.['household-income'])
  return sealBands({ key, planId, followUpId: one.id }, { before, now: said.success ? said.data : null })
}
/** Freezes what was true on the day a follow-up ended; answers how many. */
async function freeze({ tx, house, planId }: Working): Promise<number> {
  const ended = await listToFreeze(tx, { planId, limit: AT_ONCE })
  for (const id of ended) {
    const one = await store.lockFollowUp(tx, id)
    if (one === undefined) continue
    const roads = await listRoads(tx, { planId, caseIds: [one.scope.case_id], limit: 1 })
    // Of a file that was joined or erased there is nothing to freeze any more.
    const [facts] = await factsOn(tx, roads, { planId, until: one.stateSince })
    const [road] = roads
    if (facts === undefined || road === undefined) continue
    const { sealedBands, bands } = await bandsAt({ tx, house, planId }, one, road)
    const content = { facts, outcome: outcomeOf(facts), ...(bands === undefined ? {} : { bands }) }
    await insertSnapshot(tx, one, { id: house.newId(), content, at: house.clock(), sealedBands })
    // How her household stands now beside before is on the board, and no route of hers said so.
    await touch(tx, planId, [{ personId: one.scope.person_id, caseId: one.scope.case_id }])
  }
  return ended.length
}
/** Leads cases by what the ledger says, forward and back; nobody types it. Answers the last case of the page. */
async function follow(working: Working, after: string | undefined): Promise<string | undefined> {
  const { tx, house, planId, today } = working
  const roads = await listRoads(tx, { planId, isAgreed: true, after, limit: AT_ONCE })
  const { value: months } = await parameterOn(tx, 'follow-up-months', { day: today })
  const caseIds = roads.map(({ scope }) => scope.case_id)
  const ended = await store.listEndedMonths(tx, { planId, caseIds })
  const facts = await factsOf(tx, roads, { planId, until: today })
  for (const { caseId, position, standing } of facts) {
    const has = (month: number): boolean => ended.some((one) => one.caseId === caseId && one.month === month)
    const to = nextPosition(position, standing, { third: has(months.third), fourth: has(months.fourth) })
    if (to === null) continue
    const one = await getLockedCase({ tx, about: () => undefined }, caseId)
    // Somebody moved her in between: the next round looks again.
    if (one.position === position)
      await advance({ tx, house, actor: service(planId), now: house.clock() }, one, to, { reason: `ledger-${standing}` })
  }
  return roads.length < AT_ONCE ? undefined : caseIds.at(-1)
}
/** Page after page of cases, each in a unit of work of its own. */
async function throughAll(page: (after: string | undefined) => Promise<string | undefined>): Promise<void> {
  let after = await page(undefined)
  while (after !== undefined) after = await page(after)
}

export const outcomesJobs: readonly Job[] = [
  {
    name: 'outcomes.follow-up',
    everyMinutes: 60,
    run: async (house, planId) => {
      const today = dayIn(TEHRAN, house.clock())
      const work = <T>(doing: (working: Working) => Promise<T>): Promise<T> =>
        house.door.asActor(service(planId), (tx) => doing({ tx, house, planId, today }), { today })
      await throughAll((after) => work((working) => makeDue(working, after)))
      while ((await work(endOver)) === AT_ONCE);
      await work(giveOpen)
      while ((await work(freeze)) === AT_ONCE);
      await throughAll((after) => work((working) => follow(working, after)))
    },
  },
]
