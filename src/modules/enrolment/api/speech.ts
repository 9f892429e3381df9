import { jalaliOf } from '../../../platform/jalali.ts'
import { format, type Language, type Values } from '../../../platform/words.ts'
import type { Sentence } from '../rules/eligibility/explain.ts'
import { english } from '../words.en.ts'
import { words } from '../words.ts'

const texts: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fa: new Map(Object.entries(words).map(([key, { message }]) => [key, message])),
  en: new Map<string, string>(Object.entries(english)),
}
/** A sentence in the language of whoever reads it aloud. Days appear in the calendar of the language. */
export function said({ key, values, labels = {} }: Sentence, language: Language): string {
  const filled: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) filled[name] = typeof value === 'string' ? day(value, language) : value
  for (const [name, label] of Object.entries(labels)) filled[name] = message(label, language)
  return format(message(key, language), language, filled)
}
export function say(key: string, language: Language, values: Values = {}): string {
  return said({ key, values }, language)
}
function message(key: string, language: Language): string {
  const text = texts[language].get(key) ?? texts.fa.get(key)
  if (text === undefined) throw new Error(`no words for ${key}`)
  return text
}
/** An ISO date among the values of a sentence, as it is read aloud; any other text stays. */
function day(text: string, language: Language): string {
  if (language === 'en' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  const { year, month, day: date } = jalaliOf(text)
  return `${digits(year)}/${digits(month, 2)}/${digits(date, 2)}`
}
function digits(value: number, length = 1): string {
  return String(value)
    .padStart(length, '0')
    .replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)
}
