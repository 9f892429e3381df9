import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneSlipAway, meaningOf } from './headers.ts'
import { guessMapping, headersOf, isRepeatedHeader, signatureOf } from './mapping.ts'
import { splitName } from './name.ts'
import { readContact } from './phone.ts'
import { readCounty } from './place.ts'
import { readNominationRow } from './row.ts'

const numbered = (rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ number: index + 1, cells }))
const places = {
  counties: [
    { code: '1801', names: ['بوشهر', 'چغادک'] },
    { code: '1803', names: ['دشتستان', 'برازجان', 'سعد آباد'] },
    { code: '1804', names: ['دشتی', 'خورموج'] },
  ],
  own: ['1803'],
}
const women = [
  ['فاطمه دشتی', '3490000013', '09171234567'],
  ['مریم کریمی', '3510001230', '09181234567'],
  ['زینب بحرینی', '3540007776', '09191234567'],
]

describe('a header', () => {
  test.each([
    ['نام و نام خانوادگي', 'full-name'],
    ['نام و نام‌خانوادگی متقاضی', 'full-name'],
    ['نام خانوادگی', 'family-name'],
    ['نام‌خانوادگی', 'family-name'],
    ['نام', 'given-name'],
    ['نام مددجو', 'full-name'],
    ['كد ملي', 'national-id'],
    ['کدملی سرپرست خانوار', 'national-id'],
    ['شماره  ملّی (۱۰ رقمی)', 'national-id'],
    ['تلفن همراه *', 'phone'],
    ['شماره تماس:', 'phone'],
    ['مـوبـایـل', 'phone'],
    ['شهرستان محل سکونت', 'county'],
    ['محل سکونت', 'county'],
    ['صاحب تلفن', 'whose-phone'],
  ])('«%s» names %s for sure', (header, field) => {
    expect(meaningOf(header)).toMatchObject({ field, isSure: true })
  })
  test.each([
    ['نام و نام خانوداگی', 'full-name'],
    ['شماره تماسس', 'phone'],
    ['شهرستن', 'county'],
  ])('«%s» names %s with a slip', (header, field) => {
    expect(meaningOf(header)).toMatchObject({ field, isSure: false })
  })
  test.each([
    'نام پدر',
    'نام همسر',
    'کد ملی همسر',
    'شماره تماس معرف',
    'کد پستی',
    'شماره حساب',
    'شماره شناسنامه',
    'نوع معلولیت',
    'ردیف',
    'علت سرپرستی',
    'درآمد',
    'آدرس',
    '',
    'تاریخ تولد',
  ])('«%s» names nothing a nomination may hold', (header) => {
    expect(meaningOf(header)).toBeUndefined()
  })
  test('one slip is one letter more, less or other, or two turned around', () => {
    for (const other of ['دشتستان', 'دشستان', 'دشتتستان', 'دشتسنان', 'دتشستان']) expect(isOneSlipAway('دشتستان', other)).toBe(true)
    for (const other of ['دشتی', 'تنگستان', 'دتشستن']) expect(isOneSlipAway('دشتستان', other)).toBe(false)
  })
})

