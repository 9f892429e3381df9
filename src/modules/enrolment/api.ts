import type { Handled } from '../../platform/http.ts'
import { casesApi } from './api/cases.ts'

export const enrolmentApi: readonly Handled[] = [...casesApi]
