import type { English } from '../../platform/words.ts'
import { grievanceEnglish } from './words/grievances.en.ts'
import { scopeEnglish } from './words/scope.en.ts'
import type { words } from './words.ts'

export const english = {
  scopes: 'Scopes of work',
  grievances: 'Grievances',
  'grievance-figures': 'Grievances in numbers',
  ...scopeEnglish,
  ...grievanceEnglish,
} as const satisfies English<typeof words>
