import type { Tx } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { daysBetween } from '../../../platform/time.ts'
import { fieldsOf, sumCapacityOf, unitSaid } from '../../businesses/port.ts'
import { listOpenDemand } from '../../market/port.ts'
import { fieldsOfOrders } from '../../matching/port.ts'
import { listFields, listOffersOn } from '../../occupations/port.ts'
import { listOpenPledges, namesOf } from '../../partners/port.ts'
import { listPilots } from '../../plan/port.ts'
import { listCounties } from '../../territory/port.ts'
import type { BoardCell, UnitFigures } from '../contract/board.ts'
import {
  type Cell,
  cellOf,
  type Demand,
  FEWEST_HOMES,
  isBraked,
  isOneBuyer,
  monthlyOf,
  NOTHING,
  RELIABILITY,
  spread,
  type UnitLine,
} from '../rules/cell.ts'
import { listBuyers, listBuyersOf } from '../store/facts.ts'

const MOST_PLEDGES = 1000
/** A line of demand with where and for what it is, and the document it rests on. */
export interface Line extends Demand {
  readonly countyCode: string
  readonly fieldCode: string
  readonly source: string | null
}
export const keyOf = ({ countyCode, fieldCode }: { readonly countyCode: string; readonly fieldCode: string }): string =>
  `${countyCode} ${fieldCode}`
/** A unit of the list where the words are exactly one, and else the words themselves: another unit, never added to any. */
const unitOf = (said: string): string => unitSaid(said) ?? said.trim()

interface OfOrder {
  readonly orderId: string
  readonly productIds: readonly string[]
}
/** The occupation of each of these orders: the one it was opened to women in, and else that of the goods put forward for it. */
export async function fieldsOfDemand(tx: Tx, planId: string, orders: readonly OfOrder[]): Promise<(order: OfOrder) => string | undefined> {
  const opened = await fieldsOfOrders(tx, { planId, orderIds: orders.map(({ orderId }) => orderId) })
  const unopened = orders.filter(({ orderId }) => !opened.has(orderId))
  const goods = await fieldsOf(tx, { planId, productIds: [...new Set(unopened.flatMap(({ productIds }) => productIds))] })
  return ({ orderId, productIds }) => opened.get(orderId) ?? productIds.map((id) => goods.get(id)).find((code) => code !== undefined)
}
interface Asked {
  readonly planId: string
  readonly today: string
  /** Of one county alone, whoever asks; of all, what stands within the reach of whoever asks. */
  readonly countyCode?: string
}
/** Who wants what a month: confirmed orders still to be made, open promises to buy, and buyers by document. */
export async function demandLines(tx: Tx, { planId, today, countyCode: only }: Asked) {
  const orders = await listOpenDemand(tx, { planId, countyCode: only })
  const fieldOf = await fieldsOfDemand(tx, planId, orders)
  const lines: Line[] = []
  let ordersWithoutField = 0
  for (const order of orders) {
    const { countyCode, organisationId, quantity, unit, deliverBy } = order
    const fieldCode = fieldOf(order)
    const monthly = monthlyOf(quantity, daysBetween(today, deliverBy))
    if (fieldCode === undefined) ordersWithoutField += 1
    else lines.push({ kind: 'order', by: organisationId, unit: unitOf(unit), monthly, countyCode, fieldCode, source: null })
  }
  const pilots = await listPilots(tx, today)
  for (const pledge of await listOpenPledges(tx, { kind: 'purchase', limit: MOST_PLEDGES })) {
    const { fieldCode, left, startsOn, dueOn, counties, organisationId: by, title } = pledge
    if (fieldCode === null || left <= 0) continue
    const days = daysBetween(startsOn > today ? startsOn : today, dueOn)
    for (const [countyCode, monthly] of spread(monthlyOf(left, days), counties, pilots))
      if (only === undefined || countyCode === only)
        lines.push({ kind: 'pledge', by, unit: unitOf(pledge.unit), monthly, countyCode, fieldCode, source: title })
  }
  const buyers = only === undefined ? await listBuyers(tx) : await listBuyersOf(tx, { planId, countyCode: only })
  for (const { countyCode, fieldCode, buyer, monthly, unit, source, validFrom } of buyers)
    if (validFrom <= today) lines.push({ kind: 'buyer', by: buyer, unit: unitOf(unit), monthly, countyCode, fieldCode, source })
  return { lines, ordersWithoutField }
}
export interface Measured extends Cell {
  readonly countyCode: string
  readonly fieldCode: string
}
/** Every occupation in every county, or in one, in which something is wanted or made. */
export async function measuredCells(tx: Tx, asked: Asked) {
  const { lines, ordersWithoutField } = await demandLines(tx, asked)
  const { planId, countyCode: only } = asked
  const supplies = await sumCapacityOf(tx, { planId, reliability: RELIABILITY, countyCode: only })
  const [wanted, made] = [Map.groupBy(lines, keyOf), Map.groupBy(supplies, keyOf)]
  const cells = [...new Set([...wanted.keys(), ...made.keys()])].map((key): Measured => {
    const [countyCode = '', fieldCode = ''] = key.split(' ')
    const supply = made.get(key) ?? []
    return { ...cellOf(wanted.get(key) ?? [], supply, supply[0]?.allHomes ?? 0), countyCode, fieldCode }
  })
  return { cells, lines, ordersWithoutField }
}
/** One occupation in one county as it stands, also where nothing is wanted or made. */
export async function measuredCell(
  tx: Tx,
  asked: { readonly planId: string; readonly today: string },
  at: Pick<Measured, 'countyCode' | 'fieldCode'>,
) {
  const { cells, lines } = await measuredCells(tx, { ...asked, countyCode: at.countyCode })
  const found = cells.find((one) => keyOf(one) === keyOf(at))
  return { cell: found ?? { ...NOTHING, ...at }, lines: lines.filter((one) => keyOf(one) === keyOf(at)) }
}

