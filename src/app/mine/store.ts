import { type Case, caseOf, columns } from '../../modules/enrolment/store/cases.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'

/** Her file that goes on: of two that were joined, the one that is kept. */
export async function getHerCase(tx: Tx, personId: string | null): Promise<Case> {
  const row = await tx
    .selectFrom('enrolment.case')
    .select(columns)
    .where('person_id', '=', personId)
    .where('joined_to', 'is', null)
    .executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : caseOf(row)
}
