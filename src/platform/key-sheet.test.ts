import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyFromLines, linesOf } from './key-sheet.ts'

const key = Buffer.from('00112233445566778899aabbccddeeff0123456789abcdef0f1e2d3c4b5a6978', 'hex')

test('four lines of four groups and a check', () => {
  expect(linesOf(key)).toHaveLength(4)
  for (const [index, line] of linesOf(key).entries())
    expect(line).toMatch(new RegExp(`^${index + 1}  ([0-9a-f]{4} ){3}[0-9a-f]{4}  [0-9a-f]{2}$`))
})
test('what is printed can be typed again, with other spaces, capitals, Persian digits and words around it', () => {
  const printed = linesOf(key).join('\n')
  for (const typed of [
    printed,
    printed.toUpperCase().replaceAll(' ', ''),
    printed.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? ''),
    `کاریز\n\n${linesOf(key).toReversed().join('\n\n')}\nپایان`,
  ])
    expect(keyFromLines(typed)).toEqual({ key })
})
test('a wrong letter, a missing line and lines of two sheets mixed in place are named', () => {
  const lines = linesOf(key)
  const first = lines[0] ?? ''
  for (const [at, letter] of Array.from(first).entries()) {
    if (!/[0-9a-f]/.test(letter) || at === 0) continue
    const slipped = `${first.slice(0, at)}${letter === 'b' ? '6' : 'b'}${first.slice(at + 1)}`
    expect([slipped, keyFromLines([slipped, ...lines.slice(1)].join('\n'))]).toEqual([slipped, { wrong: [1] }])
  }
  expect(keyFromLines(lines.slice(0, 3).join('\n'))).toEqual({ wrong: [4] })
  expect(keyFromLines(lines.map((line) => line.replace(/^2/, '3')).join('\n'))).toEqual({ wrong: [2] })
  expect(keyFromLines('')).toEqual({ wrong: [1, 2, 3, 4] })
})
test('any key comes back', () => {
  for (let times = 0; times < 200; times++) {
    const any = randomBytes(32)
    expect(keyFromLines(linesOf(any).join('\n'))).toEqual({ key: any })
  }
})
