import { z } from 'zod'
import { registerBusiness } from '../src/modules/businesses/contract/businesses.ts'
import { beginPermit, submitPermit } from '../src/modules/businesses/contract/permits.ts'
import { addProduct, setPrice } from '../src/modules/businesses/contract/products.ts'
import { listIntroduced, takeNext, tryContact } from '../src/modules/enrolment/contract/cases.ts'
import { decide, previewDecision, ruleCodes } from '../src/modules/enrolment/contract/eligibility.ts'
import { commitImport, previewImport } from '../src/modules/enrolment/contract/imports.ts'
import { saveRegistration } from '../src/modules/enrolment/contract/registration.ts'
import { answerEnquiry } from '../src/modules/enrolment/contract/support.ts'
import { answerInvitation, proposeSlot } from '../src/modules/interviews/contract/interviews.ts'
import { tellResult } from '../src/modules/interviews/contract/results.ts'
import { agree, begin, declareKinship, finish, setAnswer, setMark } from '../src/modules/interviews/contract/seats.ts'
import { fillSession, planSession } from '../src/modules/interviews/contract/sessions.ts'
import { acceptTerms, noteTermsRead } from '../src/modules/market/contract/lots.ts'
import { callOrder, offerLots } from '../src/modules/market/contract/orders.ts'
import {
  acceptCollection,
  collectLot,
  confirmPayment,
  deliverLot,
  inspectLot,
  moveKit,
  recordPayment,
  startLot,
} from '../src/modules/market/contract/work.ts'
import { acceptProposal, upholdProposal } from '../src/modules/matching/contract/proposals.ts'
import { readCallNumber, recordAnswers, recordTry, sayKinship } from '../src/modules/outcomes/contract/follow-ups.ts'
import { answerExitTable, showExitTable } from '../src/modules/pathways/contract/exit-table.ts'
import { writeNote } from '../src/modules/pathways/contract/notes.ts'
import { refer, writeIntervention } from '../src/modules/pathways/contract/referrals.ts'
import { addStep, agreeWorkPlan, moveStep, writeWorkPlan } from '../src/modules/pathways/contract/work-plan.ts'
import { consentPurposes, giveConsent } from '../src/modules/people/contract.ts'
import type { Route } from '../src/platform/route.ts'

/**
 * Seconds of one act, spoken question and her answer included where she is asked: assumptions, the same for every role and every version. A screen
 * is found and looked over, a fact that decides is read; the talk around the questions is in no figure here.
 */
export const SECONDS = {
  text: 20,
  number: 12,
  choice: 10,
  yesNo: 6,
  sentence: 30,
  tapped: 3,
  third: 10,
  tap: 2,
  screen: 10,
  fact: 8,
} as const
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
  'lotId',
  'homeId',
  'orderId',
  'interviewId',
  'slotId',
  'stepId',
  'entryId',
  'inspectionId',
  'moveId',
  'permitId',
  'businessId',
  'productId',
  'proposalId',
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
export interface Act {
  readonly route: Route
  readonly fields: readonly Field[]
  /** Women the act serves at once: a whole list is uploaded and committed once. */
  readonly women: number
  /** How often it is done for one woman until month twelve. */
  readonly times: number
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
  const { fields = fieldsOf(input), women = 1, times = 1, screens = 0, facts = 0 } = more
  return { route: { method, path, action, input, output, refusals }, fields, women, times, screens, facts }
}
/** Rows an agency's list has in the demonstration's smallest file. */
const LIST = 60
/** Lines of a support body’s page of questions. */
const ENQUIRIES = 9
const sentences: readonly Field[] = consentPurposes.map((purpose) => ({ name: `consent ${purpose}`, kind: 'sentence' }))
const columns: readonly Field[] = ['name', 'national id', 'county', 'phone'].map((column) => ({ name: column, kind: 'choice' }))

/** Items of the instrument in force, and those a work sample alone shows. */
const ITEMS = { all: 24, onSample: 3 } as const
/** Women of one morning of a panel; homes of one order; orders, with one lot each, of a woman’s first year. */
const SLOTS = 6
const HOMES = 10
const ORDERS = 3
/** Minutes of one conversation, in which two sit. */
const TALK = 2 * 35
/** A note a week in the first two months, one in two weeks until she earns, then one a month (`contact-cadence`). */
const NOTES = 8 + 8 + 6
/** A degree is one tap; one item in three has its example written out at once, in a sentence. */
const mark: readonly Field[] = [
  { name: 'degree', kind: 'tapped' },
  { name: 'example', kind: 'third' },
]
const needs: readonly Field[] = [{ name: 'needs', kind: 'choice' }]
/** Where members lie two degrees apart, a reason is written; one item in six is assumed. */
const agreed: readonly Field[] = [
  ...Array.from({ length: Math.ceil(ITEMS.all / 6) }, (): Field => ({ name: 'reason of a gap', kind: 'sentence' })),
  { name: 'recommendation', kind: 'choice' },
  { name: 'reason of the recommendation', kind: 'sentence' },
]
/** Three taps and one dictated sentence; the day and the channel stand there already. */
const note: readonly Field[] = [
  { name: 'channel', kind: 'tapped' },
  { name: 'standing', kind: 'tapped' },
  { name: 'level', kind: 'tapped' },
  { name: 'note', kind: 'sentence' },
]
/** A component of the kit is chosen from those of the order, its amount is read off the scale. */
const kit: readonly Field[] = [
  { name: 'component', kind: 'choice' },
  { name: 'amount', kind: 'number' },
]
/** Most lots are good: pieces accepted, to mend and rejected. */
const look: readonly Field[] = ['accepted', 'rework', 'rejected'].map((one) => ({ name: one, kind: 'number' }))

