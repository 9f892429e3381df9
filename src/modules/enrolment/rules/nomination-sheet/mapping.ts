import { parseMobile, parseNationalId, parsePhone } from '../../../../platform/identifiers.ts'
import { type HeaderMeaning, headerKey, isAboutSomebodyElse, isGroupOfSomebodyElse, meaningOf, type NominationField } from './headers.ts'

export interface Mapping {
  /** Number of the last row of the headers, as the office sees it; the list begins below. */
  readonly headerRow: number
  /** How many rows the headers take: one, or two when groups stand above them. */
  readonly headerLines: number
  /** Which field each column holds; a column not named here is dropped. */
  readonly columns: Readonly<Record<number, NominationField>>
  /** Headers of the columns that are dropped, and of those that repeat a field. */
  readonly dropped: readonly string[]
  /** Columns read with a typing error in the header, by what they hold, or chosen among equals: somebody should look. */
  readonly unsure: readonly number[]
}
interface Row {
  readonly number: number
  readonly cells: readonly string[]
}
interface Candidate {
  readonly headerRow: number
  readonly headerLines: 1 | 2
  readonly headers: readonly string[]
  readonly meanings: readonly (HeaderMeaning | undefined)[]
}

/**
 * The header and the meaning of its columns, guessed from the first rows: the row, or pair of rows, that names most fields. Title rows and
 * merged cells above it name none. Of several columns with one meaning the better filled stays. An unnamed column that holds national IDs or
 * mobile numbers is taken for what it holds. Undefined when nothing says where the names and one more field are.
 */
export function guessMapping(rows: readonly Row[]): Mapping | undefined {
  const candidates = rows.flatMap((row, index) => [oneLine(row, rows[index - 1]), ...twoLines(row, rows[index + 1])])
  let best: Candidate | undefined
  for (const one of candidates) if (namesSomebody(one) && isBetter(one, best)) best = one
  if (best === undefined) return undefined
  const { headerRow } = best
  const mapping = mappingOf(
    best,
    rows.filter(({ number }) => number > headerRow),
  )
  const fields = new Set(Object.values(mapping.columns))
  return fields.has('national-id') || fields.has('phone') || fields.has('county') ? mapping : undefined
}
/** A header repeated further down often says a little more; only one that names a whole field more may cost the rows between them. */
function isBetter(one: Candidate, best: Candidate | undefined): boolean {
  if (best === undefined) return score(one) > 0
  return score(one) > score(best) + (one.headerRow > best.headerRow + 1 ? 0.75 : 0)
}
function oneLine(row: Row, above: Row | undefined): Candidate {
  const groups = groupsOf(above)
  return {
    headerRow: row.number,
    headerLines: 1,
    headers: row.cells,
    meanings: row.cells.map((header, column) => (isGroupOfSomebodyElse(groups[column] ?? '') ? undefined : meaningOf(header))),
  }
}
/** Groups above, fields below: a field may stand in either line (where cells are merged downwards) or be said by both together. */
function twoLines(row: Row, below: Row | undefined): readonly Candidate[] {
  if (below === undefined || below.number !== row.number + 1) return []
  const groups = groupsOf(row)
  const width = Math.max(row.cells.length, below.cells.length)
  const columns = Array.from({ length: width }, (_, column) => {
    const [own, group, under] = [row.cells[column] ?? '', groups[column] ?? '', below.cells[column] ?? '']
    if (isGroupOfSomebodyElse(group)) return { header: `${group} ${under}`.trim(), meaning: undefined }
    const together = under.trim() === '' ? undefined : meaningOf(`${own} ${under}`)
    const meaning = together ?? meaningOf(under) ?? (under.trim() === '' ? meaningOf(own) : meaningOf(`${group} ${under}`))
    return { header: `${own} ${under}`.trim(), meaning }
  })
  return [
    {
      headerRow: below.number,
      headerLines: 2,
      headers: columns.map(({ header }) => header),
      meanings: columns.map(({ meaning }) => meaning),
    },
  ]
}
/** What stands above each column, carried along under merged cells. A row of one cell is a title and groups nothing. */
function groupsOf(row: Row | undefined): readonly string[] {
  if (row === undefined || row.cells.filter((cell) => cell.trim() !== '').length < 2) return []
  let group = ''
  return row.cells.map((cell) => {
    group = cell.trim() === '' ? group : cell
    return group
  })
}
function namesSomebody({ meanings }: Candidate): boolean {
  return meanings.some((meaning) => meaning?.field === 'full-name' || meaning?.field === 'family-name' || meaning?.field === 'given-name')
}
/** Fields named, sure ones weighing more; a second line must add something. */
function score({ meanings, headerLines }: Candidate): number {
  const weights = new Map<NominationField, number>()
  for (const meaning of meanings)
    if (meaning !== undefined)
      weights.set(meaning.field, Math.max(weights.get(meaning.field) ?? 0, meaning.isSure && !meaning.isWeak ? 1 : 0.5))
  return [...weights.values()].reduce((sum, one) => sum + one, 0) - (headerLines === 2 ? 0.1 : 0)
}

