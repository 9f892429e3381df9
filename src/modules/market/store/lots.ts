import type { z } from 'zod'
import type { Tx } from '../../../platform/db.ts'
import { daysBetween } from '../../../platform/time.ts'
import type { Lot, Standing } from '../contract/lots.ts'
import { Bearer } from '../contract/orders.ts'
import { LotState } from '../contract/states.ts'
import { hourlyOf } from '../rules/floor.ts'
import { lotEnds } from '../rules/moves.ts'
import type { Scope } from './homes.ts'
import type { StoredOrder } from './orders.ts'

/** A lot as it is stored, with its terms: names belong to other rooms. */
export interface StoredLot extends Omit<Lot, 'name' | 'buyerName' | 'isLate'> {
  readonly planId: string
  readonly personId: string
  readonly organisationId: string
  readonly homeId: string
}
function lots(tx: Tx) {
  return tx
    .selectFrom('market.lot as lot')
    .innerJoin('market.lot_terms as terms', (join) => join.onRef('terms.plan_id', '=', 'lot.plan_id').onRef('terms.lot_id', '=', 'lot.id'))
    .selectAll('lot')
    .select([
      'terms.title',
      'terms.unit',
      'terms.rate_rial',
      'terms.costs_rial',
      'terms.floor_rial',
      'terms.minutes_per_piece',
      'terms.material_by',
      'terms.spoiled_by',
      'terms.payment_days',
      'terms.deliver_by',
      'terms.hub',
      'terms.read_on',
      'terms.answered_on',
    ])
}
type Row = Awaited<ReturnType<ReturnType<typeof lots>['executeTakeFirstOrThrow']>>
function lotOf(row: Row): StoredLot {
  return {
    planId: row.plan_id,
    id: row.id,
    orderId: row.order_id,
    homeId: row.home_id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    caseId: row.case_id,
    countyCode: row.county_code,
    code: row.code,
    state: LotState.parse(row.state),
    stateSince: row.state_since,
    dueOn: row.due_on,
    terms: {
      title: row.title,
      unit: row.unit,
      quantity: row.quantity,
      rateRial: row.rate_rial,
      wholeRial: row.rate_rial * row.quantity,
      costsRial: row.costs_rial,
      hourlyRial: hourlyOf({ rateRial: row.rate_rial, costsRial: row.costs_rial, minutesPerPiece: row.minutes_per_piece }),
      floorRial: row.floor_rial,
      materialBy: Bearer.parse(row.material_by),
      spoiledBy: Bearer.parse(row.spoiled_by),
      paymentDays: row.payment_days,
      deliverBy: row.deliver_by,
      hub: row.hub,
    },
    readOn: row.read_on,
    answeredOn: row.answered_on,
    version: row.version,
  }
}
interface Filter {
  readonly orderId?: string | undefined
  readonly caseId?: string | undefined
  readonly state?: string | undefined
  readonly code?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listLots(tx: Tx, { orderId, caseId, state, code, after, limit }: Filter): Promise<readonly StoredLot[]> {
  let query = lots(tx)
    .orderBy('lot.id', 'desc')
    .limit(limit + 1)
  if (orderId !== undefined) query = query.where('lot.order_id', '=', orderId)
  if (caseId !== undefined) query = query.where('lot.case_id', '=', caseId)
  if (state !== undefined) query = query.where('lot.state', '=', state)
  if (code !== undefined) query = query.where('lot.code', '=', code)
  if (after !== undefined) query = query.where('lot.id', '<', after)
  return (await query.execute()).map(lotOf)
}
export async function findLot(tx: Tx, id: string): Promise<StoredLot | undefined> {
  const row = await lots(tx).where('lot.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : lotOf(row)
}
export async function lockLot(tx: Tx, id: string): Promise<StoredLot | undefined> {
  const row = await lots(tx).where('lot.id', '=', id).forUpdate('lot').executeTakeFirst()
  return row === undefined ? undefined : lotOf(row)
}
export interface NewLot {
  readonly id: string
  readonly homeId: string
  readonly hub: string | null
  readonly quantity: number
  readonly code: string
  readonly dueOn: string
  readonly floorRial: number
  readonly today: string
}
const columnsOf = ({ plan_id, person_id, county_code, assigned, barred }: Scope) => ({ plan_id, person_id, county_code, assigned, barred })
/** Lots with the terms of their order as they stand now. */
export async function insertLots(tx: Tx, order: StoredOrder, made: readonly (readonly [scope: Scope, lot: NewLot])[]): Promise<void> {
  await tx
    .insertInto('market.lot')
    .values(
      made.map(([scope, lot]) => ({
        ...scope,
        id: lot.id,
        order_id: order.id,
        home_id: lot.homeId,
        organisation_id: order.organisationId,
        code: lot.code,
        quantity: lot.quantity,
        state_since: lot.today,
        due_on: lot.dueOn,
      })),
    )
    .execute()
  await tx
    .insertInto('market.lot_terms')
    .values(
      made.map(([scope, lot]) => ({
        ...columnsOf(scope),
        lot_id: lot.id,
        title: order.title,
        unit: order.unit,
        quantity: lot.quantity,
        rate_rial: order.rateRial,
        costs_rial: order.costsRial,
        floor_rial: lot.floorRial,
        minutes_per_piece: order.minutesPerPiece,
        material_by: order.materialBy,
        spoiled_by: order.spoiledBy,
        payment_days: order.paymentDays,
        deliver_by: order.deliverBy,
        hub: lot.hub,
      })),
    )
    .execute()
}
export interface LotMove {
  readonly to: LotState
  readonly today: string
  readonly dueOn: string | null
}
/** False when somebody was quicker. */
export async function moveLot(tx: Tx, { id, version }: Pick<StoredLot, 'id' | 'version'>, { to, today, dueOn }: LotMove): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('market.lot')
    .set((set) => ({ state: to, state_since: today, due_on: dueOn, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
interface Word {
  readonly manner: string
  readonly sealedWitness: Buffer | null
  readonly on: string
}
export async function keepRead(tx: Tx, lotId: string, word: Word): Promise<void> {
  await tx
    .updateTable('market.lot_terms')
    .set({ read_on: word.on, read_manner: word.manner, sealed_read_witness: word.sealedWitness })
    .where('lot_id', '=', lotId)
    .execute()
}
export async function keepAnswer(tx: Tx, lotId: string, word: Word): Promise<void> {
  await tx
    .updateTable('market.lot_terms')
    .set({ answered_on: word.on, answer_manner: word.manner, sealed_answer_witness: word.sealedWitness })
    .where('lot_id', '=', lotId)
    .execute()
}
/** Stages by file number, newest first, one more than asked for. */
export async function listStandings(
  tx: Tx,
  { state, after, limit, today }: Pick<Filter, 'state' | 'after' | 'limit'> & { readonly today: string },
): Promise<readonly (z.infer<typeof Standing> & { readonly id: string })[]> {
  let query = tx
    .selectFrom('market.lot')
    .select(['id', 'file_number', 'county_code', 'state', 'state_since'])
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map((row) => ({
    id: row.id,
    fileNumber: row.file_number,
    countyCode: row.county_code,
    state: LotState.parse(row.state),
    days: daysBetween(row.state_since, today),
  }))
}
/** Past its day, and something still waits at it. */
export function isLate({ state, dueOn }: Pick<StoredLot, 'state' | 'dueOn'>, today: string): boolean {
  return dueOn !== null && dueOn < today && !lotEnds.includes(state)
}
