import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { ProductUnit } from '../../businesses/contract/products.ts'
import type { Opportunity } from '../contract/opportunities.ts'
import { OpportunityState } from '../contract/states.ts'

/** An opportunity as it is stored: names of organisations and fields belong to other rooms. */
export interface StoredOpportunity extends Omit<Opportunity, 'organisationName' | 'fieldTitle'> {
  readonly calledQuantity: number | null
}
interface Row {
  readonly id: string
  readonly county_code: string
  readonly organisation_id: string
  readonly source: string
  readonly source_id: string
  readonly called_quantity: number | null
  readonly title: string
  readonly field_code: string
  readonly places: number
  readonly taken: number
  readonly least_craft: number | null
  readonly least_weekly: number | null
  readonly unit: string | null
  readonly needs_permit: boolean
  readonly starts_on: string
  readonly ends_on: string
  readonly state: string
  readonly state_since: string
  readonly reason: string | null
  readonly version: number
}
function opportunityOf(row: Row): StoredOpportunity {
  return {
    id: row.id,
    countyCode: row.county_code,
    organisationId: row.organisation_id,
    source: row.source === 'order' ? 'order' : 'pledge',
    sourceId: row.source_id,
    calledQuantity: row.called_quantity,
    title: row.title,
    fieldCode: row.field_code,
    places: row.places,
    taken: row.taken,
    left: row.places - row.taken,
    leastCraft: row.least_craft,
    leastWeekly: row.least_weekly,
    unit: row.unit === null ? null : ProductUnit.parse(row.unit),
    needsPermit: row.needs_permit,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: OpportunityState.parse(row.state),
    stateSince: row.state_since,
    reason: row.reason,
    version: row.version,
  }
}
interface Filter {
  readonly state?: string | undefined
  readonly countyCode?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}
/** Newest first, one more than asked for. */
export async function listOpportunities(tx: Tx, { state, countyCode, after, limit }: Filter): Promise<readonly StoredOpportunity[]> {
  let query = tx
    .selectFrom('matching.opportunity')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(opportunityOf)
}
export async function findOpportunity(tx: Tx, id: string): Promise<StoredOpportunity | undefined> {
  const row = await tx.selectFrom('matching.opportunity').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : opportunityOf(row)
}
export async function lockOpportunity(tx: Tx, id: string): Promise<StoredOpportunity | undefined> {
  const row = await tx.selectFrom('matching.opportunity').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : opportunityOf(row)
}
/** So many open opportunities one run weighs at most. */
const MOST_OPEN = 200
/** The open ones of a county, locked in one order, so that two runs at once come one after the other. */
export async function lockOpen(tx: Tx, countyCode: string): Promise<readonly StoredOpportunity[]> {
  const rows = await tx
    .selectFrom('matching.opportunity')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(MOST_OPEN)
    .forUpdate()
    .execute()
  return rows.map(opportunityOf)
}
export interface NewOpportunity
  extends Pick<
    StoredOpportunity,
    | 'id'
    | 'countyCode'
    | 'organisationId'
    | 'source'
    | 'sourceId'
    | 'calledQuantity'
    | 'title'
    | 'fieldCode'
    | 'places'
    | 'leastCraft'
    | 'leastWeekly'
    | 'unit'
    | 'needsPermit'
    | 'startsOn'
    | 'endsOn'
  > {
  readonly planId: string
  readonly accountId: string
  readonly today: string
}
export async function insertOpportunity(tx: Tx, made: NewOpportunity): Promise<void> {
  await tx
    .insertInto('matching.opportunity')
    .values({
      plan_id: made.planId,
      id: made.id,
      county_code: made.countyCode,
      organisation_id: made.organisationId,
      source: made.source,
      source_id: made.sourceId,
      called_quantity: made.calledQuantity,
      title: made.title,
      field_code: made.fieldCode,
      places: made.places,
      least_craft: made.leastCraft,
      least_weekly: made.leastWeekly,
      unit: made.unit,
      needs_permit: made.needsPermit,
      starts_on: made.startsOn,
      ends_on: made.endsOn,
      state_since: made.today,
      opened_by: made.accountId,
    })
    .execute()
}
/** False when somebody was quicker. */
export async function closeRow(
  tx: Tx,
  { id, version }: Pick<StoredOpportunity, 'id' | 'version'>,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('matching.opportunity')
    .set((set) => ({ state: 'closed', state_since: today, reason, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/**
 * Takes a place, or gives one back with -1; false when none is left or it is closed. One conditional statement, so that many at once are settled by
 * the row; whoever says yes for her need not be allowed to change the opportunity.
 */
export async function moveTaken(
  tx: Tx,
  { planId, id, by }: { readonly planId: string; readonly id: string; readonly by: 1 | -1 },
): Promise<boolean> {
  const { numUpdatedRows } = await beyondReach(tx, () =>
    tx
      .updateTable('matching.opportunity')
      .set((set) => ({ taken: sql`taken + ${by}`, version: set('version', '+', 1) }))
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .where(sql<boolean>`taken + ${by} between 0 and places and (state = 'open' or ${by} < 0)`)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}
/** The open opportunity of an order, whoever runs the order. */
export async function findOfOrder(
  tx: Tx,
  { planId, orderId }: { readonly planId: string; readonly orderId: string },
): Promise<StoredOpportunity | undefined> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('matching.opportunity')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('source', '=', 'order')
      .where('source_id', '=', orderId)
      .where('state', '=', 'open')
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : opportunityOf(row)
}
/** Titles by id, of those the reader may see. */
export async function listTitles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredOpportunity>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('matching.opportunity')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, opportunityOf(row)]))
}
/** The occupation each of these orders was opened to women in; orders without an opportunity are not in the map. */
export async function fieldsOfOrders(
  tx: Tx,
  { planId, orderIds }: { readonly planId: string; readonly orderIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (orderIds.length === 0) return new Map()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('matching.opportunity')
      .select(['source_id', 'field_code'])
      .where('plan_id', '=', planId)
      .where('source', '=', 'order')
      .where('source_id', 'in', [...orderIds])
      .orderBy('id')
      .execute(),
  )
  return new Map(rows.map((row) => [row.source_id, row.field_code]))
}
