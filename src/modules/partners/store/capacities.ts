import { sql, type Tx } from '../../../platform/db.ts'
import { type Capacity, CapacityKind } from '../contract.ts'

function capacities(tx: Tx) {
  return tx
    .selectFrom('partners.capacity as capacity')
    .innerJoin('partners.organisation as organisation', 'organisation.id', 'capacity.organisation_id')
    .selectAll('capacity')
    .select('organisation.name_fa as organisation_name')
}
function capacityOf(row: {
  readonly id: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly county_code: string
  readonly kind: string
  readonly title: string
  readonly unit: string
  readonly total: number
  readonly used: number
  readonly valid_from: string
  readonly valid_to: string | null
  readonly version: number
}): Capacity {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    countyCode: row.county_code,
    kind: CapacityKind.parse(row.kind),
    title: row.title,
    unit: row.unit,
    total: row.total,
    used: row.used,
    free: row.total - row.used,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  }
}
export interface CapacityFilter {
  readonly countyCode?: string | undefined
  readonly kind?: string | undefined
  readonly organisationId?: string | undefined
  readonly on: string
  readonly limit: number
}
export async function listCapacities(tx: Tx, { countyCode, kind, organisationId, on, limit }: CapacityFilter): Promise<Capacity[]> {
  let query = capacities(tx)
    .where('capacity.valid_from', '<=', on)
    .where((where) => where.or([where('capacity.valid_to', 'is', null), where('capacity.valid_to', '>=', on)]))
    .orderBy('capacity.county_code')
    .orderBy('capacity.kind')
    .orderBy('capacity.id')
    .limit(limit)
  if (countyCode !== undefined) query = query.where('capacity.county_code', '=', countyCode)
  if (kind !== undefined) query = query.where('capacity.kind', '=', kind)
  if (organisationId !== undefined) query = query.where('capacity.organisation_id', '=', organisationId)
  return (await query.execute()).map(capacityOf)
}
export async function findCapacity(tx: Tx, id: string): Promise<Capacity | undefined> {
  const row = await capacities(tx).where('capacity.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : capacityOf(row)
}
export async function insertCapacity(
  tx: Tx,
  planId: string,
  made: Omit<Capacity, 'organisationName' | 'used' | 'free' | 'version'>,
): Promise<void> {
  await tx
    .insertInto('partners.capacity')
    .values({
      plan_id: planId,
      id: made.id,
      organisation_id: made.organisationId,
      county_code: made.countyCode,
      kind: made.kind,
      title: made.title,
      unit: made.unit,
      total: made.total,
      valid_from: made.validFrom,
      valid_to: made.validTo,
    })
    .execute()
}
/** Conditional: nothing happens when the version moved on or more is in use than the new total. */
export async function updateCapacity(
  tx: Tx,
  {
    id,
    total,
    validTo,
    version,
  }: { readonly id: string; readonly total: number; readonly validTo: string | null; readonly version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partners.capacity')
    .set((set) => ({ total, valid_to: validTo, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('used', '<=', total)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** Takes places, or gives them back with a negative number; false when there are not so many. One conditional statement, so that many at once are settled by the row. */
export async function moveUsed(
  tx: Tx,
  { id, places, planId }: { readonly id: string; readonly places: number; readonly planId?: string | undefined },
): Promise<boolean> {
  let moving = tx
    .updateTable('partners.capacity')
    .set({ used: sql`used + ${places}` })
    .where('id', '=', id)
    .where(sql<boolean>`used + ${places} between 0 and total`)
  if (planId !== undefined) moving = moving.where('plan_id', '=', planId)
  const { numUpdatedRows } = await moving.executeTakeFirst()
  return numUpdatedRows > 0n
}
