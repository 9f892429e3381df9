import { sql, type Tx } from '../../../platform/db.ts'
import { StepKind, StepOwner } from '../contract/work-plan.ts'

/** Where a guide stands with one woman: when they last spoke, when she was last tried in vain, and the next step of her plan. */
export interface Guiding {
  readonly spokeOn: string | null
  readonly triedOn: string | null
  readonly nextStep: { readonly kind: StepKind; readonly owner: StepOwner; readonly dueOn: string } | null
}
/** Of cases the reader carries; two statements for all of them. */
export async function listGuiding(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, Guiding>> {
  if (caseIds.length === 0) return new Map()
  const contacts = await tx
    .selectFrom('pathways.contact')
    .select(['case_id'])
    .select((select) => [
      select.fn.max('held_on').filterWhere('standing', '<>', 'no-answer').as('spoke_on'),
      select.fn.max('held_on').filterWhere('standing', '=', 'no-answer').as('tried_on'),
    ])
    .where('case_id', 'in', [...caseIds])
    .groupBy('case_id')
    .execute()
  const { rows: steps } = await sql<{ case_id: string; kind: string; owner: string; due_on: string }>`
    select distinct on (case_id) case_id, kind, owner, due_on from pathways.step
    where case_id = any (${[...caseIds]}::uuid[]) and state in ('planned', 'under-way') order by case_id, due_on, id`.execute(tx)
  return new Map(
    caseIds.map((caseId) => {
      const contact = contacts.find((one) => one.case_id === caseId)
      const step = steps.find((one) => one.case_id === caseId)
      const nextStep =
        step === undefined ? null : { kind: StepKind.parse(step.kind), owner: StepOwner.parse(step.owner), dueOn: step.due_on }
      return [caseId, { spokeOn: contact?.spoke_on ?? null, triedOn: contact?.tried_on ?? null, nextStep }]
    }),
  )
}
