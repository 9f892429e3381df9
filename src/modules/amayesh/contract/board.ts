import { z } from 'zod'
import { Day, Id } from '../../../platform/fields.ts'
import { route } from '../../../platform/route.ts'
import { FieldCode, TradeGroup } from '../../occupations/contract.ts'
import { CountyCode } from '../../territory/contract.ts'
import { lineStandings, standings } from '../rules/cell.ts'

/** What is wanted and made of an occupation in one unit a month. What would tell the capacity of one woman is null to whoever sees sums alone. */
export const UnitFigures = z
  .object({
    /** A unit of the list by its code, or the words of whoever wants it that are none of them. */
    unit: z.string(),
    demand: z.object({ order: z.number().int(), pledge: z.number().int(), buyer: z.number().int(), total: z.number().int() }),
    homes: z.number().int().nullable(),
    capacity: z.number().int().nullable(),
    gap: z.number().int().nullable(),
    saturation: z.number().nullable(),
    /** Sum of the squared shares of its buyers; above a half one buyer decides. */
    concentration: z.number().nullable(),
    standing: z.enum(lineStandings),
  })
  .meta({ id: 'UnitFigures' })
export type UnitFigures = z.infer<typeof UnitFigures>
/** One occupation in one county. */
export const BoardCell = z
  .object({
    countyCode: CountyCode,
    fieldCode: FieldCode,
    nameFa: z.string(),
    nameEn: z.string(),
    tradeGroup: TradeGroup,
    seasonMonths: z.array(z.number().int()),
    /** Homes at work; null when fewer than ten and the reader sees sums alone. */
    homes: z.number().int().nullable(),
    /** Unit by unit, never added up; the one that speaks for the occupation first. */
    lines: z.array(UnitFigures),
    standing: z.enum(standings),
    /** New training places of it wait. */
    isBraked: z.boolean(),
    /** Of the line that speaks. */
    concentration: z.number().nullable(),
    isOneBuyer: z.boolean(),
    isOffered: z.boolean(),
  })
  .meta({ id: 'BoardCell' })
export type BoardCell = z.infer<typeof BoardCell>
/** Occupations in counties in which something is wanted, made or offered; the greatest lack first. */
export const readBoard = route({
  method: 'GET',
  path: '/amayesh/board',
  action: 'amayesh.read',
  input: z.object({ countyCode: CountyCode.optional(), tradeGroup: TradeGroup.optional(), standing: z.enum(standings).optional() }),
  output: z.object({
    on: Day,
    cells: z.array(BoardCell),
    /** Orders whose occupation nobody said: no goods and no opportunity of them. They are in no cell. */
    ordersWithoutField: z.number().int(),
  }),
  refusals: [],
})
/** What one cell rests on: who wants how much a month, and the shares they have in it. */
export const readCell = route({
  method: 'GET',
  path: '/amayesh/cell',
  action: 'amayesh.read',
  input: z.object({ countyCode: CountyCode, fieldCode: FieldCode }),
  output: z.object({
    on: Day,
    cell: BoardCell,
    demands: z.array(
      z.object({
        kind: z.enum(['order', 'pledge', 'buyer']),
        by: z.string(),
        unit: z.string(),
        monthly: z.number().int(),
        /** Of all that is wanted in this unit. */
        share: z.number(),
        source: z.string().nullable(),
      }),
    ),
    reliability: z.object({ achieved: z.number(), tested: z.number(), declared: z.number() }),
  }),
  refusals: ['platform.not-found'],
})
export const ChainLink = z.object({
  place: z.number().int(),
  nameFa: z.string(),
  nameEn: z.string(),
  /** Missing in the whole province by the draft of the chain. */
  isMissingInProvince: z.boolean(),
  actors: z.array(
    z.object({ id: Id, countyCode: CountyCode, actor: z.string(), source: z.string(), validFrom: Day, version: z.number().int() }),
  ),
  /** Counties of the reader where nobody does it: an opportunity for a driver. */
  missingIn: z.array(CountyCode),
})
/** Who does which link of a chain in which county, and where nobody does. */
export const readLinks = route({
  method: 'GET',
  path: '/amayesh/links',
  action: 'amayesh.read',
  input: z.object({}),
  output: z.object({
    counties: z.array(CountyCode),
    chains: z.array(z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string(), links: z.array(ChainLink) })),
  }),
  refusals: [],
})
