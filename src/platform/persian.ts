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
const CONTROL = /(?![\t\n\r])\p{Cc}/gu

/** What is stored of a typed text: Persian ی and ک, no control or bidi marks, single spaces; the half-space stays where it stands between letters. */
export function tidyText(text: string): string {
  return text
    .replace(BIDI, '')
    .replace(CONTROL, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufeff]/g, (form) => form.normalize('NFKC'))
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u00a0\t\n\r]+/g, ' ')
    .replace(/\u200c{2,}/g, '\u200c')
    .replace(/ *\u200c +| +\u200c */g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \u200c]+|[ \u200c]+$/g, '')
}

/** The key under which two spellings of one text are equal: letters folded, marks and half-spaces dropped, digits ASCII. Not reversible, not for show. */
export function searchKey(text: string): string {
  return asciiDigits(tidyText(text).normalize('NFKC'))
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[أإٱآ]/g, 'ا')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ی')
    .replace(/[ۀة]|ه\u0654/g, 'ه')
    .replace(/ء/g, '')
    .replace(/[\u200c\u200d]/g, ' ')
    .replace(/[،؛؟.,;:!?"'()[\]{}«»/\\_-]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .toLowerCase()
}

/** Titles that are not part of a name; «بی‌بی» often is, and stays. */
const TITLES = new Set(['سید', 'سیده', 'سادات', 'حاج', 'حاجی', 'حاجیه', 'کربلایی', 'مشهدی', 'زایر', 'زائر', 'شیخ', 'میرزا', 'خانم'])
/** The key of a whole name: titles away, compounds joined («فاطمه زهرا» = «فاطمه‌زهرا»), so that only real difference remains. */
export function nameKey(givenName: string, familyName: string): string {
  const words = searchKey(`${givenName} ${familyName}`)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word))
  return words.join('').replace(/الله/g, 'اله')
}
