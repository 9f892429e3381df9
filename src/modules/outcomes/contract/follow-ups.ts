import { z } from 'zod'
import { Day, Id, Instant, MOST, Page, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

/** `to-give`: nobody calls yet. It ends answered, or missing with the reason why. */
export const followUpStates = ['to-give', 'given', 'answered', 'missing'] as const
export const FollowUpState = z.enum(followUpStates)
export type FollowUpState = z.infer<typeof FollowUpState>
export const MissingReason = z.enum(['unreached', 'not-wished', 'not-callable', 'days-over', 'road-ended'])
export type MissingReason = z.infer<typeof MissingReason>
/** The one call, or the same questions once more by another caller of another county. */
export const FollowUpKind = z.enum(['first', 'call-back'])
export type FollowUpKind = z.infer<typeof FollowUpKind>
/** What a call without answers came to. Two of them end it: she does not wish to answer, or her rule lets nobody call. */
export const TryResult = z.enum(['no-answer', 'somebody-else', 'another-time', 'not-wished', 'not-callable'])
export type TryResult = z.infer<typeof TryResult>

export const Question = z.object({
  code: z.string(),
  sentence: z.string(),
  kind: z.enum(['choice', 'rial']),
  choices: z.array(z.object({ code: z.string(), sentence: z.string() })),
})
export type Question = z.infer<typeof Question>
/** A code of its choices, rial of one month (0 for nothing sold), or null where she did not wish to say. */
export const Answers = z.record(z.string().max(40), z.union([z.string().max(40), z.int().min(0).max(100_000_000_000), z.null()]))
export type Answers = z.infer<typeof Answers>

/** One call of one's own: her first name and nothing else of her. */
export const OwnCall = z
  .object({
    id: Id,
    givenName: z.string(),
    month: z.number().int(),
    opensOn: Day,
    closesOn: Day,
    /** She is no kin of the caller, who said so. */
    isNoKin: z.boolean(),
    tries: z.number().int(),
    lastTriedAt: Instant.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OwnCall' })
export type OwnCall = z.infer<typeof OwnCall>
export const listOwnCalls = route({
  method: 'GET',
  path: '/outcomes/own-calls',
  action: 'outcomes.call',
  input: z.object({}),
  output: z.object({ calls: z.array(OwnCall) }),
  refusals: [],
})
const OfCall = z.object({ id: Id })
const aboutCall = ({ id }: { readonly id: string }) => ({ type: 'follow-up', id })
export const readCall = route({
  method: 'GET',
  path: '/outcomes/own-calls/:id',
  action: 'outcomes.call',
  input: OfCall,
  output: z.object({ call: OwnCall, questions: z.array(Question), saidToHer: z.string(), saidToOthers: z.string() }),
  refusals: ['platform.not-found', 'outcomes.kinship-unsaid'],
})
/** Said before anything else: kin, or anybody she knows the woman through, gives the call back and is not asked further. */
export const sayKinship = route({
  method: 'POST',
  path: '/outcomes/own-calls/:id/kinship',
  action: 'outcomes.call',
  offline: true,
  input: OfCall.extend({ isKin: z.boolean() }),
  output: z.object({ id: Id, isGivenBack: z.boolean() }),
  refusals: ['platform.not-found'],
  subject: aboutCall,
})
export const NoCall = z.enum(['no-consent', 'no-phone', 'not-her-phone', 'not-her-hour'])
/** Her number for one call under her own rule; this look is shown to her. */
export const readCallNumber = route({
  method: 'GET',
  path: '/outcomes/own-calls/:id/number',
  action: 'outcomes.call',
  input: OfCall,
  output: z.object({ phone: z.string().nullable(), reason: NoCall.nullable() }),
  refusals: ['platform.not-found', 'outcomes.kinship-unsaid'],
  logged: true,
  subject: aboutCall,
})
/** A call without answers. The last of so many tries (`contact-tries`) ends it: she was not reached. */
export const recordTry = route({
  method: 'POST',
  path: '/outcomes/own-calls/:id/tries',
  action: 'outcomes.call',
  offline: true,
  input: OfCall.extend({ tryId: Id, result: TryResult }),
  output: z.object({ id: Id, state: FollowUpState, tries: z.number().int() }),
  refusals: ['platform.not-found', 'outcomes.kinship-unsaid', 'outcomes.call-over'],
  subject: aboutCall,
})
/** What she said; sealed, and read by the caller no more. */
export const recordAnswers = route({
  method: 'POST',
  path: '/outcomes/own-calls/:id/answers',
  action: 'outcomes.call',
  offline: true,
  input: OfCall.extend({ answers: Answers }),
  output: z.object({ id: Id, state: FollowUpState }),
  refusals: ['platform.not-found', 'outcomes.kinship-unsaid', 'outcomes.call-over', 'outcomes.answers-not-whole'],
  subject: aboutCall,
})

/** A follow-up as the office follows it: file number, county, days; nothing of what was said. */
export const FollowUp = z
  .object({
    id: Id,
    fileNumber: z.string(),
    countyCode: CountyCode,
    month: z.number().int(),
    kind: FollowUpKind,
    opensOn: Day,
    closesOn: Day,
    callerName: z.string().nullable(),
    state: FollowUpState,
    missingReason: MissingReason.nullable(),
    tries: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'FollowUp' })
export type FollowUp = z.infer<typeof FollowUp>
/** Those that are open, without a caller first, the longest open first. */
export const listFollowUps = route({
  method: 'GET',
  path: '/outcomes/follow-ups',
  action: 'outcomes.read-follow-ups',
  input: Page.pick({ limit: true }),
  output: z.object({ followUps: z.array(FollowUp) }),
  refusals: [],
})
export const FollowUpFigures = z.object({
  month: z.number().int(),
  due: z.number().int(),
  open: z.number().int(),
  answered: z.number().int(),
  missing: z.array(z.object({ reason: MissingReason, count: z.number().int() })),
  /** Women called once more and reached; how many answers were compared, and how many were the same. Null while they are under ten. */
  callBacks: z.number().int().nullable(),
  compared: z.number().int().nullable(),
  agreeing: z.number().int().nullable(),
})
export type FollowUpFigures = z.infer<typeof FollowUpFigures>
export const readFollowUpFigures = route({
  method: 'GET',
  path: '/outcomes/follow-up-figures',
  action: 'outcomes.read-follow-ups',
  input: z.object({}),
  output: z.object({ figures: z.array(FollowUpFigures) }),
  refusals: [],
})
export const Caller = z.object({ accountId: Id, name: z.string(), open: z.number().int().max(MOST) })
/** Whoever fits: of the county (a call-back: of another), neither carrying the file nor of the executor, the least burdened first. */
export const listCallers = route({
  method: 'GET',
  path: '/outcomes/follow-ups/:id/callers',
  action: 'outcomes.give-call',
  input: OfCall,
  output: z.object({ callers: z.array(Caller) }),
  refusals: ['platform.not-found'],
})
export const giveCall = route({
  method: 'POST',
  path: '/outcomes/follow-ups/:id/caller',
  action: 'outcomes.give-call',
  input: OfCall.extend({ accountId: Id, version: Version }),
  output: FollowUp,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'outcomes.call-over',
    'outcomes.caller-carries-file',
    'outcomes.caller-of-executor',
    'outcomes.caller-other-county',
    'outcomes.caller-same-county',
    'outcomes.caller-not-fitting',
  ],
  subject: aboutCall,
})
