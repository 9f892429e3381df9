import { randomInt, randomUUIDv7 } from 'node:crypto'
import { checkDigitOf } from './identifiers.ts'

/** Ids are UUIDv7, made by whoever creates the thing; injected so that a whole run can be repeated from a seed. */
export type NewId = () => string
let last = ''
/** Each later than the one before, within a millisecond too: what one act did in two steps is read again in the order in which it was done. */
export const newId: NewId = () => {
  const drawn = randomUUIDv7()
  last = drawn > last ? drawn : nextTo(last)
  return last
}
const TAIL = 12
/** A little after this id, by an unforeseeable step; past the end of its last part, the next millisecond is waited for. */
function nextTo(id: string): string {
  const tail = Number.parseInt(id.slice(-TAIL), 16) + randomInt(1, 0x100_0000)
  if (tail < 2 ** (4 * TAIL)) return `${id.slice(0, -TAIL)}${tail.toString(16).padStart(TAIL, '0')}`
  for (;;) {
    const drawn = randomUUIDv7()
    if (drawn > id) return drawn
  }
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Fills an array with uniform random bytes. */
export type RandomBytes = (count: number) => Uint8Array

const DIGITS = '0123456789'
/**
 * A file number: eight random digits and a check digit (ISO 7064 MOD 11,10), written 1234-5678-9.
 * Random on purpose (roles.md §2): it tells neither age, ground, craft nor order of arrival.
 */
export function fileNumberOf(random: RandomBytes): string {
  const digits = Array.from(random(8), (byte) => DIGITS[byte % 10] ?? '0').join('')
  return `${digits.slice(0, 4)}-${digits.slice(4)}-${checkDigitOf(digits)}`
}
export function isFileNumber(text: string): boolean {
  const match = /^(\d{4})-(\d{4})-(\d)$/.exec(text)
  return match !== null && checkDigitOf(`${match[1]}${match[2]}`) === match[3]
}
