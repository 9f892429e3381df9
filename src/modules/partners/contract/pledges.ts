import { z } from 'zod'
import { Day, Id, Instant, Letter, maybeText, Page, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

export const pledgeStates = ['announced', 'in-writing', 'vetted', 'signed', 'open', 'fulfilled', 'lapsed', 'withdrawn'] as const
export const PledgeState = z.enum(pledgeStates)
export type PledgeState = z.infer<typeof PledgeState>
export const pledgeKinds = [
  'purchase',
  'training',
  'money',
  'loan',
  'guarantee',
  'place',
  'machine',
  'material',
  'transport',
  'insurance',
  'mentoring',
] as const
export const PledgeKind = z.enum(pledgeKinds)
/** In which of its programme roles a partner promises; driver, backer and mo'in are three things. */
export const promisedAs = ['driver', 'backer', 'moin'] as const
export const PromisedAs = z.enum(promisedAs)
const MOST = 100_000_000
const Quantity = wholeNumber(1, MOST)
const Part = z.object({ dueOn: Day, quantity: Quantity })

export const Pledge = z
  .object({
    id: Id,
    organisationId: Id,
    organisationName: z.string(),
    promisedAs: PromisedAs,
    kind: PledgeKind,
    title: z.string(),
    fieldCode: z.string().nullable(),
    quantity: z.number().int(),
    unit: z.string(),
    /** Of the whole promise, in rial; null when no value was put on it. */
    valueRial: z.number().int().nullable(),
    /** Where it may be used; empty means everywhere. */
    counties: z.array(CountyCode),
    groupNote: z.string().nullable(),
    startsOn: Day,
    dueOn: Day,
    state: PledgeState,
    stateSince: Day,
    /** Until when the next step is owed; null once it is open or ended. */
    stepDueOn: Day.nullable(),
    /** Days left for it; negative is late. */
    stepDaysLeft: z.number().int().nullable(),
    documentNumber: z.string().nullable(),
    documentDate: Day.nullable(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    called: z.number().int(),
    left: z.number().int(),
    /** Bound to places where the plan does not work. */
    mismatch: z.enum(['none', 'partly', 'wholly']),
    version: z.number().int(),
  })
  .meta({ id: 'Pledge' })
export type Pledge = z.infer<typeof Pledge>

export const listPledges = route({
  method: 'GET',
  path: '/partners/pledges',
  action: 'partners.read-pledges',
  input: Page.extend({
    state: PledgeState.optional(),
    kind: PledgeKind.optional(),
    organisationId: Id.optional(),
    countyCode: CountyCode.optional(),
  }),
  output: z.object({ pledges: z.array(Pledge), next: Id.nullable() }),
  refusals: [],
})
export const readPledge = route({
  method: 'GET',
  path: '/partners/pledges/:id',
  action: 'partners.read-pledges',
  input: z.object({ id: Id }),
  output: z.object({
    pledge: Pledge,
    parts: z.array(Part.extend({ id: Id })),
    moves: z.array(z.object({ from: PledgeState.nullable(), to: PledgeState, reason: z.string().nullable(), at: Instant })),
    /** Opinions of those who vetted it; empty for whoever does not belong to the office. */
    opinions: z.array(z.object({ isFit: z.boolean(), reasons: z.string(), at: Instant, isOwn: z.boolean() })),
  }),
  refusals: ['platform.not-found'],
})
/** A promise as it is first heard. A partner announces its own; the office may write down anybody's. */
export const announcePledge = route({
  method: 'POST',
  path: '/partners/pledges',
  action: 'partners.announce-pledge',
  input: z.object({
    id: Id,
    organisationId: Id,
    promisedAs: PromisedAs,
    kind: PledgeKind,
    title: text({ min: 3, max: 160 }),
    fieldCode: maybeText(40),
    quantity: Quantity,
    unit: text({ min: 1, max: 60 }),
    valueRial: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(),
    counties: z.array(CountyCode).max(100),
    groupNote: maybeText(200),
    startsOn: Day,
    dueOn: Day,
    parts: z.array(Part).max(36),
  }),
  output: Pledge,
  refusals: [
    'platform.not-found',
    'partners.not-own-organisation',
    'partners.not-such-a-member',
    'partners.unknown-county',
    'partners.unknown-field',
    'partners.dates-reversed',
    'partners.parts-not-the-whole',
    'partners.part-outside',
  ],
  subject: ({ id, organisationId }) => ({ type: 'pledge', id, organisationId }),
})
const moving = ['platform.not-found', 'platform.version-stale', 'partners.no-such-pledge-move'] as const
const about = ({ id }: { readonly id: string }, output: Pledge) => ({ type: 'pledge', id, organisationId: output.organisationId })
/** The partner's own paper: number and date of the document in which it promises. */
export const writePledge = route({
  method: 'POST',
  path: '/partners/pledges/:id/document',
  action: 'partners.write-pledge',
  input: z.object({ id: Id, documentNumber: text({ max: 60 }), documentDate: Day, version: Version }),
  output: Pledge,
  refusals: moving,
  subject: about,
})
/** One of two opinions, with reasons. The second that agrees moves the pledge on; two against it let it lapse. */
export const vetPledge = route({
  method: 'POST',
  path: '/partners/pledges/:id/opinions',
  action: 'partners.vet',
  input: z.object({ id: Id, opinionId: Id, isFit: z.boolean(), reasons: text({ min: 10, max: 600 }), version: Version }),
  output: Pledge,
  refusals: [...moving, 'partners.vetted-already', 'partners.own-announcement'],
  subject: about,
})
export const signPledge = route({
  method: 'POST',
  path: '/partners/pledges/:id/sign',
  action: 'partners.sign-pledge',
  input: Letter.extend({ id: Id, version: Version }),
  output: Pledge,
  refusals: moving,
  subject: about,
})
export const openPledge = route({
  method: 'POST',
  path: '/partners/pledges/:id/open',
  action: 'partners.sign-pledge',
  input: z.object({ id: Id, version: Version }),
  output: Pledge,
  refusals: moving,
  subject: about,
})
/** The end of a promise by the office: kept, or its time went by. The reason is kept and shown. */
export const endPledge = route({
  method: 'POST',
  path: '/partners/pledges/:id/end',
  action: 'partners.sign-pledge',
  input: z.object({ id: Id, to: z.enum(['fulfilled', 'lapsed']), reason: text({ min: 5, max: 400 }), version: Version }),
  output: Pledge,
  refusals: moving,
  subject: about,
})
/** The partner takes its promise back. What was already called stays owed. */
export const withdrawPledge = route({
  method: 'POST',
  path: '/partners/pledges/:id/withdraw',
  action: 'partners.write-pledge',
  input: z.object({ id: Id, reason: text({ min: 5, max: 400 }), version: Version }),
  output: Pledge,
  refusals: moving,
  subject: about,
})
