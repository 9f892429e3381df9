import { service } from '../../access/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { forgetReceipts } from '../../platform/receipts.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { parameterOn } from './port.ts'

const DAY = 86_400_000
/** Receipts are kept as many days as the letter in force says (`receipt-retention`). */
export const planJobs: readonly Job[] = [
  {
    name: 'plan.forget-receipts',
    everyMinutes: 360,
    run: async (house, planId) => {
      const now = house.clock()
      const kept = await house.door.asActor(service(planId), (tx) => parameterOn(tx, 'receipt-retention', { day: dayIn(TEHRAN, now) }))
      await forgetReceipts(house, planId, new Date(now.getTime() - kept.value * DAY))
    },
  },
]
