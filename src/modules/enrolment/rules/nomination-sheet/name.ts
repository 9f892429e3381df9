import { searchKey } from '../../../../platform/persian.ts'

export interface NamePair {
  readonly givenName: string
  readonly familyName: string
}
/** Titles that go with the given name and are not it. */
const TITLES = new Set(['سید', 'سیده', 'حاج', 'حاجی', 'حاجیه', 'کربلایی', 'مشهدی', 'زایر', 'خانم', 'بانو', 'سرکار'])
/** Words that end a given name of two words, whatever the first. */
const ENDINGS = new Set(['سادات', 'السادات', 'بیگم', 'خاتون', 'بانو', 'سلطان', 'النسا', 'البنین', 'الزهرا', 'نسا', 'بی بی'])
/** Given names people write in two words. */
const PAIRS = new Set([
  'فاطمه زهرا',
  'ام کلثوم',
  'ام لیلا',
  'ام هانی',
  'ام سلمه',
  'بی بی',
  'ماه بی',
  'گل بی',
  'روح انگیز',
  'نور جهان',
  'زر افشان',
  'گل نسا',
  'گل بهار',
  'گل اندام',
  'گل افروز',
  'شاه بی',
  'شهر بانو',
  'ماه جبین',
])

/**
 * A whole name in one cell as given and family name: titles, then the first word (or a compound, joined by a half-space or known as two words),
 * the rest is the family name. `isSplit` says that another split is possible and somebody should look. Undefined when only one name is there.
 */
export function splitName(whole: string): (NamePair & { readonly isSplit: boolean }) | undefined {
  const comma = /^([^،,]+)[،,]([^،,]+)$/.exec(whole)
  if (comma !== null) return { givenName: (comma[2] ?? '').trim(), familyName: (comma[1] ?? '').trim(), isSplit: true }
  const words = whole.split(' ').filter((word) => word !== '')
  const keys = words.map(searchKey)
  const last = words.length - 1
  let taken = 0
  while (taken < last - 1 && TITLES.has(keys[taken] ?? '')) taken++
  if (isPairOfMothers(keys, taken) && taken + 2 < last) taken += 2
  else if (PAIRS.has(`${keys[taken] ?? ''} ${keys[taken + 1] ?? ''}`) && taken + 1 < last) taken += 1
  taken++
  while (taken < last && ENDINGS.has(keys[taken] ?? '')) taken++
  if (words.length < 2) return undefined
  return {
    givenName: words.slice(0, taken).join(' '),
    familyName: words.slice(taken).join(' '),
    isSplit: words.length - taken > 1,
  }
}
/** «بی بی فاطمه» and «ماه بی بی»: three words that are one given name. */
function isPairOfMothers(keys: readonly string[], at: number): boolean {
  const three = keys.slice(at, at + 3)
  return three.length === 3 && ((three[0] === 'بی' && three[1] === 'بی') || (three[1] === 'بی' && three[2] === 'بی'))
}
