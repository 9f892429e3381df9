import { z } from 'zod'
import { Day, Id, maybeText, Page, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { bases, loweredReasons } from '../rules/capacity.ts'
import { LotState, OrderState } from './states.ts'

const MOST_PIECES = 1_000_000
const Pieces = wholeNumber(1, MOST_PIECES)
/** Rial for one piece; the buyer's price, before anything is taken off. */
const Rate = z.number().int().min(1).max(100_000_000_000)
/** Who brings the material, and who bears what was spoiled though she worked as asked. */
export const bearers = ['buyer', 'her'] as const
export const Bearer = z.enum(bearers)

/** The letter by which the office lets an order be offered below the floor. */
export const FloorException = z.object({ letterNumber: z.string(), letterDate: Day, reason: z.string() })
export const Order = z
  .object({
    id: Id,
    organisationId: Id,
    buyerName: z.string(),
    countyCode: CountyCode,
    pledgeId: Id.nullable(),
    /** How much of the pledge it called, in the pledge's unit. */
    calledQuantity: z.number().int().nullable(),
    title: z.string(),
    unit: z.string(),
    quantity: z.number().int(),
    /** Pieces in lots that were offered and not given back. */
    placed: z.number().int(),
    left: z.number().int(),
    rateRial: z.number().int(),
    /** What she herself spends on one piece: power, the way, small material. */
    costsRial: z.number().int(),
    minutesPerPiece: z.number().int().nullable(),
    /** Rial an hour of work brings after what she spends; null while nobody measured. */
    hourlyRial: z.number().int().nullable(),
    /** Rial for an hour below which no lot is offered, today in its county; null while no letter says. */
    floorRial: z.number().int().nullable(),
    floorException: FloorException.nullable(),
    materialBy: Bearer,
    spoiledBy: Bearer,
    smallestLot: z.number().int(),
    paymentDays: z.number().int(),
    answerBy: Day,
    deliverBy: Day,
    state: OrderState,
    stateSince: Day,
    documentNumber: z.string().nullable(),
    documentDate: Day.nullable(),
    reason: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'MarketOrder' })
export type Order = z.infer<typeof Order>

export const listOrders = route({
  method: 'GET',
  path: '/market/orders',
  action: 'market.read-orders',
  input: Page.extend({ state: OrderState.optional(), countyCode: CountyCode.optional() }),
  output: z.object({ orders: z.array(Order), next: Id.nullable() }),
  refusals: [],
})
export const readOrder = route({
  method: 'GET',
  path: '/market/orders/:id',
  action: 'market.read-orders',
  input: z.object({ id: Id }),
  output: Order,
  refusals: ['platform.not-found'],
})
/** A demand call: what a named buyer wants, until when, at what price and terms. From a pledge it takes so much of the promise. */
export const callOrder = route({
  method: 'POST',
  path: '/market/orders',
  action: 'market.call',
  input: z.object({
    id: Id,
    countyCode: CountyCode,
    organisationId: Id,
    pledgeId: Id.nullable(),
    calledQuantity: Pieces.nullable(),
    title: text({ min: 3, max: 160 }),
    unit: text({ min: 1, max: 40 }),
    quantity: Pieces,
    rateRial: Rate,
    costsRial: z.number().int().min(0).max(100_000_000_000),
    minutesPerPiece: wholeNumber(1, 10_000).nullable(),
    materialBy: Bearer,
    spoiledBy: Bearer,
    smallestLot: Pieces,
    paymentDays: wholeNumber(1, 365),
    deliverBy: Day,
    /** The request it answers, on the version that was seen; none for a call the operator begins. */
    request: z.object({ id: Id, version: Version }).nullable().default(null),
  }),
  output: Order,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'market.no-such-order-request-move',
    'market.request-elsewhere',
    'market.not-own-county',
    'market.not-a-buyer',
    'market.pledge-not-of-buyer',
    'market.pledge-elsewhere',
    'market.called-without-pledge',
    'market.smallest-above-order',
    'market.costs-above-rate',
    'market.deliver-in-the-past',
    'partners.pledge-spent',
  ],
  subject: ({ id, organisationId, countyCode }) => ({ type: 'order', id, organisationId, countyCode }),
})
const Answered = z.object({ id: Id, version: Version })
const about = ({ id }: { readonly id: string }, { organisationId, countyCode }: Order) => ({
  type: 'order',
  id,
  organisationId,
  countyCode,
})
/** The buyer takes the call on, by the number and date of its own paper. The operator may write down the paper of a buyer without an account. */
export const confirmOrder = route({
  method: 'POST',
  path: '/market/orders/:id/confirm',
  action: 'market.answer-call',
  input: Answered.extend({ documentNumber: text({ max: 60 }), documentDate: Day }),
  output: Order,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.no-such-order-move'],
  subject: about,
})
/** The buyer says no; what was called goes back to its pledge. */
export const refuseOrder = route({
  method: 'POST',
  path: '/market/orders/:id/refuse',
  action: 'market.answer-call',
  input: Answered.extend({ reason: text({ min: 5, max: 400 }) }),
  output: Order,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.no-such-order-move', 'partners.pledge-spent'],
  subject: about,
})