function mappingOf({ headerRow, headerLines, headers, meanings }: Candidate, below: readonly Row[]): Mapping {
  const columns: Record<number, NominationField> = {}
  const unsure = new Set<number>()
  const fields = new Set(meanings.flatMap((meaning) => (meaning === undefined ? [] : [meaning.field])))
  for (const field of fields) {
    const rivals = meanings
      .flatMap((meaning, column) => (meaning?.field === field ? [{ column, meaning, fit: fitOf(below, column, field) }] : []))
      .sort(byFit)
    const [winner, second] = rivals
    if (winner === undefined) continue
    columns[winner.column] = field
    if (!winner.meaning.isSure || (second !== undefined && second.fit > 0 && !second.meaning.isWeak)) unsure.add(winner.column)
  }
  for (const field of ['national-id', 'phone'] as const) {
    const column = fields.has(field) ? undefined : columnHolding(field, { headers, columns, below })
    if (column === undefined) continue
    columns[column] = field
    unsure.add(column)
  }
  nameInOneColumn(columns, unsure)
  return { headerRow, headerLines, columns, dropped: droppedOf(headers, columns, below), unsure: [...unsure].sort((a, b) => a - b) }
}
interface Rival {
  readonly column: number
  readonly meaning: HeaderMeaning
  readonly fit: number
}
function byFit(one: Rival, other: Rival): number {
  const rank = ({ meaning, fit }: Rival): number => (fit > 0 ? 4 : 0) + (meaning.isWeak ? 0 : 2) + (meaning.isSure ? 1 : 0)
  return rank(other) - rank(one) || other.fit - one.fit || one.column - other.column
}
/** How many of the first rows hold something that can be this field. */
function fitOf(rows: readonly Row[], column: number, field: NominationField): number {
  const fits = (cell: string): boolean => {
    if (field === 'national-id') return 'value' in parseNationalId(cell)
    return field === 'phone' ? 'value' in parsePhone(cell) : cell.trim() !== ''
  }
  // A landline is worth half a mobile: only one of the two columns can be kept.
  const worth = (cell: string): number => (field === 'phone' && !('value' in parseMobile(cell)) ? 0.5 : 1)
  return rows.reduce((sum, { cells }) => sum + (fits(cells[column] ?? '') ? worth(cells[column] ?? '') : 0), 0)
}
/** «نام» with no family name beside it holds the whole name. */
function nameInOneColumn(columns: Record<number, NominationField>, unsure: Set<number>): void {
  const fields = Object.values(columns)
  if (fields.includes('family-name') || fields.includes('full-name')) return
  for (const column of Object.keys(columns).map(Number)) {
    if (columns[column] !== 'given-name') continue
    columns[column] = 'full-name'
    unsure.add(column)
  }
}
interface Columns {
  readonly headers: readonly string[]
  readonly columns: Readonly<Record<number, NominationField>>
  readonly below: readonly Row[]
}
/** A column nobody named right whose cells say what it is: most of at least three are national IDs, or mobile numbers. */
function columnHolding(field: 'national-id' | 'phone', { headers, columns, below }: Columns): number | undefined {
  const width = Math.max(headers.length, ...below.map(({ cells }) => cells.length))
  for (let column = 0; column < width; column++) {
    if (columns[column] !== undefined || isAboutSomebodyElse(headers[column] ?? '')) continue
    const filled = below.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '')
    const right = filled.filter((cell) => 'value' in (field === 'phone' ? parseMobile(cell) : parseNationalId(cell)))
    if (right.length >= 3 && right.length / filled.length >= 0.7) return column
  }
  return undefined
}
function droppedOf(
  headers: readonly string[],
  columns: Readonly<Record<number, NominationField>>,
  below: readonly Row[],
): readonly string[] {
  const width = Math.max(headers.length, ...below.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => columns[column] === undefined)
    .filter((column) => (headers[column] ?? '').trim() !== '' || below.some(({ cells }) => (cells[column] ?? '').trim() !== ''))
    .map((column) => (headers[column] ?? '').trim())
}

