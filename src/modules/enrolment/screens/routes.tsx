import type { Page } from '../../../ui/page.ts'
import { words } from '../words.ts'

export const enrolmentPages: readonly Page[] = [
  {
    path: '/staff/imports',
    load: () => import('./imports-page.tsx'),
    action: 'enrolment.read-imports',
    nav: { label: words.imports, icon: 'upload', order: 20 },
  },
  { path: '/staff/imports/$importId', load: () => import('./import-page.tsx'), action: 'enrolment.read-imports' },
  {
    path: '/staff/introduced',
    load: () => import('./introduced-page.tsx'),
    action: 'enrolment.read-introduced',
    nav: { label: words.introduced, icon: 'users', order: 21 },
  },
  {
    path: '/staff/my-files',
    load: () => import('./own-cases-page.tsx'),
    action: 'enrolment.read-own-cases',
    nav: { label: words['own-cases'], icon: 'folder-open', order: 11 },
  },
  {
    path: '/staff/cases',
    load: () => import('./cases-page.tsx'),
    action: 'enrolment.read-cases',
    nav: { label: words.cases, icon: 'folder-open', order: 12 },
  },
]
