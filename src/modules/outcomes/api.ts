import type { Handled } from '../../platform/http.ts'
import { priceIndexApi } from './api/price-index.ts'

/** The routes of this room. */
export const outcomesApi: readonly Handled[] = [...priceIndexApi]
