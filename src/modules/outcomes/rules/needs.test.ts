import { expect, test } from 'vitest'
import { beforeOf, changeOf } from './bands.ts'
import { needsOf } from './needs.ts'

const said = { 'work-now': 'orders', 'money-came': 'all', 'own-sales': 0, hardest: 'nothing', 'guide-calls': 'no' }
test.each([
  ['nothing where all is well', said, []],
  [
    'whether she may refuse, who decides and how her household lives are for nobody who guides her',
    { ...said, 'may-refuse': 'no', decides: 'others', 'household-income': 'none', 'own-sales': 5_000_000 },
    [],
  ],
  [
    'her wish for a call first, then money, then what is hard',
    { ...said, hardest: 'material', 'money-came': 'none', 'guide-calls': 'yes' },
    ['call-her', 'money-none', 'hardest-material'],
  ],
  ['what she did not wish to say is no errand', { 'work-now': null, 'money-came': null, hardest: null, 'guide-calls': null }, []],
])('of her answers her guide gets what needs doing: %s', (_what, answers, expected) => {
  expect(needsOf(answers)).toEqual(expected)
})
test('bands are compared in their order, and not where one is unknown', () => {
  expect(changeOf({ before: 'under-half', now: 'under-one' })).toBe('up')
  expect(changeOf({ before: 'two-and-more', now: 'none' })).toBe('down')
  expect(changeOf({ before: 'none', now: 'none' })).toBe('same')
  expect([changeOf({ before: null, now: 'none' }), changeOf({ before: 'none', now: null })]).toEqual([null, null])
})
test('a band written after her plan of work was agreed is not how she lived before it', () => {
  const written = { band: 'under-half', writtenOn: '2026-08-23' } as const
  expect(beforeOf(written, '2026-08-23')).toBe('under-half')
  expect([beforeOf(written, '2026-08-22'), beforeOf(written, null), beforeOf(undefined, '2026-08-23')]).toEqual([null, null, null])
})
