import { searchKey } from '../../../../platform/persian.ts'

/** The only fields a nomination may hold; every other column of a list is dropped and counted (roles: nothing before consent). */
export const nominationFields = ['given-name', 'family-name', 'full-name', 'national-id', 'phone', 'whose-phone', 'county'] as const
export type NominationField = (typeof nominationFields)[number]

/** Headers as agencies really write them, compared without spaces and marks. */
const synonyms: Readonly<Record<NominationField, readonly string[]>> = {
  'full-name': [
    'نام و نام خانوادگی',
    'نام و خانوادگی',
    'نام و فامیل',
    'نام و فامیلی',
    'نام، نام خانوادگی',
    'نام و شهرت',
    'نام و نشان',
    'نام کامل',
    'مشخصات',
    'اسم و فامیل',
    'اسامی',
    'نام مددجو',
    'full name',
    'name',
  ],
  'given-name': ['نام', 'اسم', 'نام کوچک', 'first name', 'given name'],
  'family-name': ['نام خانوادگی', 'خانوادگی', 'فامیل', 'فامیلی', 'شهرت', 'last name', 'family name', 'surname'],
  'national-id': [
    'کد ملی',
    'شماره ملی',
    'شماره کد ملی',
    'کدملی ده رقمی',
    'شماره شناسایی ملی',
    'ش ملی',
    'ک ملی',
    'شماره کارت ملی',
    'شناسه ملی',
    'national id',
    'national code',
    'nid',
  ],
  phone: [
    'شماره تماس',
    'تلفن همراه',
    'شماره تلفن همراه',
    'موبایل',
    'شماره موبایل',
    'شماره همراه',
    'همراه',
    'تلفن',
    'شماره تلفن',
    'تلفن تماس',
    'شماره های تماس',
    'mobile',
    'phone',
    'tel',
  ],
  'whose-phone': ['صاحب شماره', 'صاحب تلفن', 'مالک خط', 'صاحب خط', 'شماره متعلق به', 'تلفن متعلق به', 'نسبت صاحب تلفن', 'نسبت صاحب شماره'],
  county: ['شهرستان', 'نام شهرستان', 'شهرستان محل سکونت', 'شهرستان محل زندگی', 'county'],
}
/** Headers that hold the field only when no better column does. */
const weakSynonyms: Readonly<Partial<Record<NominationField, readonly string[]>>> = {
  county: ['محل سکونت', 'محل زندگی', 'محل اقامت', 'سکونت', 'شهر', 'شهر محل سکونت', 'منطقه'],
  phone: ['تلفن ثابت', 'شماره ثابت', 'تلفن منزل', 'تلفن ضروری', 'شماره ضروری'],
  'national-id': ['کد', 'شناسه', 'شماره شناسایی'],
}
/** Words that say of whom, when it is the woman herself; a header with or without them is the same. */
const HERSELF =
  /(^| )(متقاضی|متقاضیان|مددجو|مددجویان|سرپرست خانوار|زن سرپرست خانوار|زنان سرپرست خانوار|زن سرپرست|سرپرست|بانو|بانوان|بانوی|فرد|شخص|داوطلب|ذینفع|بهره بردار|عضو|مشمول|معرفی شده|خانم|ایشان|خود)(?= |$)/g
/** Words that say a column is about somebody else: such a column is never hers, whatever it holds. */
const SOMEBODY_ELSE =
  /(^| )(همسر|شوهر|پدر|مادر|فرزند|فرزندان|ضامن|معرف|متوفی|قیم|وکیل|کارشناس|مددکار|راهبر|رابط|مسیول|کفیل|داماد|برادر|خواهر|حساب|کارت بانکی|پستی|شناسنامه)(?= |$)/

export interface HeaderMeaning {
  readonly field: NominationField
  /** Read letter for letter, not with a typing error or by a weak word. */
  readonly isSure: boolean
  readonly isWeak: boolean
}
const squeezed = (key: string): string => key.replaceAll(' ', '').replace(/ال(?=خانوادگی)/, '')
const exact = new Map<string, HeaderMeaning>()
for (const field of nominationFields) {
  for (const text of weakSynonyms[field] ?? []) exact.set(squeezed(searchKey(text)), { field, isSure: true, isWeak: true })
}
for (const field of nominationFields) {
  for (const text of synonyms[field]) exact.set(squeezed(searchKey(text)), { field, isSure: true, isWeak: false })
}

/** What a header names; undefined when it names none of the fields or is about somebody else. */
export function meaningOf(header: string): HeaderMeaning | undefined {
  const key = searchKey(header.replace(/\([^)]*\)|\*/g, ' '))
  if (key === '' || key.length > 60 || SOMEBODY_ELSE.test(key)) return undefined
  const plain = exact.get(squeezed(key)) ?? exact.get(squeezed(key.replace(HERSELF, ' ')))
  if (plain !== undefined) return plain
  const typed = squeezed(key)
  if (typed.length < 5) return undefined
  for (const [known, meaning] of exact) if (known.length >= 5 && isOneSlipAway(typed, known)) return { ...meaning, isSure: false }
  return undefined
}
/** Whether a header is about somebody, or something, else than what a nomination may hold. */
export function isAboutSomebodyElse(header: string): boolean {
  return SOMEBODY_ELSE.test(searchKey(header))
}
const KIN = /(^| )(همسر|شوهر|پدر|مادر|فرزند|فرزندان|ضامن|متوفی|قیم|کفیل|معرف)(?= |$)/
/** Whether the group that stands above a header («مشخصات همسر») is somebody else's; a whole sentence is a title and no group. */
export function isGroupOfSomebodyElse(group: string): boolean {
  const key = searchKey(group)
  return key.length <= 25 && KIN.test(key)
}
/** Whether two words differ by one letter more, less, other, or two letters in the wrong order. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start++
  let ends = 0
  while (ends < Math.min(one.length, other.length) - start && one.at(-1 - ends) === other.at(-1 - ends)) ends++
  const [left, right] = [one.slice(start, one.length - ends), other.slice(start, other.length - ends)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
/** Headers of one form compared: letters only. */
export function headerKey(header: string): string {
  return squeezed(searchKey(header))
}
