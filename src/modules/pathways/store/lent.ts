import { beyondReach, type Tx } from '../../../platform/db.ts'
import { PlanKind, Relation } from '../contract/work-plan.ts'

/** What later rooms may know of an agreed plan of work. */
export interface PlanFacts {
  readonly personId: string
  readonly caseId: string
  readonly kind: PlanKind
  readonly relation: Relation | null
  /** Field codes, her first wish first. */
  readonly wishes: readonly string[]
  readonly hoursPerWeek: number | null
  /** Who carries her file; null while nobody does. */
  readonly guideAccountId: string | null
}
/** Agreed plans of these women, over all counties and whoever asks; no word of hers and no step leaves. */
export async function listPlanFacts(
  tx: Tx,
  { planId, personIds }: { readonly planId: string; readonly personIds: readonly string[] },
): Promise<readonly PlanFacts[]> {
  if (personIds.length === 0) return []
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('pathways.work_plan')
      .select(['person_id', 'case_id', 'kind', 'relation', 'wishes', 'hours_per_week', 'assigned'])
      .where('plan_id', '=', planId)
      .where('person_id', 'in', [...personIds])
      .where('agreed_on', 'is not', null)
      .orderBy('agreed_on')
      .execute(),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    caseId: row.case_id,
    kind: PlanKind.parse(row.kind),
    relation: row.relation === null ? null : Relation.parse(row.relation),
    wishes: row.wishes,
    hoursPerWeek: row.hours_per_week,
    guideAccountId: row.assigned[0] ?? null,
  }))
}
/** Women of these whose insurance is in force or pays late, whoever asks: yes or no. */
export async function listInsured(
  tx: Tx,
  { planId, personIds }: { readonly planId: string; readonly personIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('pathways.insurance')
      .select('person_id')
      .where('plan_id', '=', planId)
      .where('person_id', 'in', [...personIds])
      .where('state', 'in', ['in-force', 'gap'])
      .execute(),
  )
  return new Set(rows.map(({ person_id: personId }) => personId))
}
