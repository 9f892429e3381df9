import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const oversightPages: readonly Page[] = [
  {
    path: '/staff/scopes',
    load: () => import('./scopes-page.tsx'),
    action: 'oversight.read-scopes',
    nav: { label: navWords.scopes, icon: 'clipboard-list', order: 52 },
  },
  { path: '/staff/scopes/$id', load: () => import('./scope-page.tsx'), action: 'oversight.read-scopes' },
  { path: '/staff/deliverables/$id', load: () => import('./deliverable-page.tsx'), action: 'oversight.read-scopes' },
]
