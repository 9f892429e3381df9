import { z } from 'zod'
import { Day, Id, maybeText, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode, TradeGroup } from '../../occupations/contract.ts'
import { CountyCode } from '../../territory/contract.ts'

const LetterOrNone = { letterNumber: maybeText(60), letterDate: Day.nullable() }
const isWhole = ({ letterNumber, letterDate }: { readonly letterNumber: string | null; readonly letterDate: string | null }): boolean =>
  (letterNumber === null) === (letterDate === null)
/** Somebody who buys an occupation's goods in a county, as a document says: no order and no promise yet. */
export const Buyer = z
  .object({
    id: Id,
    countyCode: CountyCode,
    fieldCode: FieldCode,
    buyer: z.string(),
    monthly: z.number().int(),
    unit: z.string(),
    source: z.string(),
    letterNumber: z.string().nullable(),
    letterDate: Day.nullable(),
    validFrom: Day,
    validTo: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Buyer' })
export type Buyer = z.infer<typeof Buyer>
export const listBuyers = route({
  method: 'GET',
  path: '/amayesh/buyers',
  action: 'amayesh.read',
  input: z.object({ countyCode: CountyCode.optional() }),
  output: z.object({ buyers: z.array(Buyer) }),
  refusals: [],
})
export const addBuyer = route({
  method: 'POST',
  path: '/amayesh/buyers',
  action: 'amayesh.keep-buyer',
  input: z
    .object({
      id: Id,
      countyCode: CountyCode,
      fieldCode: FieldCode,
      buyer: text({ min: 2, max: 160 }),
      monthly: wholeNumber(1, 10_000_000),
      unit: text({ min: 1, max: 60 }),
      source: text({ min: 5, max: 300 }),
      validFrom: Day,
      ...LetterOrNone,
    })
    .refine(isWhole, 'amayesh.letter-half'),
  output: Buyer,
  refusals: ['amayesh.unknown-county', 'amayesh.not-own-county', 'amayesh.unknown-field'],
  subject: ({ id, countyCode }) => ({ type: 'buyer', id, countyCode }),
})
export const endBuyer = route({
  method: 'POST',
  path: '/amayesh/buyers/:id/end',
  action: 'amayesh.keep-buyer',
  input: z.object({ id: Id, validTo: Day, version: Version }),
  output: Buyer,
  refusals: ['platform.not-found', 'platform.version-stale', 'amayesh.dates-reversed'],
  subject: ({ id }, output) => ({ type: 'buyer', id, countyCode: output.countyCode }),
})
const LinkActor = z.object({
  id: Id,
  chainCode: z.string(),
  place: z.number().int(),
  countyCode: CountyCode,
  actor: z.string(),
  source: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  version: z.number().int(),
})
export type LinkActor = z.infer<typeof LinkActor>
/** Who does a link of a chain in a county, as a source says. */
export const addLinkActor = route({
  method: 'POST',
  path: '/amayesh/link-actors',
  action: 'amayesh.keep-figure',
  input: z.object({
    id: Id,
    chainCode: z.string().max(40),
    place: wholeNumber(1, 50),
    countyCode: CountyCode,
    actor: text({ min: 2, max: 160 }),
    source: text({ min: 5, max: 300 }),
    validFrom: Day,
  }),
  output: LinkActor,
  refusals: ['amayesh.unknown-county', 'amayesh.unknown-link'],
  subject: ({ id, countyCode }) => ({ type: 'link-actor', id, countyCode }),
})
export const endLinkActor = route({
  method: 'POST',
  path: '/amayesh/link-actors/:id/end',
  action: 'amayesh.keep-figure',
  input: z.object({ id: Id, validTo: Day, version: Version }),
  output: LinkActor,
  refusals: ['platform.not-found', 'platform.version-stale', 'amayesh.dates-reversed'],
  subject: ({ id }, output) => ({ type: 'link-actor', id, countyCode: output.countyCode }),
})
const Year = wholeNumber(1300, 1500)
/** People at work in a group of trades in a county in a Jalali year, from a source. A later row of the same place and year corrects the earlier. */
export const addFigure = route({
  method: 'POST',
  path: '/amayesh/figures',
  action: 'amayesh.keep-figure',
  input: z
    .object({
      id: Id,
      tradeGroup: TradeGroup,
      countyCode: CountyCode,
      year: Year,
      people: wholeNumber(0, 10_000_000),
      source: text({ min: 5, max: 300 }),
      ...LetterOrNone,
    })
    .refine(isWhole, 'amayesh.letter-half'),
  output: z.object({ id: Id }),
  refusals: ['amayesh.unknown-county'],
  subject: ({ id, countyCode }) => ({ type: 'figure', id, countyCode }),
})
/** Location quotients of the newest year with their intervals, and what became of each since the year before it that has figures. */
export const readAdvantage = route({
  method: 'GET',
  path: '/amayesh/advantage',
  action: 'amayesh.read',
  input: z.object({}),
  output: z.object({
    year: z.number().int().nullable(),
    before: z.number().int().nullable(),
    sources: z.array(z.string()),
    quotients: z.array(
      z.object({
        group: TradeGroup,
        county: CountyCode,
        people: z.number().int(),
        raw: z.number(),
        shrunk: z.number(),
        low: z.number(),
        high: z.number(),
        says: z.enum(['above', 'below', 'nothing']),
      }),
    ),
    shifts: z.array(
      z.object({
        group: TradeGroup,
        county: CountyCode,
        before: z.number().int(),
        after: z.number().int(),
        general: z.number().int(),
        mix: z.number().int(),
        local: z.number().int(),
      }),
    ),
  }),
  refusals: [],
})
