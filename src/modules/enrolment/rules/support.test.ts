import { expect, test } from 'vitest'
import { columnsOf, isJump, pastedRows, periodsOf, readSupportRow, standingOf, toldByKeyedRows } from './support.ts'

const today = '2026-11-23'
test.each([
  ['۳۵۱۰۰۰۱۲۳۰', 'تحت پوشش', '۱۴۰۵/۰۱/۱۵', { nationalId: '3510001230', status: 'covered', since: '2026-04-04' }],
  ['3510001230', 'پشت نوبت', '', { nationalId: '3510001230', status: 'in-queue', since: null }],
  ['3510001230', 'پشت‌نوبتی', null, { nationalId: '3510001230', status: 'in-queue', since: null }],
  ["'3510001230", 'مستمري بگير', '2026-04-04', { nationalId: '3510001230', status: 'covered', since: '2026-04-04' }],
  ['3510001230', 're-entered', null, { nationalId: '3510001230', status: 're-entered', since: null }],
  ['', 'تحت پوشش', null, { reasons: ['enrolment.row-national-id-missing'] }],
  [
    '3510001231',
    'نامعلوم',
    '۱۴۰۵/۱۳/۰۱',
    { reasons: ['enrolment.row-national-id-wrong', 'enrolment.row-status-unknown', 'enrolment.row-since-unreadable'] },
  ],
  ['3510001230', 'covered', '2026-11-24', { reasons: ['enrolment.row-since-in-future'] }],
  ['3510001230', 'covered', '2026-11-23', { nationalId: '3510001230', status: 'covered', since: '2026-11-23' }],
] as const)('the row %s, %s, %s is read', (nationalId, status, since, expected) => {
  expect(readSupportRow({ nationalId, status, since }, today)).toEqual(expected)
})
test('the columns of a sheet are found by their headers, whatever stands beside them', () => {
  expect(columnsOf(['ردیف', 'نام', 'كد ملي', 'نوع پوشش', 'تاریخ شروع'])).toEqual({ nationalId: 2, status: 3, since: 4 })
  expect(columnsOf(['کد ملی', 'نام'])).toBeUndefined()
})
test('pasted lines are parted by tab or comma', () => {
  expect(pastedRows('3510001230\tتحت پوشش\t۱۴۰۵/۰۱/۱۵\n\n3490000014، خروج')).toEqual([
    { nationalId: '3510001230', status: 'تحت پوشش', since: '۱۴۰۵/۰۱/۱۵' },
    { nationalId: '3490000014', status: 'خروج', since: null },
  ])
})

const row = (status: 'covered' | 'in-queue' | 'exited', toldAt: number) => ({
  organisationId: 'b',
  status,
  since: null,
  toldAt,
  knownOn: today,
})
const list = (toldAt: number) => ({ organisationId: 'b', toldAt, knownOn: today })
test.each([
  ['said nothing', [], [], []],
  ['is in the list', [row('covered', 2)], [list(2)], ['covered']],
  ['was never in a list that is whole', [], [list(2)], ['none']],
  ['was covered, and is left out of a later whole list', [row('covered', 1)], [list(2)], ['covered', 'exited']],
  ['waited, and is left out of a later whole list', [row('in-queue', 1)], [list(2)], ['in-queue', 'none']],
  ['had left, and is left out of a later whole list', [row('exited', 1)], [list(2)], ['exited', 'exited']],
  ['a single row after the whole list speaks last', [row('in-queue', 3)], [list(2)], ['none', 'in-queue']],
] as const)('keyed rows: she %s', (_name, rows, lists, expected) => {
  expect(toldByKeyedRows(rows, lists).map(({ status }) => status)).toEqual(expected)
})
test('what a body tells becomes dated periods: each ends when the next begins, and jumps are marked', () => {
  const told = (status: 'none' | 'applied' | 'covered' | 'exited' | 're-entered', since: string | null, organisationId = 'b') =>
    ({ organisationId, status, since, source: 'keyed-rows', letterNumber: null, knownOn: today }) as const
  const periods = periodsOf([
    told('applied', '2026-01-01'),
    told('none', null, 'other'),
    told('covered', '2026-03-01'),
    told('covered', null),
    told('exited', null),
    told('re-entered', '2026-11-20'),
  ])
  expect(periods.map(({ organisationId, status, until }) => [organisationId, status, until])).toEqual([
    ['b', 'applied', '2026-03-01'],
    ['other', 'none', null],
    ['b', 'covered', today],
    ['b', 'exited', '2026-11-20'],
    ['b', 're-entered', null],
  ])
  expect(standingOf([told('applied', null), told('covered', null)]).map(({ status }) => status)).toEqual(['covered'])
})
test('the cycle goes step by step; a leap is seen as one', () => {
  expect(isJump('none', 'applied')).toBe(false)
  expect(isJump('exited', 're-entered')).toBe(false)
  expect(isJump('none', 'exited')).toBe(true)
  expect(isJump('covered', 'covered')).toBe(false)
})
