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
  {
    path: '/staff/grievances',
    load: () => import('./grievances-page.tsx'),
    action: 'oversight.read-grievances',
    nav: { label: navWords.grievances, icon: 'message', order: 53 },
  },
  { path: '/staff/grievances/new', load: () => import('./new-grievance-page.tsx'), action: 'oversight.file-grievance' },
  { path: '/staff/grievances/$id', load: () => import('./grievance-page.tsx'), action: 'oversight.read-grievances' },
  { path: '/staff/cases/$caseId/grievances', load: () => import('./her-grievances-page.tsx'), action: 'oversight.file-for-her' },
  {
    path: '/staff/grievance-figures',
    load: () => import('./grievance-figures-page.tsx'),
    action: 'oversight.read-grievance-figures',
    nav: { label: navWords['grievance-figures'], icon: 'message', order: 54 },
  },
]
