import type { Handled } from '../../platform/http.ts'
import { deliverablesApi } from './api/deliverables.ts'
import { noticesApi } from './api/notices.ts'
import { scopeApi } from './api/scope.ts'

export const oversightApi: readonly Handled[] = [...scopeApi, ...deliverablesApi, ...noticesApi]
