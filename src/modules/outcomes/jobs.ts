import { service } from '../../access/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayIn, TEHRAN } from '../../platform/time.ts'
import { listRoads } from '../enrolment/port.ts'
import { parameterOn } from '../plan/port.ts'
import { againstOf, givenTo } from './api/follow-ups.ts'
import { chooseCaller, followUpsDue } from './rules/follow-ups.ts'
import { listCallers, listExecutors } from './store/callers.ts'
import * as store from './store/follow-ups.ts'
import { instrumentOn } from './store/questions.ts'

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

export const outcomesJobs: readonly Job[] = [
  {
    name: 'outcomes.follow-up',
    everyMinutes: 60,
    run: async (house, planId) => {
      const today = dayIn(TEHRAN, house.clock())
      const work = <T>(doing: (working: Working) => Promise<T>): Promise<T> =>
        house.door.asActor(service(planId), (tx) => doing({ tx, house, planId, today }), { today })
      for (let after: string | undefined; ; ) {
        const last = after
        after = await work((working) => makeDue(working, last))
        if (after === undefined) break
      }
      while ((await work(endOver)) === AT_ONCE);
      await work(giveOpen)
    },
  },
]
