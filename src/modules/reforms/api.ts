import type { Handled } from '../../platform/http.ts'
import { arrangementsApi } from './api/arrangements.ts'
import { obstaclesApi } from './api/obstacles.ts'

export const reformsApi: readonly Handled[] = [...obstaclesApi, ...arrangementsApi]
