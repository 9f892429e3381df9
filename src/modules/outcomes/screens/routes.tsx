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
    path: '/staff/price-index',
    load: () => import('./price-index-page.tsx'),
    action: 'outcomes.read-price-index',
    nav: { label: navWords['price-index'], icon: 'scale', order: 72 },
  },
]
