import { z } from 'zod'
import { Day, Id, Instant, text, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { Address, Contact, Identity, PersonId } from '../contract.ts'
import { DeliveryRule } from './groups.ts'

export const Officer = z.object({ accountId: Id, name: z.string(), role: z.string(), office: z.string().nullable() })
/** Officers of her county whose name begins so, for her to name one who must not see her file. */
export const findOfficers = route({
  method: 'GET',
  path: '/people/:personId/officers',
  action: 'people.read-barred-officers',
  input: z.object({ personId: PersonId, name: text({ min: 2, max: 60 }) }),
  output: z.object({ officers: z.array(Officer) }),
  refusals: ['platform.not-found'],
})
export const BarredOfficer = z.object({ accountId: Id, name: z.string(), since: Instant })
/** Who is barred, for whoever carries the file. Why is sealed and answered by no route. */
export const listBarredOfficers = route({
  method: 'GET',
  path: '/people/:personId/barred-officers',
  action: 'people.read-barred-officers',
  input: z.object({ personId: PersonId }),
  output: z.object({ officers: z.array(BarredOfficer) }),
  refusals: ['platform.not-found'],
})
export const BarringReason = z.enum(['kin', 'acquainted', 'quarrel', 'afraid', 'not-said'])
/** From now on this officer finds nothing of her, in lists, counts, search and errors alike. */
export const barOfficer = route({
  method: 'POST',
  path: '/people/:personId/barred-officers',
  action: 'people.bar-officer',
  input: z.object({ personId: PersonId, accountId: Id, reason: BarringReason }),
  output: listBarredOfficers.output,
  refusals: ['platform.not-found', 'people.file-joined', 'people.officer-unknown', 'people.already-barred'],
  subject: ({ personId }) => ({ type: 'barred-officer', id: personId, personId }),
})
export const liftBar = route({
  method: 'POST',
  path: '/people/:personId/barred-officers/:accountId/lift',
  action: 'people.bar-officer',
  input: z.object({ personId: PersonId, accountId: Id }),
  output: listBarredOfficers.output,
  refusals: ['platform.not-found', 'people.file-joined', 'people.not-barred'],
  subject: ({ personId }) => ({ type: 'barred-officer', id: personId, personId }),
})

export const GlassReason = z.enum(['danger-to-life', 'violence', 'child-in-danger', 'missing'])
const opening = { personId: PersonId, purpose: z.literal('break-glass') }
export const GLASS_HOURS = 3
/** Opens contact, address and safety of one woman in danger, for three hours, for the safety officer alone. Reviewed by a second person. */
export const breakGlass = route({
  method: 'POST',
  path: '/people/:personId/broken-glass',
  action: 'people.break-glass',
  input: z.object({ ...opening, id: Id, reason: GlassReason, note: text({ min: 10, max: 500 }), isUnsafeToTell: z.boolean() }),
  output: z.object({ id: Id, until: Instant, reviewDueOn: Day }),
  refusals: ['platform.not-found', 'people.file-joined', 'people.glass-open'],
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ personId, id }) => ({ type: 'broken-glass', id, personId }),
})
export const readBehindGlass = route({
  method: 'GET',
  path: '/people/:personId/behind-glass',
  action: 'people.read-behind-glass',
  input: z.object(opening),
  output: z.object({
    identity: Identity,
    contact: Contact.nullable(),
    address: Address.nullable(),
    deliveryRule: DeliveryRule.nullable(),
    note: z.string().nullable(),
    until: Instant,
  }),
  refusals: ['platform.not-found', 'people.glass-closed'],
  logged: true,
  opens: ({ personId, purpose }) => ({ personId, purpose }),
  subject: ({ personId }) => ({ type: 'person', id: personId, personId }),
})
export const GlassVerdict = z.enum(['justified', 'not-justified'])
export const BrokenGlass = z
  .object({
    id: Id,
    countyCode: CountyCode,
    reason: GlassReason,
    openedBy: z.string(),
    openedAt: Instant,
    until: Instant,
    reviewDueOn: Day,
    isUnsafeToTell: z.boolean(),
    verdict: GlassVerdict.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'BrokenGlass' })
export type BrokenGlass = z.infer<typeof BrokenGlass>
/** Every glass broken, those that wait for review first: who, when, why in a code; nothing of her. */
export const listBrokenGlass = route({
  method: 'GET',
  path: '/people/broken-glass',
  action: 'people.read-broken-glass',
  input: z.object({}),
  output: z.object({ glasses: z.array(BrokenGlass) }),
  refusals: [],
})
/** A second person says within three working days whether it was justified. Nobody reviews her own. */
export const reviewBrokenGlass = route({
  method: 'POST',
  path: '/people/broken-glass/:id/review',
  action: 'people.review-broken-glass',
  input: z.object({ id: Id, verdict: GlassVerdict, mayBeTold: z.boolean(), version: Version }),
  output: BrokenGlass,
  refusals: ['platform.not-found', 'platform.version-stale', 'people.own-glass', 'people.glass-reviewed'],
  subject: ({ id }) => ({ type: 'broken-glass', id }),
})
