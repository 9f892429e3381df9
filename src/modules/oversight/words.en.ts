import type { English } from '../../platform/words.ts'
import { scopeEnglish } from './words/scope.en.ts'
import type { words } from './words.ts'

export const english = {
  scopes: 'Scopes of work',
  ...scopeEnglish,
} as const satisfies English<typeof words>
