import { speaker } from '../../../platform/speech.ts'
import type { Language } from '../../../platform/words.ts'
import type { Sentence } from '../rules/eligibility/explain.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

export const say = speaker(words, english)
/** A sentence in the language of whoever reads it aloud, with the digits and the calendar of that language. */
export function said({ key, values, labels = {} }: Sentence, language: Language): string {
  const filled: Record<string, string | number> = { ...values }
  for (const [name, label] of Object.entries(labels)) filled[name] = say(label, language)
  return say(key, language, filled)
}
