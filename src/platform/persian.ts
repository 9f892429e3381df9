/** Persian text at the edge: kept as entered, but in one spelling of its letters; keys for comparing are derived, never shown. */

const ARABIC_INDIC = 0x0660
const PERSIAN = 0x06f0
/** Digits of any of the three scripts as ASCII digits; everything else stays. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= PERSIAN ? PERSIAN : ARABIC_INDIC))
  })
}

/** Marks that turn the direction of text around: never kept, because they can make a name read as another. */
const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
const CONTROL = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu
/** What programs leave where the writer meant a half-space: zero-width space, soft hyphen, «¬» of old fonts; between letters it is one, elsewhere nothing. */
const LOST_HALF_SPACE = /(?<=\p{Script=Arabic})[\u200b\u00ad\u00ac](?=\p{Script=Arabic})/gu
const INVISIBLE = /[\u200b\u00ad\u2060\ufeff]/g
const SPACES = /[\t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/** What is stored of a typed text: Persian ی and ک, no control or bidi marks, single spaces; the half-space stays where it stands between letters. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(BIDI, '')
    .replace(CONTROL, '')
    .replace(LOST_HALF_SPACE, '\u200c')
    .replace(INVISIBLE, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufeff]/g, (form) => form.normalize('NFKC'))
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(SPACES, ' ')
    .replace(/\u200c{2,}/g, '\u200c')
    .replace(/ *\u200c +| +\u200c */g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \u200c]+|[ \u200c]+$/g, '')
}

/** The key under which two spellings of one text are equal: letters folded, marks and half-spaces dropped, digits ASCII. Not reversible, not for show. */
export function searchKey(text: string): string {
  return asciiDigits(tidyText(text).normalize('NFKC'))
    .replace(/ه\u0654/g, 'ه')
    .replace(/[\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]/g, '')
    .replace(/[أإٱآ]/g, 'ا')
    .replace(/ؤ/g, 'و')
    .replace(/[ئيىےېۍ]/g, 'ی')
    .replace(/[كڪ]/g, 'ک')
    .replace(/[ۀةہھە]/g, 'ه')
    .replace(/ء/g, '')
    .replace(/[\u200c\u200d]/g, ' ')
    .replace(/[،؛؟.,;:!?"'()[\]{}«»/\\_-]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .toLowerCase()
}

/** Titles that are not part of a name; «بی‌بی» often is, and stays. */
const TITLES = new Set(['سید', 'سیده', 'سادات', 'السادات', 'حاج', 'حاجی', 'حاجیه', 'کربلایی', 'مشهدی', 'زایر', 'شیخ', 'میرزا', 'خانم'])
/** The words of one part of a name without its titles; a part that is nothing but a title («خانم», «میرزا») is the name. */
function withoutTitles(part: string): string {
  const words = searchKey(part).split(' ')
  const left = words.filter((word) => !TITLES.has(word)).map((word) => word.replace(/(?<=..)(ال)?سادات$/, ''))
  return (left.length === 0 ? words : left).join('')
}
/** The key of a whole name: titles away, compounds joined («فاطمه زهرا» = «فاطمه‌زهرا»), so that only real difference remains (domain 5.3). */
export function nameKey(givenName: string, familyName: string): string {
  return `${withoutTitles(givenName)}${withoutTitles(familyName)}`.replace(/الله/g, 'اله')
}
