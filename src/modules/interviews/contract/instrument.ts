import { z } from 'zod'
import { route } from '../../../platform/route.ts'
import { degrees } from '../rules/marks.ts'
import { needs } from '../rules/result.ts'

export const Domain = z.enum(['individual', 'craft'])
export type Domain = z.infer<typeof Domain>
export const ItemCode = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40)
export const Degree = z.union(degrees.map((degree) => z.literal(degree)))
export type Degree = z.infer<typeof Degree>
export const Need = z.enum(needs)
export type Need = z.infer<typeof Need>

export const InstrumentItem = z.object({
  code: ItemCode,
  domain: Domain,
  place: z.number().int(),
  title: z.string(),
  /** Whether the work sample alone shows it, so that a member who reads only the sample marks it too. */
  isOnSample: z.boolean(),
  /** The described anchors of the degrees 1 to 5, in order. */
  anchors: z.array(z.string()).length(5),
})
export type InstrumentItem = z.infer<typeof InstrumentItem>
export const Instrument = z
  .object({
    code: z.string(),
    title: z.string(),
    source: z.string(),
    items: z.array(InstrumentItem),
    neverAsked: z.array(z.string()),
  })
  .meta({ id: 'Instrument' })
export type Instrument = z.infer<typeof Instrument>

/** The instrument in force today: two domains of twelve items with their anchors, and what is never asked. */
export const readInstrument = route({
  method: 'GET',
  path: '/interviews/instrument',
  action: 'interviews.read-instrument',
  input: z.object({}),
  output: Instrument,
  refusals: ['platform.not-found'],
})
