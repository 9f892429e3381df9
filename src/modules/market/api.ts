import type { Handled } from '../../platform/http.ts'
import { homesApi } from './api/homes.ts'
import { lotsApi } from './api/lots.ts'
import { ordersApi } from './api/orders.ts'

export const marketApi: readonly Handled[] = [...ordersApi, ...homesApi, ...lotsApi]
