import { NOBODY, service } from '../../access/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { lockPast, moveArrangement } from './store/arrangements.ts'

const AT_ONCE = 50
/**
 * Writes down the end of arrangements whose last day is past, so that the record says when they ended. They were out of force before it: how an
 * arrangement stands is read from its days.
 */
export const reformsJobs: readonly Job[] = [
  {
    name: 'reforms.end-arrangements',
    everyMinutes: 360,
    run: async (house, planId) => {
      const at = house.clock()
      const today = dayIn(TEHRAN, at)
      for (;;) {
        const ended = await house.door.asActor(service(planId), async (tx) => {
          const past = await lockPast(tx, today, AT_ONCE)
          for (const one of past) {
            const writing = { planId, accountId: NOBODY, at, today, moveId: house.newId() }
            await moveArrangement(tx, writing, one, { to: 'expired' })
          }
          return past.length
        })
        if (ended < AT_ONCE) return
      }
    },
  },
]
