import type { Handled } from '../../platform/http.ts'
import { boardApi } from './api/board.ts'
import { factsApi } from './api/facts.ts'
import { seasonApi } from './api/season.ts'
import { standingsApi } from './api/standings.ts'
import { studiesApi } from './api/studies.ts'

export const amayeshApi: readonly Handled[] = [...boardApi, ...standingsApi, ...seasonApi, ...factsApi, ...studiesApi]
