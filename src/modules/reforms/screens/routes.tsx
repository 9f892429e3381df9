import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const reformsPages: readonly Page[] = [
  {
    path: '/staff/obstacles',
    load: () => import('./obstacles-page.tsx'),
    action: 'reforms.read',
    nav: { label: navWords.obstacles, icon: 'scale', order: 56 },
  },
  { path: '/staff/obstacles/$id', load: () => import('./obstacle-page.tsx'), action: 'reforms.read' },
]
