import type { Page } from '../../../ui/page.ts'
import { words } from '../words.ts'

export const overviewPages: readonly Page[] = [
  {
    path: '/staff/overview',
    load: () => import('./overview-page.tsx'),
    action: 'enrolment.read-counters',
    nav: { label: words.overview, icon: 'map', order: 2 },
  },
]
