import { describe, expect, test } from 'vitest'
import { supports } from '../contract/exit-table.ts'
import { concerns, herRows, inForceOn, reasonsNotToPublish, reasonsNotToTake } from './exit-table.ts'

const rows = supports.map((support) => ({ support, sourceNumber: null, sourceDate: null }))
describe('the edition in force', () => {
  const first = { number: 1, inForceFrom: '2026-01-01' }
  const second = { number: 2, inForceFrom: '2026-06-01' }
  const corrected = { number: 3, inForceFrom: '2026-06-01' }
  test('is none before the first, and the latest begun afterwards', () => {
    const all = [first, second, corrected]
    expect(inForceOn(all, '2025-12-31')).toBeUndefined()
    expect(inForceOn(all, '2026-05-31')).toBe(first)
    expect(inForceOn([first, second], '2026-06-01')).toBe(second)
  })
  test('of two that begin on one day the later published holds', () => {
    expect(inForceOn([corrected, first, second], '2026-07-01')).toBe(corrected)
  })
})
describe('publishing', () => {
  test('a line for each of the five supports, from today on', () => {
    expect(reasonsNotToPublish({ inForceFrom: '2026-02-01', rows }, '2026-02-01')).toEqual([])
  })
  test.each(supports)('without %s the table is not whole', (missing) => {
    const others = rows.filter(({ support }) => support !== missing)
    expect(reasonsNotToPublish({ inForceFrom: '2026-02-01', rows: others }, '2026-02-01')).toEqual(['pathways.exit-table-not-whole'])
  })
  test('days gone by, and half a letter, are told together', () => {
    const half = [...rows, { support: 'behzisti' as const, sourceNumber: '۱۲', sourceDate: null }]
    expect(reasonsNotToPublish({ inForceFrom: '2026-01-31', rows: half }, '2026-02-01')).toEqual([
      'pathways.exit-table-backdated',
      'pathways.source-half',
    ])
  })
})
test('a fingerprint needs a witness, her spoken word and her signature none', () => {
  expect(reasonsNotToTake({ manner: 'fingerprint', witnessName: null })).toEqual(['pathways.witness-missing'])
  expect(reasonsNotToTake({ manner: 'fingerprint', witnessName: 'گواه' })).toEqual([])
  expect(reasonsNotToTake({ manner: 'spoken', witnessName: null })).toEqual([])
})
describe('what concerns her comes first, and nothing is left out', () => {
  test('covered by the Relief Committee, widowed', () => {
    const facts = { coveredBy: ['IKRC'], groundClass: 'widowed' as const }
    expect(herRows(rows, facts).map(({ support, concernsHer }) => [support, concernsHer])).toEqual([
      ['relief-committee', true],
      ['survivor-pension', true],
      ['insurance', true],
      ['cash-subsidy', true],
      ['behzisti', false],
    ])
  })
  test('whose husband cannot provide is shown the pension too, after the rest', () => {
    const facts = { coveredBy: [], groundClass: 'husband-cannot-provide' as const }
    expect(concerns('survivor-pension', facts)).toBe(false)
    expect(herRows(rows, facts)).toHaveLength(supports.length)
  })
})
