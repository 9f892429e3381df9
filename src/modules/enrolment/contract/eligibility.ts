import { z } from 'zod'
import { Day, FileBytes, Id, maybeText, text } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode, DivisionCode } from '../../territory/contract.ts'
import { CaseId, CaseRow } from './cases.ts'

/** Rules of the set, in the order they are read aloud. */
export const ruleCodes = ['consented', 'pilot-county', 'ground-documented', 'age', 'not-insured', 'not-covered'] as const
export const RuleCode = z.enum(ruleCodes)
export type RuleCode = z.infer<typeof RuleCode>
/** One rule of a decision: what came of it, the value and limit it looked at, where the value came from, and the letter the limit rests on. */
export const RuleOutcome = z.object({
  rule: RuleCode,
  outcome: z.enum(['met', 'not-met', 'unknown']),
  value: z.string().nullable(),
  limit: z.string().nullable(),
  source: z.enum(['registration', 'document', 'keyed-rows', 'enquiry', 'consent', 'plan', 'her-word', 'none']),
  /** The number of the letter with which a body answered. */
  sourceLetter: z.string().nullable(),
  /** Support bodies this outcome rests on, or that have not spoken yet. */
  bodies: z.array(Id),
  parameterId: Id.nullable(),
  letterNumber: z.string().nullable(),
  letterDate: Day.nullable(),
})
export type RuleOutcome = z.infer<typeof RuleOutcome>
/** A rule as staff read it: the outcome and a sentence that says it. */
export const ToldRule = RuleOutcome.extend({ sentence: z.string() })
export const Referral = z.object({ title: z.string(), note: z.string() })
export type Referral = z.infer<typeof Referral>
export const Tier = z.object({ tier: z.number().int(), tierSet: z.string(), grounds: z.array(z.string()), sentence: z.string() })
export const Decision = z
  .object({
    outcome: z.enum(['eligible', 'ineligible', 'more-needed']),
    ruleSet: z.string(),
    rules: z.array(ToldRule),
    /** Sentences to be read to her, in the reader's language; they name no ground and no body. */
    spoken: z.array(z.string()),
    referrals: z.array(Referral),
    /** The tier in which she will stand, by worded priority. */
    tier: Tier,
    /** Admitted though a body covers her, because a letter says so; counted apart. */
    countsApart: z.boolean(),
    /** Hash of the facts; a decision names the one it saw. */
    facts: z.string(),
  })
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof Decision>
export const Verdict = z.enum(['eligible', 'ineligible'])
/** An earlier decision, kept as it was. */
const Earlier = z.object({ id: Id, decidedOn: Day, outcome: Verdict, ruleSet: z.string() })

