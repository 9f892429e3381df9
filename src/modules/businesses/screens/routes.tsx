import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const businessesPages: readonly Page[] = [
  { path: '/staff/cases/$caseId/business', load: () => import('./business-page.tsx'), action: 'businesses.read' },
  {
    path: '/staff/my-businesses',
    load: () => import('./my-businesses-page.tsx'),
    action: 'businesses.read',
    nav: { label: navWords['my-businesses'], icon: 'store', order: 13 },
  },
  {
    path: '/staff/permit-reviews',
    load: () => import('./reviews-page.tsx'),
    action: 'businesses.read-own-reviews',
    nav: { label: navWords['own-reviews'], icon: 'store', order: 14 },
  },
  {
    path: '/staff/permits',
    load: () => import('./standings-page.tsx'),
    action: 'businesses.read-standings',
    nav: { label: navWords.standings, icon: 'store', order: 27 },
  },
  {
    path: '/staff/goods',
    load: () => import('./goods-page.tsx'),
    action: 'businesses.read-products',
    nav: { label: navWords.goods, icon: 'store', order: 28 },
  },
  {
    path: '/staff/hubs',
    load: () => import('./hubs-page.tsx'),
    action: 'businesses.read-hubs',
    nav: { label: navWords.hubs, icon: 'network', order: 29 },
  },
  { path: '/staff/hubs/$id', load: () => import('./members-page.tsx'), action: 'businesses.read-members' },
]
