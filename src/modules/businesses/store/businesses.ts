import type { Tx } from '../../../platform/db.ts'
import { RelationPattern } from '../../occupations/contract.ts'
import { BusinessKind, BusinessState, WorkPlace } from '../contract/businesses.ts'
import { PermitState } from '../contract/permits.ts'
import { type CaseScope, type Scope, scopeOf } from './scope.ts'

export interface StoredBusiness {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  readonly countyCode: string
  readonly fileNumber: string
  readonly scope: Scope
  readonly state: BusinessState
  readonly stateSince: string
  readonly version: number
}
interface Row extends Scope {
  readonly id: string
  readonly case_id: string
  readonly file_number: string
  readonly state: string
  readonly state_since: string
  readonly version: number
}
const businessOf = (row: Row): StoredBusiness => ({
  id: row.id,
  caseId: row.case_id,
  personId: row.person_id,
  countyCode: row.county_code,
  fileNumber: row.file_number,
  scope: scopeOf(row),
  state: BusinessState.parse(row.state),
  stateSince: row.state_since,
  version: row.version,
})
export async function lockBusiness(tx: Tx, id: string): Promise<StoredBusiness | undefined> {
  const row = await tx.selectFrom('businesses.business').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : businessOf(row)
}
export async function findBusiness(tx: Tx, id: string): Promise<StoredBusiness | undefined> {
  const row = await tx.selectFrom('businesses.business').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : businessOf(row)
}
/** Her open business, or else the last one that ended. */
export async function findOfCase(tx: Tx, caseId: string): Promise<StoredBusiness | undefined> {
  const rows = await tx
    .selectFrom('businesses.business')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('state_since', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  const all = rows.map(businessOf)
  return all.find(({ state }) => state !== 'ended') ?? all[0]
}
export interface Profile {
  readonly fieldCode: string
  readonly relation: RelationPattern
  readonly kind: BusinessKind
  readonly workPlace: WorkPlace
  readonly startedOn: string | null
  readonly registeredOn: string
}
export async function findProfile(tx: Tx, businessId: string): Promise<Profile | undefined> {
  const row = await tx.selectFrom('businesses.profile').selectAll().where('business_id', '=', businessId).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    fieldCode: row.field_code,
    relation: RelationPattern.parse(row.relation),
    kind: BusinessKind.parse(row.kind),
    workPlace: WorkPlace.parse(row.work_place),
    startedOn: row.started_on,
    registeredOn: row.registered_on,
  }
}
interface NewBusiness extends Profile {
  readonly id: string
  readonly state: string
  readonly accountId: string
}
export async function insertBusiness(tx: Tx, { scope, caseId, fileNumber }: CaseScope, made: NewBusiness): Promise<void> {
  await tx
    .insertInto('businesses.business')
    .values({ ...scope, id: made.id, case_id: caseId, file_number: fileNumber, state: made.state, state_since: made.registeredOn })
    .execute()
  await tx
    .insertInto('businesses.profile')
    .values({
      ...scope,
      business_id: made.id,
      case_id: caseId,
      field_code: made.fieldCode,
      relation: made.relation,
      kind: made.kind,
      work_place: made.workPlace,
      started_on: made.startedOn,
      registered_by: made.accountId,
      registered_on: made.registeredOn,
    })
    .execute()
}
/** False when somebody was quicker. */
export async function moveBusiness(
  tx: Tx,
  { id, version, to, today }: { readonly id: string; readonly version: number; readonly to: string; readonly today: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('businesses.business')
    .set((set) => ({ state: to, state_since: today, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** The newest permit of each of these businesses, among those the actor sees. */
export async function listNewestPermits(tx: Tx, businessIds: readonly string[]) {
  if (businessIds.length === 0) return new Map<string, NewestPermit>()
  const rows = await tx
    .selectFrom('businesses.permit')
    .distinctOn('business_id')
    .select(['business_id', 'state', 'state_since', 'due_on'])
    .where('business_id', 'in', [...businessIds])
    .orderBy('business_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.map((row): [string, NewestPermit] => [
      row.business_id,
      { state: PermitState.parse(row.state), since: row.state_since, dueOn: row.due_on },
    ]),
  )
}
interface NewestPermit {
  readonly state: PermitState
  readonly since: string
  readonly dueOn: string | null
}
const MOST = 500
/** Businesses the actor sees that have not ended, those that moved last coming last. */
export async function listOpen(tx: Tx): Promise<readonly StoredBusiness[]> {
  const rows = await tx
    .selectFrom('businesses.business')
    .selectAll()
    .where('state', '<>', 'ended')
    .orderBy('state_since')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(businessOf)
}
export async function listFieldCodes(tx: Tx, businessIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (businessIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('businesses.profile')
    .select(['business_id', 'field_code'])
    .where('business_id', 'in', [...businessIds])
    .execute()
  return new Map(rows.map((row) => [row.business_id, row.field_code]))
}
