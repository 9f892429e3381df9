import type { Page } from '../../../ui/page.ts'

export const territoryPages: readonly Page[] = [
  { path: '/staff/divisions', load: () => import('./divisions-page.tsx'), action: 'territory.read' },
]
