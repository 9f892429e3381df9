import { jalaliOf } from '../platform/jalali.ts'
import type { Language } from '../platform/words.ts'

const MONTHS = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند']
const ENGLISH_MONTHS = [
  'Farvardin',
  'Ordibehesht',
  'Khordad',
  'Tir',
  'Mordad',
  'Shahrivar',
  'Mehr',
  'Aban',
  'Azar',
  'Dey',
  'Bahman',
  'Esfand',
]
const WEEKDAYS = ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه']
export type DateStyle = 'short' | 'long' | 'full' | 'month'

/** Digits of a text in the digits of the language; codes and numbers alike. A code of several parts keeps their order inside a Persian sentence. */
export function digits(text: string, language: Language): string {
  if (language === 'en') return text
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x06c0)).replace(/[۰-۹]+(?:-[۰-۹]+)+/g, '\u2066$&\u2069')
}
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fa-IR').format(value)
}
/** An ISO date as people read it: Jalali in Persian («دوشنبه ۲ آذر ۱۴۰۵»), Gregorian in English. The platform's long Persian forms put the parts in the wrong order. */
export function formatDate(iso: string, language: Language, style: DateStyle = 'long'): string {
  if (language === 'en') return englishDate(iso, style)
  const { year, month, day } = jalaliOf(iso)
  const name = MONTHS[month - 1] ?? ''
  const two = (part: number): string => String(part).padStart(2, '0')
  if (style === 'short') return digits(`${year}/${two(month)}/${two(day)}`, language)
  if (style === 'month') return digits(`${name} ${year}`, language)
  const spelled = digits(`${day} ${name} ${year}`, language)
  return style === 'full' ? `${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]} ${spelled}` : spelled
}
function englishDate(iso: string, style: DateStyle): string {
  const options = {
    short: { year: 'numeric', month: '2-digit', day: '2-digit' },
    long: { year: 'numeric', month: 'long', day: 'numeric' },
    full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    month: { year: 'numeric', month: 'long' },
  } as const
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options[style] }).format(new Date(`${iso}T00:00:00Z`))
}
/** Names of the twelve months of the calendar that the language shows. */
export function monthNames(language: Language): readonly string[] {
  if (language !== 'en') return MONTHS
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })
  return MONTHS.map((_, index) => name.format(Date.UTC(2001, index, 1)))
}
/** Names of the months of the Jalali year; offices count in them whatever the language of the screen. */
export function jalaliMonthNames(language: Language): readonly string[] {
  return language === 'en' ? ENGLISH_MONTHS : MONTHS
}
/** An instant in Tehran: day and time of day. */
export function formatInstant(instant: string, language: Language): string {
  const at = new Date(instant)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran', year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tehran', hour: '2-digit', minute: '2-digit' }).format(at)
  return `${formatDate(day, language)}${language === 'en' ? ', ' : '، '}${digits(time, language)}`
}
/** The time of day of an instant in Tehran. */
export function formatTime(instant: string, language: Language): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tehran', hour: '2-digit', minute: '2-digit' })
  return digits(time.format(new Date(instant)), language)
}
/** Money is kept in rial and always shows its unit; one toman is ten rial and is never meant unless it is said. */
export function formatMoney(rial: number, language: Language, unit: 'rial' | 'toman' = 'rial'): string {
  const amount = formatNumber(unit === 'toman' ? rial / 10 : rial, language)
  return `${amount} ${language === 'en' ? unit : unit === 'toman' ? 'تومان' : 'ریال'}`
}
/** The name of a Jalali month, 1–12. */
export function formatMonth(month: number, language: Language): string {
  return (language === 'en' ? ENGLISH_MONTHS : MONTHS)[month - 1] ?? ''
}
