import type { z } from 'zod'
import { z as zod } from 'zod'
import { newId } from '../src/platform/ids.ts'
import { naughtyStrings } from './naughty-strings.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Place = readonly (string | number)[]
type Schema = Readonly<Record<string, unknown>>

/** Values tried, in this order, for a field the schema does not describe well enough to guess. */
const GUESSES: readonly Json[] = [
  1,
  'الف',
  '1803',
  '180303',
  '3510001230',
  '09171234567',
  '2026-11-01',
  '2026-11-01T06:00:00Z',
  'AA001',
  '110101',
  '01',
  true,
  'true',
  'a',
  'f'.repeat(64),
  [],
]

export interface Found {
  readonly value: Json
  /** False when a rule over several fields could not be met by guessing: the value is then the nearest one found. */
  readonly isAccepted: boolean
}
/** Chooses one of several values a schema allows. */
export type Choose = (choices: readonly unknown[]) => unknown
const first: Choose = ([choice]) => choice
/**
 * An input for a route, built from its schema: with every field, or with those it requires alone. `known` names fields that must be what really
 * exists; `pick` chooses where the schema leaves a choice.
 */
export function acceptable(input: z.ZodType, known: Readonly<Record<string, Json>>, pick: Choose = first): Found {
  const root = plain(zod.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }))
  const tries = [true, false].map((isFull) => mended(input, inputOf(root, { root, known, name: '', isFull, pick })))
  return tries.find(({ isAccepted }) => isAccepted) ?? tries[0] ?? { value: {}, isAccepted: false }
}
function mended(input: z.ZodType, first: Json): Found {
  let value = first
  for (let tries = 0; tries < 40; tries++) {
    const parsed = input.safeParse(value)
    if (parsed.success) return { value, isAccepted: true }
    const place = parsed.error.issues.map(({ path }) => path.filter(isKey)).find((path) => path.length > 0)
    const better =
      place === undefined ? undefined : GUESSES.map((guess) => withAt(value, place, guess)).find((next) => !complainsAt(input, next, place))
    if (better === undefined) return { value, isAccepted: false }
    value = better
  }
  return { value, isAccepted: false }
}
function complainsAt(input: z.ZodType, value: Json, place: Place): boolean {
  const parsed = input.safeParse(value)
  return !parsed.success && parsed.error.issues.some(({ path }) => path.join('.').startsWith(place.join('.')))
}
interface Building {
  readonly root: Schema
  readonly known: Readonly<Record<string, Json>>
  readonly name: string
  /** With the fields that may be left out. */
  readonly isFull: boolean
  readonly pick: Choose
}
function inputOf(schema: Schema, building: Building): Json {
  const { root, known, name, pick } = building
  const given = known[name]
  if (given !== undefined) return given
  if (typeof schema.$ref === 'string') return inputOf(plain(plain(root.$defs)[schema.$ref.split('/').at(-1) ?? '']), building)
  const choices = [schema.oneOf, schema.anyOf].find(Array.isArray)
  if (choices !== undefined) {
    const kinds = choices.map(plain)
    const chosen = plain(pick([...kinds.filter(({ type }) => type !== 'null'), ...kinds.filter(({ type }) => type === 'null')]))
    return chosen.type === 'null' ? null : inputOf(chosen, building)
  }
  if (Array.isArray(schema.enum)) return jsonOf(pick(schema.enum))
  if (schema.const !== undefined) return jsonOf(schema.const)
  if (schema.type === 'object') {
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
    const entries = Object.entries(plain(schema.properties)).filter(([key]) => building.isFull || required.includes(key))
    return Object.fromEntries(entries.map(([key, inner]) => [key, inputOf(plain(inner), { ...building, name: key })]))
  }
  if (schema.type === 'array') return [inputOf(plain(schema.items), { ...building, name: '' })]
  if (schema.type === 'boolean') return pick([true, false]) === true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
  if (schema.format === 'uuid') return newId()
  if (schema.format === 'date') return jsonOf(pick(['2026-11-01', '2026-11-23', '2026-12-20']))
  if (schema.format === 'date-time') return '2026-11-01T06:00:00Z'
  return 'الف'
}
function plain(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
const Any: z.ZodType<Json> = zod.json()
function jsonOf(value: unknown): Json {
  return Any.parse(value)
}
function isKey(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol'
}

/** The same input as a new thing: ids made for it are made anew, those of `known` stay. */
export function renewed(value: Json, known: Readonly<Record<string, Json>>): Json {
  const kept = new Set(Object.values(known))
  const made = new Map<string, string>()
  const text = JSON.stringify(value).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!kept.has(id) && !made.has(id)) made.set(id, newId())
    return made.get(id) ?? id
  })
  return jsonOf(JSON.parse(text))
}
/** Every place in a value that holds something: its fields, the fields of those, the first element of each list. */
export function placesIn(value: Json, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return at.length === 0 ? [] : [at]
  const inner = Object.entries(value).flatMap(([key, one]) => placesIn(one, [...at, Array.isArray(value) ? Number(key) : key]))
  return at.length === 0 ? inner : [at, ...inner]
}
/** The value with another at this place; undefined takes the field away. */
export function withAt(value: Json, place: Place, put: Json | undefined): Json {
  const [key, ...rest] = place
  if (key === undefined) return put ?? null
  if (isList(value)) return value.map((one, index) => (index === Number(key) ? withAt(one, rest, put) : one))
  const fields = typeof value === 'object' && value !== null ? value : {}
  const others = Object.entries(fields).filter(([name]) => name !== String(key))
  if (rest.length === 0 && put === undefined) return Object.fromEntries(others)
  return Object.fromEntries([...others, [String(key), withAt(fields[key] ?? null, rest, put)]])
}
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

