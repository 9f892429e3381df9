import type { Handled } from '../../platform/http.ts'
import { actionPlanApi } from './api/action-plan.ts'
import { complaintsApi } from './api/complaints.ts'
import { conformityApi } from './api/conformity.ts'
import { countyApi } from './api/county.ts'
import { deliverablesApi } from './api/deliverables.ts'
import { findingsApi } from './api/findings.ts'
import { grievancesApi } from './api/grievances.ts'
import { lessonsApi } from './api/lessons.ts'
import { meetingsApi } from './api/meetings.ts'
import { monthlySheetsApi } from './api/monthly-sheets.ts'
import { noticesApi } from './api/notices.ts'
import { resolutionsApi } from './api/resolutions.ts'
import { scopeApi } from './api/scope.ts'
import { sheetsApi } from './api/sheets.ts'
import { visitWordsApi } from './api/visit-words.ts'
import { visitsApi } from './api/visits.ts'

export const oversightApi: readonly Handled[] = [
  ...scopeApi,
  ...deliverablesApi,
  ...noticesApi,
  ...meetingsApi,
  ...resolutionsApi,
  ...grievancesApi,
  ...complaintsApi,
  ...actionPlanApi,
  ...monthlySheetsApi,
  ...countyApi,
  ...conformityApi,
  ...lessonsApi,
  ...visitsApi,
  ...findingsApi,
  ...visitWordsApi,
  ...sheetsApi,
]
