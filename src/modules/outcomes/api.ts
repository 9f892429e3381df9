import type { Handled } from '../../platform/http.ts'
import { boardApi } from './api/board.ts'
import { callsApi } from './api/calls.ts'
import { followUpsApi } from './api/follow-ups.ts'
import { outcomeApi } from './api/outcomes.ts'
import { priceIndexApi } from './api/price-index.ts'
import { releasesApi } from './api/releases.ts'

/** The routes of this room. */
export const outcomesApi: readonly Handled[] = [...priceIndexApi, ...callsApi, ...followUpsApi, ...outcomeApi, ...boardApi, ...releasesApi]
