import type { Handled } from '../../platform/http.ts'
import { chancesApi } from './api/chances.ts'
import { opportunitiesApi } from './api/opportunities.ts'
import { proposalsApi } from './api/proposals.ts'
import { runsApi } from './api/runs.ts'

export const matchingApi: readonly Handled[] = [...opportunitiesApi, ...runsApi, ...proposalsApi, ...chancesApi]
