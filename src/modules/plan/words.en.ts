import type { English } from '../../platform/words.ts'
import type { words } from './words.ts'

export const english = {} as const satisfies English<typeof words>
