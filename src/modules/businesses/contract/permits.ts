import { z } from 'zod'
import { Day, Id, maybeText, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode, RelationPattern } from '../../occupations/contract.ts'

export const permitStates = [
  'not-required',
  'draft',
  'submitted',
  'agency-review',
  'specialist-review',
  'agency-signed',
  'issued',
  'renewal-due',
  'expired',
  'returned',
  'rejected',
  'withdrawn',
  'suspended',
  'revoked',
  'inactive',
] as const
export const PermitState = z.enum(permitStates)
export type PermitState = z.infer<typeof PermitState>
/** Who reads the request: the agency of the field, the specialists at its side, the labour office. */
export const ReviewKind = z.enum(['agency', 'health', 'veterinary', 'culture', 'labour'])
export type ReviewKind = z.infer<typeof ReviewKind>
export const Specialist = z.enum(['health', 'veterinary', 'culture'])
export type Specialist = z.infer<typeof Specialist>
export const ReviewState = z.enum(['waiting', 'under-way', 'approved', 'returned', 'rejected', 'dropped'])
export type ReviewState = z.infer<typeof ReviewState>
export const ReviewAnswer = z.enum(['take-up', 'ask-specialists', 'approve', 'return', 'reject'])
export type ReviewAnswer = z.infer<typeof ReviewAnswer>
/** Coded on purpose: a sentence of an office would tell more than it must. */
export const PermitReason = z.enum([
  'papers-incomplete',
  'skill-certificate',
  'health-card',
  'place-not-fit',
  'field-not-on-list',
  'other-in-letter',
])
export type PermitReason = z.infer<typeof PermitReason>

export const Review = z.object({
  id: Id,
  kind: ReviewKind,
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  state: ReviewState,
  dueOn: Day,
  letterNumber: z.string().nullable(),
  letterDate: Day.nullable(),
  reason: PermitReason.nullable(),
  version: z.number().int(),
})
export type Review = z.infer<typeof Review>
export const PermitMove = z.object({
  id: Id,
  from: PermitState.nullable(),
  to: PermitState,
  letterNumber: z.string().nullable(),
  letterDate: Day.nullable(),
  reason: PermitReason.nullable(),
  on: Day,
})
/** A permit as it is mirrored here, by number and date. */
export const Permit = z
  .object({
    id: Id,
    state: PermitState,
    stateSince: Day,
    dueOn: Day.nullable(),
    requestNumber: z.string().nullable(),
    requestedOn: Day.nullable(),
    permitNumber: z.string().nullable(),
    issuedOn: Day.nullable(),
    issuedBy: z.enum(['labour', 'portal']).nullable(),
    expiresOn: Day.nullable(),
    reviews: z.array(Review),
    moves: z.array(PermitMove),
    version: z.number().int(),
  })
  .meta({ id: 'MirroredPermit' })
export type Permit = z.infer<typeof Permit>

const letter = { letterNumber: maybeText(60), letterDate: Day.nullable() }
/** Begins the mirror of a permit: to be asked for, not needed, or one she holds already. */
export const beginPermit = route({
  method: 'POST',
  path: '/businesses/:businessId/permits',
  action: 'businesses.keep-permit',
  input: z.object({
    businessId: Id,
    id: Id,
    begins: z.enum(['draft', 'not-required', 'issued']),
    ...letter,
    expiresOn: Day.nullable(),
    issuedBy: z.enum(['labour', 'portal']).nullable(),
  }),
  output: z.object({ permit: Permit }),
  refusals: [
    'platform.not-found',
    'businesses.business-ended',
    'businesses.letter-missing',
    'businesses.letter-ahead',
    'businesses.expiry-missing',
    'businesses.expiry-past',
    'businesses.permit-is-open',
  ],
  subject: ({ id }) => ({ type: 'permit', id }),
})
/** Hands the request in, by the number it has where it was handed in. With an agency of the house, it waits on that agency’s desk. */
export const submitPermit = route({
  method: 'POST',
  path: '/businesses/permits/:id/submit',
  action: 'businesses.keep-permit',
  input: z.object({ id: Id, ...letter, organisationId: Id.nullable(), version: Version }),
  output: z.object({ permit: Permit }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'businesses.no-such-permit-move',
    'businesses.letter-missing',
    'businesses.letter-ahead',
    'businesses.not-an-agency-there',
    'businesses.agency-without-consent',
    'pathways.exit-table-unseen',
  ],
  subject: ({ id }) => ({ type: 'permit', id }),
})
/** Moves that no review makes: what she decides, what time brings, and what an office wrote later. */
export const movePermit = route({
  method: 'POST',
  path: '/businesses/permits/:id/move',
  action: 'businesses.keep-permit',
  input: z.object({
    id: Id,
    to: z.enum(['draft', 'issued', 'renewal-due', 'expired', 'withdrawn', 'suspended', 'revoked', 'inactive', 'agency-review']),
    ...letter,
    reason: PermitReason.nullable(),
    expiresOn: Day.nullable(),
    version: Version,
  }),
  output: z.object({ permit: Permit }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'businesses.no-such-permit-move',
    'businesses.letter-missing',
    'businesses.letter-ahead',
    'businesses.reason-missing',
    'businesses.expiry-missing',
    'businesses.expiry-past',
    'businesses.not-expired-yet',
  ],
  subject: ({ id }) => ({ type: 'permit', id }),
})
/** What an agency reads of a request on its desk: field and relation under a file number and its own number of the request. */
export const OwnReview = z.object({
  id: Id,
  fileNumber: z.string(),
  countyCode: z.string(),
  requestNumber: z.string().nullable(),
  fieldCode: FieldCode,
  fieldNameFa: z.string(),
  fieldNameEn: z.string(),
  permitClass: z.string(),
  relation: RelationPattern,
  kind: ReviewKind,
  state: ReviewState,
  /** Where the request stands, and what the other bodies have said of it: the first signature waits for them. */
  permit: PermitState,
  beside: z.array(z.object({ kind: ReviewKind, state: ReviewState })),
  dueOn: Day,
  version: z.number().int(),
})
export type OwnReview = z.infer<typeof OwnReview>
export const listOwnReviews = route({
  method: 'GET',
  path: '/businesses/reviews',
  action: 'businesses.read-own-reviews',
  input: z.object({}),
  output: z.object({ reviews: z.array(OwnReview) }),
  refusals: [],
})
/** An answer of a body, given at its own desk or written down by her guide from its letter. */
export const answerReview = route({
  method: 'POST',
  path: '/businesses/reviews/:id/answer',
  action: 'businesses.answer-review',
  input: z.object({
    id: Id,
    answer: ReviewAnswer,
    specialists: z.array(Specialist).max(3),
    ...letter,
    reason: PermitReason.nullable(),
    /** With the signature of the labour office: until when the permit holds; its number and date are those of the letter. */
    expiresOn: Day.nullable(),
    version: Version,
  }),
  output: z.object({ state: ReviewState, permit: PermitState }),
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'businesses.no-such-answer',
    'businesses.specialist-missing',
    'businesses.specialist-waiting',
    'businesses.letter-missing',
    'businesses.letter-ahead',
    'businesses.reason-missing',
    'businesses.expiry-missing',
    'businesses.expiry-past',
  ],
  subject: ({ id }) => ({ type: 'permit-review', id }),
})
