/** Wrong numbers in a row before her own way in is shut; it is opened again face to face alone (roles.md §3.4). */
export const PIN_TRIES = 10
/** Wrong numbers for one code: whoever holds the phone has to ask for another. */
export const CODE_TRIES = 5
export const CODE_MINUTES = 10
export const SECONDS_BETWEEN_CODES = 60
/** Messages to one phone a day: nobody's pages are opened more often, and nobody is plagued by codes. */
export const CODES_A_DAY = 8
/** Codes asked for from one network address in a quarter of an hour: a class of women behind one line comes through, nobody goes through a province. */
export const CODES_AN_ADDRESS = 60
export const ADDRESS_MINUTES = 15
/** Her pages are shut after so many minutes without a touch, and after so many in any case. */
export const IDLE_MINUTES = 15
export const LONGEST_MINUTES = 120
/** Money stays open so long after her number, and any other step shuts it. */
export const MONEY_MINUTES = 3

/** Four digits somebody would try first: all alike, a row up or down, a pair twice, or a year of birth. */
export function isPlainPin(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, place) => (digit - (digits[place] ?? 0) + 10) % 10)
  const isRow = steps.every((step) => step === steps[0] && (step === 0 || step === 1 || step === 9))
  return isRow || pin.slice(0, 2) === pin.slice(2) || /^(13|14|19|20)\d\d$/.test(pin)
}
export const isPin = (text: string): boolean => /^\d{4}$/.test(text)
/**
 * One number in sixteen is refused on any phone, by what the phone and the house make of it. A number that somebody else on this phone has already
 * is refused in the same words, so that a refusal says nothing of her (decision 0050).
 */
export const isRefusedByLot = (lot: Buffer): boolean => (lot[0] ?? 0) < 16
