import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const marketPages: readonly Page[] = [
  {
    path: '/staff/orders',
    load: () => import('./orders-page.tsx'),
    action: 'market.read-orders',
    nav: { label: navWords.orders, icon: 'shopping-basket', order: 45 },
  },
  {
    path: '/staff/order-requests',
    load: () => import('./order-requests-page.tsx'),
    action: 'market.read-order-requests',
    nav: { label: navWords['order-requests'], icon: 'shopping-basket', order: 45 },
  },
  { path: '/staff/orders/$id', load: () => import('./order-page.tsx'), action: 'market.read-orders' },
  {
    path: '/staff/lots',
    load: () => import('./lots-page.tsx'),
    action: 'market.read-lots',
    nav: { label: navWords.lots, icon: 'package', order: 46 },
  },
  { path: '/staff/lots/$id', load: () => import('./lot-page.tsx'), action: 'market.read-lots' },
  {
    path: '/staff/standings',
    load: () => import('./standings-page.tsx'),
    action: 'market.read-standings',
    nav: { label: navWords.standings, icon: 'package', order: 46 },
  },
  {
    path: '/staff/realisation',
    load: () => import('./realisation-page.tsx'),
    action: 'market.read-realisation',
    nav: { label: navWords.realisation, icon: 'hand-heart', order: 44 },
  },
]
