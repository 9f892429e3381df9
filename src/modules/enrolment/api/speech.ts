import { jalaliOf } from '../../../platform/jalali.ts'
import { format, type Language, type Values } from '../../../platform/words.ts'
import type { Sentence } from '../rules/eligibility/explain.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

const texts: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fa: new Map(Object.entries(words).map(([key, { message }]) => [key, message])),
  en: new Map<string, string>(Object.entries(english)),
}
/** A sentence in the language of whoever reads it aloud, with the digits and the calendar of that language. */
export function said({ key, values, labels = {} }: Sentence, language: Language): string {
  const filled: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) filled[name] = typeof value === 'string' ? day(value, language) : value
  for (const [name, label] of Object.entries(labels)) filled[name] = message(label, language)
  const sentence = format(message(key, language), language, filled)
  return language === 'fa' ? sentence.replace(/\d/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? digit) : sentence
}
const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹'
export function say(key: string, language: Language, values: Values = {}): string {
  return said({ key, values }, language)
}
function message(key: string, language: Language): string {
  const text = texts[language].get(key) ?? texts.fa.get(key)
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text
}
/** An ISO date among the values of a sentence, in the calendar of its language; any other text stays. */
function day(text: string, language: Language): string {
  if (language === 'en' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  const { year, month, day: date } = jalaliOf(text)
  return `${year}/${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}`
}
