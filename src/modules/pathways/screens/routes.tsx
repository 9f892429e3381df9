import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const pathwaysPages: readonly Page[] = [
  {
    path: '/staff/exit-table',
    load: () => import('./exit-table-page.tsx'),
    action: 'pathways.read-exit-table',
    nav: { label: navWords['exit-table'], icon: 'scale', order: 33 },
  },
  { path: '/staff/cases/$caseId/work-plan', load: () => import('./work-plan-page.tsx'), action: 'pathways.read-work-plan' },
  { path: '/staff/cases/$caseId/loans', load: () => import('./loans-page.tsx'), action: 'pathways.read-loans' },
  { path: '/staff/cases/$caseId/insurances', load: () => import('./insurances-page.tsx'), action: 'pathways.read-insurances' },
  { path: '/staff/cases/$caseId/support', load: () => import('./support-page.tsx'), action: 'pathways.read-support' },
  {
    path: '/staff/handovers',
    load: () => import('./handovers-page.tsx'),
    action: 'pathways.read-handovers',
    nav: { label: navWords.handovers, icon: 'users', order: 13 },
  },
  {
    path: '/staff/centres',
    load: () => import('./centres-page.tsx'),
    action: 'pathways.read-centres',
    nav: { label: navWords.centres, icon: 'landmark', order: 34 },
  },
  {
    path: '/staff/steps',
    load: () => import('./steps-page.tsx'),
    action: 'pathways.read-own-steps',
    nav: { label: navWords['own-steps'], icon: 'inbox', order: 12 },
  },
  { path: '/staff/cases/$caseId/exit-table', load: () => import('./her-exit-table-page.tsx'), action: 'pathways.show-exit-table' },
]
