import type { Handled } from '../../platform/http.ts'
import { businessesOfHers } from './api/businesses.ts'
import { hubsApi } from './api/hubs.ts'
import { permitsApi } from './api/permits.ts'
import { productsApi } from './api/products.ts'
import { reviewsApi } from './api/reviews.ts'

/** The routes of this room. */
export const businessesApi: readonly Handled[] = [...businessesOfHers, ...permitsApi, ...reviewsApi, ...productsApi, ...hubsApi]
