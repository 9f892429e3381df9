import { parseNationalId } from '../../../../platform/identifiers.ts'
import { searchKey, tidyText } from '../../../../platform/persian.ts'
import { type NominationField, nominationFields } from './headers.ts'
import type { Mapping } from './mapping.ts'
import { type NamePair, splitName } from './name.ts'
import { type ReadContact, readContact, type WhosePhone } from './phone.ts'
import { type Places, readCounty } from './place.ts'

export interface Nomination {
  readonly givenName: string
  readonly familyName: string
  readonly nationalId: string
  readonly phone: string | null
  readonly whosePhone: WhosePhone | null
  readonly countyCode: string
}
export type RowReason =
  | 'enrolment.row-name-missing'
  | 'enrolment.row-name-wrong'
  | 'enrolment.row-name-too-long'
  | 'enrolment.row-national-id-missing'
  | 'enrolment.row-national-id-wrong'
  | 'enrolment.row-national-id-rounded'
  | 'enrolment.row-county-unknown'
  | 'enrolment.row-county-missing'
  | 'enrolment.row-county-foreign'
export type RowNote =
  | 'enrolment.row-name-split'
  | 'enrolment.row-national-id-padded'
  | 'enrolment.row-phone-wrong'
  | 'enrolment.row-phone-several'
  | 'enrolment.row-county-guessed'
export type ReadRow =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'rejected'; readonly reasons: readonly RowReason[] }
  | { readonly kind: 'accepted'; readonly nomination: Nomination; readonly notes: readonly RowNote[] }

/**
 * One row as a nomination, or every reason against it, each with what to do. A phone nobody can call is left out and said, never a reason.
 * Rows that hold nothing of a woman (blank but for a number, totals, signatures at the foot) are skipped.
 */
export function readNominationRow(cells: readonly string[], mapping: Mapping, places: Places): ReadRow {
  const values = valuesOf(cells, mapping)
  const id = readNationalId(values['national-id'])
  if (holdsNobody(values) || ('reason' in id && isFoot(cells))) return { kind: 'skipped' }
  const name = readName(values)
  const county = readCounty(values.county, places)
  const reasons: RowReason[] = [name, id, county].flatMap((one) => ('reason' in one ? [one.reason] : []))
  if ('reason' in name || 'reason' in id || 'reason' in county) return { kind: 'rejected', reasons }
  const contact = readContact(values.phone, values['whose-phone'])
  const { givenName, familyName } = name
  return {
    kind: 'accepted',
    nomination: {
      givenName,
      familyName,
      nationalId: id.value,
      phone: contact.phone,
      whosePhone: contact.whosePhone,
      countyCode: county.code,
    },
    notes: notesOf({ name, isPadded: id.isPadded, contact, isGuessed: county.isGuessed }),
  }
}
type Values = Readonly<Record<NominationField, string>>
function valuesOf(cells: readonly string[], { columns }: Mapping): Values {
  const values: Record<NominationField, string> = {
    'given-name': '',
    'family-name': '',
    'full-name': '',
    'national-id': '',
    phone: '',
    'whose-phone': '',
    county: '',
  }
  for (const [column, field] of Object.entries(columns)) values[field] = cellValue(cells[Number(column)] ?? '')
  return values
}
/** Without apostrophes typed to keep zeros, and without the marks by which people say «nothing» or «as above». */
function cellValue(cell: string): string {
  const text = tidyText(cell).replace(/^['’‘]+/, '')
  return /^[-–—_.*/\\"〃«»؟?]*$|^(ندارد|نامشخص|نا معلوم|نامعلوم|ایضا|null|none|n\/a|#n\/a|#ref!|#value!)$/i.test(text) ? '' : text
}
function holdsNobody(values: Values): boolean {
  return nominationFields.every((field) => field === 'county' || field === 'whose-phone' || values[field] === '')
}
const TOTAL = /^(جمع|مجموع|تعداد|سرجمع|total|sum)( |$)/
const FOOT = /^(مهر|امضا|مهر و امضا|تهیه کننده|تنظیم کننده|تایید کننده|رییس|مدیر|توضیحات|توضیح|ملاحظات|تاریخ|نام و امضا|صفحه)( |$)/
/** Totals, and the lines of signatures under a list: a line of few cells that begins with what only such lines begin with. */
function isFoot(cells: readonly string[]): boolean {
  const keys = cells.map((cell) => searchKey(cell)).filter((key) => key !== '')
  return keys.some((key) => TOTAL.test(key)) || (keys.length <= 3 && keys.some((key) => FOOT.test(key)))
}

type ReadId = { readonly value: string; readonly isPadded: boolean } | { readonly reason: RowReason }
function readNationalId(cell: string): ReadId {
  if (cell === '') return { reason: 'enrolment.row-national-id-missing' }
  // 3.49E+09: the program has thrown the last digits away, and nobody can bring them back.
  if (/^\d([.,٫]\d+)?e\+?\d+$/i.test(searchKeyOfNumber(cell))) return { reason: 'enrolment.row-national-id-rounded' }
  const parsed = parseNationalId(cell)
  return 'value' in parsed ? { value: parsed.value, isPadded: parsed.isPadded === true } : { reason: 'enrolment.row-national-id-wrong' }
}
function searchKeyOfNumber(cell: string): string {
  return cell.replace(/\s/g, '')
}
type ReadName = (NamePair & { readonly isSplit: boolean }) | { readonly reason: RowReason }
const LONGEST_NAME = 60
/** A name holds letters and no digits. Two columns are taken as they are; one is split, and said to be where it could be split elsewhere. */
function readName(values: Values): ReadName {
  const [given, family] = [values['given-name'], values['family-name']]
  const whole = values['full-name'] === '' ? `${given} ${family}`.trim() : values['full-name']
  const inTwo = given !== '' && family !== ''
  const pair = inTwo ? { givenName: given, familyName: family, isSplit: false } : splitName(whole)
  if (pair === undefined) return { reason: whole === '' || isName(whole) ? 'enrolment.row-name-missing' : 'enrolment.row-name-wrong' }
  if (!isName(pair.givenName) || !isName(pair.familyName)) return { reason: 'enrolment.row-name-wrong' }
  if (Math.max(pair.givenName.length, pair.familyName.length) > LONGEST_NAME) return { reason: 'enrolment.row-name-too-long' }
  return pair
}
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/[\p{Nd}<>=@#$%&*+{}[\]|\\/:;"]/u.test(text)
}
interface Noted {
  readonly name: { readonly isSplit: boolean }
  readonly isPadded: boolean
  readonly contact: ReadContact
  readonly isGuessed: boolean
}
function notesOf({ name, isPadded, contact, isGuessed }: Noted): readonly RowNote[] {
  const notes: RowNote[] = []
  if (name.isSplit) notes.push('enrolment.row-name-split')
  if (isPadded) notes.push('enrolment.row-national-id-padded')
  if (contact.isWrong) notes.push('enrolment.row-phone-wrong')
  if (contact.isOneOfSeveral) notes.push('enrolment.row-phone-several')
  if (isGuessed) notes.push('enrolment.row-county-guessed')
  return notes
}
