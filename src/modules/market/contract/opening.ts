import { z } from 'zod'
import { Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Asks } from '../../matching/contract/opportunities.ts'

/** Whether an order is open to women through matching, and how many of those who said yes are put forward for it. */
export const OrderOpening = z
  .object({
    opportunityId: Id.nullable(),
    places: z.number().int(),
    taken: z.number().int(),
    /** Said yes, and not put forward yet. */
    waiting: z.number().int(),
  })
  .meta({ id: 'OrderOpening' })
export type OrderOpening = z.infer<typeof OrderOpening>

export const readOpening = route({
  method: 'GET',
  path: '/market/orders/:id/opening',
  action: 'market.split',
  input: z.object({ id: Id }),
  output: OrderOpening,
  refusals: ['platform.not-found'],
})
/** Opens places of an order to women: the next run of matching proposes, guides look, and each says yes or no. */
export const openOrderToWomen = route({
  method: 'POST',
  path: '/market/orders/:id/opening',
  action: 'market.split',
  input: Asks.extend({ id: Id, opportunityId: Id }),
  output: OrderOpening,
  refusals: [
    'platform.not-found',
    'market.order-not-open',
    'matching.order-open-already',
    'matching.weekly-without-unit',
    'matching.ends-before-start',
    'matching.field-unknown',
  ],
  subject: ({ opportunityId }) => ({ type: 'opportunity', id: opportunityId }),
})
/** Puts forward those who said yes, stand at work and have goods of the field; the others wait for their guides. */
export const takeAccepted = route({
  method: 'POST',
  path: '/market/orders/:id/accepted',
  action: 'market.split',
  input: z.object({ id: Id }),
  output: OrderOpening,
  refusals: ['platform.not-found', 'market.order-not-open', 'market.nobody-accepted'],
  subject: ({ id }) => ({ type: 'order', id }),
})
