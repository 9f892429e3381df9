import { service } from '../../access/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayIn, TEHRAN } from '../../platform/time.ts'
import { findParameterOn } from '../plan/port.ts'
import { forgetRequests } from './store/order-requests.ts'

/** Whoever asked for an order and was answered is kept as many days as the letter in force says (`order-request-retention`). */
export const marketJobs: readonly Job[] = [
  {
    name: 'market.forget-order-requests',
    everyMinutes: 360,
    run: async (house, planId) => {
      const today = dayIn(TEHRAN, house.clock())
      const actor = service(planId)
      const kept = await house.door.asActor(actor, (tx) => findParameterOn(tx, 'order-request-retention', { day: today }))
      if (kept !== undefined) await house.door.asActor(actor, (tx) => forgetRequests(tx, planId, addDays(today, -kept.value)), { today })
    },
  },
]
