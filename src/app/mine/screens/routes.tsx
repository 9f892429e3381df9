import type { Page } from '../../../ui/page.ts'

export const minePages: readonly Page[] = [
  { path: '/staff/people/$personId/door', load: () => import('./door-page.tsx'), action: 'mine.set-pin' },
]