const deep: Json = JSON.parse(`${'['.repeat(400)}1${']'.repeat(400)}`)
/** What no field may choke on: wrong kinds, numbers that overflow, days that do not exist, texts beyond every bound, keys every object has. */
export const wrongValues: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  '',
  ' ',
  0,
  -1,
  -0.5,
  2_147_483_648,
  9_007_199_254_740_992,
  1e308,
  [],
  [[]],
  ['a', 'b'],
  Array.from({ length: 5_000 }, () => 'ن'),
  {},
  { constructor: 1, toString: null },
  deep,
  'ن'.repeat(60_000),
  'a\u0000b',
  '\u202e0987654321',
  '2026-02-30',
  '1405-12-30',
  '0000-00-00',
  '9999999-01-01',
  '2026-11-01T25:61:00Z',
  '-000001-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  "1803' or 1=1 --",
  '٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩',
]
/** A part of the naughty strings that turns with the field, so that every string meets many fields in each run. */
export function naughtyFor(turn: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => naughtyStrings[(turn * count + index) % naughtyStrings.length] ?? '')
}

/** One bad value in one field of an input that is otherwise acceptable. */
export interface Try {
  readonly place: Place
  readonly sent: Json | undefined
  readonly input: Json
  /** The same number for the same turn of values over the fields. */
  readonly round: number
}
/** Every field with every wrong value and its part of the naughty strings, and one field that no contract knows. */
export function triesOf(good: Json, turn: number, strings: number): readonly Try[] {
  const tries = placesIn(good).flatMap((place, index) =>
    [...wrongValues, ...naughtyFor(turn * 7 + index, strings)].map((sent, round) => ({
      place,
      sent,
      round,
      input: withAt(good, place, sent),
    })),
  )
  const stranger: Pick<Try, 'place' | 'sent'> = { place: ['isAdministrator'], sent: 'مریم‌دشتی‌زاده' }
  return [...tries, { ...stranger, round: -1, input: withAt(good, stranger.place, stranger.sent) }]
}
/** Tries that can stand in one input, since none lies inside another: the same turn and the same depth, eight at most, which is below the bound of a body. */
export function packed(tries: readonly Try[]): readonly (readonly Try[])[] {
  const groups = Map.groupBy(tries, ({ round, place }) => `${round} ${place.length}`)
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / 8) }, (_, index) => group.slice(index * 8, index * 8 + 8)),
  )
}
