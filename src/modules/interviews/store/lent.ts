import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Degree } from '../rules/marks.ts'
import { degreeOf } from '../rules/marks.ts'

export interface CraftFact {
  readonly personId: string
  readonly fieldCode: string
  readonly craftLevel: Degree
  readonly outputLevel: Degree | null
  readonly agreedOn: string
  readonly expiresOn: string
}
interface Row {
  readonly person_id: string
  readonly field_code: string
  readonly craft: number
  readonly output: number | null
  readonly agreed_on: string
  readonly expires_on: string
}
/** Two items of the last agreed conversation of each woman, over all counties and whoever asks; the rest of it stays where it is. */
export async function listCraftFacts(
  tx: Tx,
  { planId, personIds, today }: { readonly planId: string; readonly personIds: readonly string[]; readonly today: string },
): Promise<readonly CraftFact[]> {
  if (personIds.length === 0) return []
  const { rows } = await beyondReach(tx, () =>
    sql<Row>`
      select distinct on (craft.person_id) craft.person_id, craft.field_code, craft.degree as craft, output.degree as output, craft.agreed_on, craft.expires_on
      from interviews.agreed craft
      left join interviews.agreed output on output.plan_id = craft.plan_id and output.interview_id = craft.interview_id and output.item_code = 'tested-output'
      where craft.plan_id = ${planId} and craft.person_id = any (${[...personIds]}::uuid[]) and craft.item_code = 'main-skill'
        and craft.field_code is not null and craft.degree is not null and craft.expires_on >= ${today}
      order by craft.person_id, craft.agreed_on desc, craft.interview_id desc`.execute(tx),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    fieldCode: row.field_code,
    craftLevel: degreeOf(row.craft),
    outputLevel: row.output === null ? null : degreeOf(row.output),
    agreedOn: row.agreed_on,
    expiresOn: row.expires_on,
  }))
}