describe('the mapping', () => {
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
      headerLines: 1,
      columns: { 1: 'full-name', 2: 'national-id', 5: 'phone', 6: 'county' },
      dropped: ['رديف', 'نوع معلولیت', 'شماره تماس'],
      unsure: [],
    })
  })
  test('of two filled columns of one name the better is taken, and somebody is asked to look', () => {
    const mapping = guessMapping(
      numbered([
        ['نام و نام خانوادگی', 'کد ملی', 'تلفن', 'تلفن'],
        ...women.map(([name = '', id = '', phone = '']) => [name, id, '077-3', phone]),
        ['سارا ناخدا', '3550043211', '07733445566', ''],
      ]),
    )
    expect(mapping).toMatchObject({ columns: { 0: 'full-name', 1: 'national-id', 3: 'phone' }, unsure: [3], dropped: ['تلفن'] })
  })
  test('«شهرستان» is better than «محل سکونت», a mobile better than a landline, unless empty', () => {
    const header = ['محل سکونت', 'شهرستان', 'تلفن ثابت', 'تلفن همراه', 'نام', 'نام خانوادگی']
    const full = guessMapping(numbered([header, ['برازجان', 'دشتستان', '07733445566', '09171234567', 'مریم', 'دشتی']]))
    expect(full?.columns).toEqual({ 1: 'county', 3: 'phone', 4: 'given-name', 5: 'family-name' })
    const empty = guessMapping(numbered([header, ['برازجان', '', '07733445566', '', 'مریم', 'دشتی']]))
    expect(empty?.columns).toEqual({ 0: 'county', 2: 'phone', 4: 'given-name', 5: 'family-name' })
  })
  test('headers on two rows, merged across and downwards, are one', () => {
    const rows = numbered([
      ['فرم شماره ۳', '', '', 'تاریخ: ۱۴۰۴/۵/۱'],
      ['ردیف', 'مشخصات متقاضی', '', '', 'اطلاعات تماس', '', 'مشخصات همسر', ''],
      ['', 'نام', 'نام خانوادگی', 'کد ملی', 'همراه', 'ثابت', 'نام', 'کد ملی'],
      ['1', 'مریم', 'دشتی', '3490000013', '09171234567', '', 'علی', '3510001230'],
    ])
    const mapping = guessMapping(rows)
    expect(mapping).toMatchObject({
      headerRow: 3,
      columns: { 1: 'given-name', 2: 'family-name', 3: 'national-id', 4: 'phone' },
    })
    expect(mapping?.dropped).toContain('کد ملی')
  })
  test('a field said by both rows together', () => {
    const rows = numbered([
      ['نام و نام', 'شماره', '', 'شهرستان'],
      ['خانوادگی', 'ملی', 'تماس', ''],
      ['مریم دشتی', '3490000013', '09171234567', 'دشتستان'],
    ])
    const mapping = guessMapping(rows)
    expect(mapping).toMatchObject({ headerRow: 2, headerLines: 2, columns: { 0: 'full-name', 1: 'national-id', 2: 'phone', 3: 'county' } })
    if (mapping === undefined) throw new Error('no mapping')
    expect(headersOf(rows, mapping)[1]).toBe('شماره ملی')
  })
  test('a column nobody named is known by what it holds, but never one that is somebody else’s', () => {
    const unnamed = guessMapping(numbered([['اسامی', 'شناسه عضویت', '', 'محل'], ...women.map((cells) => [...cells, 'برازجان'])]))
    expect(unnamed).toMatchObject({ columns: { 0: 'full-name', 1: 'national-id', 2: 'phone' }, unsure: [1, 2], dropped: ['محل'] })
    const others = guessMapping(
      numbered([['اسامی', 'کد ملی همسر', 'تلفن ضامن', 'شهرستان'], ...women.map((cells) => [...cells, 'دشتستان'])]),
    )
    expect(others).toMatchObject({ columns: { 0: 'full-name', 3: 'county' }, dropped: ['کد ملی همسر', 'تلفن ضامن'] })
  })
  test('«نام» alone holds the whole name', () => {
    expect(
      guessMapping(
        numbered([
          ['نام', 'کد ملی'],
          ['مریم دشتی', '3490000013'],
        ]),
      ),
    ).toMatchObject({ columns: { 0: 'full-name' }, unsure: [0] })
  })
  test('a sheet without a header is not guessed at', () => {
    expect(
      guessMapping(
        numbered([
          ['a', 'b'],
          ['1', '2'],
        ]),
      ),
    ).toBeUndefined()
    expect(guessMapping(numbered(women))).toBeUndefined()
    expect(guessMapping(numbered([['نام و نام خانوادگی'], ['مریم دشتی']]))).toBeUndefined()
    expect(guessMapping([])).toBeUndefined()
  })
  test('repeated on a later page it is no row, and one form has one signature whatever stands in its title', () => {
    const mapping = guessMapping(sheet)
    if (mapping === undefined) throw new Error('no mapping')
    expect(isRepeatedHeader(sheet[2]?.cells ?? [], mapping)).toBe(true)
    expect(isRepeatedHeader(sheet[3]?.cells ?? [], mapping)).toBe(false)
    const later = sheet.map((row) => (row.number === 1 ? { ...row, cells: ['فهرست مهرماه'] } : row))
    expect(signatureOf(later, mapping)).toBe(signatureOf(sheet, mapping))
    expect(signatureOf(sheet, mapping)).toContain('کدملی')
  })
})

