import { z } from 'zod'
import { Day, FileBytes, Id, Letter, maybeText, PAPER_REFUSALS, Page, PICTURE_UPLOAD, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { DeliverableState } from './states.ts'

export const Deliverable = z
  .object({
    id: Id,
    scopeId: Id,
    milestoneId: Id,
    countyCode: CountyCode,
    title: z.string(),
    dueOn: Day,
    state: DeliverableState,
    stateSince: Day,
    isOverdue: z.boolean(),
    /** Why the client gave it back the last time. */
    returnReason: z.string().nullable(),
    paidNumber: z.string().nullable(),
    paidDate: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OversightDeliverable' })
export type Deliverable = z.infer<typeof Deliverable>
export const DeliverableWhole = Deliverable.extend({
  papers: z.array(z.object({ id: Id, mediaType: z.string(), addedOn: Day, isHandedIn: z.boolean() })),
  moves: z.array(z.object({ id: Id, to: DeliverableState, note: z.string().nullable(), movedOn: Day })),
})
export type DeliverableWhole = z.infer<typeof DeliverableWhole>

/** Newest first. */
export const listDeliverables = route({
  method: 'GET',
  path: '/oversight/deliverables',
  action: 'oversight.read-scopes',
  input: Page.extend({ countyCode: CountyCode.optional(), state: DeliverableState.optional() }),
  output: z.object({ deliverables: z.array(Deliverable), next: Id.nullable() }),
  refusals: [],
})
export const readDeliverable = route({
  method: 'GET',
  path: '/oversight/deliverables/:id',
  action: 'oversight.read-scopes',
  input: z.object({ id: Id }),
  output: DeliverableWhole,
  refusals: ['platform.not-found'],
})
const Moved = z.object({ id: Id, version: Version, moveId: Id })
const refusals = ['platform.not-found', 'platform.version-stale', 'oversight.no-such-deliverable-move']
const about = ({ id }: { readonly id: string }, { countyCode }: DeliverableWhole) => ({ type: 'deliverable', id, countyCode })
/** A copy of what is handed in: PDF or picture by content. It goes with the next handing-in. */
export const addPaper = route({
  method: 'POST',
  path: '/oversight/deliverables/:id/papers',
  action: 'oversight.submit',
  input: z.object({ id: Id, paperId: Id }),
  output: DeliverableWhole,
  refusals: [
    'platform.not-found',
    ...PAPER_REFUSALS,
    'oversight.not-your-scope',
    'oversight.no-such-deliverable-move',
    'oversight.too-many-papers',
  ],
  upload: { ...PICTURE_UPLOAD, mediaTypes: ['application/pdf', ...PICTURE_UPLOAD.mediaTypes] },
  subject: about,
})
export const readPaper = route({
  method: 'GET',
  path: '/oversight/papers/:id',
  action: 'oversight.read-scopes',
  input: z.object({ id: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
/** The executor hands it in, with at least one paper the client has not seen. */
export const submitDeliverable = route({
  method: 'POST',
  path: '/oversight/deliverables/:id/submit',
  action: 'oversight.submit',
  input: Moved.extend({ note: maybeText(500) }),
  output: DeliverableWhole,
  refusals: [...refusals, 'oversight.not-your-scope', 'oversight.nothing-handed-in'],
  subject: about,
})
export const acceptDeliverable = route({
  method: 'POST',
  path: '/oversight/deliverables/:id/accept',
  action: 'oversight.accept',
  input: Moved.extend({ note: maybeText(500) }),
  output: DeliverableWhole,
  refusals,
  subject: about,
})
/** The client gives it back and says what is missing. */
export const returnDeliverable = route({
  method: 'POST',
  path: '/oversight/deliverables/:id/return',
  action: 'oversight.accept',
  input: Moved.extend({ reason: text({ min: 5, max: 500 }) }),
  output: DeliverableWhole,
  refusals,
  subject: about,
})
/** The client says by number and date of its own paper that it paid for it. */
export const payDeliverable = route({
  method: 'POST',
  path: '/oversight/deliverables/:id/pay',
  action: 'oversight.accept',
  input: Moved.extend(Letter.shape),
  output: DeliverableWhole,
  refusals: [...refusals, 'oversight.letter-ahead'],
  subject: about,
})
