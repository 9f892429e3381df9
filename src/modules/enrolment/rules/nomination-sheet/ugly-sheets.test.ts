import { describe, expect, test } from 'vitest'
import { naughtyOrigin, naughtyStrings } from '../../../../../test/naughty-strings.ts'
import { readSheet } from '../../../../platform/sheet/read.ts'
import type { SheetRow } from '../../../../platform/sheet/rows.ts'
import { type Cell, writeCsv, writeWorkbook } from '../../../../platform/sheet/write.ts'
import { guessMapping, isRepeatedHeader } from './mapping.ts'
import { type ReadRow, readNominationRow } from './row.ts'

const places = {
  counties: [
    { code: '1803', names: ['دشتستان', 'برازجان', 'دالکی'] },
    { code: '1804', names: ['دشتی', 'خورموج'] },
  ],
  own: ['1803'],
}
interface Judged {
  readonly sheet: string
  readonly number: number
  readonly read: ReadRow
}
/** A whole file judged as the import does it: each sheet by its own header; rows up to the header are counted as skipped. */
async function judge(
  bytes: Uint8Array,
): Promise<{ readonly rows: number; readonly judged: readonly Judged[]; readonly dropped: readonly string[] }> {
  const sheets = new Map<string, SheetRow[]>()
  let rows = 0
  for await (const row of readSheet(bytes)) {
    sheets.set(row.sheet, [...(sheets.get(row.sheet) ?? []), row])
    rows++
  }
  const judged: Judged[] = []
  const dropped: string[] = []
  for (const [sheet, all] of sheets) {
    const mapping = guessMapping(all.slice(0, 50))
    dropped.push(...(mapping?.dropped ?? []))
    for (const { number, cells } of all) {
      const isAbove = mapping === undefined || number <= mapping.headerRow || isRepeatedHeader(cells, mapping)
      judged.push({ sheet, number, read: isAbove ? { kind: 'skipped' } : readNominationRow(cells, mapping, places) })
    }
  }
  return { rows, judged, dropped }
}
const summary = (judged: readonly Judged[]) =>
  judged.map(({ number, read }) => `${number} ${read.kind}${read.kind === 'rejected' ? ` ${read.reasons.join(' ')}` : ''}`)
const kinds = (judged: readonly Judged[]) => ({
  accepted: judged.filter(({ read }) => read.kind === 'accepted').length,
  rejected: judged.filter(({ read }) => read.kind === 'rejected').length,
  skipped: judged.filter(({ read }) => read.kind === 'skipped').length,
})
/** The letters old programs had: Arabic ي and ك. Bytes of Windows-1256. */
function inWindows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256')
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(Array.from(text, (sign) => byteOf.get(sign) ?? 0x3f))
}

