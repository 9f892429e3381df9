import type { Tx } from '../../../platform/db.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

export async function putDraft(
  tx: Tx,
  one: Case,
  { groundId, sealedFields, at }: { readonly groundId: string; readonly sealedFields: Buffer | null; readonly at: Date },
): Promise<void> {
  const fields = { ground_id: groundId, sealed_fields: sealedFields, saved_at: at }
  await tx
    .insertInto('enrolment.registration_draft')
    .values({ ...(await readScope(tx, one)), id: one.id, ...fields })
    .onConflict((clash) => clash.columns(['plan_id', 'id']).doUpdateSet(fields))
    .execute()
}
export async function findDraft(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.registration_draft')
    .select(['ground_id', 'sealed_fields', 'saved_at'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row === undefined ? undefined : { groundId: row.ground_id, sealedFields: row.sealed_fields, savedAt: row.saved_at }
}
