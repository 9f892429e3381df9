import { z } from 'zod'
import { Day } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode } from '../../occupations/contract.ts'
import { CountyCode } from '../../territory/contract.ts'

/** When in the year an occupation is wanted, in a place. */
export const Season = z
  .object({
    /** Whole Jalali months seen, from its first order on. */
    months: z.number().int(),
    /** From Farvardin to Esfand: orders of the month ÷ those of a month on average; null while something is lacking. */
    indices: z.array(z.number()).nullable(),
    lacks: z.enum(['orders', 'months']).nullable(),
  })
  .meta({ id: 'Season' })
export type Season = z.infer<typeof Season>
/** The season of one occupation in the province and in a county, by orders of three years, and the occupations that are wanted when it is not. */
export const readSeason = route({
  method: 'GET',
  path: '/amayesh/season',
  action: 'amayesh.read',
  input: z.object({ countyCode: CountyCode, fieldCode: FieldCode }),
  output: z.object({
    on: Day,
    /** Orders from this day on are read: three years, or less where there were too many. */
    since: Day,
    province: Season,
    county: Season,
    complements: z.array(z.object({ fieldCode: FieldCode, nameFa: z.string(), nameEn: z.string() })),
  }),
  refusals: ['platform.not-found'],
})
