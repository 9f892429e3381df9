import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const interviewsPages: readonly Page[] = [
  {
    path: '/staff/interviews',
    load: () => import('./sessions-page.tsx'),
    action: 'interviews.read-waiting',
    nav: { label: navWords.sessions, icon: 'clipboard-list', order: 17 },
  },
  { path: '/staff/interviews/plan', load: () => import('./plan-page.tsx'), action: 'interviews.plan-sessions' },
  { path: '/staff/interviews/members', load: () => import('./members-page.tsx'), action: 'interviews.plan-sessions' },
  {
    path: '/staff/interviews/second-readings',
    load: () => import('./second-readings-page.tsx'),
    action: 'interviews.read-second-readings',
  },
  { path: '/staff/interviews/drift', load: () => import('./drift-page.tsx'), action: 'interviews.read-drift' },
  {
    path: '/staff/my-sessions',
    load: () => import('./seats-page.tsx'),
    action: 'interviews.sit',
    nav: { label: navWords['own-sessions'], icon: 'clipboard-list', order: 9 },
  },
  { path: '/staff/my-sessions/$interviewId', load: () => import('./seat-page.tsx'), action: 'interviews.sit' },
  { path: '/staff/cases/$caseId/interview', load: () => import('./interview-page.tsx'), action: 'interviews.read-interviews' },
]
