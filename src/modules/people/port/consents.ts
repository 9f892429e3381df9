import { beyondReach, type Tx } from '../../../platform/db.ts'
import type { ConsentPurpose } from '../contract.ts'
import { hasConsented } from '../rules.ts'

/** Which of these women keep a consent on a day: yes or no and nothing else leaves, over all counties and whoever asks. */
export async function listConsenting(
  tx: Tx,
  asked: { readonly planId: string; readonly personIds: readonly string[]; readonly purpose: ConsentPurpose; readonly today: string },
): Promise<ReadonlySet<string>> {
  if (asked.personIds.length === 0) return new Set()
  const rows = await beyondReach(tx, () =>
    tx
      .selectFrom('people.consent')
      .select(['person_id', 'answer', 'given_on', 'withdrawn_on', 'until'])
      .where('plan_id', '=', asked.planId)
      .where('purpose', '=', asked.purpose)
      .where('person_id', 'in', [...asked.personIds])
      .orderBy('given_on')
      .orderBy('id')
      .execute(),
  )
  const { purpose } = asked
  const answers = Map.groupBy(rows, (row) => row.person_id)
  return new Set(
    asked.personIds.filter((id) =>
      hasConsented(
        (answers.get(id) ?? []).map((row) => ({
          purpose,
          answer: row.answer,
          givenOn: row.given_on,
          withdrawnOn: row.withdrawn_on,
          until: row.until,
        })),
        purpose,
        asked.today,
      ),
    ),
  )
}
