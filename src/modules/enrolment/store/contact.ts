import { beyondReach, type Tx } from '../../../platform/db.ts'
import { ContactChannel, ContactResult, type ContactTry } from '../contract/cases.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

export async function listContactTries(tx: Tx, caseId: string): Promise<ContactTry[]> {
  const rows = await tx
    .selectFrom('enrolment.contact_try')
    .select(['id', 'channel', 'result', 'tried_at'])
    .where('case_id', '=', caseId)
    .orderBy('tried_at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channel: ContactChannel.parse(row.channel),
    result: ContactResult.parse(row.result),
    triedAt: row.tried_at.toISOString(),
  }))
}
/** When she last came or spoke for a step of her road: her contact, her consent, her registration. */
export async function findLastMet(tx: Tx, { planId, id }: Pick<Case, 'planId' | 'id'>): Promise<string | null> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('enrolment.case_move')
      .select('moved_at')
      .where('plan_id', '=', planId)
      .where('case_id', '=', id)
      .where('to_position', 'in', ['contacted', 'consented', 'incomplete', 'registered'])
      .orderBy('moved_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.moved_at.toISOString() ?? null
}
export async function insertContactTry(
  tx: Tx,
  one: Case,
  made: { readonly id: string; readonly channel: string; readonly result: string; readonly at: Date; readonly accountId: string },
): Promise<void> {
  await tx
    .insertInto('enrolment.contact_try')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      channel: made.channel,
      result: made.result,
      tried_at: made.at,
      account_id: made.accountId,
    })
    .execute()
}
