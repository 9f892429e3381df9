import { speaker } from '../../platform/speech.ts'
import { english } from './words.en.ts'
import { words } from './words.ts'

/** The voice of the public pages, which are made on the server. */
export const say = speaker(words, english)
