import { z } from 'zod'
import { Day, Id, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Whose } from './exit-table.ts'
import { StepKind } from './work-plan.ts'

export const referralStates = ['sent', 'accepted', 'refused', 'done', 'revoked'] as const
export const ReferralState = z.enum(referralStates)
export type ReferralState = z.infer<typeof ReferralState>
/** Why an agency cannot; each asks something else of her guide. */
export const RefusalReason = z.enum(['no-capacity', 'not-our-part', 'papers-missing', 'not-entitled'])
/** Why her guide takes it back. */
export const RevocationReason = z.enum(['she-declined', 'found-elsewhere', 'by-mistake'])
export const Result = z.enum(['achieved', 'partly', 'not-achieved'])
export type Result = z.infer<typeof Result>

export const Referral = z
  .object({
    id: Id,
    kind: StepKind,
    organisationId: Id,
    organisationName: z.string().nullable(),
    capacityTitle: z.string().nullable(),
    state: ReferralState,
    stateSince: Day,
    /** By when the agency answers, and by when it does what it accepted. */
    answerBy: Day,
    doBy: Day.nullable(),
    reason: z.union([RefusalReason, RevocationReason]).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Referral' })
export type Referral = z.infer<typeof Referral>
/** What was done for her, on a day, by whom, and what came of it. */
export const Intervention = z
  .object({
    id: Id,
    kind: StepKind,
    organisationName: z.string().nullable(),
    capacityTitle: z.string().nullable(),
    happenedOn: Day,
    result: Result,
  })
  .meta({ id: 'Intervention' })
export type Intervention = z.infer<typeof Intervention>
export const HerSupport = z.object({
  whose: Whose,
  countyCode: z.string(),
  referrals: z.array(Referral),
  interventions: z.array(Intervention),
})
export type HerSupport = z.infer<typeof HerSupport>

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
const aboutReferral = ({ id }: { readonly id: string }) => ({ type: 'referral', id })
export const readSupport = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/support',
  action: 'pathways.read-support',
  input: OfCase,
  output: HerSupport,
  refusals: ['platform.not-found'],
})
/** Sent to an agency that works in her county, once she said yes to telling agencies; what may cost a pension passes the exit table first. */
export const refer = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/referrals',
  action: 'pathways.refer',
  input: OfCase.extend({ id: Id, kind: StepKind, organisationId: Id, capacityId: Id.nullable() }),
  output: HerSupport,
  refusals: [
    'platform.not-found',
    'pathways.not-an-agency-there',
    'pathways.agency-without-consent',
    'pathways.capacity-not-there',
    'pathways.exit-table-unseen',
    'plan.parameter-missing',
  ],
  subject: aboutCase,
})
export const revokeReferral = route({
  method: 'POST',
  path: '/pathways/referrals/:id/revoke',
  action: 'pathways.refer',
  input: z.object({ id: Id, reason: RevocationReason, version: Version }),
  output: Referral.omit({ organisationName: true, capacityTitle: true }),
  refusals: ['platform.not-found', 'platform.version-stale', 'pathways.no-such-referral-move'],
  subject: aboutReferral,
})
/** A referral as the agency sees it: what for, under a file number, and its days. */
export const OwnReferral = Referral.omit({ organisationName: true, reason: true }).extend({
  fileNumber: z.string(),
  countyCode: z.string(),
})
export type OwnReferral = z.infer<typeof OwnReferral>
/** The agency accepts with a day, refuses with a reason, or says what came of it. */
export const answerReferral = route({
  method: 'POST',
  path: '/pathways/referrals/:id/answer',
  action: 'pathways.answer-referral',
  input: z.object({
    id: Id,
    to: z.enum(['accepted', 'refused', 'done']),
    doBy: Day.nullable(),
    reason: RefusalReason.nullable(),
    result: Result.nullable(),
    version: Version,
  }),
  output: Referral.omit({ organisationName: true, capacityTitle: true }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.no-such-referral-move',
    'pathways.answer-half',
    'pathways.day-past',
    'pathways.capacity-spent',
  ],
  subject: aboutReferral,
})
export const listOwnReferrals = route({
  method: 'GET',
  path: '/pathways/referrals',
  action: 'pathways.read-own-referrals',
  input: z.object({}),
  output: z.object({ referrals: z.array(OwnReferral) }),
  refusals: [],
})
/** Done for her without a referral: by her guide, the centre, or a body that gave a place. */
export const writeIntervention = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/interventions',
  action: 'pathways.write-intervention',
  input: OfCase.extend({
    id: Id,
    kind: StepKind,
    organisationId: Id.nullable(),
    capacityId: Id.nullable(),
    happenedOn: Day,
    result: Result,
  }),
  output: HerSupport,
  refusals: [
    'platform.not-found',
    'pathways.intervention-day-wrong',
    'pathways.keeping-not-allowed',
    'pathways.capacity-not-there',
    'pathways.capacity-spent',
    'pathways.exit-table-unseen',
  ],
  subject: aboutCase,
})
