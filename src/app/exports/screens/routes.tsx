import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const exportsPages: readonly Page[] = [
  {
    path: '/staff/exports',
    load: () => import('./exports-page.tsx'),
    action: 'exports.make',
    nav: { label: navWords.exports, icon: 'package', order: 59 },
  },
]
