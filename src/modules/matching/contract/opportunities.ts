import { z } from 'zod'
import { Day, Id, Page, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { ProductUnit } from '../../businesses/contract/products.ts'
import { FieldCode } from '../../occupations/contract.ts'
import { CountyCode } from '../../territory/contract.ts'
import { OpportunityState } from './states.ts'

const MOST_PLACES = 2_000
const BEST_DEGREE = 5
const MOST_WEEKLY = 100_000
/** What an opportunity asks of whoever takes it; what is left out is not asked. */
export const Asks = z.object({
  fieldCode: FieldCode,
  places: wholeNumber(1, MOST_PLACES),
  /** Degree of the tested craft level, 1 to 5. */
  leastCraft: wholeNumber(1, BEST_DEGREE).nullable(),
  /** Pieces a week in the unit, tested or achieved; never only declared. */
  leastWeekly: wholeNumber(1, MOST_WEEKLY).nullable(),
  unit: ProductUnit.nullable(),
  needsPermit: z.boolean(),
  startsOn: Day,
  endsOn: Day,
})
export const Opportunity = z
  .object({
    id: Id,
    countyCode: CountyCode,
    organisationId: Id,
    organisationName: z.string(),
    source: z.enum(['pledge', 'order']),
    sourceId: Id,
    title: z.string(),
    ...Asks.shape,
    fieldTitle: z.string(),
    leastCraft: z.number().int().nullable(),
    leastWeekly: z.number().int().nullable(),
    places: z.number().int(),
    /** Places women said yes to. */
    taken: z.number().int(),
    left: z.number().int(),
    state: OpportunityState,
    stateSince: Day,
    reason: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Opportunity' })
export type Opportunity = z.infer<typeof Opportunity>

export const listOpportunities = route({
  method: 'GET',
  path: '/matching/opportunities',
  action: 'matching.read-opportunities',
  input: Page.extend({ state: OpportunityState.optional(), countyCode: CountyCode.optional() }),
  output: z.object({ opportunities: z.array(Opportunity), next: Id.nullable() }),
  refusals: [],
})
export const readOpportunity = route({
  method: 'GET',
  path: '/matching/opportunities/:id',
  action: 'matching.read-opportunities',
  input: z.object({ id: Id }),
  output: Opportunity,
  refusals: ['platform.not-found'],
})
/** Opens places out of an open pledge and calls so much of it. What a pledge promises to buy becomes an order first, and its opportunity comes from there. */
export const openFromPledge = route({
  method: 'POST',
  path: '/matching/opportunities',
  action: 'matching.open-opportunity',
  input: z.object({
    id: Id,
    countyCode: CountyCode,
    pledgeId: Id,
    calledQuantity: wholeNumber(1, 1_000_000),
    title: text({ min: 3, max: 160 }),
    ...Asks.shape,
  }),
  output: Opportunity,
  refusals: [
    'platform.not-found',
    'matching.not-own-county',
    'matching.purchase-by-order',
    'matching.pledge-elsewhere',
    'matching.weekly-without-unit',
    'matching.ends-before-start',
    'matching.field-unknown',
    'partners.pledge-spent',
  ],
  subject: ({ id, countyCode }, { organisationId }) => ({ type: 'opportunity', id, organisationId, countyCode }),
})
/** Ends it: what nobody said yes to lapses, what was called for it and not used goes back to its pledge, and who said yes keeps her place. */
export const closeOpportunity = route({
  method: 'POST',
  path: '/matching/opportunities/:id/close',
  action: 'matching.open-opportunity',
  input: z.object({ id: Id, version: Version, reason: text({ min: 5, max: 400 }) }),
  output: Opportunity,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'matching.opportunity-closed',
    'matching.of-an-order',
    'partners.pledge-spent',
  ],
  subject: ({ id }, { organisationId, countyCode }) => ({ type: 'opportunity', id, organisationId, countyCode }),
})
