import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const amayeshPages: readonly Page[] = [
  {
    path: '/staff/amayesh',
    load: () => import('./board-page.tsx'),
    action: 'amayesh.read',
    nav: { label: navWords.amayesh, icon: 'map', order: 39 },
  },
  { path: '/staff/amayesh/cell', load: () => import('./cell-page.tsx'), action: 'amayesh.read' },
  { path: '/staff/amayesh/links', load: () => import('./links-page.tsx'), action: 'amayesh.read' },
  { path: '/staff/amayesh/buyers', load: () => import('./buyers-page.tsx'), action: 'amayesh.read' },
  { path: '/staff/amayesh/advantage', load: () => import('./advantage-page.tsx'), action: 'amayesh.read' },
  { path: '/staff/amayesh/studies', load: () => import('./studies-page.tsx'), action: 'amayesh.read' },
  { path: '/staff/amayesh/studies/$id', load: () => import('./study-page.tsx'), action: 'amayesh.read' },
]
