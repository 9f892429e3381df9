/** Wrong numbers in a row before her own way in is shut; it is opened again face to face alone (roles.md §3.4). */
export const PIN_TRIES = 10
/** Wrong tries at one phone from one network address in a quarter of an hour, and from all of them together. */
export const TRIES_AN_ADDRESS = 6
export const TRIES_A_PHONE = 60
/** A code holds so long at least; longer where the next message waits longer. */
export const CODE_MINUTES = 10
/** Past so many hours without a message to a phone the waits begin anew. */
export const FORGET_HOURS = 12
/** Codes asked for from one network address in a quarter of an hour: a class of women behind one line comes through, nobody goes through a province. */
export const CODES_AN_ADDRESS = 60
export const ADDRESS_MINUTES = 15
/** Her pages are shut after so many minutes without a touch, and after so many in any case. */
export const IDLE_MINUTES = 15
export const LONGEST_MINUTES = 120
/** Money stays open so long after her number, and any other step shuts it. */
export const MONEY_MINUTES = 5

/** Four digits somebody would try first: all alike, a row up or down, a pair twice, or a year of birth. */
export function isPlainPin(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, place) => (digit - (digits[place] ?? 0) + 10) % 10)
  const isRow = steps.every((step) => step === steps[0] && (step === 0 || step === 1 || step === 9))
  return isRow || pin.slice(0, 2) === pin.slice(2) || /^(13|14|19|20)\d\d$/.test(pin)
}
/** The network an address stands for: one line has endless addresses of IPv6, and its first four groups are the line. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0))
  const groups = [...(before ?? []), ...Array.from({ length: zeros }, () => '0'), ...(after ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
export const isPin = (text: string): boolean => /^\d{4}$/.test(text)
/**
 * One number in sixteen is refused on any phone, by what the phone and the house make of it. A number that somebody else on this phone has already
 * is refused in the same words, so that a refusal says nothing of her (decision 0050).
 */
export const isRefusedByLot = (lot: Buffer): boolean => (lot[0] ?? 0) < 16
