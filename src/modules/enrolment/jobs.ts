import { service } from '../../access/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayIn, TEHRAN } from '../../platform/time.ts'
import { parameterOn } from '../plan/port.ts'
import { IMPORT_JOB } from './api/imports.ts'
import { eraseDue } from './erasure.ts'
import { runImport } from './import-commit.ts'
import { listRunning } from './store/imports.ts'
import { FORGOTTEN_AT_ONCE, forgetTold } from './store/support.ts'

export const enrolmentJobs: readonly Job[] = [
  {
    name: IMPORT_JOB,
    everyMinutes: 1,
    run: async (house, planId) => {
      const waiting = await house.door.asActor(service(planId), listRunning)
      for (const importId of waiting) await runImport(house, planId, importId)
    },
  },
  { name: 'enrolment.erase-nominations', everyMinutes: 60, run: (house, planId) => eraseDue(house, planId, dayIn(TEHRAN, house.clock())) },
  {
    // Keyed rows are of everyone a body supports, most of whom will never be in the plan.
    name: 'enrolment.forget-support-rows',
    everyMinutes: 360,
    run: async (house, planId) => {
      const today = dayIn(TEHRAN, house.clock())
      const kept = await house.door.asActor(service(planId), (tx) => parameterOn(tx, 'support-retention', { day: today }))
      const before = new Date(`${addDays(today, -kept.value)}T00:00:00+03:30`)
      for (;;) if ((await house.door.asActor(service(planId), (tx) => forgetTold(tx, planId, before))) < FORGOTTEN_AT_ONCE) return
    },
  },
]
