import { sql, type Tx } from '../../../platform/db.ts'
import { type Hub, Hub as HubShape } from '../contract/hubs.ts'
import type { StoredBusiness } from './businesses.ts'

interface Row {
  readonly id: string
  readonly county_code: string
  readonly name: string
  readonly collection_point: string
  readonly rules: string
  readonly lead_account_id: string | null
  readonly is_open: boolean
  readonly version: number
}
const hubOf = (row: Row): Hub => ({
  id: row.id,
  countyCode: HubShape.shape.countyCode.parse(row.county_code),
  name: row.name,
  collectionPoint: row.collection_point,
  rules: row.rules,
  leadAccountId: row.lead_account_id,
  isOpen: row.is_open,
  version: row.version,
})
export async function listHubs(
  tx: Tx,
  filter: { readonly planId: string; readonly countyCodes?: readonly string[] },
): Promise<readonly Hub[]> {
  let query = tx
    .selectFrom('businesses.hub')
    .selectAll()
    .where('plan_id', '=', filter.planId)
    .orderBy('county_code')
    .orderBy('id')
    .limit(500)
  if (filter.countyCodes !== undefined) {
    if (filter.countyCodes.length === 0) return []
    query = query.where('county_code', 'in', [...filter.countyCodes])
  }
  return (await query.execute()).map(hubOf)
}
export async function findHub(tx: Tx, planId: string, id: string): Promise<Hub | undefined> {
  const row = await tx.selectFrom('businesses.hub').selectAll().where('plan_id', '=', planId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : hubOf(row)
}
export async function lockHub(tx: Tx, planId: string, id: string): Promise<Hub | undefined> {
  const row = await tx
    .selectFrom('businesses.hub')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : hubOf(row)
}
type Written = Pick<Hub, 'id' | 'name' | 'collectionPoint' | 'rules' | 'leadAccountId'>
const columnsOf = (hub: Written) => ({
  name: hub.name,
  collection_point: hub.collectionPoint,
  rules: hub.rules,
  lead_account_id: hub.leadAccountId,
})
export async function insertHub(tx: Tx, planId: string, hub: Written & Pick<Hub, 'countyCode'>): Promise<Hub> {
  const row = await tx
    .insertInto('businesses.hub')
    .values({ ...columnsOf(hub), plan_id: planId, id: hub.id, county_code: hub.countyCode })
    .returningAll()
    .executeTakeFirstOrThrow()
  return hubOf(row)
}
export async function updateHub(tx: Tx, hub: Written & Pick<Hub, 'isOpen' | 'version'>): Promise<Hub | undefined> {
  const row = await tx
    .updateTable('businesses.hub')
    .set((set) => ({ ...columnsOf(hub), is_open: hub.isOpen, version: set('version', '+', 1) }))
    .where('id', '=', hub.id)
    .where('version', '=', hub.version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : hubOf(row)
}
/** How many businesses each hub gathers today; a number and nothing else. */
export async function countMembers(tx: Tx, planId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('businesses.hub_member')
    .select(['hub_id', sql<number>`count(*)::integer`.as('n')])
    .where('plan_id', '=', planId)
    .where('left_on', 'is', null)
    .groupBy('hub_id')
    .execute()
  return new Map(rows.map((row) => [row.hub_id, row.n]))
}
/** The lead reads the members of her hub: a new lead instead of the old one. */
export async function giveMembersTo(tx: Tx, planId: string, { id, leadAccountId }: Pick<Hub, 'id' | 'leadAccountId'>): Promise<void> {
  await tx
    .updateTable('businesses.hub_member')
    .set({ account_id: leadAccountId })
    .where('plan_id', '=', planId)
    .where('hub_id', '=', id)
    .where('left_on', 'is', null)
    .execute()
}
export async function findMembership(tx: Tx, businessId: string) {
  return tx
    .selectFrom('businesses.hub_member')
    .select(['id', 'hub_id', 'joined_on'])
    .where('business_id', '=', businessId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
}
export async function leave(tx: Tx, businessId: string, today: string): Promise<void> {
  await tx
    .updateTable('businesses.hub_member')
    .set({ left_on: today })
    .where('business_id', '=', businessId)
    .where('left_on', 'is', null)
    .execute()
}
export async function join(tx: Tx, business: StoredBusiness, hub: Hub, { id, today }: { readonly id: string; readonly today: string }) {
  await tx
    .insertInto('businesses.hub_member')
    .values({
      ...business.scope,
      id,
      hub_id: hub.id,
      business_id: business.id,
      file_number: business.fileNumber,
      account_id: hub.leadAccountId,
      joined_on: today,
    })
    .execute()
}
/** Members the actor leads. */
export async function listMembers(tx: Tx, hubId: string) {
  return tx
    .selectFrom('businesses.hub_member')
    .select(['business_id', 'file_number', 'joined_on'])
    .where('hub_id', '=', hubId)
    .where('left_on', 'is', null)
    .orderBy('joined_on')
    .orderBy('id')
    .limit(500)
    .execute()
}
/** Those who run a market, among the assignments the actor sees, in force on a day. */
export async function listLeads(tx: Tx, day: string) {
  const rows = await tx
    .selectFrom('access.assignment')
    .select(['account_id', 'display_name', 'counties'])
    .where('role', '=', 'MO')
    .where('valid_from', '<=', day)
    .where((set) => set.or([set('valid_to', 'is', null), set('valid_to', '>=', day)]))
    .where('approved_at', 'is not', null)
    .orderBy('display_name')
    .limit(200)
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, name: row.display_name, counties: row.counties }))
}
