import { z } from 'zod'
import { MOST } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { PersonId } from '../contract.ts'

/** Limits at work, as codes and never as an illness: they choose tools, hours and field, and decide nothing else. */
export const WorkLimit = z.enum(['standing', 'lifting', 'eyesight', 'hearing', 'hands', 'heat-smoke', 'long-hours'])
export type WorkLimit = z.infer<typeof WorkLimit>
export const WorkLimits = z.array(WorkLimit).max(WorkLimit.options.length)
/** What the household lives on in a month beside the minimum wage of one worker; pensions and help of others are counted in. */
export const IncomeBand = z.enum(['none', 'under-half', 'under-one', 'under-two', 'two-and-more'])
export type IncomeBand = z.infer<typeof IncomeBand>

/** Null where she was not asked; an empty list says that she was, and has none. A version of 0 says that nothing was written yet. */
export const Means = z
  .object({
    limits: WorkLimits.nullable(),
    limitsVersion: z.number().int(),
    incomeBand: IncomeBand.nullable(),
    incomeVersion: z.number().int(),
  })
  .meta({ id: 'Means' })
export type Means = z.infer<typeof Means>
/** Her limits at work and the band of her household's income, for whoever carries the file with her consent; every look is written down. */
export const readMeans = route({
  method: 'GET',
  path: '/people/:personId/means',
  action: 'people.read-means',
  input: z.object({ personId: PersonId }),
  output: Means,
  refusals: ['platform.not-found', 'people.consent-missing'],
  logged: true,
  subject: ({ personId }) => ({ type: 'means', id: personId, personId }),
})
const seenVersion = z.coerce.number().int().min(0).max(MOST)
const changing = ['platform.not-found', 'people.file-joined', 'people.consent-missing', 'platform.version-stale'] as const
export const changeLimits = route({
  method: 'PUT',
  path: '/people/:personId/limits',
  action: 'people.change-groups',
  input: z.object({ personId: PersonId, limits: WorkLimits, version: seenVersion }),
  output: Means,
  refusals: [...changing],
  subject: ({ personId }) => ({ type: 'health', id: personId, personId }),
})
export const changeIncomeBand = route({
  method: 'PUT',
  path: '/people/:personId/income-band',
  action: 'people.change-groups',
  input: z.object({ personId: PersonId, incomeBand: IncomeBand, version: seenVersion }),
  output: Means,
  refusals: [...changing],
  subject: ({ personId }) => ({ type: 'income', id: personId, personId }),
})
