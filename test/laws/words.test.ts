import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { actions } from '../../src/access/actions.ts'
import { policy } from '../../src/access/policy.ts'
import { sentences } from '../../src/app/all-words.ts'
import { readEnglish } from '../../src/app/english-words.ts'
import { constraints, handled } from '../../src/app/rooms.ts'
import { persianStrings } from '../../src/ui/persian-strings/dictionary.ts'

test('every refusal a route names has a sentence in Persian and in English', () => {
  const codes = [...handled.flatMap(({ route }) => route.refusals), ...constraints.values()]
  expect(codes.length).toBeGreaterThan(20)
  expect(codes.filter((code) => !sentences.fa.has(code) || !sentences.en.has(code))).toEqual([])
})
test('the browser reads the same English as the server speaks', async () => {
  expect(await readEnglish()).toEqual(sentences.en)
})
test('every refusal of policy has a sentence', () => {
  for (const code of [
    'not-your-part',
    'duty-missing',
    'purpose-missing',
    'signed-out',
    'assignment-ended',
    'second-factor-needed',
    'no-plan',
  ])
    expect({ code, has: sentences.fa.has(`access.${code}`) }).toEqual({ code, has: true })
})
test('Persian is written with Persian letters, and English without them', () => {
  expect([...sentences.fa].filter(([, text]) => /[يىك]/.test(text)).map(([id]) => id)).toEqual([])
  expect([...sentences.en].filter(([id, text]) => /[\u0600-\u06ff]/.test(text) && id !== 'ui.language-other').map(([id]) => id)).toEqual([])
})
/** Names that have no other letters: of file formats, of a classification, of the other language, of how a spreadsheet shortens numbers. */
const LATIN_NAMES = /\b(?:PDF|JPEG|PNG|XLSX|XLS|CSV|ODS|ISCO-08)\b|E\+09/g
const latinIn = (text: string): boolean => spokenParts(text).some((part) => /[A-Za-z]/.test(part.replaceAll(LATIN_NAMES, '')))
/** What an ICU message speaks whatever its parameters are. */
function spokenParts(text: string): readonly string[] {
  const LITERAL = 0
  const found: string[] = []
  const open: unknown[] = [new IntlMessageFormat(text, 'fa-IR', undefined, { ignoreTag: true }).getAst()]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    if ('type' in node && node.type === LITERAL && 'value' in node) found.push(String(node.value))
    else open.push(...Object.values(node))
  }
  return found
}
test('Persian speaks no Latin letters: neither in texts nor in the names a screen reader reads', () => {
  expect([...sentences.fa].filter(([id, text]) => id !== 'ui.language-other' && latinIn(text)).map(([id]) => id)).toEqual([])
  const spoken = Object.values(persianStrings).flatMap((texts) => Object.values(texts))
  expect(spoken.length).toBeGreaterThan(40)
  expect(spoken.filter(latinIn)).toEqual([])
  expect(['ذخیره شد OK', 'فایل {n, plural, other {# file}}', 'PDFx'].filter(latinIn)).toHaveLength(3)
})
test('no text is empty, and both languages take the same parameters', () => {
  const parameters = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort()
  for (const [id, text] of sentences.fa) {
    const english = sentences.en.get(id) ?? ''
    expect({ id, isEmpty: text.trim() === '' || english.trim() === '', parameters: parameters(english) }).toEqual({
      id,
      isEmpty: false,
      parameters: parameters(text),
    })
  }
})
test('every action is decided in the policy, every route has a place of its own, and no route is open without an action', () => {
  expect(actions.filter((action) => policy[action] === undefined)).toEqual([])
  const places = handled.map(({ route }) => `${route.method} ${route.path}`)
  expect(new Set(places).size).toBe(places.length)
})
test('words that name her by her misfortune, or an office wrongly, are not used', () => {
  const forbidden = /بدسرپرست|مطلقه|معتاد(?!\s*بیماری)|متواری|زندانی|پشت‌نوبتی|غربالگری|راستی‌آزمایی|قوانین مغایر/
  expect([...sentences.fa].filter(([, text]) => forbidden.test(text)).map(([id]) => id)).toEqual([])
})
