import { refuse } from '../refusal.ts'
import { cutTo, plainCell, unguarded } from './cell.ts'
import { DateStyles } from './dates.ts'
import { type SheetLimits, type SheetRow, sheetLimits } from './rows.ts'
import { TextTable } from './text-table.ts'
import { type XmlReader, xmlReader } from './xml.ts'
import { type Budget, listParts, unfold, type ZipPart } from './zip.ts'

/**
 * Rows of the visible sheets of a workbook, sheet by sheet. Each part is unfolded in chunks and parsed as it comes: memory holds the file, its
 * shared texts and a chunk of rows. Blank rows are passed over. Refuses platform.sheet-unreadable, -other-format, -too-large.
 */
export async function* readXlsx(bytes: Uint8Array, limits: SheetLimits = sheetLimits): AsyncGenerator<SheetRow> {
  const file: File = { bytes, parts: listParts(bytes), budget: { left: limits.unfoldedBytes } }
  const book = await readBook(file, limits)
  let left = limits.rows
  for (const { path, name } of book.sheets) {
    const part = file.parts.get(path.toLowerCase())
    if (part === undefined) continue
    const waiting: SheetRow[] = []
    const reader = sheetReader({ name, book, limits, onRow: (row) => waiting.push(row) })
    for await (const chunk of unfold(bytes, part, file.budget)) {
      reader.write(chunk)
      left -= waiting.length
      if (left < 0) refuse('platform.sheet-too-large')
      yield* waiting.splice(0)
    }
    reader.end()
    yield* waiting
  }
}

interface File {
  readonly bytes: Uint8Array
  readonly parts: ReadonlyMap<string, ZipPart>
  readonly budget: Budget
}
interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly texts: TextTable
  readonly dates: DateStyles
}
/** Reads a whole part; false when the file has none of this name. */
async function readPart(file: File, path: string, reader: XmlReader): Promise<boolean> {
  const part = file.parts.get(path.toLowerCase())
  if (part === undefined) return false
  for await (const chunk of unfold(file.bytes, part, file.budget)) reader.write(chunk)
  reader.end()
  return true
}
async function readBook(file: File, limits: SheetLimits): Promise<Book> {
  const dates = new DateStyles()
  const texts = new TextTable(limits.sharedTextBytes)
  const workbook = (await relationsOf(file, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const found: { readonly id: string; readonly name: string }[] = []
  const isThere = await readPart(
    file,
    workbook,
    xmlReader({
      open: (tag, attribute) => {
        if (tag === 'workbookPr') dates.countsFrom1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
        if (tag !== 'sheet' || /hidden/i.test(attribute('state') ?? '')) return
        found.push({ id: attribute(':id') ?? '', name: plainCell(attribute('name') ?? '') })
      },
    }),
  )
  if (!isThere) refuse(file.parts.has('content.xml') ? 'platform.sheet-other-format' : 'platform.sheet-unreadable')
  const relations = await relationsOf(file, workbook)
  const ofType = (type: string): string | undefined => relations.find((relation) => relation.type.endsWith(type))?.target
  await readPart(file, ofType('/sharedStrings') ?? 'xl/sharedStrings.xml', textsReader(texts, limits))
  await readPart(file, ofType('/styles') ?? 'xl/styles.xml', dates.reader())
  const sheets = found.slice(0, limits.sheets).map(({ id, name }, index) => ({
    name,
    path: relations.find((relation) => relation.id === id)?.target ?? `xl/worksheets/sheet${index + 1}.xml`,
  }))
  if (sheets.length === 0 || !sheets.some((sheet) => file.parts.has(sheet.path.toLowerCase()))) refuse('platform.sheet-unreadable')
  return { sheets, texts, dates }
}
interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}
/** What a part of the workbook refers to, with targets as paths from the root of the zip. The empty path is the root itself. */
async function relationsOf(file: File, path: string): Promise<readonly Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations: Relation[] = []
  const reader = xmlReader({
    open: (tag, attribute) => {
      if (tag !== 'Relationship' || relations.length > 1_000) return
      const target = attribute('Target') ?? ''
      const full = target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '').replace(/\.\//g, '')
      relations.push({ id: attribute('Id') ?? '', type: attribute('Type') ?? '', target: full })
    },
  })
  await readPart(file, `${folder}_rels/${path.slice(folder.length)}.rels`, reader)
  return relations
}

