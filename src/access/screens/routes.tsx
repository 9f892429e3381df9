import type { Page } from '../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const accessPages: readonly Page[] = [
  {
    path: '/staff/assignments',
    load: () => import('./assignments-page.tsx'),
    action: 'access.read-assignments',
    nav: { label: navWords.assignments, icon: 'users', order: 70 },
  },
  {
    path: '/staff/accounts',
    load: () => import('./accounts-page.tsx'),
    action: 'access.read-accounts',
    nav: { label: navWords.accounts, icon: 'users', order: 71 },
  },
  { path: '/staff/accounts/$accountId', load: () => import('./account-page.tsx'), action: 'access.read-accounts' },
  {
    path: '/staff/invitations',
    load: () => import('./invitations-page.tsx'),
    action: 'access.invite',
    nav: { label: navWords.invitations, icon: 'inbox', order: 72 },
  },
  {
    path: '/staff/messages',
    load: () => import('./messages-page.tsx'),
    action: 'access.read-messages',
    nav: { label: navWords.messages, icon: 'message', order: 73 },
  },
  {
    path: '/staff/my-account',
    load: () => import('./my-account-page.tsx'),
    action: 'access.read-account',
    nav: { label: navWords['my-account'], icon: 'settings', order: 90 },
  },
]
