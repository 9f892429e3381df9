import type { Tx } from '../../../platform/db.ts'
import { dayIn, TEHRAN } from '../../../platform/time.ts'
import { type Permit, PermitMove, PermitReason, PermitState } from '../contract/permits.ts'
import { type Scope, scopeOf } from './scope.ts'

export interface StoredPermit {
  readonly id: string
  readonly businessId: string
  readonly caseId: string
  readonly personId: string
  readonly countyCode: string
  readonly fileNumber: string
  readonly scope: Scope
  readonly state: PermitState
  readonly stateSince: string
  readonly dueOn: string | null
  readonly version: number
}
interface Row extends Scope {
  readonly id: string
  readonly business_id: string
  readonly case_id: string
  readonly file_number: string
  readonly state: string
  readonly state_since: string
  readonly due_on: string | null
  readonly version: number
}
const permitOf = (row: Row): StoredPermit => ({
  id: row.id,
  businessId: row.business_id,
  caseId: row.case_id,
  personId: row.person_id,
  countyCode: row.county_code,
  fileNumber: row.file_number,
  scope: scopeOf(row),
  state: PermitState.parse(row.state),
  stateSince: row.state_since,
  dueOn: row.due_on,
  version: row.version,
})
export async function lockPermit(tx: Tx, planId: string, id: string): Promise<StoredPermit | undefined> {
  const row = await tx
    .selectFrom('businesses.permit')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : permitOf(row)
}
export async function listPermits(tx: Tx, businessId: string): Promise<readonly StoredPermit[]> {
  const rows = await tx
    .selectFrom('businesses.permit')
    .selectAll()
    .where('business_id', '=', businessId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map(permitOf)
}
type Paper = Pick<Permit, 'requestNumber' | 'requestedOn' | 'permitNumber' | 'issuedOn' | 'issuedBy' | 'expiresOn'>
export const NO_PAPER: Paper = {
  requestNumber: null,
  requestedOn: null,
  permitNumber: null,
  issuedOn: null,
  issuedBy: null,
  expiresOn: null,
}
export async function findPaper(tx: Tx, planId: string, permitId: string): Promise<Paper> {
  const row = await tx
    .selectFrom('businesses.permit_paper')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('permit_id', '=', permitId)
    .executeTakeFirst()
  if (row === undefined) return NO_PAPER
  return {
    requestNumber: row.request_number,
    requestedOn: row.requested_on,
    permitNumber: row.permit_number,
    issuedOn: row.issued_on,
    issuedBy: row.issued_by === 'labour' || row.issued_by === 'portal' ? row.issued_by : null,
    expiresOn: row.expires_on,
  }
}
const paperColumns = (paper: Paper) => ({
  request_number: paper.requestNumber,
  requested_on: paper.requestedOn,
  permit_number: paper.permitNumber,
  issued_on: paper.issuedOn,
  issued_by: paper.issuedBy,
  expires_on: paper.expiresOn,
})
export async function updatePaper(tx: Tx, planId: string, permitId: string, paper: Paper): Promise<void> {
  await tx
    .updateTable('businesses.permit_paper')
    .set(paperColumns(paper))
    .where('plan_id', '=', planId)
    .where('permit_id', '=', permitId)
    .execute()
}
interface NewPermit {
  readonly id: string
  readonly state: string
  readonly today: string
  readonly dueOn: string | null
  readonly paper: Paper
}
export async function insertPermit(
  tx: Tx,
  of: { readonly scope: Scope; readonly businessId: string; readonly caseId: string; readonly fileNumber: string },
  made: NewPermit,
): Promise<void> {
  await tx
    .insertInto('businesses.permit')
    .values({
      ...of.scope,
      id: made.id,
      business_id: of.businessId,
      case_id: of.caseId,
      file_number: of.fileNumber,
      state: made.state,
      state_since: made.today,
      due_on: made.dueOn,
    })
    .execute()
  await tx
    .insertInto('businesses.permit_paper')
    .values({ ...of.scope, permit_id: made.id, ...paperColumns(made.paper) })
    .execute()
}
/** Moves a locked permit; its due day belongs to the new state. */
export async function movePermit(
  tx: Tx,
  { scope, id }: StoredPermit,
  { to, today, dueOn }: { readonly to: string; readonly today: string; readonly dueOn: string | null },
): Promise<void> {
  await tx
    .updateTable('businesses.permit')
    .set((set) => ({ state: to, state_since: today, due_on: dueOn, version: set('version', '+', 1) }))
    .where('plan_id', '=', scope.plan_id)
    .where('id', '=', id)
    .execute()
}
export interface KeptMove {
  readonly id: string
  readonly from: string | null
  readonly to: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly reason: string | null
  readonly accountId: string
  readonly at: Date
}
export async function insertMove(tx: Tx, scope: Scope, permitId: string, move: KeptMove): Promise<void> {
  await tx
    .insertInto('businesses.permit_move')
    .values({
      ...scope,
      id: move.id,
      permit_id: permitId,
      from_state: move.from,
      to_state: move.to,
      letter_number: move.letterNumber,
      letter_date: move.letterDate,
      reason: move.reason,
      made_by: move.accountId,
      moved_at: move.at,
    })
    .execute()
}
export async function listMoves(tx: Tx, permitId: string): Promise<Permit['moves']> {
  const rows = await tx
    .selectFrom('businesses.permit_move')
    .selectAll()
    .where('permit_id', '=', permitId)
    .orderBy('moved_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_state === null ? null : PermitState.parse(row.from_state),
    to: PermitState.parse(row.to_state),
    letterNumber: row.letter_number,
    letterDate: row.letter_date,
    reason: row.reason === null ? null : PermitReason.parse(row.reason),
    on: PermitMove.shape.on.parse(dayIn(TEHRAN, row.moved_at)),
  }))
}
