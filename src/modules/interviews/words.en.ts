import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {
  'no-such-move': 'The conversation is not in that state now. Reload the page and look again.',
} as const satisfies English<typeof words>
