import type { Page } from '../../../ui/page.ts'
import { words } from '../words.ts'

export const worklistPages: readonly Page[] = [
  {
    path: '/staff/worklist',
    load: () => import('./worklist-page.tsx'),
    action: 'worklist.read',
    nav: { label: words.worklist, icon: 'inbox', order: 1 },
  },
]
