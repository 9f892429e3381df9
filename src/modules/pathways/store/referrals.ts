import type { Tx } from '../../../platform/db.ts'
import {
  type Intervention,
  type OwnReferral,
  type Referral,
  ReferralState,
  RefusalReason,
  Result,
  RevocationReason,
} from '../contract/referrals.ts'
import { StepKind } from '../contract/work-plan.ts'
import type { Scope } from './scope.ts'

const MOST = 100
const Reason = RefusalReason.or(RevocationReason)
export type StoredReferral = Omit<Referral, 'organisationName' | 'capacityTitle'>
interface Row {
  readonly id: string
  readonly kind: string
  readonly organisation_id: string
  readonly state: string
  readonly state_since: string
  readonly answer_by: string
  readonly do_by: string | null
  readonly reason: string | null
  readonly version: number
}
function referralOf(row: Row): StoredReferral {
  return {
    id: row.id,
    kind: StepKind.parse(row.kind),
    organisationId: row.organisation_id,
    state: ReferralState.parse(row.state),
    stateSince: row.state_since,
    answerBy: row.answer_by,
    doBy: row.do_by,
    reason: row.reason === null ? null : Reason.parse(row.reason),
    version: row.version,
  }
}
const withTitle = (tx: Tx) =>
  tx
    .selectFrom('pathways.referral as referral')
    .leftJoin('partners.capacity as capacity', 'capacity.id', 'referral.capacity_id')
    .selectAll('referral')
    .select('capacity.title as capacity_title')
export async function listReferrals(tx: Tx, caseId: string): Promise<readonly (StoredReferral & { capacityTitle: string | null })[]> {
  const rows = await withTitle(tx).where('referral.case_id', '=', caseId).orderBy('referral.id', 'desc').limit(MOST).execute()
  return rows.map((row) => ({ ...referralOf(row), capacityTitle: row.capacity_title }))
}
/** What waits for one agency, the nearest day first: to be answered, and to be done. */
export async function listOwnReferrals(tx: Tx, organisationId: string): Promise<readonly OwnReferral[]> {
  const rows = await withTitle(tx)
    .where('referral.organisation_id', '=', organisationId)
    .where('referral.state', 'in', ['sent', 'accepted'])
    .orderBy('referral.answer_by')
    .orderBy('referral.id')
    .limit(250)
    .execute()
  return rows.map((row) => {
    const { reason: _reason, ...rest } = referralOf(row)
    return { ...rest, capacityTitle: row.capacity_title, fileNumber: row.file_number, countyCode: row.county_code }
  })
}
export interface NewReferral {
  readonly id: string
  readonly fileNumber: string
  readonly kind: string
  readonly organisationId: string
  readonly capacityId: string | null
  readonly answerBy: string
  readonly today: string
  readonly accountId: string
}
export async function insertReferral(tx: Tx, scope: Scope, made: NewReferral): Promise<void> {
  await tx
    .insertInto('pathways.referral')
    .values({
      ...scope,
      id: made.id,
      file_number: made.fileNumber,
      organisation_id: made.organisationId,
      kind: made.kind,
      capacity_id: made.capacityId,
      state_since: made.today,
      answer_by: made.answerBy,
      sent_by: made.accountId,
    })
    .execute()
}
/** A referral the actor may move, locked, with the columns what follows from it takes. */
export async function lockReferral(tx: Tx, id: string) {
  const row = await tx.selectFrom('pathways.referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) return undefined
  const { plan_id, case_id, person_id, county_code, assigned, barred } = row
  return {
    referral: referralOf(row),
    capacityId: row.capacity_id,
    scope: { plan_id, case_id, person_id, county_code, assigned, barred } satisfies Scope,
  }
}
export interface ReferralMove {
  readonly id: string
  readonly version: number
  readonly to: string
  readonly reason: string | null
  readonly doBy: string | null
  readonly today: string
}
export async function moveReferral(tx: Tx, { id, version, to, reason, doBy, today }: ReferralMove): Promise<StoredReferral | undefined> {
  const row = await tx
    .updateTable('pathways.referral')
    .set((set) => ({
      state: to,
      state_since: today,
      reason,
      ...(doBy === null ? {} : { do_by: doBy }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : referralOf(row)
}
export interface NewIntervention {
  readonly id: string
  readonly kind: string
  readonly organisationId: string | null
  readonly capacityId: string | null
  readonly referralId: string | null
  readonly happenedOn: string
  readonly result: string
  readonly accountId: string
}
export async function insertIntervention(tx: Tx, scope: Scope, made: NewIntervention): Promise<void> {
  await tx
    .insertInto('pathways.intervention')
    .values({
      ...scope,
      id: made.id,
      kind: made.kind,
      organisation_id: made.organisationId,
      capacity_id: made.capacityId,
      referral_id: made.referralId,
      happened_on: made.happenedOn,
      result: made.result,
      account_id: made.accountId,
    })
    .execute()
}
export async function listInterventions(
  tx: Tx,
  caseId: string,
): Promise<readonly (Omit<Intervention, 'organisationName'> & { readonly organisationId: string | null })[]> {
  const rows = await tx
    .selectFrom('pathways.intervention as done')
    .leftJoin('partners.capacity as capacity', 'capacity.id', 'done.capacity_id')
    .select(['done.id', 'done.kind', 'done.organisation_id', 'done.happened_on', 'done.result', 'capacity.title as capacity_title'])
    .where('done.case_id', '=', caseId)
    .orderBy('done.happened_on', 'desc')
    .orderBy('done.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: StepKind.parse(row.kind),
    organisationId: row.organisation_id,
    capacityTitle: row.capacity_title,
    happenedOn: row.happened_on,
    result: Result.parse(row.result),
  }))
}
