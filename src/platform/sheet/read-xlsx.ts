import { Unzip, UnzipInflate } from 'fflate'
import sax from 'sax'
import { refuse } from '../refusal.ts'
import { type SheetLimits, type SheetRow, sheetLimits } from './rows.ts'

const CHUNK = 64 * 1024
type Part = (text: string, isLast: boolean) => void

/**
 * Rows of a workbook, sheet by sheet. The zip is unfolded in chunks and parsed as it comes: memory holds the file, its shared texts and one
 * row. Refuses platform.sheet-unreadable, platform.sheet-too-large.
 */
export async function* readXlsx(bytes: Uint8Array, limits: SheetLimits = sheetLimits): AsyncGenerator<SheetRow> {
  const book = readBook(bytes, limits)
  let left = limits.rows
  for (const { path, name } of book.sheets) {
    const waiting: SheetRow[] = []
    const parse = sheetParser({ name, texts: book.texts, limits, onRow: (row) => waiting.push(row) })
    for (const _ of unfolded(bytes, limits, (file) => (file === path ? parse : undefined))) {
      const rows = waiting.splice(0)
      left -= rows.length
      if (left < 0) refuse('platform.sheet-too-large')
      yield* rows
    }
  }
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly texts: readonly string[]
}
function readBook(bytes: Uint8Array, limits: SheetLimits): Book {
  const found: { id: string; name: string }[] = []
  const targets = new Map<string, string>()
  const texts: string[] = []
  const parsers: Readonly<Record<string, Part>> = {
    'xl/workbook.xml': parserOf({
      open: (tag, attributes) => tag === 'sheet' && found.push({ id: attributes['r:id'] ?? '', name: attributes.name ?? '' }),
    }),
    'xl/_rels/workbook.xml.rels': parserOf({
      open: (tag, attributes) => tag === 'Relationship' && targets.set(attributes.Id ?? '', attributes.Target ?? ''),
    }),
    'xl/sharedStrings.xml': textsParser(texts, limits),
  }
  for (const _ of unfolded(bytes, limits, (file) => parsers[file]));
  if (found.length === 0) refuse('platform.sheet-unreadable')
  const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  return {
    sheets: found
      .slice(0, 20)
      .map(({ id, name }, index) => ({ name, path: pathOf(targets.get(id) ?? `worksheets/sheet${index + 1}.xml`) })),
    texts,
  }
}

/** Unfolds the parts somebody wants; yields after every chunk. Whatever is no zip, or unfolds beyond the limit, is refused. */
function* unfolded(bytes: Uint8Array, limits: SheetLimits, wanted: (file: string) => Part | undefined): Generator<boolean> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse('platform.sheet-unreadable')
  let failed = false
  let total = 0
  const unzip = new Unzip((file) => {
    const part = wanted(file.name)
    if (part === undefined) return
    const decoder = new TextDecoder()
    file.ondata = (error, data, isLast) => {
      total += data?.length ?? 0
      if (error !== null || total > limits.unfoldedBytes) failed = true
      else if (!failed) part(decoder.decode(data, { stream: !isLast }), isLast)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += CHUNK) {
    try {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
    } catch (error) {
      if (error instanceof Error && error.name === 'Refusal') throw error
      refuse('platform.sheet-unreadable')
    }
    if (failed) refuse(total > limits.unfoldedBytes ? 'platform.sheet-too-large' : 'platform.sheet-unreadable')
    yield true
  }
}

interface Hooks {
  readonly open?: (tag: string, attributes: Readonly<Record<string, string>>) => unknown
  readonly text?: (text: string) => void
  readonly close?: (tag: string) => void
}
/** A streaming parser of one part. Documents with a type declaration are refused: offices send none, entity bombs need one. */
function parserOf({ open, text, close }: Hooks): Part {
  const parser = sax.parser(true, { trim: false })
  parser.onopentag = ({ name, attributes }) => {
    open?.(localName(name), Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])))
  }
  parser.ontext = (piece) => text?.(piece)
  parser.onclosetag = (name) => close?.(localName(name))
  parser.ondoctype = () => refuse('platform.sheet-unreadable')
  parser.onerror = () => refuse('platform.sheet-unreadable')
  return (piece, isLast) => {
    parser.write(piece)
    if (isLast) parser.close()
  }
}
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
function textsParser(texts: string[], limits: SheetLimits): Part {
  let current = ''
  let isInText = false
  let isPhonetic = false
  return parserOf({
    open: (tag) => {
      if (tag === 'si') current = ''
      if (tag === 't') isInText = true
      if (tag === 'rPh') isPhonetic = true
    },
    text: (piece) => {
      if (isInText && !isPhonetic && current.length < limits.cellLength) current += piece.slice(0, limits.cellLength)
    },
    close: (tag) => {
      if (tag === 't') isInText = false
      if (tag === 'rPh') isPhonetic = false
      if (tag === 'si') texts.push(current)
    },
  })
}
interface SheetParsing {
  readonly name: string
  readonly texts: readonly string[]
  readonly limits: SheetLimits
  readonly onRow: (row: SheetRow) => void
}
function sheetParser({ name, texts, limits, onRow }: SheetParsing): Part {
  let number = 0
  let cells: string[] = []
  let column = 0
  let kind = ''
  let value = ''
  let isInValue = false
  return parserOf({
    open: (tag, attributes) => {
      if (tag === 'row') {
        number = Number(attributes.r ?? number + 1)
        cells = []
        column = 0
      }
      if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        kind = attributes.t ?? 'n'
        value = ''
      }
      if (tag === 'v' || tag === 't') isInValue = true
    },
    text: (piece) => {
      if (isInValue && value.length < limits.cellLength) value += piece.slice(0, limits.cellLength)
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') isInValue = false
      if (tag === 'c' && column <= limits.cellsInRow && value !== '') {
        while (cells.length < column) cells.push('')
        cells[column - 1] = kind === 's' ? (texts[Number(value)] ?? '') : kind === 'n' ? plainNumber(value) : value
      }
      if (tag === 'row' && cells.some((cell) => cell.trim() !== '')) onRow({ sheet: name, number, cells })
    },
  })
}
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column
}
/** 3.490000013E+9 as 3490000013: a spreadsheet writes long identifiers as powers of ten. */
function plainNumber(text: string): string {
  const number = Number(text)
  return /e/i.test(text) && Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : text
}
