import { searchKey } from '../../../../platform/persian.ts'

/** The only fields a nomination may hold; every other column of a list is dropped and counted (roles: nothing before consent). */
export const nominationFields = ['given-name', 'family-name', 'full-name', 'national-id', 'phone', 'whose-phone', 'county'] as const
export type NominationField = (typeof nominationFields)[number]

/** Headers as agencies really write them, compared by their search keys; the first that fits wins. */
const synonyms: Readonly<Record<NominationField, readonly string[]>> = {
  'full-name': [
    'نام و نام خانوادگی',
    'نام ونام خانوادگی',
    'نام و فامیل',
    'نام و نشان',
    'نام کامل',
    'مشخصات',
    'اسم و فامیل',
    'full name',
    'name',
  ],
  'given-name': ['نام', 'اسم', 'نام کوچک', 'first name', 'given name'],
  'family-name': ['نام خانوادگی', 'فامیل', 'فامیلی', 'شهرت', 'last name', 'family name', 'surname'],
  'national-id': ['کد ملی', 'کدملی', 'شماره ملی', 'شماره شناسایی ملی', 'ش ملی', 'شناسه ملی فرد', 'national id', 'national code', 'nid'],
  phone: [
    'شماره تماس',
    'تلفن همراه',
    'موبایل',
    'شماره موبایل',
    'شماره همراه',
    'همراه',
    'تلفن',
    'شماره تلفن',
    'تلفن تماس',
    'mobile',
    'phone',
  ],
  'whose-phone': ['صاحب شماره', 'مالک خط', 'شماره متعلق به', 'نسبت صاحب تلفن'],
  county: ['شهرستان', 'شهرستان محل سکونت', 'نام شهرستان', 'محل سکونت', 'محل زندگی', 'county'],
}
const keyed = new Map<string, NominationField>(
  nominationFields.flatMap((field) => synonyms[field].map((text): [string, NominationField] => [squeezed(text), field])),
)
function squeezed(text: string): string {
  return searchKey(text).replaceAll(' ', '')
}

export interface Mapping {
  /** Number of the row that holds the headers, as the office sees it. */
  readonly headerRow: number
  /** Which field each column holds; a column not named here is dropped. */
  readonly columns: Readonly<Record<number, NominationField>>
  /** Headers of the columns that are dropped, and of those that repeat a field. */
  readonly dropped: readonly string[]
}
interface Row {
  readonly number: number
  readonly cells: readonly string[]
}
function fieldOf(header: string): NominationField | undefined {
  const key = squeezed(header)
  return keyed.get(key) ?? keyed.get(key.replace(/^(شماره|کد)?ردیف/, ''))
}

/**
 * The header row and the meaning of its columns, guessed from the first rows: the row that names most fields, at least a name and one more.
 * Title rows and merged cells above it name none. Of two columns with one meaning the fuller stays. Undefined when no row is a header.
 */
export function guessMapping(rows: readonly Row[]): Mapping | undefined {
  const scored = rows.map((row) => ({ row, fields: row.cells.map(fieldOf) }))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (score(one.fields) > score(top?.fields ?? []) ? one : top),
    undefined,
  )
  if (best === undefined || !isHeader(best.fields)) return undefined
  const below = rows.filter(({ number }) => number > best.row.number)
  const columns: Record<number, NominationField> = {}
  const dropped: string[] = []
  best.row.cells.forEach((header, column) => {
    const field = best.fields[column]
    if (field === undefined) {
      if (header.trim() !== '' || below.some(({ cells }) => (cells[column] ?? '').trim() !== '')) dropped.push(header.trim())
      return
    }
    const rival = Object.keys(columns)
      .map(Number)
      .find((one) => columns[one] === field)
    if (rival === undefined) columns[column] = field
    else if (fullness(below, column) > fullness(below, rival)) {
      delete columns[rival]
      columns[column] = field
      dropped.push((best.row.cells[rival] ?? '').trim())
    } else dropped.push(header.trim())
  })
  return { headerRow: best.row.number, columns, dropped }
}
function score(fields: readonly (NominationField | undefined)[]): number {
  return new Set(fields.filter((field) => field !== undefined)).size
}
function isHeader(fields: readonly (NominationField | undefined)[]): boolean {
  const hasName = fields.includes('full-name') || fields.includes('family-name')
  return hasName && score(fields) >= 2
}
function fullness(rows: readonly Row[], column: number): number {
  return rows.filter(({ cells }) => (cells[column] ?? '').trim() !== '').length
}
/** Whether a later row is the header over again, as printed lists repeat it on each page. */
export function isRepeatedHeader(cells: readonly string[], mapping: Mapping): boolean {
  const mapped = Object.entries(mapping.columns)
  return mapped.filter(([column, field]) => fieldOf(cells[Number(column)] ?? '') === field).length >= Math.max(2, mapped.length - 1)
}
/** What makes two sheets the same form: their headers. A remembered mapping is offered for it. */
export function signatureOf(rows: readonly Row[], mapping: Mapping): string {
  const header = rows.find(({ number }) => number === mapping.headerRow)
  return (header?.cells ?? []).map(squeezed).join('|')
}
