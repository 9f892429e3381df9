import { z } from 'zod'
import { Day, Id, maybeText, Page, Version } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { Manner } from '../../pathways/contract/exit-table.ts'
import { Bearer } from './orders.ts'
import { LotState } from './states.ts'

/** What she was offered, as it stood when it was offered: nothing of it changes afterwards. */
export const Terms = z.object({
  title: z.string(),
  unit: z.string(),
  quantity: z.number().int(),
  rateRial: z.number().int(),
  /** All of the lot at this rate. */
  wholeRial: z.number().int(),
  costsRial: z.number().int(),
  hourlyRial: z.number().int().nullable(),
  /** The floor of an hour when it was offered; null for what was offered before there was one. */
  floorRial: z.number().int().nullable(),
  materialBy: Bearer,
  spoiledBy: Bearer,
  paymentDays: z.number().int(),
  deliverBy: Day,
  hub: z.string().nullable(),
})
export type Terms = z.infer<typeof Terms>
export const Lot = z
  .object({
    id: Id,
    orderId: Id,
    /** Printed and scanned; says nothing of her. */
    code: z.string(),
    caseId: Id,
    name: z.string().nullable(),
    countyCode: z.string(),
    buyerName: z.string(),
    state: LotState,
    stateSince: Day,
    /** Until when her answer is asked for, or her pieces are due. */
    dueOn: Day.nullable(),
    /** Past its day, and nobody ended it. */
    isLate: z.boolean(),
    terms: Terms,
    readOn: Day.nullable(),
    answeredOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'MarketLot' })
export type Lot = z.infer<typeof Lot>

export const listLots = route({
  method: 'GET',
  path: '/market/lots',
  action: 'market.read-lots',
  input: Page.extend({ orderId: Id.optional(), caseId: Id.optional(), state: LotState.optional(), code: z.string().max(20).optional() }),
  output: z.object({ lots: z.array(Lot), next: Id.nullable() }),
  refusals: [],
})
export const readLot = route({
  method: 'GET',
  path: '/market/lots/:id',
  action: 'market.read-lots',
  input: z.object({ id: Id }),
  output: Lot,
  refusals: ['platform.not-found'],
})
/** The terms as sentences her guide reads to her. */
export const readTermsAloud = route({
  method: 'GET',
  path: '/market/lots/:id/terms',
  action: 'market.read-lots',
  input: z.object({ id: Id }),
  output: z.object({ sentences: z.array(z.string()) }),
  refusals: ['platform.not-found'],
})
/** How she gave her word; a fingerprint is pressed before a witness. */
const Said = z.object({ id: Id, version: Version, manner: Manner, witnessName: maybeText(80) })
const refusals = ['platform.not-found', 'platform.version-stale', 'market.no-such-lot-move', 'market.witness-missing'] as const
const about = ({ id }: { readonly id: string }, { caseId, countyCode }: Lot) => ({ type: 'lot', id, caseId, countyCode })
export const noteTermsRead = route({
  method: 'POST',
  path: '/market/lots/:id/terms-read',
  action: 'market.answer-terms',
  input: Said,
  output: Lot,
  refusals,
  subject: about,
})
/** Her yes. Before her first order she was shown the table of what may change, and goes on. */
export const acceptTerms = route({
  method: 'POST',
  path: '/market/lots/:id/accept',
  action: 'market.answer-terms',
  input: Said,
  output: Lot,
  refusals: [...refusals, 'pathways.exit-table-unseen'],
  subject: about,
})
/** Her no, at any step before her pieces were taken. It costs her nothing; the pieces go back to the order, and no one counts it. */
export const declineLot = route({
  method: 'POST',
  path: '/market/lots/:id/decline',
  action: 'market.answer-terms',
  input: Said,
  output: Lot,
  refusals: [...refusals, 'market.material-open', 'market.pieces-accepted'],
  subject: about,
})
export const Standing = z.object({ fileNumber: z.string(), countyCode: z.string(), state: LotState, days: z.number().int() })
/** Where lots stand, by file number, county and days: nothing of price, craft or place. */
export const listStandings = route({
  method: 'GET',
  path: '/market/standings',
  action: 'market.read-standings',
  input: Page.extend({ state: LotState.optional() }),
  output: z.object({ standings: z.array(Standing), next: Id.nullable() }),
  refusals: [],
})
