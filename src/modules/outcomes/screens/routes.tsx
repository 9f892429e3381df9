import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const outcomesPages: readonly Page[] = [
  {
    path: '/staff/board',
    load: () => import('./board-page.tsx'),
    action: 'outcomes.read-board',
    nav: { label: navWords.board, icon: 'map', order: 3 },
  },
  {
    path: '/staff/calls',
    load: () => import('./calls-page.tsx'),
    action: 'outcomes.call',
    nav: { label: navWords.calls, icon: 'message', order: 15 },
  },
  { path: '/staff/cases/$caseId/outcome', load: () => import('./outcome-page.tsx'), action: 'outcomes.read-outcome' },
  { path: '/staff/calls/$id', load: () => import('./call-page.tsx'), action: 'outcomes.call' },
  {
    path: '/staff/follow-ups',
    load: () => import('./follow-ups-page.tsx'),
    action: 'outcomes.read-follow-ups',
    nav: { label: navWords['follow-ups'], icon: 'message', order: 70 },
  },
  {
    path: '/staff/releases',
    load: () => import('./releases-page.tsx'),
    action: 'outcomes.read-releases',
    nav: { label: navWords.releases, icon: 'map', order: 71 },
  },
  {
    path: '/staff/price-index',
    load: () => import('./price-index-page.tsx'),
    action: 'outcomes.read-price-index',
    nav: { label: navWords['price-index'], icon: 'scale', order: 58 },
  },
]