describe('ugly sheets', () => {
  test('Behzisti: merged titles, two lines of headers, numbers that lost zeros, a repeated header, blank numbered rows, totals, a signature', async () => {
    const rows: readonly (readonly Cell[])[] = [
      ['بسمه تعالی'],
      ['اداره بهزیستی شهرستان دشتستان', '', '', '', '', '', 'شماره: ۱۲۳/ص', 'تاریخ: ۱۴۰۴/۰۵/۰۱'],
      [],
      ['ردیف', 'مشخصات مددجو', '', '', 'وضعیت', '', 'تماس', 'محل سکونت'],
      ['', 'نام', 'نام خانوادگي', 'كد ملي', 'علت سرپرستي', 'نوع معلولیت', 'همراه', ''],
      [1, 'فاطمه‌زهرا', 'دشتي', 3_490_000_013, 'فوت همسر', 'ندارد', 9_171_234_567, 'برازجان'],
      [2, 'مریم', 'کریمی', 123_456_789, 'طلاق', 'حرکتی', '0917 123 4568 (همسایه)', 'دشتستان - دالکی'],
      ['ردیف', 'نام', 'نام خانوادگي', 'كد ملي', 'علت سرپرستي', 'نوع معلولیت', 'همراه', 'محل سکونت'],
      [3, 'زینب', 'بحرینی', '۳۵۴۰۰۰۷۷۷۷', 'فوت همسر', '', '', 'شیراز'],
      [4, '', '', '', '', '', '', ''],
      ['', 'جمع کل', '', 3, '', '', '', ''],
      ['مهر و امضای رئیس اداره'],
    ]
    const bytes = writeWorkbook([{ name: 'لیست', rows, merged: ['A1:H1', 'A2:F2', 'B4:D4', 'E4:F4'] }])
    const { judged, dropped } = await judge(bytes)
    expect(summary(judged)).toEqual([
      '1 skipped',
      '2 skipped',
      '4 skipped',
      '5 skipped',
      '6 accepted',
      '7 accepted',
      '8 skipped',
      '9 rejected enrolment.row-national-id-wrong enrolment.row-county-unknown',
      '10 skipped',
      '11 skipped',
      '12 skipped',
    ])
    expect(dropped.length).toBe(3)
    expect(judged[5]?.read).toMatchObject({ nomination: { nationalId: '0123456789', phone: '+989171234568', whosePhone: 'neighbour' } })
  })
  test('Relief Committee: two sheets of different forms and one that is no list', async () => {
    const bytes = writeWorkbook([
      { name: 'راهنما', rows: [['لطفاً فرم را کامل کنید'], ['سپاس']] },
      {
        name: 'برازجان',
        rows: [
          ['نام و نام خانوادگی', 'نام پدر', 'شماره ملی', 'شماره ملی همسر', 'تلفن', 'تلفن همراه'],
          ['سکینه نامداری', 'علی', '3510001230', '3490000013', '07734221100', '09179998877'],
          ['جمع', '', '1'],
        ],
      },
      {
        name: 'آب پخش',
        rows: [
          ['كدملي', 'نام', 'فامیل', 'شهرستان'],
          ['3540007776', 'گل‌نسا', 'عوض پور', 'دشتستان'],
          ['3.54E+09', 'نرگس', 'نجفی', 'دشتستان'],
          ['تعداد کل', '2'],
        ],
      },
    ])
    const { judged, dropped } = await judge(bytes)
    expect(kinds(judged)).toEqual({ accepted: 2, rejected: 1, skipped: 6 })
    expect(dropped).toEqual(['نام پدر', 'شماره ملی همسر', 'تلفن'])
    expect(judged[3]?.read).toMatchObject({ nomination: { nationalId: '3510001230', phone: '+989179998877' } })
  })
  test('Agricultural Jihad: Windows-1256 with semicolons, Arabic letters, zeros saved by quotes, and a duplicate column', async () => {
    const text = [
      'صندوق خرد زنان روستايي;;;;;',
      'رديف;نام و نام خانوادگي;كد ملي;شماره تماس;شماره تماس;شهرستان',
      '1;زليخا دشتي;="0123456789";;09171234567;دشتستان',
      '',
      "2;خديجه كازروني;'3490000013;;09171234568;دشتستان",
      '3;خديجه كازروني;3490000013.0;;;دشتي',
      ';جمع;3;;;',
    ].join('\r\n')
    const { judged, dropped } = await judge(inWindows1256(text))
    expect(summary(judged)).toEqual([
      '1 skipped',
      '2 skipped',
      '3 accepted',
      '5 accepted',
      '6 rejected enrolment.row-county-foreign',
      '7 skipped',
    ])
    expect(dropped).toEqual(['رديف', 'شماره تماس'])
    expect(judged[3]?.read).toMatchObject({
      nomination: { givenName: 'خدیجه', familyName: 'کازرونی', nationalId: '3490000013', phone: '+989171234568' },
    })
  })
})
describe(`naughty lists: ${naughtyOrigin}`, () => {
  const header = ['نام', 'نام خانوادگی', 'کد ملی', 'تلفن همراه', 'شهرستان', 'توضیحات']
  const inEachColumn = header.flatMap((_, column) =>
    naughtyStrings.map((text) => {
      const cells = ['مریم', 'دشتی', '3490000013', '09171234567', 'دشتستان', '-']
      cells[column] = text
      return cells
    }),
  )
  test.each([
    ['a workbook', writeWorkbook([{ name: 'a', rows: [header, ...inEachColumn] }])],
    ['a text file', writeCsv([header, ...inEachColumn])],
  ])('every row of %s is accepted, rejected or skipped, and none is lost', async (_name, bytes) => {
    const { judged, rows } = await judge(bytes)
    const { accepted, rejected, skipped } = kinds(judged)
    expect(rows).toBe(inEachColumn.length + 1)
    expect(accepted + rejected + skipped).toBe(rows)
    expect(skipped).toBe(1)
    const nominations = judged.flatMap(({ read }) => (read.kind === 'accepted' ? [read.nomination] : []))
    for (const { givenName, familyName, nationalId, phone } of nominations) {
      expect(`${givenName} ${familyName}`).not.toMatch(/[\p{Cc}\p{Nd}<>=@\u202a-\u202e\u2066-\u2069]/u)
      expect(nationalId).toMatch(/^\d{10}$/)
      expect(phone ?? '+98').toMatch(/^\+98/)
    }
  })
  test('as headers they are dropped or understood, never thrown at', () => {
    for (const text of naughtyStrings) {
      const mapping = guessMapping([{ number: 1, cells: ['نام و نام خانوادگی', 'کد ملی', text] }])
      expect(mapping?.columns).toMatchObject({ 0: 'full-name', 1: 'national-id' })
    }
  })
})
