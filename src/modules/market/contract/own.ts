import { z } from 'zod'
import { Day, Id, maybeText, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { LotState } from './states.ts'

/** A lot as its buyer sees it: code, county, stage and what the buyer owes for it. No name, file or home. */
export const OwnLot = z
  .object({
    orderId: Id,
    code: z.string(),
    countyCode: z.string(),
    quantity: z.number().int(),
    /** Good pieces, and those that spoiled at the buyer's cost: what is taken and paid. Nothing before the pieces were delivered. */
    pieces: z.number().int().nullable(),
    state: LotState,
    stateSince: Day,
    /** What the buyer has not paid yet, to the collection point or to her. */
    payableRial: z.number().int(),
    payBy: Day.nullable(),
    daysLate: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'OwnLot' })
export type OwnLot = z.infer<typeof OwnLot>
const OwnLots = z.object({ lots: z.array(OwnLot) })
export const listOwnLots = route({
  method: 'GET',
  path: '/market/orders/:id/own-lots',
  action: 'market.read-own-lots',
  input: z.object({ id: Id }),
  output: OwnLots,
  refusals: ['platform.not-found'],
})
/** The buyer says that it took the pieces: from this day the payment runs. The operator may write down the receipt of a buyer without an account. */
export const acceptOwnCollection = route({
  method: 'POST',
  path: '/market/orders/:id/own-lots/:code/collection',
  action: 'market.accept-own',
  input: z.object({ id: Id, code: z.string().max(20), version: Version, entryId: Id, paperNumber: maybeText(60) }),
  output: OwnLots,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.no-such-lot-move'],
  subject: ({ id }) => ({ type: 'order', id }),
})
