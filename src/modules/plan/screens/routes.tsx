import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const planPages: readonly Page[] = [
  {
    path: '/staff/plan',
    load: () => import('./plan-page.tsx'),
    action: 'plan.read',
    nav: { label: navWords.title, icon: 'route', order: 39 },
  },
  { path: '/staff/parameters', load: () => import('./parameters-page.tsx'), action: 'plan.read-parameters' },
]
