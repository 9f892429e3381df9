import type { Handled } from '../../platform/http.ts'
import { agreeingApi } from './api/agreeing.ts'
import { fromSeatApi } from './api/from-seat.ts'
import { instrumentApi } from './api/instrument.ts'
import { invitationsApi } from './api/interviews.ts'
import { resultsApi } from './api/results.ts'
import { rosterApi } from './api/roster.ts'
import { seatsApi } from './api/seats.ts'
import { secondReadingsApi } from './api/second-readings.ts'
import { sessionsApi } from './api/sessions.ts'

export const interviewsApi: readonly Handled[] = [
  ...instrumentApi,
  ...sessionsApi,
  ...invitationsApi,
  ...seatsApi,
  ...fromSeatApi,
  ...rosterApi,
  ...agreeingApi,
  ...resultsApi,
  ...secondReadingsApi,
]
