import { jalaliOf } from './jalali.ts'
import { format, type Language, type Values, type Word } from './words.ts'

/** Fills a sentence of a room for reading aloud or for paper: digits and calendar are those of its language. A value that is an ISO day becomes a date. */
export type Speaker = (key: string, language: Language, values?: Values) => string

/** The voice of a room on the server, over its words in both languages. A key nobody wrote is a defect. */
export function speaker(words: Readonly<Record<string, Word>>, english: Readonly<Record<string, string>>): Speaker {
  const texts: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
    fa: new Map(Object.entries(words).map(([key, { message }]) => [key, message])),
    en: new Map(Object.entries(english)),
  }
  return (key, language, values = {}) => {
    const text = texts[language].get(key) ?? texts.fa.get(key)
    if (text === undefined) throw new Error(`no words for ${key}`)
    const filled: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(values)) filled[name] = typeof value === 'string' ? shownDay(value, language) : value
    return shownDigits(format(text, language, filled), language)
  }
}
const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹'
/** Digits of a text in the digits of its language. */
export function shownDigits(text: string, language: Language): string {
  return language === 'fa' ? text.replace(/\d/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? digit) : text
}
/** An ISO day in the calendar of a language, in ASCII digits; any other text stays. */
export function shownDay(text: string, language: Language): string {
  if (language === 'en' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  const { year, month, day } = jalaliOf(text)
  return `${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`
}
