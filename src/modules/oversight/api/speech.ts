import { speaker } from '../../../platform/speech.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

export const say = speaker(words, english)
