import { type Speaker, speaker } from '../../platform/speech.ts'
import type { Values } from '../../platform/words.ts'
import { english } from './words.en.ts'
import { words } from './words.ts'

const speak: Speaker = speaker(words, english)
/** Her pages speak Persian whatever language the phone was bought with. */
export const say = (key: keyof typeof words, values?: Values): string => speak(key, 'fa', values)
