import { defineWords } from '../../platform/words.ts'

export const words = defineWords('occupations', {})
