import { z } from 'zod'
import { listIntroduced, takeNext, tryContact } from '../src/modules/enrolment/contract/cases.ts'
import { decide, previewDecision, ruleCodes } from '../src/modules/enrolment/contract/eligibility.ts'
import { commitImport, previewImport } from '../src/modules/enrolment/contract/imports.ts'
import { RegistrationFields, saveRegistration } from '../src/modules/enrolment/contract/registration.ts'
import { answerEnquiry } from '../src/modules/enrolment/contract/support.ts'
import { consentPurposes, giveConsent } from '../src/modules/people/contract.ts'
import type { Route } from '../src/platform/route.ts'
import { type Figure, rounded, type Size } from './bench.ts'

export const name = 'burden'
export const about =
  'what one woman costs each role: screens, fields, taps, minutes and questions asked twice, counted from the contracts, against the limits'

/**
 * Seconds of one act, spoken question and her answer included where she is asked: assumptions, the same for every role and every version. A screen
 * is found and looked over, a fact that decides is read; the talk around the questions is in no figure here.
 */
const SECONDS = { text: 20, number: 12, choice: 10, yesNo: 6, sentence: 30, tap: 2, screen: 10, fact: 8 } as const
type Kind = Exclude<keyof typeof SECONDS, 'tap' | 'screen' | 'fact'>
type Schema = Readonly<Record<string, unknown>>
interface Field {
  readonly name: string
  readonly kind: Kind
}
/** What the system fills in by itself, or what only names the thing that is open on the screen. */
const ownFields = new Set([
  'id',
  'caseId',
  'personId',
  'groundId',
  'version',
  'purpose',
  'facts',
  'limit',
  'after',
  'isComplete',
  'paper',
  'fileName',
  'code',
])

function fieldsOf(input: z.ZodType): readonly Field[] {
  const schema = plain(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }))
  return Object.entries(plain(schema.properties))
    .filter(([field]) => !ownFields.has(field))
    .map(([field, inner]) => ({ name: field, kind: kindOf(plain(inner)) }))
}
function kindOf(schema: Schema): Kind {
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray)
  if (choices !== undefined)
    return kindOf(plain(choices.map(plain).find(({ type, const: fixed }) => type !== 'null' && fixed === undefined)))
  if (Array.isArray(schema.enum)) return 'choice'
  if (schema.type === 'boolean') return 'yesNo'
  if (schema.type === 'integer' || schema.type === 'number' || schema.format === 'date') return 'number'
  return 'text'
}
function plain(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** One act a role does for one woman: a route, with fields the contract holds as a list spelled out. */
interface Act {
  readonly route: Route
  readonly fields: readonly Field[]
  /** Women the act serves at once: a whole list is uploaded and committed once. */
  readonly women: number
  /** Pages opened for it; an act on the page where one already stands opens none. */
  readonly screens: number
  /** Facts that have to be read before it. */
  readonly facts: number
}
function act(
  route: {
    readonly method: Route['method']
    readonly path: string
    readonly action: Route['action']
    readonly input: z.ZodType
    readonly output: z.ZodType
    readonly refusals: readonly string[]
  },
  more: Partial<Omit<Act, 'route'>> = {},
): Act {
  const { method, path, action, input, output, refusals } = route
  const { fields = fieldsOf(input), women = 1, screens = 0, facts = 0 } = more
  return { route: { method, path, action, input, output, refusals }, fields, women, screens, facts }
}
/** Rows an agency's list has in the demonstration's smallest file. */
const LIST = 60
/** Lines of a support body’s page of questions. */
const ENQUIRIES = 9
const sentences: readonly Field[] = consentPurposes.map((purpose) => ({ name: `consent ${purpose}`, kind: 'sentence' }))
const columns: readonly Field[] = ['name', 'national id', 'county', 'phone'].map((column) => ({ name: column, kind: 'choice' }))

interface Part {
  readonly who: string
  readonly limitMinutes: number
  readonly acts: readonly Act[]
}
const parts: readonly Part[] = [
  {
    who: 'agency officer',
    limitMinutes: 6,
    acts: [
      act(previewImport, { fields: columns, women: LIST, screens: 1 }),
      act(commitImport, { women: LIST }),
      act(answerEnquiry, { screens: 1 / ENQUIRIES }),
      act(listIntroduced, { fields: [], women: LIST, screens: 1 }),
    ],
  },
  {
    who: 'registrar',
    limitMinutes: 25,
    acts: [
      act(takeNext, { screens: 1 }),
      act(tryContact, { screens: 1 }),
      act(giveConsent, { fields: [...fieldsOf(giveConsent.input).filter(({ name: field }) => field !== 'answers'), ...sentences] }),
      act(saveRegistration),
    ],
  },
  { who: 'decider', limitMinutes: 2, acts: [act(previewDecision, { screens: 2, facts: ruleCodes.length }), act(decide)] },
]

export async function run(_size: Size): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const say = (figure: string, value: number, unit: string): void => {
    figures.push({ figure, value: rounded(value), unit })
  }
  say('fields of registration (limit 18)', Object.keys(RegistrationFields.shape).length, 'fields')
  say('spoken sentences of consent (limit 5)', consentPurposes.length, 'sentences')
  const asked: string[] = []
  for (const { who, limitMinutes, acts } of parts) {
    const per = (count: (one: Act) => number): number => acts.reduce((sum, one) => sum + count(one) / one.women, 0)
    const fields = per((one) => one.fields.length)
    // Every choice is one tap, and every act is opened and sent.
    const taps = per((one) => 2 + one.fields.filter(({ kind }) => kind !== 'text' && kind !== 'number').length)
    const screens = per((one) => one.screens)
    const seconds = per(
      (one) =>
        2 * SECONDS.tap +
        one.screens * SECONDS.screen +
        one.facts * SECONDS.fact +
        one.fields.reduce((sum, { kind }) => sum + SECONDS[kind], 0),
    )
    asked.push(...acts.flatMap((one) => one.fields.map((field) => field.name)))
    say(`${who}: screens for one woman`, screens, 'screens')
    say(`${who}: fields for one woman`, fields, 'fields')
    say(`${who}: taps for one woman`, taps, 'taps')
    say(`${who}: estimated minutes (limit ${limitMinutes})`, seconds / 60, 'minutes')
    say(`${who}: share of the limit used (goal: at most 1)`, seconds / 60 / limitMinutes, '×')
  }
  const twice = [...new Set(asked.filter((field, index) => asked.indexOf(field) !== index))]
  say(`questions asked twice along the road${twice.length > 0 ? ` (${twice.join(', ')})` : ''}`, twice.length, 'questions')
  return figures
}
