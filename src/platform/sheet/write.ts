import { Zip, ZipDeflate } from 'fflate'
import { plainCell, safeCell } from './cell.ts'

/** A number is written as one, everything else as a text. */
export type Cell = string | number
export interface Sheet {
  readonly name: string
  readonly rows: Iterable<readonly Cell[]>
  /** Areas drawn as one cell, like `A1:F1`. */
  readonly merged?: readonly string[]
  /** At the foot of every printed page. */
  readonly footer?: string
}
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** Characters of a sheet gathered before they are folded. */
const BATCH = 64 * 1024

/** A right-to-left workbook of one sheet of texts. */
export function writeXlsx({ sheetName, rows }: { readonly sheetName: string; readonly rows: Iterable<readonly string[]> }): Uint8Array {
  return writeWorkbook([{ name: sheetName, rows }])
}
/**
 * A right-to-left workbook. Rows are folded as they come, so memory holds a batch of them and the folded file. No cell starts a formula: a text
 * that begins like one gets an apostrophe, which reading takes away again. The same rows always give the same bytes.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const folded: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error !== null) throw error
    folded.push(data)
  })
  const encoder = new TextEncoder()
  const add = (name: string, pieces: Iterable<string>): void => {
    const part = new ZipDeflate(name, { level: 6 })
    part.mtime = new Date(2000, 0, 1)
    zip.add(part)
    for (const piece of pieces) part.push(encoder.encode(piece))
    part.push(new Uint8Array(0), true)
  }
  for (const [name, text] of frameOf(namesOf(sheets))) add(name, [text])
  sheets.forEach((sheet, index) => {
    add(`xl/worksheets/sheet${index + 1}.xml`, batches(sheetXml(sheet)))
  })
  zip.end()
  return joined(folded)
}
/** Names a workbook can hold: 31 signs, none of []:*?/\, none twice. */
function namesOf(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, index) => {
    const plain = plainCell(name)
      .replace(/[[\]:*?/\\\t\n\r]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .toWellFormed()
      .trim()
    const unique = plain === '' || taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${index + 1}`.trim() : plain
    taken.add(unique.toLowerCase())
    return unique
  })
}
function* frameOf(names: readonly string[]): Generator<readonly [name: string, text: string]> {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${CONTENT}-officedocument.spreadsheetml.${type}+xml"/>`
  const sheetParts = names.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('')
  yield [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${CONTENT}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${sheetParts}</Types>`,
  ]
  yield [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  ]
  const sheets = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
  yield ['xl/workbook.xml', `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`]
  const relations = names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')
  yield ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`]
}
function* sheetXml({ rows, merged = [], footer }: Sheet): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews><sheetFormatPr baseColWidth="18" defaultRowHeight="15"/><sheetData>`
  let number = 0
  for (const cells of rows) yield `<row r="${++number}">${cells.map(cellXml).join('')}</row>`
  yield '</sheetData>'
  if (merged.length > 0) yield `<mergeCells>${merged.map((area) => `<mergeCell ref="${escaped(area)}"/>`).join('')}</mergeCells>`
  // An ampersand begins a command of a footer; doubled it is itself.
  if (footer !== undefined) yield `<headerFooter><oddFooter>${escaped(`&C${footer.replaceAll('&', '&&')}`)}</oddFooter></headerFooter>`
  yield '</worksheet>'
}
function cellXml(cell: Cell): string {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  const text = safeCell(plainCell(cell))
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}
function* batches(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  let length = 0
  for (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < BATCH) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  yield waiting.join('')
}
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
/** XML keeps no return and nothing that looks like a coded sign: both are written as coded signs. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A text file that office programs open in the right letters: with a mark, commas and CRLF, and no cell that starts a formula. */
export function writeCsv(rows: Iterable<readonly Cell[]>): Uint8Array {
  const encoder = new TextEncoder()
  const lines = (function* () {
    yield '\ufeff'
    for (const cells of rows) yield `${cells.map(csvCell).join(',')}\r\n`
  })()
  return joined(Array.from(batches(lines), (batch) => encoder.encode(batch)))
}
function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = safeCell(plainCell(cell))
  return /[",;\t\n\r|]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