const forDecision = z.object({ caseId: CaseId, personId: Id, purpose: z.literal('decide') })
/** What the rules say of this case today; nothing is decided yet. The file is opened with its purpose, and she sees it. */
export const previewDecision = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/decision-preview',
  action: 'enrolment.decide',
  input: forDecision,
  output: Decision.extend({
    case: CaseRow,
    bodies: z.array(z.object({ id: Id, name: z.string(), mayBeAsked: z.boolean(), isWaiting: z.boolean() })),
    earlier: z.array(Earlier),
    isChanged: z.boolean(),
  }),
  refusals: ['platform.not-found', 'plan.parameter-missing'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ caseId, personId }) => ({ type: 'case', id: caseId, caseId, personId }),
})
/** Decides by the rules, on the facts the decider saw. When facts change the case may be decided again, until a place is granted; the old decision stays. */
export const decide = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/decisions',
  action: 'enrolment.decide',
  input: forDecision.extend({ id: Id, facts: z.string().length(64) }),
  output: z.object({ case: CaseRow, decision: Decision }),
  refusals: [
    'platform.not-found',
    'enrolment.nothing-to-decide',
    'enrolment.nothing-changed',
    'enrolment.facts-missing',
    'enrolment.facts-changed',
    'plan.parameter-missing',
  ],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ id, caseId, personId }, output) => ({ type: 'decision', id, caseId, personId, countyCode: output.case.countyCode }),
})
/** Cases that wait for a decision, the longest waiting first. */
export const listUndecided = route({
  method: 'GET',
  path: '/enrolment/undecided',
  action: 'enrolment.read-undecided',
  input: z.object({
    countyCode: CountyCode.optional(),
    limit: z.coerce.number().int().min(1).max(250).default(50),
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}\/[0-9a-f-]{36}$/)
      .optional(),
  }),
  output: z.object({ cases: z.array(CaseRow.extend({ personId: Id, registeredOn: Day.nullable() })), next: z.string().nullable() }),
  refusals: [],
})
export const TellingManner = z.enum(['face-to-face', 'phone-call'])
export type TellingManner = z.infer<typeof TellingManner>
/** The last decision as her guide reads it to her. */
export const readDecision = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/decision',
  action: 'enrolment.read-decision',
  input: z.object({ caseId: CaseId }),
  output: z.object({
    id: Id,
    decidedOn: Day,
    fileNumber: z.string(),
    outcome: Verdict,
    spoken: z.array(z.string()),
    referrals: z.array(Referral),
    /** Who was told what last: this answer, or that of the second reading once it came. */
    told: z.object({ on: Day, manner: TellingManner }).nullable(),
    /** The last day for a second reading; null while a refusal waits to be told, for then no day of hers has run. */
    mayAppealUntil: Day.nullable(),
    appeal: z.enum(['filed', 'assigned', 'upheld', 'overturned']).nullable(),
  }),
  refusals: ['platform.not-found'],
})
/** The answer was told to her today, by a person; once for a decision and once for the answer of its second reading. */
export const tellDecision = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/tellings',
  action: 'enrolment.tell-decision',
  input: z.object({ caseId: CaseId, id: Id, decisionId: Id, manner: TellingManner }),
  output: z.object({ id: Id, toldOn: Day }),
  refusals: ['platform.not-found', 'enrolment.nothing-to-tell'],
  subject: ({ id, caseId }) => ({ type: 'telling', id, caseId }),
})
/** The same as a paper she takes home: file number and sentences, and no name, ground or body (roles.md §3.4). */
export const downloadDecisionLetter = route({
  method: 'GET',
  path: '/enrolment/cases/:caseId/decision-letter.pdf',
  action: 'enrolment.read-decision',
  input: z.object({ caseId: CaseId }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
  logged: true,
  subject: ({ caseId }) => ({ type: 'decision', id: caseId, caseId }),
})
/** What registration does not ask and a rule may need: whether an insurance is paid for her now. Her word, or a paper shown. */
export const tellInsured = route({
  method: 'POST',
  path: '/enrolment/cases/:caseId/insured',
  action: 'enrolment.tell-fact',
  offline: true,
  input: z.object({ caseId: CaseId, id: Id, isInsured: z.boolean(), source: z.enum(['her-word', 'document']) }),
  output: z.object({ id: Id }),
  refusals: ['platform.not-found', 'enrolment.nothing-to-decide'],
  subject: ({ id, caseId }) => ({ type: 'told-fact', id, caseId }),
})

const RuleOrAny = z.enum([...ruleCodes, 'any'])
export const ReferralPlace = z.object({
  id: Id,
  rule: RuleOrAny,
  countyCode: CountyCode.nullable(),
  title: z.string(),
  titleEn: z.string().nullable(),
  note: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
})
export type ReferralPlace = z.infer<typeof ReferralPlace>
/** Where else a woman can turn, by rule and county, from–to. */
export const listReferralPlaces = route({
  method: 'GET',
  path: '/enrolment/referral-places',
  action: 'enrolment.read-referral-places',
  input: z.object({ on: Day.optional() }),
  output: z.object({ places: z.array(ReferralPlace) }),
  refusals: [],
})
export const addReferralPlace = route({
  method: 'POST',
  path: '/enrolment/referral-places',
  action: 'enrolment.set-priorities',
  input: z.object({
    id: Id,
    rule: RuleOrAny,
    countyCode: CountyCode.nullable(),
    title: text({ max: 120 }),
    titleEn: maybeText(120),
    note: z.string().max(200).default(''),
    validFrom: Day,
    validTo: Day.nullable(),
  }),
  output: ReferralPlace,
  refusals: ['enrolment.dates-reversed'],
  subject: ({ id }) => ({ type: 'referral-place', id }),
})
export const DeprivedArea = z.object({
  id: Id,
  divisionCode: DivisionCode,
  validFrom: Day,
  validTo: Day.nullable(),
  letterNumber: z.string(),
  letterDate: Day,
})
export type DeprivedArea = z.infer<typeof DeprivedArea>
/** Districts an official letter names deprived; one of the grounds of a tier. */
export const listDeprivedAreas = route({
  method: 'GET',
  path: '/enrolment/deprived-areas',
  action: 'enrolment.read-referral-places',
  input: z.object({ on: Day.optional() }),
  output: z.object({ areas: z.array(DeprivedArea) }),
  refusals: [],
})
export const addDeprivedArea = route({
  method: 'POST',
  path: '/enrolment/deprived-areas',
  action: 'enrolment.set-priorities',
  input: z.object({
    id: Id,
    divisionCode: DivisionCode,
    validFrom: Day,
    validTo: Day.nullable(),
    letterNumber: text({ max: 60 }),
    letterDate: Day,
  }),
  output: DeprivedArea,
  refusals: ['enrolment.dates-reversed', 'enrolment.area-already-named'],
  subject: ({ id }) => ({ type: 'deprived-area', id }),
})
