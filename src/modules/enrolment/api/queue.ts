import { type Handled, handle } from '../../../platform/http.ts'
import { refuse } from '../../../platform/refusal.ts'
import { addDays } from '../../../platform/time.ts'
import { lockQuotaOn, parameterOn, quotaOn } from '../../plan/port.ts'
import * as contract from '../contract/decisions.ts'
import { advance, getLockedCase } from '../port.ts'
import { findCase, lineOf } from '../store/cases.ts'
import * as store from '../store/queue.ts'

export const queueApi: readonly Handled[] = [
  handle(contract.readQueue, async ({ input, tx, now, today }) => {
    const places = (await quotaOn(tx, input.countyCode, today)) ?? 0
    const granted = await store.countGranted(tx, input.countyCode)
    const ids = await store.listQueue(tx, input.countyCode, input.limit)
    const queue = []
    for (const [index, id] of ids.entries()) {
      const one = await findCase(tx, id)
      if (one !== undefined) queue.push({ ...lineOf(one, now), tier: one.tier ?? 3, place: index + 1, queuedOn: one.queuedOn ?? today })
    }
    return { places, granted, free: Math.max(0, places - granted), waiting: queue.length, queue }
  }),
  handle(contract.grantPlace, async (call) => {
    const { input, tx, actor, today, now, note } = call
    const one = await getLockedCase(call, input.caseId)
    if (one.position !== 'queued') refuse('enrolment.not-queued')
    const [first] = await store.listQueue(tx, one.countyCode, 1)
    if (first !== one.id) refuse('enrolment.not-next')
    const places = await lockQuotaOn(tx, one.countyCode, today)
    if (!(await store.takePlace(tx, { planId: actor.planId, countyCode: one.countyCode, places }))) refuse('enrolment.no-free-place')
    const answer = await parameterOn(tx, 'place-answer', { day: today, countyCode: one.countyCode })
    note({ tier: one.tier ?? 3 })
    return lineOf(await advance(call, one, 'place-granted', { set: { deadline_on: addDays(today, answer.value) } }), now)
  }),
  handle(contract.declinePlace, async (call) => {
    const one = await getLockedCase(call, call.input.caseId)
    if (one.position !== 'place-granted') refuse('enrolment.no-such-move')
    await store.freePlace(call.tx, call.actor.planId, one.countyCode)
    return lineOf(await advance(call, one, call.input.wish, { reason: 'place-declined' }), call.now)
  }),
]