/** Roles whose part ends at their counties, and those who see sums alone (roles.md §2, Business and Orders). */
const COUNTY: ReadonlySet<string> = new Set(['CA', 'AG', 'GD', 'MO'])
const SUMS: ReadonlySet<string> = new Set(['AG'])
export async function countiesOf({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>): Promise<readonly string[]> {
  const all = (await listCounties(tx)).map(({ code }) => code)
  return COUNTY.has(actor.role) ? all.filter((code) => actor.counties.includes(code)) : all
}
const isFew = (homes: number | null): boolean => homes !== null && homes > 0 && homes < FEWEST_HOMES
type Told = Pick<BoardCell, 'homes' | 'lines'>
/** What is told of a cell: without what fewer than ten homes make to whoever sees sums alone, and then without how many make it in any unit. */
export function toldCell({ homes, lines }: Told, role: string): Told {
  if (!SUMS.has(role) || !lines.some((line) => isFew(line.homes))) return { homes, lines }
  const isHidden = isFew(homes)
  const hidden = { homes: null, capacity: null, gap: null, saturation: null }
  return {
    homes: isHidden ? null : homes,
    lines: lines.map((line) => ({ ...line, homes: null, ...(isHidden || isFew(line.homes) ? hidden : {}) })),
  }
}
/** A line in whole units. */
export function figuresOf({ demand, ...line }: UnitLine): UnitFigures {
  const { order, pledge, buyer, total } = demand
  return {
    ...line,
    demand: { order: Math.round(order), pledge: Math.round(pledge), buyer: Math.round(buyer), total: Math.round(total) },
    capacity: Math.round(line.capacity),
    gap: Math.round(line.gap),
    saturation: maybeHundredths(line.saturation),
    concentration: maybeHundredths(line.concentration),
  }
}
export const maybeHundredths = (value: number | null): number | null => (value === null ? null : hundredths(value))
export const hundredths = (value: number): number => Math.round(value * 100) / 100
/** Cells with the names of their occupations, as the reader may see them. */
export async function shownCells({ tx, actor, today }: Call<unknown>, cells: readonly Measured[]): Promise<readonly BoardCell[]> {
  const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
  const offered = new Set((await listOffersOn(tx, today)).map(keyOf))
  return cells.flatMap((cell) => {
    const field = fields.get(cell.fieldCode)
    if (field === undefined) return []
    return [
      {
        countyCode: cell.countyCode,
        fieldCode: cell.fieldCode,
        nameFa: field.nameFa,
        nameEn: field.nameEn,
        tradeGroup: field.tradeGroup,
        seasonMonths: field.seasonMonths,
        ...toldCell({ homes: cell.homes, lines: cell.lines.map(figuresOf) }, actor.role),
        standing: cell.standing,
        isBraked: isBraked(cell.standing),
        concentration: maybeHundredths(cell.concentration),
        isOneBuyer: isOneBuyer(cell),
        isOffered: offered.has(keyOf(cell)),
      },
    ]
  })
}
/** Names of those who want something: organisations by id, documented buyers as they are written. */
export async function namesOfBuyers(tx: Tx, lines: readonly Line[]): Promise<(line: Line) => string> {
  const names = await namesOf(
    tx,
    lines.filter(({ kind }) => kind !== 'buyer').map(({ by }) => by),
  )
  return ({ kind, by }) => (kind === 'buyer' ? by : (names.get(by) ?? ''))
}
