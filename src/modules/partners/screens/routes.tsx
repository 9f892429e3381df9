import type { Page } from '../../../ui/page.ts'
import { words } from '../words.ts'

export const partnersPages: readonly Page[] = [
  {
    path: '/staff/organisations',
    load: () => import('./organisations-page.tsx'),
    action: 'partners.read',
    nav: { label: words.organisations, icon: 'network', order: 41 },
  },
  { path: '/staff/organisations/$id', load: () => import('./organisation-page.tsx'), action: 'partners.read' },
  {
    path: '/staff/capacities',
    load: () => import('./capacities-page.tsx'),
    action: 'partners.read-capacities',
    nav: { label: words.capacities, icon: 'landmark', order: 42 },
  },
]
