import type { Handled } from '../../platform/http.ts'
import { instrumentApi } from './api/instrument.ts'

export const interviewsApi: readonly Handled[] = [...instrumentApi]
