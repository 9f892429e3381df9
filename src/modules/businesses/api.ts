import type { Handled } from '../../platform/http.ts'
import { businessesOfHers } from './api/businesses.ts'
import { cardApi } from './api/card.ts'
import { hubsApi } from './api/hubs.ts'
import { permitsApi } from './api/permits.ts'
import { productsApi } from './api/products.ts'
import { reviewsApi } from './api/reviews.ts'
import { showingApi } from './api/showing.ts'

/** The routes of this room. */
export const businessesApi: readonly Handled[] = [
  ...businessesOfHers,
  ...permitsApi,
  ...reviewsApi,
  ...productsApi,
  ...showingApi,
  ...cardApi,
  ...hubsApi,
]
