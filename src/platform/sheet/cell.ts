/** How a text sits in a cell: what a cell can hold at all, and how a text that looks like a formula is kept from being one. */

const UNHOLDABLE = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^''*[=+\-@\t\r\n＝＋－＠]/

/** A text without NUL, control marks and halves of characters, which no office file can hold. */
export function plainCell(text: string): string {
  return text.toWellFormed().replace(UNHOLDABLE, '')
}
/** A cell that no spreadsheet program runs: what begins like a formula is preceded by an apostrophe. `unguarded` takes it away again. */
export function safeCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}
/** What a cell says: without the apostrophe of a guard, and without the ="…" by which old programs save leading zeros. */
export function unguarded(text: string): string {
  if (GUARDED.test(text)) return text.slice(1)
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text
}
/** A text cut to so many characters, never in the middle of one. */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  const code = text.charCodeAt(length - 1)
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? length - 1 : length)
}
