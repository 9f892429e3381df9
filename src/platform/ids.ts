import { randomUUIDv7 } from 'node:crypto'
import { checkDigitOf } from './identifiers.ts'

/** Ids are UUIDv7, made by whoever creates the thing; injected so that a whole run can be repeated from a seed. */
export type NewId = () => string
export const newId: NewId = () => randomUUIDv7()

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
