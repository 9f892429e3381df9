import { z } from 'zod'
import { Day, Id, maybeText, Page, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Manner } from '../../pathways/contract/exit-table.ts'
import { Weighed } from './runs.ts'
import { MarkKind, MarkReason, ProposalState } from './states.ts'

export const Proposal = z
  .object({
    id: Id,
    opportunityId: Id,
    title: z.string(),
    organisationName: z.string(),
    caseId: Id,
    fileNumber: z.string(),
    /** Her name for the guide who carries her file. */
    name: z.string().nullable(),
    countyCode: z.string(),
    state: ProposalState,
    stateSince: Day,
    dueOn: Day.nullable(),
    /** When she last answered, for her guide. */
    answeredOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'MatchingProposal' })
export type Proposal = z.infer<typeof Proposal>
export const listProposals = route({
  method: 'GET',
  path: '/matching/proposals',
  action: 'matching.read-proposals',
  input: Page.extend({ opportunityId: Id.optional(), caseId: Id.optional(), state: ProposalState.optional() }),
  output: z.object({ proposals: z.array(Proposal), next: Id.nullable() }),
  refusals: [],
})
const Named = z.object({ id: Id, version: Version })
const refusals = ['platform.not-found', 'platform.version-stale', 'matching.no-such-move'] as const
const about = ({ id }: { readonly id: string }, { caseId, countyCode }: Proposal) => ({ type: 'proposal', id, caseId, countyCode })
/** Her guide has looked: it may be put to her. */
export const upholdProposal = route({
  method: 'POST',
  path: '/matching/proposals/:id/uphold',
  action: 'matching.look-at',
  input: Named,
  output: Proposal,
  refusals: [...refusals, 'plan.parameter-missing'],
  subject: about,
})
/** Her guide sets it aside with a reason; it is not proposed to her again while the reason stands. */
export const setAsideProposal = route({
  method: 'POST',
  path: '/matching/proposals/:id/set-aside',
  action: 'matching.look-at',
  input: Named.extend({ markId: Id, reason: MarkReason }),
  output: Proposal,
  refusals: [...refusals, 'matching.reason-of-other-kind', 'matching.marked-already'],
  subject: about,
})
/** How she gave her word; a fingerprint is pressed before a witness. */
const Said = Named.extend({ answerId: Id, manner: Manner, witnessName: maybeText(80) })
/** Her yes: she takes one of the places, of which never more are taken than there are. */
export const acceptProposal = route({
  method: 'POST',
  path: '/matching/proposals/:id/accept',
  action: 'matching.answer',
  input: Said,
  output: Proposal,
  refusals: [
    ...refusals,
    'enrolment.file-joined',
    'matching.witness-missing',
    'matching.places-taken',
    'matching.not-at-work',
    'pathways.exit-table-unseen',
  ],
  subject: about,
})
/** Her no, before or after a yes. It costs her nothing: her place goes back, her tier and turn stay, and no one counts it. */
export const declineProposal = route({
  method: 'POST',
  path: '/matching/proposals/:id/decline',
  action: 'matching.answer',
  input: Said,
  output: Proposal,
  refusals: [...refusals, 'matching.witness-missing'],
  subject: about,
})

export const Mark = z.object({
  id: Id,
  opportunityId: Id,
  title: z.string(),
  kind: MarkKind,
  reason: MarkReason,
  markedOn: Day,
})
/** What her guide sees of the last run she was in: her place in it, and of each opportunity why, or why not. */
export const HerChances = z
  .object({
    ranOn: Day.nullable(),
    weighed: Weighed.nullable(),
    tier: z.number().int().nullable(),
    lot: z.number().int().nullable(),
    titles: z.array(z.object({ opportunityId: Id, title: z.string(), isOpen: z.boolean() })),
    marks: z.array(Mark),
  })
  .meta({ id: 'HerChances' })
export type HerChances = z.infer<typeof HerChances>
export const readHerChances = route({
  method: 'GET',
  path: '/matching/cases/:caseId/chances',
  action: 'matching.look-at',
  input: z.object({ caseId: Id }),
  output: HerChances,
  refusals: ['platform.not-found'],
})
/** Keeps one opportunity for her, or keeps her from one, with a reason. Neither lifts her: a pin only leaves the others out. */
export const markOpportunity = route({
  method: 'POST',
  path: '/matching/cases/:caseId/marks',
  action: 'matching.look-at',
  input: z.object({ caseId: Id, markId: Id, opportunityId: Id, kind: MarkKind, reason: MarkReason }),
  output: HerChances,
  refusals: [
    'platform.not-found',
    'enrolment.file-joined',
    'matching.reason-of-other-kind',
    'matching.marked-already',
    'matching.pinned-already',
  ],
  subject: ({ markId, caseId }) => ({ type: 'mark', id: markId, caseId }),
})
export const endMark = route({
  method: 'POST',
  path: '/matching/cases/:caseId/marks/:id/end',
  action: 'matching.look-at',
  input: z.object({ caseId: Id, id: Id }),
  output: HerChances,
  refusals: ['platform.not-found'],
  subject: ({ id, caseId }) => ({ type: 'mark', id, caseId }),
})
