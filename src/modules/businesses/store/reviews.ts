import type { Tx } from '../../../platform/db.ts'
import { RelationPattern } from '../../occupations/contract.ts'
import { PermitReason, PermitState, type Review, ReviewKind, ReviewState } from '../contract/permits.ts'
import type { Scope } from './scope.ts'

export interface StoredReview extends Omit<Review, 'organisationName'> {
  readonly permitId: string
  readonly fileNumber: string
  readonly countyCode: string
  readonly fieldCode: string
  readonly relation: RelationPattern
  readonly requestNumber: string | null
}
interface Row {
  readonly id: string
  readonly permit_id: string
  readonly file_number: string
  readonly county_code: string
  readonly field_code: string
  readonly relation: string
  readonly request_number: string | null
  readonly kind: string
  readonly organisation_id: string | null
  readonly state: string
  readonly due_on: string
  readonly letter_number: string | null
  readonly letter_date: string | null
  readonly reason: string | null
  readonly version: number
}
const reviewOf = (row: Row): StoredReview => ({
  id: row.id,
  permitId: row.permit_id,
  fileNumber: row.file_number,
  countyCode: row.county_code,
  fieldCode: row.field_code,
  relation: RelationPattern.parse(row.relation),
  requestNumber: row.request_number,
  kind: ReviewKind.parse(row.kind),
  organisationId: row.organisation_id,
  state: ReviewState.parse(row.state),
  dueOn: row.due_on,
  letterNumber: row.letter_number,
  letterDate: row.letter_date,
  reason: row.reason === null ? null : PermitReason.parse(row.reason),
  version: row.version,
})
/** A review the actor may see; not locked, because the permit is what is locked. */
export async function findReview(tx: Tx, id: string): Promise<StoredReview | undefined> {
  const row = await tx.selectFrom('businesses.review').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : reviewOf(row)
}
export async function listReviews(tx: Tx, planId: string, permitId: string): Promise<readonly StoredReview[]> {
  const rows = await tx
    .selectFrom('businesses.review')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('permit_id', '=', permitId)
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(reviewOf)
}
/** What one agency has to read, the nearest day first. */
export async function listOwnReviews(tx: Tx, organisationId: string): Promise<readonly StoredReview[]> {
  const rows = await tx
    .selectFrom('businesses.review')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['waiting', 'under-way'])
    .orderBy('due_on')
    .orderBy('id')
    .limit(250)
    .execute()
  return rows.map(reviewOf)
}
export interface NewReview {
  readonly id: string
  readonly permitId: string
  readonly fileNumber: string
  readonly fieldCode: string
  readonly relation: string
  readonly requestNumber: string | null
  readonly kind: string
  readonly organisationId: string | null
  readonly state: string
  readonly dueOn: string
}
export async function insertReview(tx: Tx, scope: Scope, review: NewReview): Promise<void> {
  await tx
    .insertInto('businesses.review')
    .values({
      ...scope,
      id: review.id,
      permit_id: review.permitId,
      file_number: review.fileNumber,
      field_code: review.fieldCode,
      relation: review.relation,
      request_number: review.requestNumber,
      kind: review.kind,
      organisation_id: review.organisationId,
      state: review.state,
      due_on: review.dueOn,
    })
    .execute()
}
interface Given {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly reason: string | null
  readonly accountId: string
}
/** Answers the version that was read; false when somebody was quicker. */
export async function answer(tx: Tx, given: Given): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('businesses.review')
    .set((set) => ({
      state: given.state,
      letter_number: given.letterNumber,
      letter_date: given.letterDate,
      reason: given.reason,
      answered_by: given.accountId,
      version: set('version', '+', 1),
    }))
    .where('id', '=', given.id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** Nobody needs to answer any longer: the request came back, was refused or taken back. */
export async function dropOpen(tx: Tx, planId: string, permitId: string): Promise<void> {
  await tx
    .updateTable('businesses.review')
    .set((set) => ({ state: 'dropped', version: set('version', '+', 1) }))
    .where('plan_id', '=', planId)
    .where('permit_id', '=', permitId)
    .where('state', 'in', ['waiting', 'under-way'])
    .execute()
}
/** An agency by the code it has in the list of the seven. */
export async function findByAgencyCode(tx: Tx, code: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('partners.organisation')
    .select('id')
    .where('agency_code', '=', code)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
interface Standing {
  readonly state: PermitState
  readonly reviews: readonly StoredReview[]
}
/** Where the permits behind these reviews stand, and who else reads them. */
export async function listStandings(
  tx: Tx,
  planId: string,
  of: readonly { readonly permitId: string }[],
): Promise<ReadonlyMap<string, Standing>> {
  const ids = [...new Set(of.map(({ permitId }) => permitId))]
  if (ids.length === 0) return new Map()
  const permits = await tx
    .selectFrom('businesses.permit')
    .select(['id', 'state'])
    .where('plan_id', '=', planId)
    .where('id', 'in', ids)
    .execute()
  const rows = await tx
    .selectFrom('businesses.review')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('permit_id', 'in', ids)
    .orderBy('id')
    .execute()
  const reviews = Map.groupBy(rows.map(reviewOf), ({ permitId }) => permitId)
  return new Map(permits.map(({ id, state }) => [id, { state: PermitState.parse(state), reviews: reviews.get(id) ?? [] }]))
}
