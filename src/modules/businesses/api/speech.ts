import { speaker } from '../../../platform/speech.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

/** The voice of this room, for what is printed. */
export const say = speaker(words, english)
