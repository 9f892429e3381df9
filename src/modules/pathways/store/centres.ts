import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { Centre } from '../contract/centres.ts'
import type { Scope } from './scope.ts'

const MOST = 250
export type StoredCentre = Omit<Centre, 'licence' | 'guides'>
const columns = ['id', 'name', 'county_code', 'licence_number', 'licence_from', 'licence_to', 'places', 'used', 'version'] as const
interface Row {
  readonly id: string
  readonly name: string
  readonly county_code: string
  readonly licence_number: string
  readonly licence_from: string
  readonly licence_to: string
  readonly places: number
  readonly used: number
  readonly version: number
}
function centreOf(row: Row): StoredCentre {
  const { id, name, places, used, version } = row
  return {
    id,
    name,
    countyCode: row.county_code,
    licenceNumber: row.licence_number,
    licenceFrom: row.licence_from,
    licenceTo: row.licence_to,
    places,
    used,
    version,
  }
}
export async function listCentres(tx: Tx, countyCode?: string): Promise<readonly StoredCentre[]> {
  let query = tx.selectFrom('pathways.centre').select(columns).orderBy('county_code').orderBy('name').orderBy('id').limit(MOST)
  if (countyCode !== undefined) query = query.where('county_code', '=', countyCode)
  return (await query.execute()).map(centreOf)
}
export async function findCentre(tx: Tx, id: string): Promise<StoredCentre | undefined> {
  const row = await tx.selectFrom('pathways.centre').select(columns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : centreOf(row)
}
interface Licence {
  readonly id: string
  readonly licenceNumber: string
  readonly licenceFrom: string
  readonly licenceTo: string
  readonly places: number
}
const columnsOf = ({ licenceNumber, licenceFrom, licenceTo, places }: Licence) => ({
  licence_number: licenceNumber,
  licence_from: licenceFrom,
  licence_to: licenceTo,
  places,
})
export async function insertCentre(
  tx: Tx,
  planId: string,
  made: Licence & { readonly name: string; readonly countyCode: string },
): Promise<void> {
  await tx
    .insertInto('pathways.centre')
    .values({ plan_id: planId, id: made.id, name: made.name, county_code: made.countyCode, ...columnsOf(made) })
    .execute()
}
/** Under the version seen. Fewer places than women have is refused by the row itself. False when somebody was quicker. */
export async function updateCentre(tx: Tx, made: Licence & { readonly version: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pathways.centre')
    .set({ ...columnsOf(made), version: made.version + 1 })
    .where('id', '=', made.id)
    .where('version', '=', made.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export async function listCentreGuides(tx: Tx, centreIds: readonly string[]) {
  if (centreIds.length === 0) return []
  return tx
    .selectFrom('pathways.centre_guide')
    .select(['centre_id as centreId', 'account_id as accountId', 'since'])
    .where('centre_id', 'in', [...centreIds])
    .where('ended_on', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .limit(1000)
    .execute()
}
/** At which centre each of these guides works now; who works at none is not in the map. */
export async function centresOfGuides(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('pathways.centre_guide as works')
    .innerJoin('pathways.centre as centre', (join) =>
      join.onRef('centre.plan_id', '=', 'works.plan_id').onRef('centre.id', '=', 'works.centre_id'),
    )
    .select(['works.account_id', 'centre.name'])
    .where('works.account_id', 'in', [...accountIds])
    .where('works.ended_on', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.name]))
}
export async function insertCentreGuide(
  tx: Tx,
  planId: string,
  {
    id,
    centreId,
    accountId,
    today,
  }: { readonly id: string; readonly centreId: string; readonly accountId: string; readonly today: string },
): Promise<void> {
  const row = { plan_id: planId, id, centre_id: centreId, account_id: accountId, since: today }
  await tx.insertInto('pathways.centre_guide').values(row).execute()
}
/** False when she does not work there. */
export async function endCentreGuide(
  tx: Tx,
  { centreId, accountId, today }: { readonly centreId: string; readonly accountId: string; readonly today: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pathways.centre_guide')
    .set({ ended_on: today })
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findOpenPlace(tx: Tx, caseId: string) {
  return tx
    .selectFrom('pathways.centre_place as place')
    .innerJoin('pathways.centre as centre', (join) =>
      join.onRef('centre.plan_id', '=', 'place.plan_id').onRef('centre.id', '=', 'place.centre_id'),
    )
    .select(['place.id', 'place.centre_id as centreId', 'centre.name as centreName', 'place.taken_on as takenOn'])
    .where('place.case_id', '=', caseId)
    .where('place.ended_on', 'is', null)
    .executeTakeFirst()
}
/** One place more or less of a centre, for a guide who does not keep its row; false when none is free, or its licence is over. */
export async function movePlaces(
  tx: Tx,
  { planId, centreId, by, today }: { readonly planId: string; readonly centreId: string; readonly by: 1 | -1; readonly today: string },
): Promise<boolean> {
  return beyondReach(tx, async () => {
    let query = tx
      .updateTable('pathways.centre')
      .set((set) => ({ used: set('used', '+', by) }))
      .where('plan_id', '=', planId)
      .where('id', '=', centreId)
    if (by === 1) query = query.whereRef('used', '<', 'places').where('licence_from', '<=', today).where('licence_to', '>=', today)
    return (await query.executeTakeFirst()).numUpdatedRows > 0n
  })
}
export async function insertPlace(
  tx: Tx,
  scope: Scope,
  { id, centreId, today }: { readonly id: string; readonly centreId: string; readonly today: string },
): Promise<void> {
  await tx
    .insertInto('pathways.centre_place')
    .values({ ...scope, id, centre_id: centreId, taken_on: today })
    .execute()
}
export async function endPlace(tx: Tx, id: string, today: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pathways.centre_place')
    .set({ ended_on: today })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
