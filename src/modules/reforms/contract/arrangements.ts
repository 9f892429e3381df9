import { z } from 'zod'
import { Day, Id, Instant, Letter, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

export const arrangementStates = ['proposed', 'authorised', 'in-force', 'extended', 'expired', 'revoked'] as const
export const ArrangementState = z.enum(arrangementStates)
export type ArrangementState = z.infer<typeof ArrangementState>

/** What is done until a rule is reformed: who allowed it, within which limit, until when. */
export const Arrangement = z
  .object({
    id: Id,
    obstacleId: Id,
    says: z.string(),
    /** For whom, how many, how much: beyond it nothing is allowed. */
    limits: z.string(),
    /** Who is competent to allow it. */
    authority: z.string(),
    startsOn: Day.nullable(),
    expiresOn: Day.nullable(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    /** As it stands on the day it is read: past its last day it has expired, whatever was written. */
    state: ArrangementState,
    stateSince: Day,
    /** Whether it may be acted on today. */
    isInForce: z.boolean(),
    /** Days until its last day; negative is past it, null where none is set. */
    daysLeft: z.number().int().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Arrangement' })
export type Arrangement = z.infer<typeof Arrangement>

/** By which letter, until when and why an arrangement came to stand where it does. */
export const ArrangementMove = z.object({
  arrangementId: Id,
  to: ArrangementState,
  reason: z.string().nullable(),
  expiresOn: Day.nullable(),
  letterNumber: z.string().nullable(),
  at: Instant,
})
export type ArrangementMove = z.infer<typeof ArrangementMove>

const OfArrangement = z.object({ id: Id, version: Version })
const moving = ['platform.not-found', 'platform.version-stale', 'reforms.no-such-arrangement-move'] as const
const about = ({ id }: { readonly id: string }) => ({ type: 'arrangement', id })
export const proposeArrangement = route({
  method: 'POST',
  path: '/reforms/obstacles/:id/arrangements',
  action: 'reforms.keep-arrangement',
  input: z.object({
    id: Id,
    arrangementId: Id,
    says: text({ min: 10, max: 1000 }),
    limits: text({ min: 3, max: 400 }),
    authority: text({ min: 3, max: 160 }),
  }),
  output: Arrangement,
  refusals: ['platform.not-found', 'reforms.obstacle-ended'],
  subject: ({ arrangementId }) => ({ type: 'arrangement', id: arrangementId }),
})
/** The letter of whoever is competent, and its first and last day. */
export const authoriseArrangement = route({
  method: 'POST',
  path: '/reforms/arrangements/:id/authorise',
  action: 'reforms.keep-arrangement',
  input: OfArrangement.extend({ ...Letter.shape, startsOn: Day, expiresOn: Day }),
  output: Arrangement,
  refusals: [...moving, 'reforms.dates-reversed', 'reforms.end-already-past'],
  subject: about,
})
/** From now on offices act by it: within its days and never outside them. */
export const putInForce = route({
  method: 'POST',
  path: '/reforms/arrangements/:id/put-in-force',
  action: 'reforms.keep-arrangement',
  input: OfArrangement,
  output: Arrangement,
  refusals: [...moving, 'reforms.arrangement-not-begun', 'reforms.arrangement-expired'],
  subject: about,
})
/** A later last day, by a new letter and before the old one is past. */
export const extendArrangement = route({
  method: 'POST',
  path: '/reforms/arrangements/:id/extend',
  action: 'reforms.keep-arrangement',
  input: OfArrangement.extend({ ...Letter.shape, expiresOn: Day }),
  output: Arrangement,
  refusals: [...moving, 'reforms.not-later', 'reforms.arrangement-expired'],
  subject: about,
})
export const revokeArrangement = route({
  method: 'POST',
  path: '/reforms/arrangements/:id/revoke',
  action: 'reforms.keep-arrangement',
  input: OfArrangement.extend({ reason: text({ min: 5, max: 600 }) }),
  output: Arrangement,
  refusals: [...moving, 'reforms.arrangement-expired'],
  subject: about,
})
