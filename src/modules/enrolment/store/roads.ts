import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import type { Position } from '../rules/case-moves.ts'
import type { FileScope } from './scope.ts'

/** Where the road of one woman stands, with the days later rooms count from. */
export interface Road {
  readonly scope: FileScope
  readonly fileNumber: string
  readonly position: Position
  readonly tier: number | null
  readonly registeredOn: string
  /** The day her pathway was first agreed; null before. */
  readonly agreedOn: string | null
}
interface Row {
  readonly plan_id: string
  readonly id: string
  readonly person_id: string
  readonly county_code: string
  readonly assigned: string[]
  readonly barred: string[]
  readonly file_number: string
  readonly position: string
  readonly tier: number | null
  readonly registered_on: string
  readonly agreed_on: string | null
}
interface Asked {
  readonly planId: string
  /** Only these; everybody when absent. */
  readonly caseIds?: readonly string[]
  /** Only those whose pathway was agreed. */
  readonly isAgreed?: boolean
  readonly after?: string | undefined
  readonly limit: number
}
/** Registered women in the order of their cases, over all counties and whoever asks; a file that is joined to another or erased is not among them. */
export async function listRoads(tx: Tx, { planId, caseIds, isAgreed = false, after, limit }: Asked): Promise<readonly Road[]> {
  if (caseIds?.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`
      select file.plan_id, file.id, file.person_id, file.county_code, file.assigned, file.barred, file.file_number, file.position, file.tier,
        file.registered_on, (agreed.moved_at at time zone 'Asia/Tehran')::date as agreed_on
      from enrolment."case" file
      left join lateral (select min(move.moved_at) as moved_at from enrolment.case_move move
        where move.plan_id = file.plan_id and move.case_id = file.id and move.to_position = 'pathway-agreed') agreed on true
      where file.plan_id = ${planId} and file.registered_on is not null and file.joined_to is null and not file.is_erased
        ${isAgreed ? sql`and agreed.moved_at is not null` : sql``}
        ${caseIds === undefined ? sql`` : sql`and file.id = any (${[...caseIds]}::uuid[])`}
        ${after === undefined ? sql`` : sql`and file.id > ${after}`}
      order by file.id limit ${limit}`.execute(tx),
  )
  return rows.map(({ id, file_number: fileNumber, position, tier, registered_on: registeredOn, agreed_on: agreedOn, ...columns }) => ({
    scope: { ...columns, case_id: id },
    fileNumber,
    position: CasePosition.parse(position),
    tier,
    registeredOn,
    agreedOn,
  }))
}

/** A dated period of hers with one support body, as the file keeps it. */
export interface SupportStand {
  readonly personId: string
  readonly organisationId: string
  readonly status: string
  readonly since: string | null
  readonly knownOn: string
}
const MOST = 20_000
/** Periods of these women in the order in which they became known, whoever asks: for what became of their support over time. */
export async function listSupportStands(
  tx: Tx,
  { planId, personIds }: { readonly planId: string; readonly personIds: readonly string[] },
): Promise<readonly SupportStand[]> {
  if (personIds.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<{ person_id: string; organisation_id: string; status: string; since: string | null; known_on: string }>`
      select person_id, organisation_id, status, since, (known_at at time zone 'Asia/Tehran')::date as known_on
      from enrolment.support_period where plan_id = ${planId} and person_id = any (${[...personIds]}::uuid[])
      order by known_at, id limit ${MOST}`.execute(tx),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    organisationId: row.organisation_id,
    status: row.status,
    since: row.since,
    knownOn: row.known_on,
  }))
}
