import type { Handled } from '../../platform/http.ts'
import { centresApi } from './api/centres.ts'
import { exitTableApi } from './api/exit-table.ts'
import { handoversApi } from './api/handovers.ts'
import { insuranceDeskApi } from './api/insurance-desk.ts'
import { insurancesApi } from './api/insurances.ts'
import { loanDeskApi } from './api/loan-desk.ts'
import { loansApi } from './api/loans.ts'
import { notesApi } from './api/notes.ts'
import { referralsApi } from './api/referrals.ts'
import { workPlanApi } from './api/work-plan.ts'

/** The routes of this room. */
export const pathwaysApi: readonly Handled[] = [
  ...exitTableApi,
  ...workPlanApi,
  ...notesApi,
  ...referralsApi,
  ...loansApi,
  ...insurancesApi,
  ...loanDeskApi,
  ...insuranceDeskApi,
  ...centresApi,
  ...handoversApi,
]