describe('a name in one cell', () => {
  test.each([
    ['فاطمه دشتی', 'فاطمه', 'دشتی', false],
    ['فاطمه‌زهرا دشتی', 'فاطمه‌زهرا', 'دشتی', false],
    ['فاطمه زهرا دشتی', 'فاطمه زهرا', 'دشتی', false],
    ['سیده مریم موسوی', 'سیده مریم', 'موسوی', false],
    ['اشرف سادات موسوی', 'اشرف سادات', 'موسوی', false],
    ['بی بی فاطمه دشتی', 'بی بی فاطمه', 'دشتی', false],
    ['ماه بی بی زارعی', 'ماه بی بی', 'زارعی', false],
    ['ام البنین خضری', 'ام البنین', 'خضری', false],
    ['مریم دشتی اصل', 'مریم', 'دشتی اصل', true],
    ['دشتی، مریم', 'مریم', 'دشتی', true],
    ['خانم دشتی', 'خانم', 'دشتی', false],
    ['بی بی', 'بی', 'بی', false],
  ])('«%s» is %s and %s', (whole, givenName, familyName, isSplit) => {
    expect(splitName(whole)).toEqual({ givenName, familyName, isSplit })
  })
  test.each(['مریم', ''])('«%s» is no whole name', (whole) => {
    expect(splitName(whole)).toBeUndefined()
  })
  test('no word is lost or made', () => {
    const word = fc.constantFrom('بی', 'فاطمه', 'سادات', 'سیده', 'گل', 'نسا', 'ام', 'دشتی', 'ماه')
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 7 }), (words) => {
        const pair = splitName(words.join(' '))
        expect(`${pair?.givenName} ${pair?.familyName}`).toBe(words.join(' '))
        expect(pair?.familyName).not.toBe('')
      }),
    )
  })
})

describe('a phone', () => {
  test.each([
    ['۰۹۱۷-۱۲۳-۴۵۶۷', '', '+989171234567', null],
    ['9171234567', '', '+989171234567', null],
    ['9171234567.0', '', '+989171234567', null],
    ['+98 917 123 4567', 'خودش', '+989171234567', 'own'],
    ['09171234567 (همسایه)', '', '+989171234567', 'neighbour'],
    ['پسرش: 09171234567', '', '+989171234567', 'relative'],
    ['07733445566', 'منزل', '+987733445566', 'shared'],
    ['09171234567', 'دختر', '+989171234567', 'relative'],
  ])('%s %s', (cell, whose, phone, whosePhone) => {
    expect(readContact(cell, whose)).toEqual({ phone, whosePhone, isWrong: false, isOneOfSeveral: false })
  })
  test.each(['09171234567 - 07733445566', '07733445566/09171234567', '09171234567، 09181234567', '07733445566 و 09171234567'])(
    'of several, %s, the first mobile is taken',
    (cell) => {
      expect(readContact(cell, '')).toMatchObject({ phone: '+989171234567', isOneOfSeveral: true })
    },
  )
  test.each(['0917123456', '33445566', '9.17E+09', 'فعلاً خاموش'])('%s can be called by nobody', (cell) => {
    expect(readContact(cell, 'خودش')).toEqual({ phone: null, whosePhone: null, isWrong: true, isOneOfSeveral: false })
  })
})

describe('a county', () => {
  test.each([
    ['دشتستان', false],
    ['شهرستان دشتستان', false],
    ['دشتستان / برازجان', false],
    ['برازجان', false],
    ['شهر سعدآباد', false],
    ['استان بوشهر - شهرستان دشتستان', false],
    ['بوشهر، شهرستان دشتستان', false],
    ['1803', false],
    ['', false],
    ['دشستان', true],
  ])('«%s» is the officer’s own', (cell, isGuessed) => {
    expect(readCounty(cell, places)).toEqual({ code: '1803', isGuessed })
  })
  test.each([
    ['شیراز', 'enrolment.row-county-unknown'],
    ['استان بوشهر', 'enrolment.row-county-unknown'],
    ['دشتستان یا دشتی', 'enrolment.row-county-unknown'],
    ['دشتی - دشتستان', 'enrolment.row-county-unknown'],
    ['دشتی', 'enrolment.row-county-foreign'],
    ['خورموج', 'enrolment.row-county-foreign'],
  ])('«%s» is asked about: %s', (cell, reason) => {
    expect(readCounty(cell, places)).toEqual({ reason })
  })
  test('an officer of two counties must write it', () => {
    expect(readCounty('', { ...places, own: ['1803', '1804'] })).toEqual({ reason: 'enrolment.row-county-missing' })
  })
})

