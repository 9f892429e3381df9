import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const partnersPages: readonly Page[] = [
  {
    path: '/staff/organisations',
    load: () => import('./organisations-page.tsx'),
    action: 'partners.read',
    nav: { label: navWords.organisations, icon: 'network', order: 41 },
  },
  { path: '/staff/organisations/$id', load: () => import('./organisation-page.tsx'), action: 'partners.read' },
  {
    path: '/staff/capacities',
    load: () => import('./capacities-page.tsx'),
    action: 'partners.read-capacities',
    nav: { label: navWords.capacities, icon: 'landmark', order: 42 },
  },
  {
    path: '/staff/pledges',
    load: () => import('./pledges-page.tsx'),
    action: 'partners.read-pledges',
    nav: { label: navWords.pledges, icon: 'hand-heart', order: 43 },
  },
  { path: '/staff/pledges/$id', load: () => import('./pledge-page.tsx'), action: 'partners.read-pledges' },
  {
    path: '/staff/applications',
    load: () => import('./applications-page.tsx'),
    action: 'partners.vet',
    nav: { label: navWords.applications, icon: 'users', order: 44 },
  },
]