/** Collects the text of an item that may be split into runs; what explains the sound of a word is left out. */
class TextCollector {
  readonly #most: number
  #isInText = false
  #isPhonetic = false
  value = ''
  isCut = false
  constructor(limits: SheetLimits) {
    this.#most = limits.cellLength
  }
  start(): void {
    this.value = ''
    this.isCut = false
  }
  open(tag: string): void {
    if (tag === 't' || tag === 'v') this.#isInText = true
    if (tag === 'rPh') this.#isPhonetic = true
  }
  close(tag: string): void {
    if (tag === 't' || tag === 'v') this.#isInText = false
    if (tag === 'rPh') this.#isPhonetic = false
  }
  text(piece: string): void {
    if (!this.#isInText || this.#isPhonetic) return
    const room = this.#most - this.value.length
    if (piece.length > room) this.isCut = true
    this.value += room >= piece.length ? piece : cutTo(piece, Math.max(0, room))
  }
}
function textsReader(texts: TextTable, limits: SheetLimits): XmlReader {
  const item = new TextCollector(limits)
  return xmlReader({
    open: (tag) => {
      if (tag === 'si') item.start()
      item.open(tag)
    },
    text: (piece) => {
      item.text(piece)
    },
    close: (tag) => {
      item.close(tag)
      if (tag !== 'si') return
      if (item.isCut) texts.cut.add(texts.length)
      texts.add(cellText(item.value))
    },
  })
}
/** Signs that XML cannot hold are written as _x000D_ by spreadsheet programs. */
function cellText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  return unguarded(plainCell(decoded))
}

interface SheetReading {
  readonly name: string
  readonly book: Book
  readonly limits: SheetLimits
  readonly onRow: (row: SheetRow) => void
}
function sheetReader({ name, book, limits, onRow }: SheetReading): XmlReader {
  const item = new TextCollector(limits)
  let number = 0
  let column = 0
  let kind = 'n'
  let style = 0
  let cells: string[] = []
  let cut: number[] = []
  const take = (): void => {
    if (column < 1 || column > limits.cellsInRow || item.value === '') return
    while (cells.length < column) cells.push('')
    cells[column - 1] = shownValue({ kind, style, value: item.value }, book)
    if (item.isCut || (kind === 's' && book.texts.cut.has(Number(item.value)))) cut.push(column - 1)
  }
  return xmlReader({
    open: (tag, attribute) => {
      if (tag === 'row') {
        number = wholeOr(attribute('r'), number + 1)
        column = 0
        cells = []
        cut = []
      }
      if (tag === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        kind = attribute('t') ?? 'n'
        style = Number(attribute('s') ?? 0)
        item.start()
      }
      item.open(tag)
    },
    text: (piece) => {
      item.text(piece)
    },
    close: (tag) => {
      item.close(tag)
      if (tag === 'c') take()
      if (tag === 'row' && cells.some((cell) => cell.trim() !== '')) onRow({ sheet: name, number, cells, cut })
    },
  })
}
interface RawCell {
  readonly kind: string
  readonly style: number
  readonly value: string
}
function shownValue({ kind, style, value }: RawCell, { texts, dates }: Book): string {
  if (kind === 's') return texts.at(Number(value))
  if (kind === 'n') return dates.dayOf(style, value) ?? plainNumber(value)
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return kind === 'e' ? '' : cellText(value)
}
function wholeOr(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : otherwise
}
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
/** 3.490000013E9 as 3490000013: a spreadsheet keeps fifteen digits and writes long identifiers as powers of ten. */
function plainNumber(text: string): string {
  const number = Number(text)
  if (!/[.e]/i.test(text) || !Number.isFinite(number) || Math.abs(number) >= 1e15) return text.trim()
  return String(Number(number.toPrecision(15)))
}
