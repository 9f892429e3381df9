import { z } from 'zod'
import { Day, Id, maybeText, Page, Phone, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'
import { OrderRequestState, requestDesks } from './states.ts'

const PersonKind = z.enum(['natural', 'legal'])
/** The number as it was told, with or without its dashes, in any digits. */
const Tracking = z
  .string()
  .max(40)
  .transform((typed) => asciiDigits(typed).replaceAll(/\D/g, ''))
  .pipe(z.string().length(9))
  .transform((digits) => `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`)

/** An order asked for by whoever saw goods that stand open: no account, and not a word of whose goods they are. */
export const requestOrder = route({
  method: 'POST',
  path: '/market/order-requests',
  action: 'market.request-order',
  input: z.object({
    id: Id,
    goodsId: Id,
    personKind: PersonKind,
    name: text({ min: 3, max: 160 }),
    phone: Phone,
    quantity: wholeNumber(1, 1_000_000),
    wantedOn: z.union([z.literal('').transform(() => null), z.null(), Day]),
    message: maybeText(1000),
  }),
  output: z.object({ id: Id, number: z.string(), goodsName: z.string(), answerBy: Day }),
  refusals: ['market.goods-not-open', 'market.wanted-in-the-past', 'market.too-many-order-requests', 'plan.parameter-missing'],
  mostFromOneAddress: 20,
  subject: ({ id }) => ({ type: 'order-request', id }),
})
/** Where a request stands, for whoever holds its number and its telephone. A wrong number and a wrong telephone are answered alike. */
export const readOrderRequestState = route({
  method: 'POST',
  path: '/market/order-requests/state',
  action: 'market.request-order',
  input: z.object({ number: Tracking, phone: Phone }),
  output: z.object({
    number: z.string(),
    goodsName: z.string(),
    quantity: z.number().int(),
    unit: z.string(),
    state: OrderRequestState,
    since: Day,
    answerBy: Day,
    reason: z.string().nullable(),
  }),
  refusals: ['market.order-request-unknown'],
  mostFromOneAddress: 30,
})
export const OrderRequest = z
  .object({
    id: Id,
    number: z.string(),
    countyCode: CountyCode,
    goodsName: z.string(),
    unit: z.string(),
    quantity: z.number().int(),
    wantedOn: Day.nullable(),
    personKind: PersonKind,
    /** Name, telephone and words of whoever asks; null once they were let go. */
    name: z.string().nullable(),
    phone: z.string().nullable(),
    message: z.string().nullable(),
    state: OrderRequestState,
    since: Day,
    receivedOn: Day,
    answerBy: Day,
    /** With the operator of its county; with the office where there is none, or where its day has passed. */
    desk: z.enum(requestDesks),
    /** What the two readers of the office made of the buyer; null while it does not lie with them. */
    office: z.enum(['received', 'admitted', 'refused']).nullable(),
    organisationId: Id.nullable(),
    orderId: Id.nullable(),
    reason: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OrderRequest' })
export type OrderRequest = z.infer<typeof OrderRequest>
export const listOrderRequests = route({
  method: 'GET',
  path: '/market/order-requests',
  action: 'market.read-order-requests',
  input: Page.extend({ state: OrderRequestState.optional() }),
  output: z.object({ requests: z.array(OrderRequest), next: Id.nullable() }),
  refusals: [],
  logged: true,
})
const Answered = z.object({ id: Id, version: Version })
const about = ({ id }: { readonly id: string }, { countyCode }: OrderRequest) => ({ type: 'order-request', id, countyCode })
/** A buyer nobody knows yet is put before the two readers of the office, as if it had answered the public call. */
export const introduceBuyer = route({
  method: 'POST',
  path: '/market/order-requests/:id/introduce',
  action: 'market.answer-order-request',
  input: Answered,
  output: OrderRequest,
  refusals: [
    'platform.not-found',
    'platform.version-stale',
    'market.no-such-order-request-move',
    'market.request-with-operator',
    'plan.parameter-missing',
  ],
  subject: about,
})
/** No, with a reason that whoever asked reads under the number. */
export const declineOrderRequest = route({
  method: 'POST',
  path: '/market/order-requests/:id/decline',
  action: 'market.answer-order-request',
  input: Answered.extend({ reason: text({ min: 5, max: 400 }) }),
  output: OrderRequest,
  refusals: ['platform.not-found', 'platform.version-stale', 'market.no-such-order-request-move', 'market.request-with-operator'],
  subject: about,
})
