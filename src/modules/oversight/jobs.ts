import { service } from '../../access/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayIn, TEHRAN } from '../../platform/time.ts'
import { findParameterOn } from '../plan/port.ts'
import { closeSilent, letGo, tellAnswers } from './grievance-following.ts'

export const GRIEVANCE_JOB = 'oversight.follow-grievances'
export const oversightJobs: readonly Job[] = [
  {
    name: GRIEVANCE_JOB,
    everyMinutes: 60,
    run: async (house, planId) => {
      const today = dayIn(TEHRAN, house.clock())
      const actor = service(planId)
      await house.door.asActor(actor, (tx) => tellAnswers({ tx, house, planId, today }), { today })
      await house.door.asActor(actor, (tx) => closeSilent({ tx, planId, today }), { today })
      const kept = await house.door.asActor(actor, (tx) => findParameterOn(tx, 'grievance-retention', { day: today }))
      if (kept !== undefined) await house.door.asActor(actor, (tx) => letGo(tx, planId, addDays(today, -kept.value)), { today })
    },
  },
]