/** The same sheet read with other columns, as somebody of the agency said: what is not among them is dropped, and nothing is in doubt any more. */
export function remapped(rows: readonly Row[], mapping: Mapping, columns: Mapping['columns']): Mapping {
  const below = rows.filter(({ number }) => number > mapping.headerRow)
  return { ...mapping, columns, dropped: droppedOf(headersOf(rows, mapping), columns, below), unsure: [] }
}
export type MappingRefusal = 'enrolment.mapping-column-unknown' | 'enrolment.mapping-twice' | 'enrolment.mapping-incomplete'
/** Why columns are not read as said: one is not in the sheet, a field stands twice, or nothing says who she is. */
export function reasonsNotToMap(headers: readonly string[], columns: Mapping['columns']): readonly MappingRefusal[] {
  const reasons: MappingRefusal[] = []
  const fields = Object.values(columns)
  if (Object.keys(columns).some((column) => (headers[Number(column)] ?? '').trim() === '')) reasons.push('enrolment.mapping-column-unknown')
  if (new Set(fields).size < fields.length) reasons.push('enrolment.mapping-twice')
  const isNamed = fields.includes('full-name') || (fields.includes('given-name') && fields.includes('family-name'))
  return isNamed && fields.includes('national-id') ? reasons : [...reasons, 'enrolment.mapping-incomplete']
}

/** Whether a later row is the header over again, as printed lists repeat it on each page. */
export function isRepeatedHeader(cells: readonly string[], mapping: Mapping): boolean {
  const mapped = Object.entries(mapping.columns)
  const same = mapped.filter(([column, field]) => {
    const found = meaningOf(cells[Number(column)] ?? '')?.field
    return found === field || (found === 'given-name' && field === 'full-name')
  })
  return same.length >= Math.max(2, mapped.length - 1 - mapping.unsure.length)
}
/** The headers of a mapped sheet, column by column; two lines are said as one. */
export function headersOf(rows: readonly Row[], { headerRow, headerLines }: Mapping): readonly string[] {
  const cells = rows.find(({ number }) => number === headerRow)?.cells ?? []
  if (headerLines === 1) return cells
  const above = rows.find(({ number }) => number === headerRow - 1)?.cells ?? []
  return Array.from({ length: Math.max(cells.length, above.length) }, (_, column) => `${above[column] ?? ''} ${cells[column] ?? ''}`.trim())
}
/** What makes two sheets the same form: their headers. A remembered mapping is offered for it. */
export function signatureOf(rows: readonly Row[], mapping: Mapping): string {
  return headersOf(rows, mapping).map(headerKey).join('|')
}
