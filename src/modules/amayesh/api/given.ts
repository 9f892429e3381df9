import type { Tx } from '../../../platform/db.ts'
import type { Call } from '../../../platform/http.ts'
import { daysBetween } from '../../../platform/time.ts'
import { fieldsOf, sumCapacityOf } from '../../businesses/port.ts'
import { listOpenDemand } from '../../market/port.ts'
import { fieldsOfOrders } from '../../matching/port.ts'
import { listFields, listOffersOn } from '../../occupations/port.ts'
import { listOpenPledges, namesOf } from '../../partners/port.ts'
import { listPilots } from '../../plan/port.ts'
import { listCounties } from '../../territory/port.ts'
import type { BoardCell } from '../contract/board.ts'
import {
  type Cell,
  cellOf,
  type Demand,
  FEWEST_HOMES,
  isBraked,
  isOneBuyer,
  monthlyOf,
  RELIABILITY,
  type Supply,
  spread,
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

interface Asked {
  readonly planId: string
  readonly today: string
  /** Of one county alone, whoever asks; of all, what stands within the reach of whoever asks. */
  readonly countyCode?: string
}
/** Who wants what a month: confirmed orders still to be made, open promises to buy, and buyers by document. */
export async function demandLines(tx: Tx, { planId, today, countyCode: only }: Asked) {
  const orders = await listOpenDemand(tx, planId)
  const opened = await fieldsOfOrders(tx, { planId, orderIds: orders.map(({ orderId }) => orderId) })
  const goods = await fieldsOf(tx, { planId, productIds: [...new Set(orders.flatMap(({ productIds }) => productIds))] })
  const lines: Line[] = []
  let ordersWithoutField = 0
  for (const { orderId, countyCode, organisationId, quantity, deliverBy, productIds } of orders) {
    const fieldCode = opened.get(orderId) ?? productIds.map((id) => goods.get(id)).find((code) => code !== undefined)
    const monthly = monthlyOf(quantity, daysBetween(today, deliverBy))
    if (fieldCode === undefined) ordersWithoutField += 1
    else lines.push({ kind: 'order', by: organisationId, monthly, countyCode, fieldCode, source: null })
  }
  const pilots = await listPilots(tx, today)
  for (const pledge of await listOpenPledges(tx, { kind: 'purchase', limit: MOST_PLEDGES })) {
    const { fieldCode, left, startsOn, dueOn, counties, organisationId: by, title } = pledge
    if (fieldCode === null || left <= 0) continue
    const days = daysBetween(startsOn > today ? startsOn : today, dueOn)
    for (const [countyCode, monthly] of spread(monthlyOf(left, days), counties, pilots))
      lines.push({ kind: 'pledge', by, monthly, countyCode, fieldCode, source: title })
  }
  for (const { countyCode, fieldCode, buyer, monthly, source, validFrom } of only === undefined
    ? await listBuyers(tx)
    : await listBuyersOf(tx, { planId, countyCode: only }))
    if (validFrom <= today) lines.push({ kind: 'buyer', by: buyer, monthly, countyCode, fieldCode, source })
  return { lines, ordersWithoutField }
}
const NOBODY: Supply = { homes: 0, weekly: 0, medianWeekly: 0 }
export interface Measured extends Cell {
  readonly countyCode: string
  readonly fieldCode: string
  readonly units: readonly string[]
}
/** Every occupation in every county in which something is wanted or made. */
export async function measuredCells(tx: Tx, asked: Asked) {
  const { lines, ordersWithoutField } = await demandLines(tx, asked)
  const supplies = await sumCapacityOf(tx, { planId: asked.planId, reliability: RELIABILITY })
  const [wanted, made] = [Map.groupBy(lines, keyOf), new Map(supplies.map((one) => [keyOf(one), one]))]
  const cells = [...new Set([...wanted.keys(), ...made.keys()])].map((key): Measured => {
    const [countyCode = '', fieldCode = ''] = key.split(' ')
    const supply = made.get(key)
    return { ...cellOf(wanted.get(key) ?? [], supply ?? NOBODY), countyCode, fieldCode, units: supply?.units ?? [] }
  })
  const { countyCode: only } = asked
  return { cells: only === undefined ? cells : cells.filter(({ countyCode }) => countyCode === only), lines, ordersWithoutField }
}
/** One occupation in one county as it stands, also where nothing is wanted or made. */
export async function measuredCell(
  tx: Tx,
  asked: { readonly planId: string; readonly today: string },
  at: Pick<Measured, 'countyCode' | 'fieldCode'>,
) {
  const { cells, lines } = await measuredCells(tx, asked)
  const found = cells.find((one) => keyOf(one) === keyOf(at))
  return { cell: found ?? { ...cellOf([], NOBODY), ...at, units: [] }, lines: lines.filter((one) => keyOf(one) === keyOf(at)) }
}

/** Roles whose part ends at their counties, and those who see sums alone (roles.md §2, Business and Orders). */
const COUNTY: ReadonlySet<string> = new Set(['CA', 'AG', 'GD', 'MO'])
const SUMS: ReadonlySet<string> = new Set(['AG'])
export async function countiesOf({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>): Promise<readonly string[]> {
  const all = (await listCounties(tx)).map(({ code }) => code)
  return COUNTY.has(actor.role) ? all.filter((code) => actor.counties.includes(code)) : all
}
/** What is told of a cell: without the capacity of fewer than ten homes to whoever sees sums alone. */
export function toldCell(cell: Measured, role: string): Pick<BoardCell, 'homes' | 'capacity' | 'gap' | 'saturation'> {
  const isHidden = SUMS.has(role) && cell.homes > 0 && cell.homes < FEWEST_HOMES
  if (isHidden) return { homes: null, capacity: null, gap: null, saturation: null }
  const { homes, capacity, gap, saturation } = cell
  return { homes, capacity: Math.round(capacity), gap: Math.round(gap), saturation: saturation === null ? null : hundredths(saturation) }
}
export const hundredths = (value: number): number => Math.round(value * 100) / 100
/** Cells with the names of their occupations, as the reader may see them. */
export async function shownCells({ tx, actor, today }: Call<unknown>, cells: readonly Measured[]): Promise<readonly BoardCell[]> {
  const fields = new Map((await listFields(tx, today)).map((field) => [field.code, field]))
  const offered = new Set((await listOffersOn(tx, today)).map(keyOf))
  return cells.flatMap((cell) => {
    const field = fields.get(cell.fieldCode)
    if (field === undefined) return []
    const { order, pledge, buyer, total } = cell.demand
    return [
      {
        countyCode: cell.countyCode,
        fieldCode: cell.fieldCode,
        nameFa: field.nameFa,
        nameEn: field.nameEn,
        tradeGroup: field.tradeGroup,
        seasonMonths: field.seasonMonths,
        demand: { order: Math.round(order), pledge: Math.round(pledge), buyer: Math.round(buyer), total: Math.round(total) },
        ...toldCell(cell, actor.role),
        standing: cell.standing,
        isBraked: isBraked(cell.standing),
        concentration: cell.concentration === null ? null : hundredths(cell.concentration),
        isOneBuyer: isOneBuyer(cell),
        isOffered: offered.has(keyOf(cell)),
        units: [...cell.units],
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
