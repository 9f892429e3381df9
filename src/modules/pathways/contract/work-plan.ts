import { z } from 'zod'
import { Day, Id, maybeText, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode } from '../../occupations/contract.ts'
import { Given, Manner, Whose } from './exit-table.ts'

export const PlanKind = z.enum(['self-employment', 'home-based', 'job', 'not-work-oriented'])
export type PlanKind = z.infer<typeof PlanKind>
/** The three relations of work at home: for herself, with a licensed supporter, by the piece. */
export const Relation = z.enum(['independent', 'supported', 'piecework'])
export type Relation = z.infer<typeof Relation>
export const StepKind = z.enum([
  'training',
  'tools',
  'workplace',
  'permit',
  'insurance',
  'loan',
  'sample',
  'first-order',
  'care',
  'health',
  'legal',
  'other',
])
export type StepKind = z.infer<typeof StepKind>
export const StepOwner = z.enum(['her', 'guide', 'agency', 'executor'])
export type StepOwner = z.infer<typeof StepOwner>
export const stepStates = ['proposed', 'planned', 'refused', 'under-way', 'done', 'cancelled'] as const
export const StepState = z.enum(stepStates)
export type StepState = z.infer<typeof StepState>

/** A step as her guide reads it. */
export const Step = z
  .object({
    id: Id,
    kind: StepKind,
    what: z.string().nullable(),
    owner: StepOwner,
    organisationId: Id.nullable(),
    organisationName: z.string().nullable(),
    dueOn: Day,
    state: StepState,
    stateSince: Day,
    /** The day she said yes or no to this step by itself; null where it came with her plan. */
    answeredOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'PathwayStep' })
export type Step = z.infer<typeof Step>
const PlanFields = z.object({
  kind: PlanKind,
  relation: Relation.nullable(),
  /** Field codes offered in her county, her first wish first. */
  wishes: z.array(FieldCode).max(5),
  hoursPerWeek: wholeNumber(1, 60).nullable(),
  /** Who buys what she makes; without a name no training begins. */
  buyer: maybeText(120),
  /** Her wish in her words. */
  wish: maybeText(400),
})
export const WorkPlan = PlanFields.extend({
  agreedOn: Day.nullable(),
  agreedManner: Manner.nullable(),
  version: z.number().int(),
}).meta({ id: 'WorkPlan' })
export type WorkPlan = z.infer<typeof WorkPlan>
export const HerPlan = z.object({ whose: Whose, countyCode: z.string(), plan: WorkPlan.nullable(), steps: z.array(Step) })
export type HerPlan = z.infer<typeof HerPlan>

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
export const readWorkPlan = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/work-plan',
  action: 'pathways.read-work-plan',
  input: OfCase,
  output: HerPlan,
  refusals: ['platform.not-found'],
})
/** Written or changed, under the version seen (0 for the first time); what is changed is agreed with her again. */
export const writeWorkPlan = route({
  method: 'PUT',
  path: '/pathways/cases/:caseId/work-plan',
  action: 'pathways.write-work-plan',
  input: PlanFields.extend({ caseId: Id, version: wholeNumber(0, 2_147_483_647) }),
  output: HerPlan,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.relation-missing',
    'pathways.relation-of-another-kind',
    'pathways.wish-missing',
    'pathways.wish-twice',
    'pathways.field-not-offered',
  ],
  subject: aboutCase,
})
/** She agrees to her plan as it lies before her. */
export const agreeWorkPlan = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/work-plan/agreement',
  action: 'pathways.write-work-plan',
  input: Given.extend({ caseId: Id, version: Version }),
  output: HerPlan,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.not-interviewed',
    'pathways.step-missing',
    'pathways.witness-missing',
    'enrolment.no-such-move',
  ],
  subject: aboutCase,
})
export const addStep = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/steps',
  action: 'pathways.write-work-plan',
  input: z.object({
    caseId: Id,
    id: Id,
    kind: StepKind,
    what: maybeText(200),
    owner: StepOwner,
    organisationId: Id.nullable(),
    dueOn: Day,
  }),
  output: HerPlan,
  refusals: [
    'platform.not-found',
    'pathways.no-work-plan',
    'pathways.step-owner-unnamed',
    'pathways.not-an-agency-there',
    'pathways.agency-without-consent',
    'pathways.step-in-the-past',
  ],
  subject: aboutCase,
})
/** A step as the agency that owes it sees it: kind and day under a file number. */
export const OwnStep = z.object({
  id: Id,
  fileNumber: z.string(),
  countyCode: z.string(),
  kind: StepKind,
  dueOn: Day,
  state: StepState,
  version: z.number().int(),
})
export type OwnStep = z.infer<typeof OwnStep>
/**
 * Her yes or no to a step that was put to her, or her yes taken back before it begins. It costs nothing and asks for no reason. Said to her guide, who
 * writes down how; she herself says it on her own pages by the same act.
 */
export const answerStep = route({
  method: 'POST',
  path: '/pathways/steps/:id/answer',
  action: 'pathways.answer-step',
  input: Given.extend({ id: Id, isYes: z.boolean(), version: Version }),
  output: OwnStep,
  refusals: ['platform.not-found', 'platform.version-stale', 'pathways.no-such-step-move', 'pathways.witness-missing'],
  subject: ({ id }) => ({ type: 'step', id }),
})
/** Her guide moves any step of her plan, an agency its own. What costs a pension passes the exit table first. */
export const moveStep = route({
  method: 'POST',
  path: '/pathways/steps/:id/move',
  action: 'pathways.move-step',
  input: z.object({ id: Id, to: StepState.extract(['under-way', 'done', 'cancelled']), version: Version }),
  output: OwnStep,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.no-such-step-move',
    'pathways.plan-not-agreed',
    'pathways.case-not-on-road',
    'pathways.no-buyer-named',
    'pathways.exit-table-unseen',
  ],
  subject: ({ id }) => ({ type: 'step', id }),
})
export const listOwnSteps = route({
  method: 'GET',
  path: '/pathways/steps',
  action: 'pathways.read-own-steps',
  input: z.object({}),
  output: z.object({ steps: z.array(OwnStep) }),
  refusals: [],
})
