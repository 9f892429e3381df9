import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { naughtyOrigin, naughtyStrings } from '../../../test/naughty-strings.ts'
import { cutTo, plainCell, safeCell, unguarded } from './cell.ts'
import { readSheet } from './read.ts'
import { type SheetRow, sheetLimits } from './rows.ts'
import { TextTable } from './text-table.ts'
import { writeCsv, writeWorkbook, writeXlsx } from './write.ts'
import { xmlReader } from './xml.ts'

async function rowsOf(bytes: Uint8Array, limits = sheetLimits): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of readSheet(bytes, limits)) rows.push(row)
  return rows
}
const cellsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map(({ cells }) => cells)
const row = (sheet: string, number: number, cells: readonly string[]): SheetRow => ({ sheet, number, cells, cut: [] })
const workbook = (sheet: string, { shared = '', styles = '', about = '' } = {}) =>
  zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r">${about}<sheets><sheet name="برگ" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })
const data = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('workbooks', () => {
  test('what is written is read again, row by row, and always the same bytes', async () => {
    const rows = [['نام', 'کد ملی'], ['فاطمه‌زهرا "دشتی"', '0123456789'], ['<&>']]
    const bytes = writeXlsx({ sheetName: 'زنان', rows })
    expect(await cellsOf(bytes)).toEqual(rows)
    expect(writeXlsx({ sheetName: 'زنان', rows })).toEqual(bytes)
  })
  test('two sheets, merged titles and numbers', async () => {
    const bytes = writeWorkbook([
      { name: 'برازجان', rows: [['فهرست'], [], ['مریم', 3_490_000_013]], merged: ['A1:B1'] },
      { name: 'برازجان', rows: [['زینب', 9_171_234_567, -1]] },
    ])
    expect(await rowsOf(bytes)).toEqual([
      row('برازجان', 1, ['فهرست']),
      row('برازجان', 3, ['مریم', '3490000013']),
      row('برازجان 2', 1, ['زینب', '9171234567', '-1']),
    ])
  })
  test('shared texts, rich texts, sounds, coded signs, powers of ten and gaps keep their place', async () => {
    const sheet = data(
      '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3"><v>3.490000013E+9</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>',
    )
    const shared = '<si><r><t>فاطمه</t></r><r><t> دشتی</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b<![CDATA[<c>]]></t></si>'
    expect(await rowsOf(workbook(sheet, { shared }))).toEqual([row('برگ', 3, ['', 'فاطمه دشتی', '', '3490000013', 'a\rb<c>', ''])])
  })
  test('a number under the style of a date is a day, from 1900 or from 1904; a formula is its result, an error is empty', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-3000401]B2yyyy/mm/dd;@"/><numFmt numFmtId="165" formatCode="0 &quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    const sheet = data(
      '<row><c s="1"><v>45194</v></c><c s="2"><v>45194.75</v></c><c s="3"><v>45194</v></c><c><v>45194</v></c><c t="str"><f>A1&amp;"x"</f><v>x</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>',
    )
    expect(await cellsOf(workbook(sheet, { styles }))).toEqual([['2023-09-25', '2023-09-25', '45194', '45194', 'x', '', 'TRUE']])
    const old = workbook(data('<row><c s="1"><v>43732</v></c></row>'), { styles, about: '<workbookPr date1904="1"/>' })
    expect(await cellsOf(old)).toEqual([['2023-09-25']])
  })
  test('parts are found by their relations, whatever they are called, in UTF-16 too; hidden sheets are not read', async () => {
    const wide = new Uint8Array(Buffer.from(`\ufeff${data('<row><c t="inlineStr"><is><t>مریم</t></is></c></row>')}`, 'utf16le'))
    const bytes = zipSync({
      '_rels/.rels': strToU8('<Relationships><Relationship Type="x/officeDocument" Target="/book/b.xml"/></Relationships>'),
      'book\\b.xml': strToU8(
        '<x:workbook><x:sheets><x:sheet name="الف" q:id="one"/><x:sheet name="ب" state="hidden" q:id="two"/></x:sheets></x:workbook>',
      ),
      'book/_rels/b.xml.rels': strToU8(
        '<Relationships><Relationship Id="one" Target="../leaves/1.xml"/><Relationship Id="two" Target="../leaves/1.xml"/></Relationships>',
      ),
      'leaves/1.xml': [wide, { level: 0 }],
    })
    expect(await rowsOf(bytes)).toEqual([row('الف', 1, ['مریم'])])
  })
  test('a million empty rows are passed over', async () => {
    const sheet = data(`${'<row/>'.repeat(1_000_000)}<row r="1000001"><c r="A1"><v>1</v></c></row>`)
    expect(await rowsOf(workbook(sheet))).toEqual([row('برگ', 1_000_001, ['1'])])
  })
  test('a cell of ten million signs is cut, and said to be; the row and its neighbours stay', async () => {
    const long = 'ن'.repeat(10_000_000)
    const bytes = workbook(
      data(
        `<row><c t="inlineStr"><is><t>${long}</t></is></c><c><v>1</v></c></row><row><c t="s"><v>0</v></c></row><row><c><v>2</v></c></row>`,
      ),
      { shared: `<si><t>${long}</t></si>` },
    )
    const read = await rowsOf(bytes)
    expect(read.map(({ cells, cut }) => [cells[0]?.length, cut])).toEqual([
      [sheetLimits.cellLength, [0]],
      [sheetLimits.cellLength, [0]],
      [1, []],
    ])
  })
  test('columns and rows nobody can count to are passed over or numbered on', async () => {
    const sheet = data(
      '<row r="-5"><c r="XFD1"><v>9</v></c><c r="A1"><v>1</v></c></row><row r="x"><c r="ZZZZ1"><v>2</v></c><c><v>3</v></c></row>',
    )
    expect((await rowsOf(workbook(sheet))).map(({ number }) => number)).toEqual([1])
  })
  test('too many rows, sheets or shared texts are refused or left out', async () => {
    const three = writeXlsx({ sheetName: 'a', rows: [['1'], ['2'], ['3']] })
    await expect(rowsOf(three, { ...sheetLimits, rows: 2 })).rejects.toMatchObject({ codes: ['platform.sheet-too-large'] })
    const shared = workbook(data(''), { shared: '<si><t>abc</t></si>'.repeat(100) })
    await expect(rowsOf(shared, { ...sheetLimits, sharedTextBytes: 500 })).rejects.toMatchObject({ codes: ['platform.sheet-too-large'] })
    const two = writeWorkbook([
      { name: 'a', rows: [['1']] },
      { name: 'b', rows: [['2']] },
    ])
    expect(await rowsOf(two, { ...sheetLimits, sheets: 1 })).toEqual([row('a', 1, ['1'])])
  })
  const good = writeXlsx({ sheetName: 'a', rows: [['x'.repeat(500)]] })
  const flipped = zipSync(
    { 'xl/workbook.xml': strToU8('<a><sheet/></a>'), 'xl/worksheets/sheet1.xml': strToU8(data('<row><c><v>3490000013</v></c></row>')) },
    { level: 0 },
  )
  flipped[Buffer.from(flipped).indexOf('3490000013')] = 0x39
  test.each([
    ['a bomb', workbook(`<worksheet>${' '.repeat(3_000_000)}</worksheet>`), 'platform.sheet-too-large'],
    ['a bomb of depth', workbook('<a>'.repeat(100_000)), 'platform.sheet-unreadable'],
    [
      'a bomb of attributes',
      workbook(`<a ${Array.from({ length: 10_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
      'platform.sheet-unreadable',
    ],
    ['an entity bomb', workbook('<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'), 'platform.sheet-unreadable'],
    ['an unknown entity', workbook('<worksheet>&lol;</worksheet>'), 'platform.sheet-unreadable'],
    ['half a file', good.subarray(0, 200), 'platform.sheet-unreadable'],
    ['a file without its beginning', Uint8Array.from([0x50, 0x4b, ...good.subarray(300)]), 'platform.sheet-unreadable'],
    ['a file with one byte turned', flipped, 'platform.sheet-unreadable'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'platform.sheet-unreadable'],
    ['an OpenDocument sheet', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }), 'platform.sheet-other-format'],
    ['a workbook before 2007, or one with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'platform.sheet-other-format'],
    ['a page of HTML called XLS', strToU8('\ufeff <html><table><tr><td>مریم</td></tr></table>'), 'platform.sheet-other-format'],
    ['a PDF', strToU8('%PDF-1.7'), 'platform.sheet-other-format'],
  ])('%s is refused with a sentence', async (_name, bytes, code) => {
    await expect((async () => rowsOf(bytes, { ...sheetLimits, unfoldedBytes: 2_000_000 }))()).rejects.toMatchObject({ codes: [code] })
  })
  test('whatever bytes arrive, rows or a refusal come out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 12 }), fc.nat({ max: good.length - 1 }), async (noise, at) => {
        const bytes = Uint8Array.from(good)
        bytes.set(noise.subarray(0, bytes.length - at), at)
        const told = await rowsOf(bytes).catch((error: Error) => error.name)
        expect(Array.isArray(told) || told === 'Refusal').toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('CSV', () => {
  const encoder = new TextEncoder()
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
  test.each([
    ['UTF-8 with commas', encoder.encode('نام,کد\nمریم,1\n')],
    ['UTF-8 with a mark and semicolons', encoder.encode('\ufeffنام;کد\nمریم;1\n')],
    ['tabs', encoder.encode('نام\tکد\nمریم\t1')],
    ['UTF-16 with a mark and tabs, «Unicode text» of office programs', utf16('\ufeffنام\tکد\r\nمریم\t1\r\n')],
    ['UTF-16 without a mark', utf16('نام,کد\nمریم,1\n')],
    ['a line that names the separator', encoder.encode('sep=;\r\nنام;کد\r\nمریم;1')],
    ['commas within quotes', encoder.encode('"نام";"کد"\n"مریم";"1"\n')],
  ])('%s', async (_name, bytes) => {
    expect(await rowsOf(bytes)).toEqual([row('', 1, ['نام', 'کد']), row('', 2, ['مریم', '1'])])
  })
  test('Windows-1256, as old office programs write it', async () => {
    expect(await cellsOf(new Uint8Array([0xe4, 0xc7, 0xe3, 0x2c, 0x31, 0x0a]))).toEqual([['نام', '1']])
  })
  test('Windows-1256 that shows only after the first 64 KB', async () => {
    const bytes = new Uint8Array(70_000).fill(0x61)
    bytes[100] = 0x0a
    bytes.set([0x0a, 0xe4, 0xc7, 0xe3], 69_990)
    expect((await rowsOf(bytes)).at(-1)?.cells[0]).toMatch(/^نام/)
  })
  test('numbers of rows are those the office sees: blank ones count, lines within a cell do not', async () => {
    expect((await rowsOf(encoder.encode('a,b\n\n\n"c\nc",d\ne,f\n'))).map(({ number }) => number)).toEqual([1, 4, 5])
  })
  test('zeros saved as ="…" are read, quotes in the middle of a cell stay', async () => {
    expect(await cellsOf(encoder.encode('="0123456789",مریم "دشتی" ,"=""0123"""\n'))).toEqual([['0123456789', 'مریم "دشتی" ', '0123']])
  })
  test.each([
    ['to the end', `a,b\n1,"2\n${'3,4\n'.repeat(10)}`, 2],
    ['to a later one', `a,b\n1,"2\n${'3,4\n'.repeat(60)}5,"6"\n`, 2],
  ])('a quotation mark left open %s is named with its row', async (_name, text, at) => {
    await expect(rowsOf(encoder.encode(text))).rejects.toMatchObject({ codes: ['platform.sheet-quote-open'], details: { row: at } })
  })
  test('a cell of ten million signs is cut', async () => {
    const read = await rowsOf(encoder.encode(`a,b\n${'x'.repeat(10_000_000)},1\n2,3\n`))
    expect(read.map(({ cells, cut }) => [cells[0]?.length, cells[1], cut])).toEqual([
      [1, 'b', []],
      [sheetLimits.cellLength, '1', [0]],
      [1, '3', []],
    ])
  })
})

