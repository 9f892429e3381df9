import type { Handled } from '../../platform/http.ts'
import { agreeingApi } from './api/agreeing.ts'
import { instrumentApi } from './api/instrument.ts'
import { invitationsApi } from './api/interviews.ts'
import { resultsApi } from './api/results.ts'
import { rosterApi } from './api/roster.ts'
import { seatsApi } from './api/seats.ts'
import { sessionsApi } from './api/sessions.ts'

export const interviewsApi: readonly Handled[] = [
  ...instrumentApi,
  ...sessionsApi,
  ...invitationsApi,
  ...seatsApi,
  ...rosterApi,
  ...agreeingApi,
  ...resultsApi,
]
