import { service } from '../../access/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayIn, TEHRAN } from '../../platform/time.ts'
import { advance, getLockedCase, listRoads } from '../enrolment/port.ts'
import { parameterOn } from '../plan/port.ts'
import { factsOf, factsOn } from './api/facts.ts'
import { againstOf, givenTo } from './api/follow-ups.ts'
import { chooseCaller, followUpsDue } from './rules/follow-ups.ts'
import { nextPosition } from './rules/job.ts'
import { outcomeOf } from './rules/snapshot.ts'
import { listCallers, listExecutors } from './store/callers.ts'
import * as store from './store/follow-ups.ts'
import { instrumentOn } from './store/questions.ts'
import { insertSnapshot, listToFreeze } from './store/snapshots.ts'

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

/** Freezes what was true on the day a follow-up ended; answers how many. */
async function freeze({ tx, house, planId }: Working): Promise<number> {
  const ended = await listToFreeze(tx, { planId, limit: AT_ONCE })
  for (const id of ended) {
    const one = await store.lockFollowUp(tx, id)
    if (one === undefined) continue
    const roads = await listRoads(tx, { planId, caseIds: [one.scope.case_id], limit: 1 })
    // Of a file that was joined or erased there is nothing to freeze any more.
    const [facts] = await factsOn(tx, roads, { planId, until: one.stateSince })
    if (facts !== undefined)
      await insertSnapshot(tx, one, { id: house.newId(), content: { facts, outcome: outcomeOf(facts) }, at: house.clock() })
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
