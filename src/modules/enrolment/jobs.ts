import { service } from '../../access/actor.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayIn, TEHRAN } from '../../platform/time.ts'
import { IMPORT_JOB } from './api/imports.ts'
import { eraseDue } from './erasure.ts'
import { runImport } from './import-commit.ts'
import { listRunning } from './store/imports.ts'

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
]