describe(`naughty texts: ${naughtyOrigin}`, () => {
  const rows = naughtyStrings.map((text, index) => [`${index}`, text, 'پایان'])
  const kept = rows.map((cells) => cells.map((text) => cutTo(plainCell(text), sheetLimits.cellLength)))
  test('come back from a workbook as they went in', async () => {
    expect(await cellsOf(writeXlsx({ sheetName: 'a', rows }))).toEqual(kept)
  })
  test('come back from a text file as they went in', async () => {
    expect(await cellsOf(writeCsv([['شماره', 'متن', 'پایان'], ...rows]))).toEqual([['شماره', 'متن', 'پایان'], ...kept])
  })
  test('never start a formula, and the guard comes off again', () => {
    for (const text of naughtyStrings) {
      expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(unguarded(safeCell(text))).toBe(/^="[^"]*"$/.test(safeCell(text)) ? '' : text)
    }
    for (const start of ['=1+1', '+98917', '-1', '@x', '\tx', '\rx', '\nx']) expect(safeCell(start).startsWith("'")).toBe(true)
    expect(safeCell('مریم')).toBe('مریم')
  })
  test('are harmless as names of sheets', async () => {
    const bytes = writeWorkbook(naughtyStrings.slice(0, sheetLimits.sheets).map((name) => ({ name, rows: [['x']] })))
    expect(new Set((await rowsOf(bytes)).map(({ sheet }) => sheet)).size).toBe(sheetLimits.sheets)
  })
})
test('any table comes back from both kinds of file', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from('اب‌ ,;"\n\r\t=\'_x0041_<&>]۱1\u0000\ud800👩')), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async (table) => {
      const rows = [['نخست', 'دوم'], ...table].map((cells) => [...cells, 'پایان'])
      const kept = rows.map((cells) => cells.map(plainCell))
      expect(await cellsOf(writeXlsx({ sheetName: 'a', rows }))).toEqual(kept)
      expect((await cellsOf(writeCsv(rows))).map((cells) => cells.join('\u0000'))).toEqual(kept.map((cells) => cells.join('\u0000')))
    }),
    { numRuns: 150 },
  )
})
test('a table of texts gives each back by its number, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 3_000 }), (texts) => {
      const table = new TextTable(10_000_000)
      for (const text of texts) table.add(text)
      expect(texts.map((_, index) => table.at(index))).toEqual(texts)
      expect([table.at(texts.length), table.at(-1), table.at(Number.NaN)]).toEqual(['', '', ''])
    }),
    { numRuns: 30 },
  )
})
test('XML cut at any byte is read as if it were whole', () => {
  const bytes = strToU8('<a xmlns:b="c"><b:t>فاطمه &amp; <![CDATA[مریم]]></b:t></a>')
  fc.assert(
    fc.property(fc.nat({ max: bytes.length }), (at) => {
      const said: string[] = []
      const reader = xmlReader({ open: (tag) => said.push(tag), text: (piece) => said.push(piece) })
      reader.write(bytes.subarray(0, at))
      reader.write(bytes.subarray(at))
      reader.end()
      expect(said.join('')).toBe('atفاطمه & مریم')
    }),
  )
})