/** Calls of the first year, the call-backs with them. */
const CALLS = 3 * 1.05
/** The eight questions of each follow-up, one tap each; own sales have their rial as well. */
const eightQuestions: readonly Field[] = [
  ...['work now', 'money came', 'own sales', 'load', 'may refuse', 'decides', 'hardest', 'guide calls'].map(
    (one): Field => ({ name: one, kind: 'choice' }),
  ),
  { name: 'rial of own sales', kind: 'number' },
]
/** What she has to come for before her first order, by the law of each act; everything else is done by telephone, at her door or by somebody for her. */
export const journeys: readonly { readonly act: Route['path']; readonly why: string }[] = [
  { act: begin.path, why: 'the conversation about work' },
  { act: tellResult.path, why: 'the result, read to her in person, with her plan of work in the same meeting' },
]
interface Part {
  readonly who: string
  readonly limitMinutes: number
  readonly acts: readonly Act[]
  /** Minutes of talk the limit counts too. */
  readonly talkMinutes?: number
}
/** What each role does for one woman, by the routes it calls. */
export const parts: readonly Part[] = [
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
  {
    who: 'session planner',
    limitMinutes: 4,
    acts: [
      act(planSession, { women: SLOTS, screens: 1 }),
      act(fillSession, { women: SLOTS }),
      act(proposeSlot, { times: 0.25, screens: 1 }),
    ],
  },
  {
    // Two are in the room and mark everything, the third reads the work sample; whoever speaks agrees for all.
    who: 'panel of three',
    limitMinutes: 120,
    acts: [
      act(declareKinship, { times: 3, screens: 1 }),
      act(begin),
      act(setMark, { fields: mark, times: 2 * ITEMS.all + ITEMS.onSample }),
      act(setAnswer, { fields: [{ name: 'field of her wish', kind: 'choice' }, { name: 'her wish', kind: 'sentence' }, ...needs] }),
      act(finish, { times: 3 }),
      act(agree, { fields: agreed, screens: 1, facts: ITEMS.all }),
    ],
    talkMinutes: TALK,
  },
  {
    who: 'guide, typing',
    limitMinutes: 60,
    acts: [
      act(answerInvitation, { screens: 1 }),
      act(tellResult, { screens: 1 }),
      act(showExitTable, { screens: 1 }),
      act(answerExitTable, { times: 4 }),
      act(writeWorkPlan, { screens: 1 }),
      act(agreeWorkPlan),
      act(addStep, { times: 5 }),
      act(moveStep, { times: 10 }),
      act(writeNote, { fields: note, times: NOTES }),
      act(refer, { times: 2, screens: 1 }),
      act(writeIntervention, { times: 2 }),
      act(registerBusiness, { screens: 1 }),
      act(beginPermit, { screens: 1 }),
      act(submitPermit),
      act(addProduct, { times: 2, screens: 1 }),
      act(setPrice, { times: 2 }),
      act(upholdProposal, { times: ORDERS, screens: 1 }),
      act(acceptProposal, { times: ORDERS }),
      act(noteTermsRead, { times: ORDERS, screens: 1 }),
      act(acceptTerms, { times: ORDERS }),
      act(confirmPayment, { times: ORDERS, screens: 1 }),
    ],
  },
  {
    who: 'market operator, typing',
    limitMinutes: 18,
    acts: [
      act(callOrder, { women: HOMES, times: ORDERS, screens: 1 }),
      act(offerLots, { fields: [], women: HOMES, times: ORDERS, screens: 1 }),
      act(startLot, { times: ORDERS, screens: 1 }),
      act(moveKit, { fields: kit, times: 2 * ORDERS }),
      act(collectLot, { times: ORDERS, screens: 1 }),
      act(inspectLot, { fields: look, times: ORDERS }),
      act(deliverLot, { fields: [], times: ORDERS }),
      act(acceptCollection, { times: ORDERS }),
      act(recordPayment, { times: ORDERS }),
    ],
  },
  {
    // Months three, six and twelve; of each hundred reached, five are called once more.
    who: 'follow-up caller',
    limitMinutes: 40,
    acts: [
      act(sayKinship, { fields: [{ name: 'kinship of the caller', kind: 'tapped' }], times: CALLS, screens: 2 }),
      act(readCallNumber, { fields: [], times: 2 * CALLS }),
      act(recordTry, { fields: [{ name: 'why no conversation', kind: 'tapped' }], times: CALLS, screens: 2 }),
      act(recordAnswers, { fields: eightQuestions, times: CALLS }),
      act(recordAnswers, { fields: [{ name: 'household income of the month', kind: 'choice' }], times: CALLS - 1 }),
    ],
  },
  { who: 'decider', limitMinutes: 2, acts: [act(previewDecision, { screens: 2, facts: ruleCodes.length }), act(decide)] },
]
