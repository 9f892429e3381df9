import { z } from 'zod'
import { Day, FileBytes, Id, PAPER_REFUSALS, PICTURE_UPLOAD, text, Version, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

export const ProductUnit = z.enum(['piece', 'set', 'kilogram', 'litre', 'metre', 'square-metre', 'pack', 'hour'])
export type ProductUnit = z.infer<typeof ProductUnit>
const MOST_RIAL = 999_999_999_999
/** How much a week: what she says, what a test lot showed, what she delivered of late. */
export const Weekly = z.object({
  declared: z.number().int(),
  tested: z.number().int().nullable(),
  testedOn: Day.nullable(),
  achieved: z.number().int().nullable(),
  achievedOn: Day.nullable(),
})
export type Weekly = z.infer<typeof Weekly>
export const Price = z.object({
  validFrom: Day,
  /** Whole rials, for one unit. */
  priceRial: z.number().int(),
  costRial: z.number().int().nullable(),
})
export type Price = z.infer<typeof Price>
const ProductFields = z.object({
  name: text({ min: 2, max: 80 }),
  unit: ProductUnit,
  /** Jalali months in which it is made, 1–12; empty means the whole year. */
  seasonMonths: z.array(wholeNumber(1, 12)).max(12),
  weeklyDeclared: wholeNumber(1, 100_000),
})
export const Product = z
  .object({
    id: Id,
    businessId: Id,
    name: z.string(),
    unit: ProductUnit,
    seasonMonths: z.array(z.number().int()),
    isOffered: z.boolean(),
    weekly: Weekly,
    /** Newest first; the first whose day has come holds. */
    prices: z.array(Price),
    photos: z.array(Id),
    /** Since when buyers and citizens see it, by her word; null where she gave none. */
    shownOn: Day.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'BusinessProduct' })
export type Product = z.infer<typeof Product>
const HerHub = z.object({ id: Id, name: z.string(), collectionPoint: z.string(), joinedOn: Day })
export const HerProducts = z.object({
  products: z.array(Product),
  /** Mondays of the weeks in which nothing is asked of her, from this week on. */
  blockedWeeks: z.array(Day),
  /** The coming weeks by their Monday, this one first. */
  weeks: z.array(Day),
  hub: HerHub.nullable(),
})
export type HerProducts = z.infer<typeof HerProducts>

export const readHerProducts = route({
  method: 'GET',
  path: '/businesses/:businessId/products',
  action: 'businesses.read',
  input: z.object({ businessId: Id }),
  output: HerProducts,
  refusals: ['platform.not-found'],
})
export const addProduct = route({
  method: 'POST',
  path: '/businesses/:businessId/products',
  action: 'businesses.keep-products',
  input: ProductFields.extend({ businessId: Id, id: Id }),
  output: HerProducts,
  refusals: ['platform.not-found', 'businesses.business-ended', 'businesses.too-many-products'],
  subject: ({ id }) => ({ type: 'product', id }),
})
export const changeProduct = route({
  method: 'PUT',
  path: '/businesses/products/:id',
  action: 'businesses.keep-products',
  input: ProductFields.extend({ id: Id, isOffered: z.boolean(), version: Version }),
  output: HerProducts,
  refusals: ['platform.not-found', 'platform.version-stale'],
  subject: ({ id }) => ({ type: 'product', id }),
})
/** A price with its day. The price of a day is set once more by naming the day again; what has passed is not written anew. */
export const setPrice = route({
  method: 'POST',
  path: '/businesses/products/:id/prices',
  action: 'businesses.keep-products',
  input: z.object({
    id: Id,
    validFrom: Day,
    priceRial: wholeNumber(1, MOST_RIAL),
    costRial: wholeNumber(0, MOST_RIAL).nullable(),
  }),
  output: HerProducts,
  refusals: ['platform.not-found', 'businesses.price-backdated'],
  subject: ({ id }) => ({ type: 'product', id }),
})
/** What a test lot showed, counted by her guide or by whoever runs the market of her county. */
export const testCapacity = route({
  method: 'POST',
  path: '/businesses/products/:id/test',
  action: 'businesses.test-capacity',
  input: z.object({ id: Id, tested: wholeNumber(0, 100_000), testedOn: Day, version: Version }),
  output: z.object({ weekly: Weekly, version: z.number().int() }),
  refusals: ['platform.not-found', 'platform.version-stale', 'businesses.test-ahead'],
  subject: ({ id }) => ({ type: 'product', id }),
})
/** A picture of the goods: JPEG or PNG by content, drawn anew without what the camera wrote into it, sealed under her key. */
export const addPhoto = route({
  method: 'POST',
  path: '/businesses/products/:id/photos',
  action: 'businesses.keep-products',
  input: z.object({ id: Id, photoId: Id }),
  output: HerProducts,
  refusals: [
    'platform.not-found',
    ...PAPER_REFUSALS,
    'businesses.photo-no-picture',
    'businesses.photo-already',
    'businesses.too-many-photos',
  ],
  upload: PICTURE_UPLOAD,
  subject: ({ id }) => ({ type: 'product', id }),
})
export const readPhoto = route({
  method: 'GET',
  path: '/businesses/products/:id/photos/:photoId',
  action: 'businesses.read-photo',
  input: z.object({ id: Id, photoId: Id }),
  output: FileBytes,
  refusals: ['platform.not-found'],
  download: true,
})
/** Blocks a week, or frees it. No reason is asked. */
export const blockWeek = route({
  method: 'PUT',
  path: '/businesses/:businessId/blocked-weeks/:week',
  action: 'businesses.keep-products',
  input: z.object({ businessId: Id, week: Day, isBlocked: z.boolean() }),
  output: HerProducts,
  refusals: ['platform.not-found', 'businesses.week-not-monday', 'businesses.week-past'],
  subject: ({ businessId }) => ({ type: 'business', id: businessId }),
})
/** What is made in the counties of the reader, without whose it is. */
export const listProducts = route({
  method: 'GET',
  path: '/businesses/products',
  action: 'businesses.read-products',
  input: z.object({}),
  output: z.object({
    products: z.array(
      Product.omit({ businessId: true, shownOn: true }).extend({
        countyCode: z.string(),
        fieldNameFa: z.string(),
        fieldNameEn: z.string(),
      }),
    ),
  }),
  refusals: [],
})
