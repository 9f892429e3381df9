import { beyondReach, type Tx } from '../../../platform/db.ts'
import { CasePosition } from '../contract/cases.ts'
import type { Position } from '../rules/case-moves.ts'
import type { Case } from './cases.ts'

/** The scope columns a new row about a woman takes from her case: also who is barred, so that a new row hides from the same officers. */
export async function readScope(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>) {
  return beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case')
      .select(['plan_id', 'person_id', 'county_code', 'barred', 'assigned'])
      .where('plan_id', '=', planId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}
/** The scope columns that rows of later rooms about a case take from it. */
export interface FileScope {
  readonly plan_id: string
  readonly case_id: string
  readonly person_id: string
  readonly county_code: string
  readonly assigned: string[]
  readonly barred: string[]
}
/** A case the actor may see, as far as later rooms need it to keep rows about it; undefined otherwise. */
export async function findFile(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.case')
    .select(['plan_id', 'id', 'person_id', 'county_code', 'assigned', 'barred', 'file_number', 'position', 'joined_to'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, file_number: fileNumber, position, joined_to: joinedTo, ...columns } = row
  const scope: FileScope = { ...columns, case_id: id }
  return { scope, fileNumber, position: CasePosition.parse(position), isJoined: joinedTo !== null }
}

/** A woman of a county as matching weighs her: where she stands, her tier, and under whose hands rows about her stand. */
export interface OnTheRoad {
  readonly scope: FileScope
  readonly fileNumber: string
  readonly position: Position
  /** The lowest where no decision put her into one. */
  readonly tier: number
}
const LOWEST_TIER = 4
/** Those of a county who stand at one of these positions, over all guides and whoever asks; a joined file is not among them. At most `limit`. */
export async function listOnTheRoad(
  tx: Tx,
  asked: {
    readonly planId: string
    readonly countyCode: string
    readonly positions: readonly Position[]
    /** Only these; everybody of the county when absent. */
    readonly caseIds?: readonly string[]
    readonly limit: number
  },
): Promise<readonly OnTheRoad[]> {
  if (asked.caseIds?.length === 0) return []
  const rows = await beyondReach(tx, () => {
    const query = tx
      .selectFrom('enrolment.case')
      .select(['plan_id', 'id', 'person_id', 'county_code', 'assigned', 'barred', 'file_number', 'position', 'tier'])
      .where('plan_id', '=', asked.planId)
      .where('county_code', '=', asked.countyCode)
      .where('position', 'in', [...asked.positions])
      .where('joined_to', 'is', null)
      .orderBy('id')
      .limit(asked.limit)
    return (asked.caseIds === undefined ? query : query.where('id', 'in', [...asked.caseIds])).execute()
  })
  return rows.map(({ id, file_number: fileNumber, position, tier, ...columns }) => ({
    scope: { ...columns, case_id: id },
    fileNumber,
    position: CasePosition.parse(position),
    tier: tier ?? LOWEST_TIER,
  }))
}
