import type { Tx } from '../../../platform/db.ts'
import { TellingManner } from '../contract/eligibility.ts'
import type { Case } from './cases.ts'
import { readScope } from './scope.ts'

interface About {
  readonly decisionId: string
  readonly about: 'decision' | 'answer'
}
/** When and how this was told to her, if it was. */
export async function findTelling(tx: Tx, { decisionId, about }: About) {
  const row = await tx
    .selectFrom('enrolment.telling')
    .select(['told_on', 'manner'])
    .where('decision_id', '=', decisionId)
    .where('about', '=', about)
    .executeTakeFirst()
  return row === undefined ? undefined : { on: row.told_on, manner: TellingManner.parse(row.manner) }
}
export async function insertTelling(
  tx: Tx,
  one: Case,
  made: About & { readonly id: string; readonly manner: TellingManner; readonly accountId: string; readonly today: string },
): Promise<void> {
  await tx
    .insertInto('enrolment.telling')
    .values({
      ...(await readScope(tx, one)),
      id: made.id,
      case_id: one.id,
      decision_id: made.decisionId,
      about: made.about,
      manner: made.manner,
      told_by: made.accountId,
      told_on: made.today,
    })
    .execute()
}
