import { parseNationalId, parsePhone } from '../../../../platform/identifiers.ts'
import { searchKey, tidyText } from '../../../../platform/persian.ts'
import type { Mapping, NominationField } from './mapping.ts'

export interface County {
  readonly code: string
  readonly nameFa: string
}
export interface Nomination {
  readonly givenName: string
  readonly familyName: string
  readonly nationalId: string
  readonly phone: string | null
  readonly countyCode: string
}
export type RowReason =
  | 'enrolment.row-name-missing'
  | 'enrolment.row-national-id-missing'
  | 'enrolment.row-national-id-wrong'
  | 'enrolment.row-county-unknown'
  | 'enrolment.row-county-missing'
  | 'enrolment.row-county-foreign'
export type RowNote = 'enrolment.row-national-id-padded' | 'enrolment.row-phone-wrong'
export type ReadRow =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'rejected'; readonly reasons: readonly RowReason[] }
  | { readonly kind: 'accepted'; readonly nomination: Nomination; readonly notes: readonly RowNote[] }

export interface Places {
  readonly counties: readonly County[]
  /** Counties the nominating officer acts in. */
  readonly own: readonly string[]
}
const TOTALS = /^(جمع|جمع کل|تعداد کل|مجموع|total)/

/** One row as a nomination, or the reasons against it, each with what to do; totals and empty rows are skipped. */
export function readNominationRow(cells: readonly string[], mapping: Mapping, places: Places): ReadRow {
  const values = valuesOf(cells, mapping)
  if (Object.values(values).every((value) => value === '') || cells.some((cell) => TOTALS.test(searchKey(cell)))) return { kind: 'skipped' }
  const name = nameOf(values)
  const nationalId = parseNationalId(values['national-id'] ?? '')
  const county = countyOf(values.county ?? '', places)
  const reasons: RowReason[] = []
  if (name === undefined) reasons.push('enrolment.row-name-missing')
  if ('reason' in nationalId)
    reasons.push((values['national-id'] ?? '') === '' ? 'enrolment.row-national-id-missing' : 'enrolment.row-national-id-wrong')
  if (typeof county !== 'string') reasons.push(county.reason)
  if (name === undefined || 'reason' in nationalId || typeof county !== 'string') return { kind: 'rejected', reasons }
  const phone = parsePhone(values.phone ?? '')
  const notes: RowNote[] = []
  if (nationalId.isPadded === true) notes.push('enrolment.row-national-id-padded')
  if ('reason' in phone && (values.phone ?? '') !== '') notes.push('enrolment.row-phone-wrong')
  return {
    kind: 'accepted',
    nomination: { ...name, nationalId: nationalId.value, phone: 'value' in phone ? phone.value : null, countyCode: county },
    notes,
  }
}
type Values = Partial<Record<NominationField, string>>
function valuesOf(cells: readonly string[], { columns }: Mapping): Values {
  const values: Values = {}
  for (const [column, field] of Object.entries(columns)) values[field] = tidyText(cells[Number(column)] ?? '').replace(/^'+/, '')
  return values
}
/** A whole name in one cell: the first word, or a compound joined by a half-space, is the given name; the rest is the family name. */
function nameOf(values: Values): { readonly givenName: string; readonly familyName: string } | undefined {
  const given = values['given-name'] ?? ''
  const family = values['family-name'] ?? ''
  if (given !== '' && family !== '')
    return isName(given) && isName(family) ? { givenName: given.slice(0, 60), familyName: family.slice(0, 60) } : undefined
  const words = (values['full-name'] ?? `${given} ${family}`).split(' ').filter((word) => word !== '')
  const titled = /^(سیده?|حاجیه?|خانم)$/.test(words[0] ?? '') && words.length > 2 ? 2 : 1
  const [first, rest] = [words.slice(0, titled).join(' '), words.slice(titled).join(' ')]
  return rest !== '' && isName(first) && isName(rest) ? { givenName: first.slice(0, 60), familyName: rest.slice(0, 60) } : undefined
}
/** A name holds letters and no digits. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/\p{Nd}/u.test(text)
}
/** The county a cell names; an officer of one county need not write it. */
function countyOf(cell: string, { counties, own }: Places): string | { readonly reason: RowReason } {
  if (cell === '') return own.length === 1 && own[0] !== undefined ? own[0] : { reason: 'enrolment.row-county-missing' }
  const key = searchKey(cell)
    .replace(/^شهرستان /, '')
    .replaceAll(' ', '')
  const found = counties.find(({ code, nameFa }) => code === key || searchKey(nameFa).replaceAll(' ', '') === key)
  if (found === undefined) return { reason: 'enrolment.row-county-unknown' }
  return own.includes(found.code) ? found.code : { reason: 'enrolment.row-county-foreign' }
}
