import type { Tx, Write } from '../../../platform/db.ts'
import type { Case } from './cases.ts'

/** Its scope comes from the case itself, also who is barred, so that the draft hides from the same officers. */
export function draftWrite(
  tx: Tx,
  { planId, id }: Case,
  { groundId, sealedFields, at }: { readonly groundId: string; readonly sealedFields: Buffer | null; readonly at: Date },
): Write {
  const fields = { ground_id: groundId, sealed_fields: sealedFields, saved_at: at }
  const row = tx
    .selectFrom('enrolment.case')
    .select(['plan_id', 'id', 'person_id', 'county_code', 'barred', 'assigned'])
    .select((column) => [
      column.cast<string>(column.val(groundId), 'uuid').as('ground_id'),
      column.cast<Buffer | null>(column.val(sealedFields), 'bytea').as('sealed_fields'),
      column.cast<Date>(column.val(at), 'timestamptz').as('saved_at'),
    ])
    .where('plan_id', '=', planId)
    .where('id', '=', id)
  return tx
    .insertInto('enrolment.registration_draft')
    .columns(['plan_id', 'id', 'person_id', 'county_code', 'barred', 'assigned', 'ground_id', 'sealed_fields', 'saved_at'])
    .expression(row)
    .onConflict((clash) => clash.columns(['plan_id', 'id']).doUpdateSet(fields))
}
export async function findDraft(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('enrolment.registration_draft')
    .select(['ground_id', 'sealed_fields', 'saved_at'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row === undefined ? undefined : { groundId: row.ground_id, sealedFields: row.sealed_fields, savedAt: row.saved_at }
}
