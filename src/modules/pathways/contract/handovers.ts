import { z } from 'zod'
import { Day, Id, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

/** Why a file changes hands; codes alone, and none that says something of her. */
export const HandoverReason = z.enum(['too-many-files', 'too-far', 'she-asked', 'on-leave', 'leaves-work'])
export type HandoverReason = z.infer<typeof HandoverReason>
export const HandoverState = z.enum(['proposed', 'accepted', 'declined', 'withdrawn'])
export type HandoverState = z.infer<typeof HandoverState>
/** By file number: whoever is asked learns who she is once she carries the file. */
export const Handover = z
  .object({
    id: Id,
    fileNumber: z.string(),
    countyCode: CountyCode,
    fromName: z.string(),
    toName: z.string(),
    reason: HandoverReason,
    state: HandoverState,
    proposedOn: Day,
    version: z.number().int(),
  })
  .meta({ id: 'Handover' })
export type Handover = z.infer<typeof Handover>
/** A guide of her county who might take the file: where she works, and how many she carries of how many she may. */
export const Colleague = z.object({
  accountId: Id,
  name: z.string(),
  worksAt: z.string().nullable(),
  carried: z.number().int(),
  most: z.number().int(),
})
export type Colleague = z.infer<typeof Colleague>
export const HerGuide = z.object({
  /** Who accompanies her now and where that guide works: a centre, or the body of her assignment. */
  guideName: z.string(),
  worksAt: z.string().nullable(),
  /** It came to the reader from another guide, and she was not told yet. */
  isToTell: z.boolean(),
  waiting: Handover.nullable(),
  colleagues: z.array(Colleague),
})
export type HerGuide = z.infer<typeof HerGuide>

const OfCase = z.object({ caseId: Id })
const aboutCase = ({ caseId }: { readonly caseId: string }) => ({ type: 'case', id: caseId, caseId })
export const readHerGuide = route({
  method: 'GET',
  path: '/pathways/cases/:caseId/guide',
  action: 'pathways.read-guide',
  input: OfCase,
  output: HerGuide,
  refusals: ['platform.not-found', 'plan.parameter-missing'],
})
export const proposeHandover = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/handovers',
  action: 'pathways.propose-handover',
  input: OfCase.extend({ id: Id, accountId: Id, reason: HandoverReason }),
  output: HerGuide,
  refusals: ['platform.not-found', 'pathways.not-a-guide-there', 'pathways.handover-waits', 'plan.parameter-missing'],
  subject: aboutCase,
})
const MOST_PROPOSED = 60
/** A supervisor proposes files of her counties, all of them or none; the office of any. */
export const orderHandover = route({
  method: 'POST',
  path: '/pathways/handovers',
  action: 'pathways.order-handover',
  input: z.object({ accountId: Id, caseIds: z.array(Id).min(1).max(MOST_PROPOSED), reason: HandoverReason }),
  output: z.object({ proposed: z.number().int() }),
  refusals: ['platform.not-found', 'pathways.not-a-guide-there', 'pathways.handover-waits', 'pathways.nobody-carries'],
  subject: ({ accountId }) => ({ type: 'carrier', id: accountId }),
})
/** Files proposed to the reader, and those she proposed, newest first. */
export const listHandovers = route({
  method: 'GET',
  path: '/pathways/handovers',
  action: 'pathways.read-handovers',
  input: z.object({}),
  output: z.object({ toMe: z.array(Handover), byMe: z.array(Handover) }),
  refusals: [],
})
const aboutHandover = ({ id }: { readonly id: string }) => ({ type: 'handover', id })
/** Accepted, the file is hers at once in every room; declined, it stays where it is. */
export const answerHandover = route({
  method: 'POST',
  path: '/pathways/handovers/:id/answer',
  action: 'pathways.answer-handover',
  input: z.object({ id: Id, to: z.enum(['accepted', 'declined']), version: Version }),
  output: Handover,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'pathways.handover-answered',
    'pathways.not-a-guide-there',
    'enrolment.too-many-carried',
    'plan.parameter-missing',
  ],
  subject: aboutHandover,
})
export const withdrawHandover = route({
  method: 'POST',
  path: '/pathways/handovers/:id/withdraw',
  action: 'pathways.withdraw-handover',
  input: z.object({ id: Id, version: Version }),
  output: Handover,
  refusals: ['platform.not-found', 'platform.version-stale', 'pathways.handover-answered'],
  subject: aboutHandover,
})
/** Her new guide told her who accompanies her from now on. */
export const tellNewGuide = route({
  method: 'POST',
  path: '/pathways/cases/:caseId/guide-told',
  action: 'pathways.tell-new-guide',
  input: OfCase,
  output: HerGuide,
  refusals: ['platform.not-found', 'plan.parameter-missing'],
  subject: aboutCase,
})
