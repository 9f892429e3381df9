import { z } from 'zod'
import { Instant } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { CountyCode } from '../../territory/contract.ts'

export const figureNames = [
  'women',
  'income',
  'paid',
  'bands',
  'waiting',
  'desks',
  'covered-12',
  'covered-24',
  'appeals',
  'grievances',
  'findings',
  'pledges',
] as const
export const FigureName = z.enum(figureNames)
export type FigureName = z.infer<typeof FigureName>
export const groupings = [
  'all',
  'pilot',
  'county',
  'ground',
  'age',
  'literacy',
  'desk',
  'later-desk',
  'permit-desk',
  'grievance-desk',
  'finding-desk',
  'pledge',
] as const
export const Grouping = z.enum(groupings)
export type Grouping = z.infer<typeof Grouping>
/** A figure with the interval it lies in 95 of 100 times. */
export const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() })
export const Line = z.object({
  by: Grouping,
  /** A county, a group or a desk; `rest …` for those told only together, `pilot` and `others` for the counties of the pilot and the rest. */
  key: z.string(),
  /** Whose name the key is, where it is nobody's word of the house: a pledge. */
  title: z.string().nullable(),
  /** Of how many. Null where it is not told because it would tell of too few. */
  n: z.number().int().nullable(),
  parts: z.array(z.object({ name: z.string(), n: z.number().int() })).readonly(),
  /** Share with Wilson's interval; none below twenty, where counts speak. */
  share: Interval.nullable(),
  /** Median of days with the interval of its order statistics. */
  days: Interval.nullable(),
  rial: z.number().int().nullable(),
  /** Of what is told only together: the counties or groups of a rest, and for one of them the others. */
  with: z.array(z.string()).readonly(),
})
export type Line = z.infer<typeof Line>
export const Figure = z.object({ name: FigureName, lines: z.array(Line).readonly() })
export type Figure = z.infer<typeof Figure>

/** The board of indicators: of the plan, or of one county. Numbers alone; what would tell of fewer than `smallest` is hidden. */
export const readBoard = route({
  method: 'GET',
  path: '/outcomes/board',
  action: 'outcomes.read-board',
  input: z.object({ countyCode: CountyCode.optional() }),
  output: z.object({
    /** Until when acts are counted in. */
    at: Instant,
    smallest: z.number().int(),
    countyCode: CountyCode.nullable(),
    /** The counties the reader may choose; empty where the whole plan stands beside them. */
    ownCounties: z.array(CountyCode).readonly(),
    figures: z.array(Figure).readonly(),
  }),
  refusals: ['platform.not-found'],
})
