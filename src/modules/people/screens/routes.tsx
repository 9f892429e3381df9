import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const peoplePages: readonly Page[] = [
  { path: '/staff/people/$personId/papers/$paperId', load: () => import('./paper-page.tsx'), action: 'people.print-paper' },
  { path: '/staff/people/$personId/readers', load: () => import('./readers-page.tsx'), action: 'people.read-readers' },
  {
    path: '/staff/broken-glass',
    load: () => import('./glass-page.tsx'),
    action: 'people.read-broken-glass',
    nav: { label: navWords.glasses, icon: 'scale', order: 60 },
  },
  {
    path: '/staff/mass-reads',
    load: () => import('./mass-reads-page.tsx'),
    action: 'people.read-mass-reads',
    nav: { label: navWords['mass-reads'], icon: 'scale', order: 60 },
  },
]