/** What a test lot showed: so many minutes for a piece. Terms already offered stay as they are. */
export const measureOrder = route({
  method: 'POST',
  path: '/market/orders/:id/minutes',
  action: 'market.measure',
  input: Answered.extend({ minutesPerPiece: wholeNumber(1, 10_000) }),
  output: Order,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.order-ended'],
  subject: about,
})
/** The office lets an order be offered below the floor, by a letter it signed. Whoever reads the terms to her says so. */
export const exceptFromFloor = route({
  method: 'POST',
  path: '/market/orders/:id/floor-exception',
  action: 'market.except-floor',
  input: Answered.extend({ letterNumber: text({ max: 60 }), letterDate: Day, reason: text({ min: 5, max: 400 }) }),
  output: Order,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.order-ended', 'market.letter-ahead'],
  subject: about,
})

/** A home put forward for an order by her guide. What she makes is read from her goods as it stands now. */
export const HomeForward = z
  .object({
    id: Id,
    orderId: Id,
    caseId: Id,
    /** Her first name for the operator of her county, her name for her guide. */
    name: z.string().nullable(),
    countyCode: z.string(),
    /** Pieces in a week, and how that is known; nothing when her business rests or the goods are no longer offered. */
    weekly: z.number().int(),
    basis: z.enum(bases).nullable(),
    /** What her guide took it down to; null where what is known stands. */
    loweredTo: z.number().int().nullable(),
    /** What she can make until the order is due, without the weeks she blocked. */
    capacity: z.number().int(),
    hub: z.string().nullable(),
    turn: z.number().int(),
    /** The lot she was offered from it; null when none. */
    lotState: LotState.nullable(),
  })
  .meta({ id: 'HomeForward' })
export type HomeForward = z.infer<typeof HomeForward>
export const listHomes = route({
  method: 'GET',
  path: '/market/orders/:id/homes',
  action: 'market.read-homes',
  input: z.object({ id: Id }),
  output: z.object({ homes: z.array(HomeForward) }),
  refusals: ['platform.not-found'],
})
export const putForward = route({
  method: 'POST',
  path: '/market/orders/:id/homes',
  action: 'market.put-forward',
  input: z.object({
    id: Id,
    homeId: Id,
    caseId: Id,
    /** What of her goods the order is for. */
    productId: Id,
    loweredTo: wholeNumber(1, 100_000).nullable(),
    loweredReason: z.enum(loweredReasons).nullable(),
    /** Where her pieces are collected; left empty, the collection point of the hub her business belongs to. */
    hub: maybeText(60),
  }),
  output: HomeForward,
  refusals: [
    'platform.not-found',
    'enrolment.file-joined',
    'market.order-not-open',
    'market.not-at-work',
    'market.goods-not-hers',
    'market.lowered-above',
    'market.lowered-without-reason',
    'market.put-forward-already',
  ],
  subject: ({ homeId, caseId }) => ({ type: 'home', id: homeId, caseId }),
})
/** A proposal of lots over the homes put forward: within what each can make, never above the order, turn by turn (rules/split.ts). Nothing is written. */
export const proposeSplit = route({
  method: 'GET',
  path: '/market/orders/:id/split',
  action: 'market.split',
  input: z.object({ id: Id }),
  output: z.object({
    shares: z.array(z.object({ homeId: Id, quantity: z.number().int() })),
    placed: z.number().int(),
    unplaced: z.number().int(),
    hubs: z.array(z.string()),
  }),
  refusals: ['platform.not-found', 'market.order-not-open'],
})
/** Offers lots to homes: each with the terms of the order as they stand now. All of them or none. */
export const offerLots = route({
  method: 'POST',
  path: '/market/orders/:id/lots',
  action: 'market.split',
  input: z.object({
    id: Id,
    version: Version,
    shares: z
      .array(z.object({ lotId: Id, homeId: Id, quantity: Pieces }))
      .min(1)
      .max(600),
  }),
  output: Order,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'market.order-not-open',
    'market.above-order',
    'market.above-capacity',
    'market.below-smallest-lot',
    'market.below-floor',
    'market.not-measured',
    'plan.parameter-missing',
    'market.home-twice',
    'market.home-has-lot',
  ],
  subject: about,
})
