import { createHash } from 'node:crypto'
import { asciiDigits } from './persian.ts'

const LINES = 4
const LETTERS = 16

/** The master key as four lines to print and to type again: number, four groups of four, two letters that tell a slip of the finger. */
export function linesOf(key: Buffer): readonly string[] {
  const hex = key.toString('hex')
  return Array.from({ length: LINES }, (_, index) => {
    const part = hex.slice(index * LETTERS, (index + 1) * LETTERS)
    return `${index + 1}  ${part.replaceAll(/(.{4})(?=.)/g, '$1 ')}  ${checkOf(index + 1, part)}`
  })
}
/** The key typed from its sheet, or the numbers of the lines that are missing or do not hold. Spaces, capitals and Persian digits do not matter. */
export function keyFromLines(text: string): { readonly key: Buffer } | { readonly wrong: readonly number[] } {
  const parts = new Map<number, string>()
  for (const line of text.split('\n')) {
    const typed = asciiDigits(line)
      .toLowerCase()
      .replaceAll(/[^0-9a-f]/g, '')
    const [number, part, check] = [Number(typed[0]), typed.slice(1, 1 + LETTERS), typed.slice(1 + LETTERS)]
    if (part.length === LETTERS && check === checkOf(number, part)) parts.set(number, part)
  }
  const wrong = Array.from({ length: LINES }, (_, index) => index + 1).filter((number) => !parts.has(number))
  if (wrong.length > 0) return { wrong }
  return { key: Buffer.from([1, 2, 3, 4].map((number) => parts.get(number) ?? '').join(''), 'hex') }
}
function checkOf(number: number, part: string): string {
  return createHash('sha256').update(`kariz:key-line ${number} ${part}`).digest('hex').slice(0, 2)
}
