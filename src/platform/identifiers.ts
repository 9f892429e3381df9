import { asciiDigits } from './persian.ts'

/** A parsed identifier, or the code of the reason against it (each has a sentence in the words of whoever asks). */
export type Parsed<Reason extends string> = { readonly value: string; readonly isPadded?: boolean } | { readonly reason: Reason }

/**
 * National ID (کد ملی): ten digits. Eight and nine digits are completed with leading zeros that spreadsheets lose, and said to be.
 * All-equal digits and a wrong check digit are refused; a right one proves nothing about identity.
 */
export function parseNationalId(text: string): Parsed<'national-id-length' | 'national-id-wrong'> {
  const digits = digitsOf(text)
  if (!/^\d{8,10}$/.test(digits)) return { reason: 'national-id-length' }
  const value = digits.padStart(10, '0')
  if (/^(\d)\1{9}$/.test(value) || nationalIdCheckDigit(value) !== value[9]) return { reason: 'national-id-wrong' }
  return digits.length < 10 ? { value, isPadded: true } : { value }
}
/** The tenth digit that belongs to the first nine. */
export function nationalIdCheckDigit(digits: string): string {
  const remainder = sum(Array.from({ length: 9 }, (_, place) => Number(digits[place]) * (10 - place))) % 11
  return String(remainder < 2 ? remainder : 11 - remainder)
}
/** A mobile number of Iran as E.164 (+989…); accepts 09…, 9…, +98…, 0098…, 98… in any digits, with spaces and dashes. */
export function parseMobile(text: string): Parsed<'phone-wrong'> {
  const match = /^(?:\+?98|0098|0)?(9\d{9})$/.exec(digitsOf(text, '+'))
  return match === null ? { reason: 'phone-wrong' } : { value: `+98${match[1]}` }
}
/** A landline of Iran as E.164, with its area code. */
export function parseLandline(text: string): Parsed<'phone-wrong'> {
  const match = /^(?:\+?98|0098|0)([1-8]\d{9})$/.exec(digitsOf(text, '+'))
  return match === null ? { reason: 'phone-wrong' } : { value: `+98${match[1]}` }
}
export function parsePhone(text: string): Parsed<'phone-wrong'> {
  const mobile = parseMobile(text)
  return 'value' in mobile ? mobile : parseLandline(text)
}
const LEGAL_WEIGHTS = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]
/** National ID of a legal entity (شناسه ملی): eleven digits with a check digit. */
export function parseLegalId(text: string): Parsed<'legal-id-wrong'> {
  const digits = digitsOf(text)
  if (!/^\d{11}$/.test(digits)) return { reason: 'legal-id-wrong' }
  const shift = Number(digits[9]) + 2
  const remainder = sum(LEGAL_WEIGHTS.map((weight, place) => (shift + Number(digits[place])) * weight)) % 11
  return String(remainder % 10) === digits[10] ? { value: digits } : { reason: 'legal-id-wrong' }
}
/** Postal code: ten digits; the first five hold neither 0 nor 2. */
export function parsePostalCode(text: string): Parsed<'postal-code-wrong'> {
  const digits = digitsOf(text)
  return /^[13-9]{5}\d{5}$/.test(digits) ? { value: digits } : { reason: 'postal-code-wrong' }
}
/** Sheba (شبا), the Iranian IBAN: `IR` and 24 digits with the ISO 13616 check (mod 97 = 1); the two letters may be missing. */
export function parseSheba(text: string): Parsed<'sheba-wrong'> {
  const digits = digitsOf(text.replace(/^\s*IR/i, ''))
  if (!/^\d{24}$/.test(digits)) return { reason: 'sheba-wrong' }
  // «IR» as numbers is 1827; four characters move to the end before the remainder is taken.
  const isRight = BigInt(`${digits.slice(2)}1827${digits.slice(0, 2)}`) % 97n === 1n
  return isRight ? { value: `IR${digits}` } : { reason: 'sheba-wrong' }
}
function digitsOf(text: string, also = ''): string {
  return asciiDigits(text)
    .replace(/[.٫]0+$/, '')
    .replace(/[\s\u200b-\u200d\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff'’_()./–-]/g, '')
    .replace(also === '' ? /^\+/ : /^$/, '')
}
function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
/** 3501234567 as 350****567: enough to recognise, too little to use. */
export function maskedNationalId(value: string): string {
  return `${value.slice(0, 4)}****${value.slice(-2)}`
}
/** ISO 7064 MOD 11,10: catches every single wrong digit and nearly every swap. */
export function checkDigitOf(digits: string): string {
  let sum = 10
  for (const digit of digits) {
    sum = (sum + Number(digit)) % 10
    sum = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - sum) % 10)
}