describe('a row', () => {
  const columns = { 0: 'full-name', 1: 'national-id', 2: 'phone', 3: 'county' } as const
  const mapping = { headerRow: 1, headerLines: 1, columns, dropped: [], unsure: [] }
  const read = (...cells: string[]) => readNominationRow(cells, mapping, places)
  test('is accepted with what it needs', () => {
    expect(read('فاطمه‌زهرا دشتي', '۳۴۹۰۰۰۰۰۱۳', '۰۹۱۷-۱۲۳-۴۵۶۷', 'شهرستان دشتستان')).toEqual({
      kind: 'accepted',
      nomination: {
        givenName: 'فاطمه‌زهرا',
        familyName: 'دشتی',
        nationalId: '3490000013',
        phone: '+989171234567',
        whosePhone: null,
        countyCode: '1803',
      },
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
    ["'3490000013", '3490000013'],
    ['3490000013.0', '3490000013'],
    ['349-000001-3', '3490000013'],
    [' ۳۴۹۰۰۰۰۰۱۳\u200f ', '3490000013'],
  ])('the national ID %j is %s', (cell, nationalId) => {
    expect(read('مریم کریمی', cell, '', '')).toMatchObject({ kind: 'accepted', nomination: { nationalId } })
  })
  test.each([
    [['', '3490000013', '', ''], ['enrolment.row-name-missing']],
    [['-', '3490000013', '', ''], ['enrolment.row-name-missing']],
    [['مریم', '3490000013', '', ''], ['enrolment.row-name-missing']],
    [['مریم ۲ کریمی', '3490000013', '', ''], ['enrolment.row-name-wrong']],
    [['<b>مریم</b> کریمی', '3490000013', '', ''], ['enrolment.row-name-wrong']],
    [[`مریم ${'ن'.repeat(2_000)}`, '3490000013', '', ''], ['enrolment.row-name-too-long']],
    [['مریم کریمی', '', '', ''], ['enrolment.row-national-id-missing']],
    [['مریم کریمی', 'ندارد', '', ''], ['enrolment.row-national-id-missing']],
    [['مریم کریمی', '3.49E+09', '', ''], ['enrolment.row-national-id-rounded']],
    [['مریم کریمی', '1111111111', '', ''], ['enrolment.row-national-id-wrong']],
    [
      ['', '', '09171234567', ''],
      ['enrolment.row-name-missing', 'enrolment.row-national-id-missing'],
    ],
    [
      ['مریم کریمی', '3490000014', '', 'شیراز'],
      ['enrolment.row-national-id-wrong', 'enrolment.row-county-unknown'],
    ],
    [['مریم کریمی', '3490000013', '', 'دشتی'], ['enrolment.row-county-foreign']],
  ])('%j is rejected with every reason', (cells, reasons) => {
    expect(read(...cells)).toEqual({ kind: 'rejected', reasons })
  })
  test.each([
    [['', '', '', '']],
    [['', '', '', 'دشتستان']],
    [['-', '---', '؟', '']],
    [['جمع کل: ۱۲۰ نفر', '', '', '']],
    [['', '', 'تعداد کل', '120']],
    [['مهر و امضای رئیس اداره', '', '', '']],
    [['تهیه‌کننده: مریم کریمی', '', '', '']],
  ])('%j is skipped', (cells) => {
    expect(read(...cells)).toEqual({ kind: 'skipped' })
  })
  test('a woman whose name begins like a total is no total', () => {
    expect(read('جمعه پور دشتی', '3490000013', '', '')).toMatchObject({ kind: 'accepted' })
    expect(read('جمعه دشتی', '', '', '')).toMatchObject({ kind: 'rejected' })
    expect(read('مدیر دشتی', '3490000013', '', '')).toMatchObject({ kind: 'accepted' })
  })
  test('whatever a cell holds, the row is accepted, rejected or skipped', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (cells) => {
        expect(['accepted', 'rejected', 'skipped']).toContain(readNominationRow(cells, mapping, places).kind)
      }),
    )
  })
})
