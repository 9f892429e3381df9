import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const matchingPages: readonly Page[] = [
  {
    path: '/staff/opportunities',
    load: () => import('./opportunities-page.tsx'),
    action: 'matching.read-opportunities',
    nav: { label: navWords.opportunities, icon: 'network', order: 44 },
  },
  { path: '/staff/opportunities/$id', load: () => import('./opportunity-page.tsx'), action: 'matching.read-opportunities' },
  {
    path: '/staff/runs',
    load: () => import('./runs-page.tsx'),
    action: 'matching.read-runs',
    nav: { label: navWords.runs, icon: 'network', order: 44 },
  },
  { path: '/staff/runs/$id', load: () => import('./run-page.tsx'), action: 'matching.read-runs' },
]
