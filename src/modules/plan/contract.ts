import { z } from 'zod'
import { Day, Id, Letter, maybeText, text, wholeNumber } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'
import { CountyCode } from '../territory/contract.ts'

const AgeBounds = z
  .object({ from: wholeNumber(15, 100), to: wholeNumber(15, 100) })
  .refine(({ from, to }) => from <= to, 'plan.age-bounds-reversed')
/** Coarse classes of the ground of headship, plain for statistics; the precise ground stays sealed. */
export const GroundClass = z.enum(['widowed', 'divorced', 'husband-cannot-provide', 'never-married', 'other'])
export type GroundClass = z.infer<typeof GroundClass>

/**
 * Everything that changes by letter: name, shape of its value, unit. A new ceiling is a new dated row, never a new release.
 * `age-bounds`: completed years per class of ground. `covered-policy`: what happens to a woman a support body already covers.
 * `nomination-retention`: how long a name is kept that never became a registration; `withdrawn-retention`: a registered file she took back.
 */
export const parameterShapes = {
  'age-bounds': z.object({
    widowed: AgeBounds,
    divorced: AgeBounds,
    'husband-cannot-provide': AgeBounds,
    'never-married': AgeBounds,
    other: AgeBounds,
  }),
  'covered-policy': z.enum(['exclude', 'admit-and-count-apart']),
  'insurance-ban': z.boolean(),
  'nomination-retention': wholeNumber(1, 3650),
  'withdrawn-retention': wholeNumber(1, 3650),
  'contact-tries': z.object({ tries: wholeNumber(1, 20), channels: wholeNumber(1, 4) }),
  'registration-deadline': wholeNumber(1, 365),
  'enquiry-answer': wholeNumber(1, 180),
  'appeal-filing': wholeNumber(1, 365),
  'appeal-answer': wholeNumber(1, 180),
  'place-answer': wholeNumber(1, 180),
  'transfer-quota': z.enum(['stays', 'follows']),
  'result-telling': wholeNumber(1, 180),
  'mark-validity': wholeNumber(1, 36),
  'office-phone': z.string().regex(/^0\d{10}$/),
  'pledge-step': wholeNumber(1, 365),
  'application-answer': wholeNumber(1, 180),
  'receipt-retention': wholeNumber(7, 3650),
  'support-retention': wholeNumber(30, 3650),
  'exit-table-showing': wholeNumber(1, 180),
  'work-plan-agreeing': wholeNumber(1, 180),
  'permit-review': wholeNumber(1, 180),
  'permit-renewal': wholeNumber(1, 365),
  'call-answer': wholeNumber(1, 180),
  /** Different files one account may be at in an hour before the safety officer is shown it. */
  'mass-read': wholeNumber(5, 1000),
  'code-wait': wholeNumber(10, 240),
  'order-request-answer': wholeNumber(1, 90),
  'order-request-retention': wholeNumber(7, 730),
  'proposal-answer': wholeNumber(1, 90),
  'lot-answer': wholeNumber(1, 180),
  'referral-answer': wholeNumber(1, 90),
  'dispute-answer': wholeNumber(1, 180),
  'obstacle-verifying': wholeNumber(1, 180),
  'arrangement-reminder': wholeNumber(1, 180),
  'grievance-acknowledging': wholeNumber(1, 30),
  'grievance-answering': wholeNumber(1, 180),
  'grievance-word': wholeNumber(1, 180),
  'grievance-retention': wholeNumber(30, 3650),
  /** Rial for an hour of work; below it no lot is offered. */
  'hourly-floor': wholeNumber(1, 100_000_000),
  caseload: wholeNumber(1, 500),
  /** The smallest number of women that figures inside the house tell; the law of roles knows no smaller one. */
  'smallest-cell': wholeNumber(10, 100),
  'contact-cadence': z.object({ starting: wholeNumber(1, 90), working: wholeNumber(1, 90), earning: wholeNumber(1, 180) }),
  /** Months after her pathway was agreed; the answer of each is asked in this window of days from its day on. */
  'follow-up-months': z.object({
    first: wholeNumber(1, 60),
    second: wholeNumber(1, 60),
    third: wholeNumber(1, 60),
    fourth: wholeNumber(1, 60),
  }),
  'follow-up-window': wholeNumber(7, 90),
  /** So many months with income out of the last so many are lasting. */
  'sustained-months': z
    .object({ earningMonths: wholeNumber(1, 36), lastMonths: wholeNumber(1, 36) })
    .refine(({ earningMonths, lastMonths }) => earningMonths <= lastMonths, 'plan.sustained-months-reversed'),
  'interrupted-months': wholeNumber(1, 12),
  /** Out of a hundred women reached, so many are called once more from another county. */
  'call-back-share': wholeNumber(0, 100),
  /** Which part of the members of a deciding meeting must be there: two of three. */
  'meeting-quorum': z
    .object({ part: wholeNumber(1, 10), of: wholeNumber(1, 10) })
    .refine(({ part, of }) => part <= of, 'plan.meeting-quorum-reversed'),
  'agenda-ahead': wholeNumber(0, 60),
  'resolution-acknowledging': wholeNumber(1, 90),
} as const
export type ParameterName = keyof typeof parameterShapes
export type ParameterValue<Name extends ParameterName> = z.output<(typeof parameterShapes)[Name]>
export const ParameterName = z.object(parameterShapes).keyof()
/** The unit in which a value is meant: completed years, calendar days, months, a telephone number, rial, tries and channels, a policy word, yes or no. */
export const parameterUnits = {
  'age-bounds': 'years',
  'covered-policy': 'policy',
  'insurance-ban': 'yes-no',
  'nomination-retention': 'days',
  'withdrawn-retention': 'days',
  'contact-tries': 'tries-channels',
  'registration-deadline': 'days',
  'enquiry-answer': 'days',
  'appeal-filing': 'days',
  'appeal-answer': 'days',
  'place-answer': 'days',
  'transfer-quota': 'policy',
  'result-telling': 'days',
  'mark-validity': 'months',
  'office-phone': 'phone',
  'pledge-step': 'days',
  'application-answer': 'days',
  'receipt-retention': 'days',
  'support-retention': 'days',
  'exit-table-showing': 'days',
  'work-plan-agreeing': 'days',
  'permit-review': 'days',
  'permit-renewal': 'days',
  'call-answer': 'days',
  'mass-read': 'files',
  'code-wait': 'minutes',
  'order-request-answer': 'days',
  'order-request-retention': 'days',
  'proposal-answer': 'days',
  'lot-answer': 'days',
  'smallest-cell': 'files',
  'referral-answer': 'days',
  'dispute-answer': 'days',
  'obstacle-verifying': 'days',
  'arrangement-reminder': 'days',
  'grievance-acknowledging': 'days',
  'grievance-answering': 'days',
  'grievance-word': 'days',
  'grievance-retention': 'days',
  'hourly-floor': 'rial',
  caseload: 'files',
  'contact-cadence': 'days',
  'follow-up-months': 'months',
  'follow-up-window': 'days',
  'sustained-months': 'months',
  'interrupted-months': 'months',
  'call-back-share': 'percent',
  'meeting-quorum': 'share',
  'agenda-ahead': 'days',
  'resolution-acknowledging': 'days',
} as const satisfies Record<ParameterName, string>

