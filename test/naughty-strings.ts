import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Strings that break programs, written for this house: each was chosen for a place where a list of names, numbers and dates can go wrong. */
const own: readonly string[] = [
  // nothing, almost nothing, and words that languages take for nothing
  ['', ' ', '\u200c', '\u00a0', '-', '؟', 'NULL', 'null', 'undefined', 'None', 'nil', 'NaN', 'Infinity', 'true', 'FALSE', 'TRUE'],
  // names of properties every object has
  ['constructor', '__proto__', 'hasOwnProperty', 'toString', 'then', 'length'],
  // numbers that are not what they seem
  [
    '0',
    '00',
    '-0',
    '+0',
    '1e3',
    '1E+309',
    '3.49E+09',
    '0x10',
    '1,000',
    '۱٬۰۰۰',
    '١٢٣',
    '९९',
    '①',
    '½',
    '1.',
    '.1',
    '1e-7',
    '9007199254740993',
  ],
  ['0123456789', "'0123456789", '="0123456789"', '٠٠٠٠٠٠٠٠٠٠', '3490000013\u200f', '۳۴۹-۰۰۰۰۰۱-۳'],
  // formulas
  ['=1+1', '=HYPERLINK("x";"y")', '+98917', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', "'=1", "''=1", '＝1', '%0A=1', '=cmd|x!A1'],
  // signs of formats
  [
    '"',
    '""',
    '"a',
    'a"b"c',
    ';',
    ',',
    '\t',
    '|',
    'a;b,c\td',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\\',
    '\\n',
    '%',
    '%s',
    '{0}',
    '{name}',
    "'{'",
    '#{x}',
    '#REF!',
  ],
  [
    '<',
    '&',
    '&amp;',
    '&lt;b&gt;',
    '<b>',
    '</t></is></c>',
    ']]>',
    '<![CDATA[x]]>',
    '<!DOCTYPE a>',
    '<!--',
    '_x000D_',
    '_x0041_',
    '_x005F_x0041_',
    '_x',
  ],
  [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    "' or 1=1 --",
    '"; drop table people; --',
    '$(x)',
    '`x`',
    '../../x',
  ],
  // control signs, byte order marks, things that are no characters
  [
    'a\u0000b',
    '\u0000',
    '\u0001\u0002\u001b[31m',
    '\u007f\u0085',
    '\ufeff',
    'a\ufeffb',
    '\ufffe',
    '\uffff',
    '\ufffd',
    '\ud800',
    'a\udc00b',
    '\u2028a\u2029',
  ],
  // directions turned around, marks without letters, spaces of all widths
  [
    '\u202emoc.live\u202c',
    '\u2066فاطمه\u2069',
    'مر\u200fیم',
    '\u061c',
    'a\u0301\u0301\u0301\u0301',
    'مَرْيَمُ',
    'Z̸̡̛a͓l̴g̷o̵',
    '\u3000a\u2003b\u202f',
  ],
  // Persian as it is really typed
  [
    'علي كاظمي',
    'علی کاظمی',
    'ﻓﺎﻃﻤﻪ',
    'ﷲ',
    'ﷺ',
    'فاطمه‌زهرا',
    'فاطمه ‌ زهرا',
    'گل¬نسا',
    'مرضیـــه',
    'خدیجة',
    'مؤمنة',
    'رئیسی',
    'آ',
    'هٔ',
    'ۀ',
    'ے',
    'ڪ',
    'ۍ',
  ],
  // other scripts, folding that changes length, signs beyond the first plane
  [
    'İstanbul',
    'ß',
    'ﬃ',
    'Å',
    'ǆ',
    '田中',
    '부산',
    'עברית',
    'ไทย',
    '𝕏',
    '👩‍👧',
    '🇮🇷',
    '👩🏽‍🌾',
    '\u{1f468}\u200d\u{1f469}',
    '\u{e0041}',
    '\u{10ffff}',
  ],
  // long
  ['ن'.repeat(1_999), 'a'.repeat(2_000), `${'a'.repeat(1_999)}👩`],
].flat()
/** The public «big list of naughty strings», when KARIZ_TEST_DATA names a folder that holds it; otherwise none. */
function published(): readonly string[] {
  const folder = process.env.KARIZ_TEST_DATA
  const file = ['blns.json', 'public/blns.json']
    .map((name) => join(folder ?? '', name))
    .find((path) => folder !== undefined && existsSync(path))
  return file === undefined ? [] : z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
}
const fromOutside = published()
export const naughtyStrings: readonly string[] = [...own, ...fromOutside]
/** For the name of a test, so that a run says what it tested with. */
export const naughtyOrigin =
  fromOutside.length > 0
    ? `${own.length} of our own and ${fromOutside.length} published strings`
    : `${own.length} strings of our own; the published list is not at hand`
