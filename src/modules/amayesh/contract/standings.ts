import { z } from 'zod'
import { Day } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode } from '../../occupations/contract.ts'
import { CountyCode } from '../../territory/contract.ts'
import { standings } from '../rules/cell.ts'

/** How an occupation stands in a county, for whoever plans work with a woman: no number, no buyer, no home. */
export const Standing = z
  .object({
    fieldCode: FieldCode,
    nameFa: z.string(),
    nameEn: z.string(),
    standing: z.enum(standings),
    /** New training places of it wait. */
    isBraked: z.boolean(),
    isOneBuyer: z.boolean(),
    isOffered: z.boolean(),
    /** The study that offers it there, and whether it did so knowing that the brake was on. */
    study: z.object({ source: z.string(), why: z.string(), isDespite: z.boolean() }).nullable(),
  })
  .meta({ id: 'OccupationStanding' })
export type Standing = z.infer<typeof Standing>
/** Every occupation in which something is wanted, made or offered in a county; nobody wants or makes what is not in it. */
export const readStandings = route({
  method: 'GET',
  path: '/amayesh/standings',
  action: 'amayesh.read-standing',
  input: z.object({ countyCode: CountyCode }),
  output: z.object({ on: Day, standings: z.array(Standing) }),
  refusals: ['platform.not-found'],
})
