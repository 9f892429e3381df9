import { z } from 'zod'
import { Day, Id, Letter, wholeNumber } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'

/** A month of the Jalali year: 1405-08. */
export const Month = z.string().regex(/^1[34]\d\d-(0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof Month>

/** Prices of a month: hundredths of a point, where the prices of the base year stand at one hundred points. */
export const PriceIndex = z
  .object({
    id: Id,
    month: Month,
    baseYear: z.number().int(),
    /** The first that was entered for a month is 1; each correction is one more, and the highest holds. */
    edition: z.number().int(),
    hundredths: z.number().int(),
    letterNumber: z.string(),
    letterDate: Day,
  })
  .meta({ id: 'PriceIndex' })
export type PriceIndex = z.infer<typeof PriceIndex>
/** Every edition of the last ten years, newest month first, with the month in whose rials real income is said. */
export const readPriceIndex = route({
  method: 'GET',
  path: '/outcomes/price-index',
  action: 'outcomes.read-price-index',
  input: z.object({}),
  output: z.object({ indices: z.array(PriceIndex), baseMonth: Month }),
  refusals: [],
})
/** A month as its letter says, or a correction of it: `after` is the edition the writer saw, 0 for a month that was not there. */
export const enterPriceIndex = route({
  method: 'POST',
  path: '/outcomes/price-index',
  action: 'outcomes.enter-price-index',
  input: Letter.extend({
    id: Id,
    month: Month,
    baseYear: wholeNumber(1300, 1499),
    after: wholeNumber(0, 1000),
    hundredths: wholeNumber(1, 100_000_000),
  }),
  output: PriceIndex,
  refusals: ['outcomes.month-not-over', 'outcomes.price-index-changed-meanwhile'],
  subject: ({ id }) => ({ type: 'price-index', id }),
})
