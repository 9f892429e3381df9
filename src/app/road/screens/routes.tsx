import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const roadPages: readonly Page[] = [
  { path: '/staff/cases/$caseId', load: () => import('./case-page.tsx'), action: 'road.read' },
  {
    path: '/staff/roster',
    load: () => import('./roster-page.tsx'),
    action: 'road.print-roster',
    nav: { label: navWords.roster, icon: 'list-ordered', order: 12 },
  },
]
