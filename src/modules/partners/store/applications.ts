import { createHash } from 'node:crypto'
import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { House } from '../../../platform/house.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { type Application, ApplicationState, PersonKind, Wanted } from '../contract/applications.ts'

export type StoredApplication = Omit<Application, 'opinions'>
const placeOf = (column: string, id: string): string => `partners.application.${column}/${id}`
/** What is kept of a tracking code: nothing that could be read back. */
export function trackingHashOf(tracking: string): Buffer {
  return createHash('sha256').update(`kariz-application/${tracking}`).digest()
}
/** Ten signs without those that are taken for another when read aloud or copied by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export function newTracking({ randomBytes }: Pick<House, 'randomBytes'>): string {
  return Array.from(randomBytes(10), (byte) => SIGNS[byte % SIGNS.length] ?? '2').join('')
}
interface New {
  readonly planId: string
  readonly accountId: string
  readonly tracking: string
  readonly at: Date
}
export async function insertApplication(
  tx: Tx,
  { vault }: Pick<House, 'vault'>,
  { planId, accountId, tracking, at }: New,
  made: Omit<StoredApplication, 'organisationId' | 'receivedAt' | 'version'>,
): Promise<void> {
  const key = vault.keyFor('application')
  await tx
    .insertInto('partners.application')
    .values({
      plan_id: planId,
      id: made.id,
      account_id: accountId,
      manner: made.manner,
      person_kind: made.personKind,
      sealed_name: seal(key, placeOf('name', made.id), made.name),
      sealed_contact: seal(key, placeOf('contact', made.id), made.phone),
      sealed_offer: seal(key, placeOf('offer', made.id), made.offer),
      wanted: [...new Set(made.wanted)],
      counties: [...new Set(made.counties)].sort(),
      tracking_hash: trackingHashOf(tracking),
      state: made.state,
      received_at: at,
      decide_by: made.decideBy,
    })
    .execute()
}
/** How many came in since an instant: a flood is refused before it fills the desk of two readers. */
export async function countSince(tx: Tx, planId: string, since: Date): Promise<number> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('partners.application')
      .select((select) => select.fn.countAll<number>().as('n'))
      .where('plan_id', '=', planId)
      .where('received_at', '>', since)
      .executeTakeFirstOrThrow(),
  )
  return row.n
}
/** The answer of whoever was introduced, once; false for a code nobody has or that was answered. */
export async function answerIntroduction(
  tx: Tx,
  { planId, tracking, state }: { readonly planId: string; readonly tracking: string; readonly state: 'received' | 'declined' },
): Promise<boolean> {
  const { numUpdatedRows } = await beyondReach(tx, () =>
    tx
      .updateTable('partners.application')
      .set((set) => ({ state, version: set('version', '+', 1) }))
      .where('plan_id', '=', planId)
      .where('tracking_hash', '=', trackingHashOf(tracking))
      .where('state', '=', 'to-accept')
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}
function applications(tx: Tx) {
  return tx
    .selectFrom('partners.application')
    .select([
      'id',
      'manner',
      'person_kind',
      'sealed_name',
      'sealed_contact',
      'sealed_offer',
      'wanted',
      'counties',
      'state',
      'organisation_id',
      'received_at',
      'decide_by',
      'version',
    ])
}
type Row = Awaited<ReturnType<ReturnType<typeof applications>['executeTakeFirstOrThrow']>>
function applicationOf({ vault }: Pick<House, 'vault'>, row: Row): StoredApplication {
  const key = vault.keyFor('application')
  const opened = (column: string, sealed: Buffer): string => unseal(key, placeOf(column, row.id), sealed).toString('utf8')
  return {
    id: row.id,
    manner: row.manner === 'introduced' ? 'introduced' : 'self',
    personKind: PersonKind.parse(row.person_kind),
    name: opened('name', row.sealed_name),
    phone: opened('contact', row.sealed_contact),
    offer: opened('offer', row.sealed_offer),
    wanted: Wanted.array().parse(row.wanted),
    counties: row.counties,
    state: ApplicationState.parse(row.state),
    organisationId: row.organisation_id,
    receivedAt: row.received_at.toISOString(),
    decideBy: row.decide_by,
    version: row.version,
  }
}
/** Newest first, one more than asked for; those an introduced person has not accepted are nobody's to read. */
export async function listApplications(
  tx: Tx,
  house: Pick<House, 'vault'>,
  { state, after, limit }: { readonly state?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<StoredApplication[]> {
  let query = applications(tx)
    .where('state', '<>', 'to-accept')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map((row) => applicationOf(house, row))
}
export async function lockApplication(tx: Tx, house: Pick<House, 'vault'>, id: string): Promise<StoredApplication | undefined> {
  const row = await applications(tx).where('id', '=', id).where('state', '<>', 'to-accept').forUpdate().executeTakeFirst()
  return row === undefined ? undefined : applicationOf(house, row)
}
export async function settleApplication(
  tx: Tx,
  { id, version }: Pick<StoredApplication, 'id' | 'version'>,
  { state, organisationId }: { readonly state: 'admitted' | 'refused'; readonly organisationId: string | null },
): Promise<void> {
  await tx
    .updateTable('partners.application')
    .set({ state, organisation_id: organisationId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}
const OutcomeState = ApplicationState.extract(['received', 'admitted', 'refused'])
export interface Outcome {
  readonly state: 'received' | 'admitted' | 'refused'
  readonly organisationId: string | null
}
/** How applications stand, by id, for another room; whoever asks is past its reach. */
export async function listOutcomes(
  tx: Tx,
  { planId, ids }: { readonly planId: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Outcome>> {
  const rows = await tx
    .selectFrom('partners.application')
    .select(['id', 'state', 'organisation_id'])
    .where('plan_id', '=', planId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { state: OutcomeState.parse(row.state), organisationId: row.organisation_id }]))
}
