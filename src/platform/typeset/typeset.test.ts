import { expect, test } from 'vitest'
import { type Sheet, typeset, withNumbersInOrder } from './typeset.ts'

const card: Sheet = {
  size: 'a6',
  language: 'fa',
  letterhead: 'طرح آزمایشی',
  title: 'راه من',
  register: [['شماره', '۱۲']],
  footer: 'کاریز',
  blocks: [
    { kind: 'large', text: 'قرار بعدی: دوشنبه ۲ آذر ۱۴۰۵' },
    { kind: 'facts', rows: [['همراه شما', 'سکینه']] },
    {
      kind: 'lines',
      head: ['چه', 'چند'],
      widths: [2, 1],
      rows: [
        ['نخ', '۲'],
        ['سوزن', '۱'],
      ],
    },
    { kind: 'points', items: ['نخست', 'دوم'] },
    { kind: 'code', text: 'L-4821-7' },
    { kind: 'space', lines: 1 },
    { kind: 'signatures', names: ['امضا یا اثر انگشت'] },
  ],
}
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

test('a card with every kind of part fills one page', async () => {
  const pdf = await typeset(card)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pagesOf(pdf)).toBe(1)
})
test('a long list goes on over pages, and an empty paper is still one', async () => {
  const rows = Array.from({ length: 200 }, (_, place) => [`زن ${place}`, String(place)])
  const long = await typeset({ ...card, size: 'a4', blocks: [{ kind: 'lines', head: ['نام', 'چند'], widths: [1, 1], rows }] })
  expect(pagesOf(long)).toBeGreaterThan(3)
  expect(pagesOf(await typeset({ ...card, blocks: [], register: [] }))).toBe(1)
})
test('what follows a fold stands on the other side', async () => {
  expect(pagesOf(await typeset({ ...card, blocks: [{ kind: 'text', text: 'پیش' }, { kind: 'side' }, { kind: 'text', text: 'پس' }] }))).toBe(
    2,
  )
})
test('what a person wrote is never read as markup', async () => {
  const nasty = ['#panic("x")', '*a* _b_ $c$', '#read("/etc/passwd")', '\\ ] } ) "', '= heading', '@ref <label>', '‮\u0007']
  const pdf = await typeset({ ...card, size: 'a4', title: nasty.join(' '), blocks: nasty.map((text) => ({ kind: 'text', text })) })
  expect(pagesOf(pdf)).toBe(1)
})
test('a file number within a sentence is set from its first part to its last; days and single numbers stay as they are', () => {
  expect(withNumbersInOrder('پروندهٔ ۸۴۹۱-۹۶۲۳-۳ در ۷ آذر، ۱۴۰۵/۰۹/۰۷')).toBe('پروندهٔ \u2066۸۴۹۱-۹۶۲۳-۳\u2069 در ۷ آذر، ۱۴۰۵/۰۹/۰۷')
})
