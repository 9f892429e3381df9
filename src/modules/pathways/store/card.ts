import { sql, type Tx } from '../../../platform/db.ts'
import { PlanKind, StepKind, StepOwner } from '../contract/work-plan.ts'

/** What of a plan of work may stand on a paper that lies about at home: what was agreed and what comes next, as codes and days. */
export interface CardFacts {
  readonly agreed: { readonly kind: PlanKind; readonly on: string } | null
  /** Steps of hers that are open, the nearest first; the kind of those that say something of her health, her rights or her money is left out. */
  readonly steps: readonly { readonly kind: StepKind; readonly owner: StepOwner; readonly dueOn: string }[]
}
/** Steps that were put to her and wait for her word. */
export async function countStepsToAnswer(tx: Tx, caseId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('pathways.step')
    .select((select) => select.fn.countAll().as('count'))
    .where('case_id', '=', caseId)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  return Number(count)
}
const MOST_ON_A_CARD = 3
/** Kinds nobody who finds the paper should read. */
const PRIVATE: ReadonlySet<StepKind> = new Set<StepKind>(['health', 'legal', 'loan', 'insurance', 'care'])
export async function findCardFacts(tx: Tx, caseId: string): Promise<CardFacts> {
  const plan = await tx.selectFrom('pathways.work_plan').select(['kind', 'agreed_on']).where('case_id', '=', caseId).executeTakeFirst()
  if (plan === undefined || plan.agreed_on === null) return { agreed: null, steps: [] }
  const steps = await tx
    .selectFrom('pathways.step')
    .select(['kind', 'owner', 'due_on'])
    .where('case_id', '=', caseId)
    .where(sql<boolean>`state in ('planned', 'under-way')`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(MOST_ON_A_CARD)
    .execute()
  return {
    agreed: { kind: PlanKind.parse(plan.kind), on: plan.agreed_on },
    steps: steps.map((row) => {
      const kind = StepKind.parse(row.kind)
      return { kind: PRIVATE.has(kind) ? 'other' : kind, owner: StepOwner.parse(row.owner), dueOn: row.due_on }
    }),
  }
}
