import type { Tx } from '../../../platform/db.ts'
import { seal, unseal } from '../../../platform/vault.ts'
import { Manner } from '../contract/exit-table.ts'
import { PlanKind, Relation, type WorkPlan } from '../contract/work-plan.ts'
import type { Scope } from './scope.ts'

/** Whose words are sealed, and with which key. */
export interface Sealing {
  readonly key: Buffer
  readonly planId: string
  readonly personId: string
}
/** What is sealed with her key in this room. */
type Sealed = 'buyer' | 'wish' | 'step' | 'note'
export const placeOf = (what: Sealed, { planId, personId }: Sealing): string => `pathways.${what}/${planId}/${personId}`
const sealed = (sealing: Sealing, what: Sealed, text: string | null): Buffer | null =>
  text === null ? null : seal(sealing.key, placeOf(what, sealing), text)
export const sealedText = sealed
export function openedText(sealing: Sealing, what: Sealed, text: Buffer | null): string | null {
  return text === null ? null : unseal(sealing.key, placeOf(what, sealing), text).toString()
}

export async function findWorkPlan(tx: Tx, caseId: string, sealing: Sealing): Promise<WorkPlan | undefined> {
  const row = await tx.selectFrom('pathways.work_plan').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    kind: PlanKind.parse(row.kind),
    relation: row.relation === null ? null : Relation.parse(row.relation),
    wishes: row.wishes,
    hoursPerWeek: row.hours_per_week,
    buyer: openedText(sealing, 'buyer', row.sealed_buyer),
    wish: openedText(sealing, 'wish', row.sealed_wish),
    agreedOn: row.agreed_on,
    agreedManner: row.agreed_manner === null ? null : Manner.parse(row.agreed_manner),
    version: row.version,
  }
}
export interface WrittenPlan extends Omit<WorkPlan, 'agreedOn' | 'agreedManner'> {
  readonly accountId: string
  readonly at: Date
}
/** Writes the plan under the version seen; version 0 writes it for the first time. What is changed is no longer agreed. False when somebody was quicker. */
export async function putWorkPlan(tx: Tx, scope: Scope, sealing: Sealing, plan: WrittenPlan): Promise<boolean> {
  const fields = {
    kind: plan.kind,
    relation: plan.relation,
    wishes: [...plan.wishes],
    hours_per_week: plan.hoursPerWeek,
    sealed_buyer: sealed(sealing, 'buyer', plan.buyer),
    sealed_wish: sealed(sealing, 'wish', plan.wish),
    agreed_on: null,
    agreed_manner: null,
    sealed_witness: null,
    written_by: plan.accountId,
    written_at: plan.at,
  }
  if (plan.version === 0) {
    const made = await tx
      .insertInto('pathways.work_plan')
      .values({ ...scope, ...fields })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst()
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const { numUpdatedRows } = await tx
    .updateTable('pathways.work_plan')
    .set((set) => ({ ...fields, version: set('version', '+', 1) }))
    .where('case_id', '=', scope.case_id)
    .where('version', '=', plan.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
/** That she agreed to the version that lay before her. */
export async function agree(
  tx: Tx,
  caseId: string,
  word: { readonly version: number; readonly manner: string; readonly sealedWitness: Buffer | null; readonly on: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pathways.work_plan')
    .set((set) => ({
      agreed_on: word.on,
      agreed_manner: word.manner,
      sealed_witness: word.sealedWitness,
      version: set('version', '+', 1),
    }))
    .where('case_id', '=', caseId)
    .where('version', '=', word.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
