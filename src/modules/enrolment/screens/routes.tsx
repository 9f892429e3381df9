import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const enrolmentPages: readonly Page[] = [
  {
    path: '/staff/imports',
    load: () => import('./imports-page.tsx'),
    action: 'enrolment.read-imports',
    nav: { label: navWords.imports, icon: 'upload', order: 20 },
  },
  { path: '/staff/imports/$importId', load: () => import('./import-page.tsx'), action: 'enrolment.read-imports' },
  {
    path: '/staff/introduced',
    load: () => import('./introduced-page.tsx'),
    action: 'enrolment.read-introduced',
    nav: { label: navWords.introduced, icon: 'users', order: 21 },
  },
  {
    path: '/staff/my-files',
    load: () => import('./own-cases-page.tsx'),
    action: 'enrolment.read-own-cases',
    nav: { label: navWords['own-cases'], icon: 'folder-open', order: 11 },
  },
  {
    path: '/staff/cases',
    load: () => import('./cases-page.tsx'),
    action: 'enrolment.read-cases',
    nav: { label: navWords.cases, icon: 'folder-open', order: 12 },
  },
  {
    path: '/staff/undecided',
    load: () => import('./undecided-page.tsx'),
    action: 'enrolment.read-undecided',
    nav: { label: navWords.undecided, icon: 'scale', order: 13 },
  },
  {
    path: '/staff/queue',
    load: () => import('./queue-page.tsx'),
    action: 'enrolment.read-queue',
    nav: { label: navWords.queue, icon: 'list-ordered', order: 14 },
  },
  {
    path: '/staff/appeals',
    load: () => import('./appeals-page.tsx'),
    action: 'enrolment.read-appeals',
    nav: { label: navWords.appeals, icon: 'scale', order: 15 },
  },
  {
    path: '/staff/enquiries',
    load: () => import('./enquiries-page.tsx'),
    action: 'enrolment.answer-enquiry',
    nav: { label: navWords.enquiries, icon: 'inbox', order: 10 },
  },
  {
    path: '/staff/support-list',
    load: () => import('./support-list-page.tsx'),
    action: 'enrolment.tell-support-status',
    nav: { label: navWords['tell-support-status'], icon: 'upload', order: 22 },
  },
  {
    path: '/staff/hand-over',
    load: () => import('./hand-over-page.tsx'),
    action: 'enrolment.reassign',
    nav: { label: navWords['hand-over'], icon: 'users', order: 16 },
  },
  {
    path: '/staff/same-persons',
    load: () => import('./same-persons-page.tsx'),
    action: 'enrolment.settle-same-person',
    nav: { label: navWords['same-persons'], icon: 'users', order: 61 },
  },
  { path: '/staff/cases/$caseId/letter', load: () => import('./letter-page.tsx'), action: 'enrolment.read-decision' },
]
