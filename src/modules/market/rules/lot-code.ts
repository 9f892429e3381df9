import { checkDigitOf } from '../../../platform/identifiers.ts'

const RANDOM_DIGITS = 8
/** Eight random digits with a check digit: printed on the papers of a lot and scanned; it says nothing of her. */
export function lotCodeOf(digits: string): string {
  return digits + checkDigitOf(digits)
}
/** What is wrong with a code as typed so far; a wrong digit is caught before anything is looked up. */
export function lotCodeProblem(code: string): 'short' | 'wrong' | undefined {
  if (code.length <= RANDOM_DIGITS) return 'short'
  return code === lotCodeOf(code.slice(0, RANDOM_DIGITS)) ? undefined : 'wrong'
}
