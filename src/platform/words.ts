import { IntlMessageFormat } from 'intl-messageformat'

/** One text: its id and its Persian source, an ICU message with named parameters. */
export interface Word {
  readonly id: string
  readonly message: string
}
export type Language = 'fa' | 'en'
export type Values = Readonly<Record<string, string | number>>

/** The texts of one room. Keys are kebab-case and become ids: `reach('people', { 'born-on': … })` has the id `people.born-on`. */
export function defineWords<const T extends Readonly<Record<string, string>>>(room: string, texts: T): { readonly [K in keyof T]: Word } {
  const made: Record<string, Word> = {}
  for (const [key, message] of Object.entries(texts)) made[key] = { id: `${room}.${key}`, message }
  return sameKeys<T>(made)
}
function sameKeys<T>(words: object): { readonly [K in keyof T]: Word }
function sameKeys(words: object): object {
  return words
}

/** The English of a room, complete by type: `export const english = { … } as const satisfies English<typeof words>`. */
export type English<T extends Readonly<Record<string, Word>>> = { readonly [K in keyof T]: string }

/** All texts of the house by id, per language. Persian is the source; a text missing elsewhere falls back to it. */
export type Catalogue = ReadonlyMap<string, string>

export function catalogueOf(rooms: readonly Readonly<Record<string, Word>>[]): Catalogue {
  return new Map(rooms.flatMap((words) => Object.values(words).map((word): [string, string] => [word.id, word.message])))
}
export function englishCatalogueOf(
  rooms: readonly (readonly [Readonly<Record<string, Word>>, Readonly<Record<string, string>>])[],
): Catalogue {
  return new Map(
    rooms.flatMap(([words, english]) =>
      Object.entries(words).map(([key, word]): [string, string] => [word.id, english[key] ?? word.message]),
    ),
  )
}

const LOCALES: Readonly<Record<Language, string>> = { fa: 'fa-IR', en: 'en-GB' }
const compiled = new Map<string, IntlMessageFormat>()

/** An ICU message as a sentence. Numbers given as `number` appear in the digits of the language; texts are left as they are. */
export function format(message: string, language: Language, values: Values = {}): string {
  if (!message.includes('{') && !message.includes("'")) return message
  const key = `${language}\u0000${message}`
  let formatter = compiled.get(key)
  if (formatter === undefined) {
    formatter = new IntlMessageFormat(message, LOCALES[language], undefined, { ignoreTag: true })
    compiled.set(key, formatter)
  }
  return String(formatter.format(values))
}
