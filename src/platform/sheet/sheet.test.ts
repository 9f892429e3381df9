import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSheet } from './read.ts'
import { type SheetRow, sheetLimits } from './rows.ts'
import { safeCell, writeXlsx } from './write.ts'

async function rowsOf(bytes: Uint8Array, limits = sheetLimits): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of readSheet(bytes, limits)) rows.push(row)
  return rows
}
const workbook = (sheet: string, shared = '') =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="برگ" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })

describe('workbooks', () => {
  test('what is written is read again, row by row', async () => {
    const rows = [
      ['نام', 'کد ملی'],
      ['فاطمه‌زهرا "دشتی"', '0123456789'],
      ['<&>', ''],
    ]
    expect((await rowsOf(writeXlsx({ sheetName: 'زنان', rows }))).map(({ cells }) => cells)).toEqual([rows[0], rows[1], ['<&>']])
  })
  test('shared texts, rich texts, numbers as powers of ten and gaps keep their place', async () => {
    const sheet =
      '<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3"><v>3.490000013E+9</v></c></row></sheetData></worksheet>'
    expect(await rowsOf(workbook(sheet, '<si><r><t>فاطمه</t></r><r><t> دشتی</t></r></si>'))).toEqual([
      { sheet: 'برگ', number: 3, cells: ['', 'فاطمه دشتی', '', '3490000013'] },
    ])
  })
  test('a million empty rows are passed over', async () => {
    const sheet = `<worksheet><sheetData>${'<row/>'.repeat(1_000_000)}<row r="1000001"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`
    expect(await rowsOf(workbook(sheet))).toEqual([{ sheet: 'برگ', number: 1_000_001, cells: ['1'] }])
  })
  test.each([
    ['a bomb', workbook(`<worksheet>${' '.repeat(3_000_000)}</worksheet>`), 'platform.sheet-too-large'],
    ['an entity bomb', workbook('<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'), 'platform.sheet-unreadable'],
    ['half a file', writeXlsx({ sheetName: 'a', rows: [['x']] }).subarray(0, 200), 'platform.sheet-unreadable'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'platform.sheet-unreadable'],
  ])('%s is refused with a sentence', async (_name, bytes, code) => {
    await expect(rowsOf(bytes, { ...sheetLimits, unfoldedBytes: 2_000_000 })).rejects.toMatchObject({ codes: [code] })
  })
  test('no written cell starts a formula', () => {
    for (const start of ['=1+1', '+98917', '-1', '@x', '\tx', '\rx']) expect(safeCell(start).startsWith("'")).toBe(true)
    expect(safeCell('مریم')).toBe('مریم')
  })
})
describe('CSV', () => {
  const encoder = new TextEncoder()
  test.each([
    ['UTF-8 with commas', encoder.encode('نام,کد\nمریم,1\n')],
    ['UTF-8 with a mark and semicolons', encoder.encode('\ufeffنام;کد\nمریم;1\n')],
    ['tabs', encoder.encode('نام\tکد\nمریم\t1')],
  ])('%s', async (_name, bytes) => {
    expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual([
      ['نام', 'کد'],
      ['مریم', '1'],
    ])
  })
  test('Windows-1256, as old office programs write it', async () => {
    const bytes = new Uint8Array([0xe4, 0xc7, 0xe3, 0x2c, 0x31, 0x0a])
    expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual([['نام', '1']])
  })
  test('numbers of rows are those of the file, blank lines counted', async () => {
    expect((await rowsOf(encoder.encode('a,b\n\n\nc,d\n'))).map(({ number }) => number)).toEqual([1, 4])
  })
})
