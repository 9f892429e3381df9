import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessMapping, isRepeatedHeader, signatureOf } from './mapping.ts'
import { readNominationRow } from './row.ts'

const numbered = (rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ number: index + 1, cells }))
const places = {
  counties: [
    { code: '1803', nameFa: 'دشتستان' },
    { code: '1804', nameFa: 'دشتی' },
  ],
  own: ['1803'],
}

describe('the header', () => {
  const sheet = numbered([
    ['ادارهٔ بهزیستی شهرستان دشتستان'],
    ['فهرست زنان سرپرست خانوار در نوبت', '', '', '', '', ''],
    ['رديف', 'نام و نام خانوادگي', 'كد ملي', 'نوع معلولیت', 'شماره تماس', 'شماره تماس', 'شهرستان'],
    ['1', 'فاطمه دشتی', '3490000013', 'ندارد', '', '09171234567', 'دشتستان'],
    ['2', 'مریم کریمی', '3510001230', 'حرکتی', '', '', ''],
  ])
  test('is found below titles, in Arabic letters, with the fuller of two equal columns', () => {
    expect(guessMapping(sheet)).toEqual({
      headerRow: 3,
      columns: { 1: 'full-name', 2: 'national-id', 5: 'phone', 6: 'county' },
      dropped: ['رديف', 'نوع معلولیت', 'شماره تماس'],
    })
  })
  test('a sheet without one is not guessed at', () => {
    expect(
      guessMapping(
        numbered([
          ['a', 'b'],
          ['1', '2'],
        ]),
      ),
    ).toBeUndefined()
  })
  test('repeated on a later page it is no row, and one form has one signature', () => {
    const mapping = guessMapping(sheet)
    if (mapping === undefined) throw new Error('no mapping')
    expect(isRepeatedHeader(sheet[2]?.cells ?? [], mapping)).toBe(true)
    expect(isRepeatedHeader(sheet[3]?.cells ?? [], mapping)).toBe(false)
    expect(signatureOf(sheet, mapping)).toContain('کدملی')
  })
})
describe('a row', () => {
  const mapping = { headerRow: 1, columns: { 0: 'full-name', 1: 'national-id', 2: 'phone', 3: 'county' }, dropped: [] } as const
  const read = (...cells: string[]) => readNominationRow(cells, mapping, places)
  test('is accepted with what it needs', () => {
    expect(read('فاطمه‌زهرا دشتي', '۳۴۹۰۰۰۰۰۱۳', '۰۹۱۷-۱۲۳-۴۵۶۷', 'شهرستان دشتستان')).toEqual({
      kind: 'accepted',
      nomination: { givenName: 'فاطمه‌زهرا', familyName: 'دشتی', nationalId: '3490000013', phone: '+989171234567', countyCode: '1803' },
      notes: [],
    })
  })
  test('with zeros lost and a phone nobody can call it is accepted, and says so', () => {
    expect(read('مریم کریمی', '123456789', '12', '')).toMatchObject({
      kind: 'accepted',
      nomination: { nationalId: '0123456789', phone: null },
      notes: ['enrolment.row-national-id-padded', 'enrolment.row-phone-wrong'],
    })
  })
  test.each([
    [['', '3490000013', '', ''], ['enrolment.row-name-missing']],
    [['مریم', '3490000013', '', ''], ['enrolment.row-name-missing']],
    [['مریم کریمی', '', '', ''], ['enrolment.row-national-id-missing']],
    [
      ['مریم کریمی', '3490000014', '', 'شیراز'],
      ['enrolment.row-national-id-wrong', 'enrolment.row-county-unknown'],
    ],
    [['مریم کریمی', '3490000013', '', 'دشتی'], ['enrolment.row-county-foreign']],
  ])('%j is rejected with every reason', (cells, reasons) => {
    expect(read(...cells)).toEqual({ kind: 'rejected', reasons })
  })
  test.each([[['', '', '', '']], [['جمع کل: ۱۲۰ نفر', '', '', '']], [['', '', 'تعداد کل', '120']]])('%j is skipped', (cells) => {
    expect(read(...cells)).toEqual({ kind: 'skipped' })
  })
  test('whatever a cell holds, the row is accepted, rejected or skipped', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (cells) => {
        expect(['accepted', 'rejected', 'skipped']).toContain(readNominationRow(cells, mapping, places).kind)
      }),
    )
  })
})
