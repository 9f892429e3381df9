import { z } from 'zod'
import { Instant } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

export const MOST_SHOWN = 100
/** An hour in which one account was at more different files than the letter allows; no file is named. */
export const MassRead = z.object({ accountName: z.string(), role: z.string(), hour: Instant, files: z.number().int() })
export type MassRead = z.infer<typeof MassRead>
/** Such hours of the last thirty days, newest first, with the number in force above which they are shown. */
export const listMassReads = route({
  method: 'GET',
  path: '/people/mass-reads',
  action: 'people.read-mass-reads',
  input: z.object({}),
  output: z.object({ above: z.number().int(), reads: z.array(MassRead).max(MOST_SHOWN) }),
  refusals: ['plan.parameter-missing'],
})
