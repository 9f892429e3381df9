import { z } from 'zod'
import { route } from '../../platform/route.ts'

export const DivisionLevel = z.enum(['province', 'county', 'district', 'city', 'rural-district', 'settlement'])
export type DivisionLevel = z.infer<typeof DivisionLevel>
/** Official code of a county, four digits (1803 is Dashtestan). */
export const CountyCode = z.string().regex(/^\d{4}$/)
export const DivisionCode = z.string().regex(/^\d{2,10}$/)

export const Division = z
  .object({
    code: DivisionCode,
    level: DivisionLevel,
    parentCode: DivisionCode.nullable(),
    nameFa: z.string(),
    nameEn: z.string().nullable(),
  })
  .meta({ id: 'Division' })
export type Division = z.infer<typeof Division>

/** Divisions of one level, or below one parent; a province holds a few hundred, settlements are always asked by parent. */
export const listDivisions = route({
  method: 'GET',
  path: '/territory/divisions',
  action: 'territory.read',
  input: z.object({ level: DivisionLevel.optional(), parentCode: DivisionCode.optional() }),
  output: z.object({ divisions: z.array(Division) }),
  refusals: [],
})
/** The official boundaries, when someone has loaded them; an empty collection otherwise. */
export const readBoundaries = route({
  method: 'GET',
  path: '/territory/boundaries',
  action: 'territory.read',
  input: z.object({}),
  output: z.object({ source: z.string().nullable(), boundaries: z.array(z.object({ code: DivisionCode, geometry: z.unknown() })) }),
  refusals: [],
})
