import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const worklistPages: readonly Page[] = [
  {
    path: '/staff/today',
    load: () => import('./today-page.tsx'),
    action: 'worklist.read-today',
    nav: { label: navWords.today, icon: 'message', order: 0 },
  },
  {
    path: '/staff/worklist',
    load: () => import('./worklist-page.tsx'),
    action: 'worklist.read',
    nav: { label: navWords.worklist, icon: 'inbox', order: 1 },
  },
]
