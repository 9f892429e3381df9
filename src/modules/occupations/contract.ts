import { z } from 'zod'
import { Day, Id, maybeText, text, Version } from '../../platform/fields.ts'
import { route } from '../../platform/route.ts'
import { CountyCode } from '../territory/contract.ts'

export const tradeGroups = [
  'handicraft',
  'handwoven-carpet',
  'apparel',
  'food',
  'fisheries',
  'livestock',
  'agriculture',
  'industry',
  'services',
  'digital',
  'culture',
] as const
export const TradeGroup = z.enum(tradeGroups)
/** What a licence needs beside the agency’s word: nothing, or the health, veterinary, culture or welfare body («ستاره‌دار»). */
export const PermitClass = z.enum([
  'standard',
  'starred-health',
  'starred-veterinary',
  'starred-culture',
  'starred-welfare',
  'not-required',
])
export type PermitClass = z.infer<typeof PermitClass>
/** How she works: for herself, with a licensed supporter, by the piece, or in a cooperative. */
export const RelationPattern = z.enum(['independent', 'supported', 'piecework', 'cooperative'])
export type RelationPattern = z.infer<typeof RelationPattern>
export const FieldCode = z.string().regex(/^[A-Z]{2}\d{3,6}$/)

export const OccupationField = z
  .object({
    code: FieldCode,
    nameFa: z.string(),
    nameEn: z.string(),
    tradeGroup: TradeGroup,
    leadAgency: z.string(),
    permitClass: PermitClass,
    isco08: z.string(),
    relationPatterns: z.array(RelationPattern),
    /** Jalali months of the season, 1–12; empty means the whole year. */
    seasonMonths: z.array(z.number().int()),
    /** Whether a source names the practice, or it rests on general knowledge until the working group confirms it. */
    evidence: z.enum(['source', 'knowledge']),
    /** Counties in which the draft says that it is practised. */
    practisedIn: z.array(CountyCode),
  })
  .meta({ id: 'OccupationField' })
export type OccupationField = z.infer<typeof OccupationField>
export const Edition = z.object({ code: z.string(), title: z.string(), source: z.string(), isOfficial: z.boolean(), inForceFrom: Day })

/** The list in force: the newest edition whose day has come. Search forgives spelling (ي ك, half-spaces). */
export const listFields = route({
  method: 'GET',
  path: '/occupations/fields',
  action: 'occupations.read',
  input: z.object({ search: z.string().max(80).optional(), tradeGroup: TradeGroup.optional(), permitClass: PermitClass.optional() }),
  output: z.object({ edition: Edition, fields: z.array(OccupationField) }),
  refusals: ['platform.not-found'],
})
export const Offer = z.object({
  id: Id,
  countyCode: CountyCode,
  fieldCode: FieldCode,
  why: z.string(),
  source: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  letterNumber: z.string().nullable(),
  letterDate: Day.nullable(),
  version: z.number().int(),
})
export type Offer = z.infer<typeof Offer>
export const readField = route({
  method: 'GET',
  path: '/occupations/fields/:code',
  action: 'occupations.read',
  input: z.object({ code: FieldCode }),
  output: z.object({ edition: Edition, field: OccupationField, offers: z.array(Offer) }),
  refusals: ['platform.not-found'],
})
export const ChainStep = z.object({
  place: z.number().int(),
  nameFa: z.string(),
  nameEn: z.string(),
  isMissingLink: z.boolean(),
  note: z.string().nullable(),
})
/** Value chains from raw material to buyer, with the link that is missing in the province. */
export const listChains = route({
  method: 'GET',
  path: '/occupations/chains',
  action: 'occupations.read',
  input: z.object({}),
  output: z.object({
    chains: z.array(z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string(), steps: z.array(ChainStep) })),
  }),
  refusals: [],
})
/** What is offered on a day (today), in one county or in all. */
export const listOffers = route({
  method: 'GET',
  path: '/occupations/offers',
  action: 'occupations.read',
  input: z.object({ countyCode: CountyCode.optional(), on: Day.optional() }),
  output: z.object({ on: Day, offers: z.array(Offer.extend({ nameFa: z.string(), nameEn: z.string(), permitClass: PermitClass })) }),
  refusals: [],
})
/** A field offered in a county from a day on: with the reason and where the reason comes from (a study, an order, a letter). */
export const offerField = route({
  method: 'POST',
  path: '/occupations/offers',
  action: 'occupations.offer',
  input: z
    .object({
      id: Id,
      countyCode: CountyCode,
      fieldCode: FieldCode,
      why: text({ min: 5, max: 500 }),
      source: text({ min: 3, max: 200 }),
      validFrom: Day,
      letterNumber: maybeText(60),
      letterDate: Day.nullable(),
    })
    .refine(({ letterNumber, letterDate }) => (letterNumber === null) === (letterDate === null), 'occupations.letter-half'),
  output: Offer,
  refusals: ['occupations.unknown-field', 'occupations.unknown-county', 'occupations.already-offered'],
  subject: ({ id, countyCode }) => ({ type: 'offer', id, countyCode }),
})
/** Ends an offer; who already works in the field keeps working. */
export const endOffer = route({
  method: 'POST',
  path: '/occupations/offers/:id/end',
  action: 'occupations.offer',
  input: z.object({ id: Id, validTo: Day, version: Version }),
  output: Offer,
  refusals: ['platform.not-found', 'platform.version-stale', 'occupations.offer-ended', 'occupations.dates-reversed'],
  subject: ({ id }, output) => ({ type: 'offer', id, countyCode: output.countyCode }),
})
