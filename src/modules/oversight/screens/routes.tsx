import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const oversightPages: readonly Page[] = [
  {
    path: '/staff/governorate',
    load: () => import('./governorate-page.tsx'),
    action: 'oversight.read-county',
    nav: { label: navWords.governorate, icon: 'landmark', order: 0 },
  },
  {
    path: '/staff/sheets',
    load: () => import('./sheets-page.tsx'),
    action: 'oversight.read-sheets',
    nav: { label: navWords.sheets, icon: 'landmark', order: 50 },
  },
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
  { path: '/staff/grievance-figures', load: () => import('./grievance-figures-page.tsx'), action: 'oversight.read-grievance-figures' },
  {
    path: '/staff/visits',
    load: () => import('./visits-page.tsx'),
    action: 'oversight.read-visits',
    nav: { label: navWords.visits, icon: 'landmark', order: 54 },
  },
  { path: '/staff/visits/$id', load: () => import('./visit-page.tsx'), action: 'oversight.read-visits' },
  { path: '/staff/visit-figures', load: () => import('./visit-figures-page.tsx'), action: 'oversight.read-visit-figures' },
  {
    path: '/staff/site-findings',
    load: () => import('./findings-page.tsx'),
    action: 'oversight.read-findings',
    nav: { label: navWords['site-findings'], icon: 'landmark', order: 55 },
  },
  {
    path: '/staff/action-plan',
    load: () => import('./action-plan-page.tsx'),
    action: 'oversight.read-action-plan',
    nav: { label: navWords['action-plan'], icon: 'route', order: 51 },
  },
  {
    path: '/staff/monthly-sheets',
    load: () => import('./monthly-sheets-page.tsx'),
    action: 'oversight.read-action-plan',
    nav: { label: navWords['monthly-sheets'], icon: 'list-ordered', order: 52 },
  },
  { path: '/staff/monthly-sheets/$id', load: () => import('./monthly-sheet-page.tsx'), action: 'oversight.read-action-plan' },
  {
    path: '/staff/conformity',
    load: () => import('./conformity-page.tsx'),
    action: 'oversight.read-conformity',
    nav: { label: navWords.conformity, icon: 'route', order: 55 },
  },
  {
    path: '/staff/lessons',
    load: () => import('./lessons-page.tsx'),
    action: 'oversight.read-lessons',
    nav: { label: navWords.lessons, icon: 'message', order: 56 },
  },
  {
    path: '/staff/meetings',
    load: () => import('./meetings-page.tsx'),
    action: 'oversight.read-meetings',
    nav: { label: navWords.meetings, icon: 'users', order: 53 },
  },
  { path: '/staff/meetings/$id', load: () => import('./meeting-page.tsx'), action: 'oversight.read-meetings' },
  {
    path: '/staff/resolutions',
    load: () => import('./resolutions-page.tsx'),
    action: 'oversight.read-resolutions',
    nav: { label: navWords.resolutions, icon: 'scale', order: 54 },
  },
  { path: '/staff/resolutions/$id', load: () => import('./resolution-page.tsx'), action: 'oversight.read-resolutions' },
]
