import type { Handled } from '../../platform/http.ts'
import { claimsApi } from './api/claims.ts'
import { homesApi } from './api/homes.ts'
import { lotsApi } from './api/lots.ts'
import { moneyApi } from './api/money.ts'
import { openingApi } from './api/opening.ts'
import { orderRequestsApi } from './api/order-requests.ts'
import { ordersApi } from './api/orders.ts'
import { ownApi } from './api/own.ts'
import { papersApi } from './api/papers.ts'
import { splitApi } from './api/split.ts'
import { workApi } from './api/work.ts'

export const marketApi: readonly Handled[] = [
  ...ordersApi,
  ...orderRequestsApi,
  ...homesApi,
  ...openingApi,
  ...splitApi,
  ...lotsApi,
  ...ownApi,
  ...workApi,
  ...moneyApi,
  ...papersApi,
  ...claimsApi,
]
