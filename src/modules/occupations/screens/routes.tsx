import type { Page } from '../../../ui/page.ts'
import { navWords } from '../nav-words.ts'

export const occupationsPages: readonly Page[] = [
  {
    path: '/staff/fields',
    load: () => import('./fields-page.tsx'),
    action: 'occupations.read',
    nav: { label: navWords.fields, icon: 'hand-heart', order: 40 },
  },
  { path: '/staff/fields/$code', load: () => import('./field-page.tsx'), action: 'occupations.read' },
  { path: '/staff/chains', load: () => import('./chains-page.tsx'), action: 'occupations.read' },
  { path: '/staff/offers', load: () => import('./offers-page.tsx'), action: 'occupations.read' },
]
