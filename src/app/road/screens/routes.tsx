import type { Page } from '../../../ui/page.ts'

export const roadPages: readonly Page[] = [{ path: '/staff/cases/$caseId', load: () => import('./case-page.tsx'), action: 'road.read' }]
