import { z } from 'zod'
import { Id, Instant, text } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

export const MOST_SHOWN = 100
/** An hour in which one account was at more different files than the letter allows; no file is named. */
export const MassRead = z
  .object({
    accountId: Id,
    accountName: z.string(),
    role: z.string(),
    hour: Instant,
    files: z.number().int(),
    /** Who looked at it, when, and what she found; null while it is open, and again once more files were read in that hour. */
    review: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
    isOwn: z.boolean(),
  })
  .meta({ id: 'MassRead' })
export type MassRead = z.infer<typeof MassRead>
/** Such hours of the last thirty days, newest first, with the number in force above which they are shown, and how many are open among them. */
export const listMassReads = route({
  method: 'GET',
  path: '/people/mass-reads',
  action: 'people.read-mass-reads',
  input: z.object({}),
  output: z.object({ above: z.number().int(), open: z.number().int(), reads: z.array(MassRead).max(MOST_SHOWN) }),
  refusals: ['plan.parameter-missing'],
})
/** Somebody who may see it looked at it and says in a few words what she found; never whoever it is about. */
export const reviewMassRead = route({
  method: 'POST',
  path: '/people/mass-reads/review',
  action: 'people.review-mass-read',
  input: z.object({ accountId: Id, role: text({ max: 10 }), hour: Instant, reason: text({ min: 5, max: 300 }) }),
  output: MassRead,
  refusals: ['platform.not-found', 'plan.parameter-missing', 'people.mass-read-of-yourself', 'people.mass-read-reviewed'],
  subject: ({ accountId }) => ({ type: 'account', id: accountId }),
})
