import type { Tx } from '../../../platform/db.ts'
import { Recommendation } from '../contract/results.ts'

/** The last result of a case of which she was told. */
export async function findTold(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('interviews.result')
    .select(['recommendation', 'told_on'])
    .where('case_id', '=', caseId)
    .where('told_on', 'is not', null)
    .orderBy('told_on', 'desc')
    .orderBy('interview_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.told_on == null ? undefined : { recommendation: Recommendation.parse(row.recommendation), toldOn: row.told_on }
}
/** What she wishes to change, with the sentence where she stands and the next one. */
export async function listChangeWishes(tx: Tx, caseId: string) {
  const rows = await tx
    .selectFrom('interviews.change_wish as wish')
    .innerJoin('interviews.agreed as agreed', (join) =>
      join
        .onRef('agreed.plan_id', '=', 'wish.plan_id')
        .onRef('agreed.interview_id', '=', 'wish.interview_id')
        .onRef('agreed.item_code', '=', 'wish.item_code'),
    )
    .innerJoin('interviews.item as item', (join) =>
      join.onRef('item.instrument_code', '=', 'agreed.instrument_code').onRef('item.code', '=', 'agreed.item_code'),
    )
    .innerJoin('interviews.anchor as now', (join) =>
      join
        .onRef('now.instrument_code', '=', 'agreed.instrument_code')
        .onRef('now.item_code', '=', 'agreed.item_code')
        .onRef('now.degree', '=', 'agreed.degree'),
    )
    .innerJoin('interviews.anchor as next', (join) =>
      join
        .onRef('next.instrument_code', '=', 'agreed.instrument_code')
        .onRef('next.item_code', '=', 'agreed.item_code')
        .on((on) => on('next.degree', '=', on('now.degree', '+', 1))),
    )
    .select(['wish.item_code', 'item.title', 'now.sentence as now_sentence', 'next.sentence as next_sentence', 'wish.wished_on'])
    .where('wish.case_id', '=', caseId)
    .orderBy('item.domain', 'desc')
    .orderBy('item.place')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    itemCode: row.item_code,
    title: row.title,
    now: row.now_sentence,
    next: row.next_sentence,
    wishedOn: row.wished_on,
  }))
}
