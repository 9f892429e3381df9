import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const overviewPages: readonly Page[] = [
  {
    path: '/staff/overview',
    load: () => import('./overview-page.tsx'),
    action: 'enrolment.read-counters',
    nav: { label: navWords.overview, icon: 'map', order: 2 },
  },
]