export const Parameter = z
  .object({
    id: Id,
    name: ParameterName,
    countyCode: CountyCode.nullable(),
    value: z.unknown(),
    unit: z.string(),
    validFrom: Day,
    validTo: Day.nullable(),
    letterNumber: z.string(),
    letterDate: Day,
    isDefault: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Parameter' })
export type Parameter = z.infer<typeof Parameter>

export const PilotCounty = z.object({
  countyCode: CountyCode,
  since: Day,
  until: Day.nullable(),
  documentTitle: z.string(),
  documentNumber: z.string(),
  documentDate: Day,
  act: z.enum(['founding', 'expansion']),
})
export const Quota = z.object({
  id: Id,
  countyCode: CountyCode,
  places: z.number().int(),
  validFrom: Day,
  validTo: Day.nullable(),
  letterNumber: z.string(),
  letterDate: Day,
  version: z.number().int(),
})
export type Quota = z.infer<typeof Quota>

/** The phases of the model of home-based jobs, against which a plan is checked (domain: three phases, study before enrolment). */
export const modelPhases = ['advantage-study', 'registration-and-empowerment', 'market-linkage'] as const
export const Phase = z.object({
  id: Id,
  place: z.number().int(),
  modelCode: z.enum(modelPhases).nullable(),
  title: z.string(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  reason: z.string().nullable(),
})
export type Phase = z.infer<typeof Phase>

/** The plan as it stood on a day (today, when none is named): goals, phases and conformity are those of the edition in force then. */
export const readPlan = route({
  method: 'GET',
  path: '/plan',
  action: 'plan.read',
  input: z.object({ on: Day.optional() }),
  output: z.object({
    id: Id,
    /** Of the edition in force on the day. */
    title: z.string(),
    edition: z.number().int(),
    provinceCode: z.string(),
    startedOn: Day,
    goals: z.array(z.string()),
    phases: z.array(Phase),
    editions: z.array(
      z.object({
        number: z.number().int(),
        title: z.string(),
        inForceFrom: Day,
        letterNumber: z.string(),
        letterDate: Day,
        whatChanged: z.string(),
      }),
    ),
    pilotCounties: z.array(PilotCounty),
    conformity: z.array(z.object({ modelCode: z.enum(modelPhases), state: z.enum(['present', 'missing', 'out-of-order']) })),
  }),
  refusals: ['platform.not-found'],
})
const NewPhase = z.object({
  id: Id,
  modelCode: z.enum(modelPhases).nullable(),
  title: text({ max: 200 }),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  /** Why this phase stands elsewhere than in the model; needed where it does. */
  reason: maybeText(300),
})
export type NewPhase = z.infer<typeof NewPhase>
/** A new edition by letter: title, goals and phases as a whole. The edition before it stays as it was and is read on its days. */
export const publishEdition = route({
  method: 'POST',
  path: '/plan/editions',
  action: 'plan.publish-edition',
  input: Letter.extend({
    id: Id,
    inForceFrom: Day,
    whatChanged: text({ min: 5, max: 500 }),
    title: text({ max: 200 }),
    goals: z
      .array(text({ min: 3, max: 300 }))
      .min(1)
      .max(20),
    phases: z.array(NewPhase).min(1).max(20),
  }),
  output: z.object({ number: z.number().int() }),
  refusals: ['platform.not-found', 'plan.edition-not-later', 'plan.phase-dates', 'plan.phase-twice', 'plan.deviation-needs-reason'],
  subject: ({ id }) => ({ type: 'edition', id }),
})
/** Every parameter in force on a day (today, when none is named). */
export const listParameters = route({
  method: 'GET',
  path: '/plan/parameters',
  action: 'plan.read-parameters',
  input: z.object({ on: Day.optional(), name: ParameterName.optional() }),
  output: z.object({ on: Day, parameters: z.array(Parameter) }),
  refusals: [],
})
/** A new value from a day on: the value before it ends the day before, and both stay. */
export const setParameter = route({
  method: 'POST',
  path: '/plan/parameters',
  action: 'plan.set-parameter',
  input: Letter.extend({ id: Id, name: ParameterName, countyCode: CountyCode.nullable(), value: z.unknown(), validFrom: Day }),
  output: Parameter,
  refusals: ['plan.value-wrong', 'plan.already-from-that-day', 'plan.later-value-exists'],
  subject: (_input, output) => ({ type: 'parameter', id: output.id, countyCode: output.countyCode ?? undefined }),
})
export const listQuotas = route({
  method: 'GET',
  path: '/plan/quotas',
  action: 'plan.read-quotas',
  input: z.object({ on: Day.optional() }),
  output: z.object({ on: Day, quotas: z.array(Quota) }),
  refusals: [],
})
export const setQuota = route({
  method: 'POST',
  path: '/plan/quotas',
  action: 'plan.set-quota',
  input: Letter.extend({ id: Id, countyCode: CountyCode, places: wholeNumber(0, 100_000), validFrom: Day }),
  output: Quota,
  refusals: ['plan.not-a-pilot-county', 'plan.already-from-that-day', 'plan.later-value-exists'],
  subject: (_input, output) => ({ type: 'quota', id: output.id, countyCode: output.countyCode }),
})
/** A county joins from a day on, by a document: the founding one for the first counties, its own for every later one, which is an expansion. */
export const addPilotCounty = route({
  method: 'POST',
  path: '/plan/pilot-counties',
  action: 'plan.add-pilot-county',
  input: z.object({
    countyCode: CountyCode,
    since: Day,
    documentTitle: text({ max: 200 }),
    documentNumber: text({ max: 60 }),
    documentDate: Day,
  }),
  output: PilotCounty,
  refusals: ['plan.already-a-pilot-county'],
})
