import { z } from 'zod'
import { Day, Id, Letter, Page, text, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { Deliverable } from './deliverables.ts'

const MOST_QUANTITY = 1_000_000
/** At most so many are handed in at one milestone. */
export const MOST_DELIVERABLES = 5
const Quantity = wholeNumber(1, MOST_QUANTITY)
/** The scope of work of a county: what the governorate as client asked of its executor, by which letter, from when until when. */
export const Scope = z
  .object({
    id: Id,
    countyCode: CountyCode,
    organisationId: Id,
    executorName: z.string(),
    title: z.string(),
    letterNumber: z.string(),
    letterDate: Day,
    startsOn: Day,
    endsOn: Day,
    deliverables: z.number().int(),
    /** Accepted or paid for. */
    taken: z.number().int(),
    /** Handed in and not answered by the client. */
    toAnswer: z.number().int(),
    overdue: z.number().int(),
  })
  .meta({ id: 'OversightScope' })
export type Scope = z.infer<typeof Scope>
export const Milestone = z.object({
  id: Id,
  quantity: z.number().int(),
  dueOn: Day,
  isReached: z.boolean(),
  deliverables: z.array(Deliverable),
})
export const ScopeWhole = Scope.extend({
  items: z.array(z.object({ id: Id, title: z.string(), unit: z.string(), quantity: z.number().int(), milestones: z.array(Milestone) })),
})
export type ScopeWhole = z.infer<typeof ScopeWhole>

/** Newest first. */
export const listScopes = route({
  method: 'GET',
  path: '/oversight/scopes',
  action: 'oversight.read-scopes',
  input: Page.extend({ countyCode: CountyCode.optional() }),
  output: z.object({ scopes: z.array(Scope), next: Id.nullable() }),
  refusals: [],
})
export const readScope = route({
  method: 'GET',
  path: '/oversight/scopes/:id',
  action: 'oversight.read-scopes',
  input: z.object({ id: Id }),
  output: ScopeWhole,
  refusals: ['platform.not-found'],
})
/** The governorate asks for work in its county; with the letter, the items, their milestones and what is handed in at each. It does not change afterwards. */
export const openScope = route({
  method: 'POST',
  path: '/oversight/scopes',
  action: 'oversight.open-scope',
  input: Letter.extend({
    id: Id,
    countyCode: CountyCode,
    organisationId: Id,
    title: text({ min: 3, max: 160 }),
    startsOn: Day,
    endsOn: Day,
    items: z
      .array(
        z.object({
          id: Id,
          title: text({ min: 3, max: 160 }),
          unit: text({ max: 40 }),
          quantity: Quantity,
          milestones: z
            .array(
              z.object({
                id: Id,
                quantity: Quantity,
                dueOn: Day,
                deliverables: z
                  .array(z.object({ id: Id, title: text({ min: 3, max: 160 }) }))
                  .min(1)
                  .max(MOST_DELIVERABLES),
              }),
            )
            .min(1)
            .max(12),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: ScopeWhole,
  refusals: [
    'oversight.not-own-county',
    'oversight.not-an-executor',
    'oversight.scope-period',
    'oversight.letter-ahead',
    'oversight.milestone-outside-scope',
    'oversight.milestones-do-not-add-up',
  ],
  subject: ({ id, countyCode, organisationId }) => ({ type: 'scope', id, countyCode, organisationId }),
})
