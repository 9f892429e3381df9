import type { z } from 'zod'
import { sql, type Tx } from '../../../platform/db.ts'
import type { Notice, sendNotice } from '../contract/notices.ts'

export type StoredNotice = Omit<Notice, 'isOverdue'> & { readonly organisationId: string }
interface Row {
  readonly id: string
  readonly scope_id: string
  readonly county_code: string
  readonly organisation_id: string
  readonly letter_number: string
  readonly letter_date: string
  readonly sentence: string
  readonly answer_by: string
  readonly answer_number: string | null
  readonly answer_date: string | null
  readonly answer: string | null
  readonly answered_on: string | null
  readonly version: number
}
function answerOf({ answer, answer_number: letterNumber, answer_date: letterDate, answered_on: answeredOn }: Row): Notice['answer'] {
  if (answer === null || letterNumber === null || letterDate === null || answeredOn === null) return null
  return { sentence: answer, letterNumber, letterDate, answeredOn }
}
const noticeOf = (row: Row): StoredNotice => ({
  id: row.id,
  scopeId: row.scope_id,
  countyCode: row.county_code,
  organisationId: row.organisation_id,
  letterNumber: row.letter_number,
  letterDate: row.letter_date,
  sentence: row.sentence,
  answerBy: row.answer_by,
  answer: answerOf(row),
  version: row.version,
})
export async function listNotices(tx: Tx, scopeId: string): Promise<readonly StoredNotice[]> {
  const rows = await tx
    .selectFrom('oversight.notice')
    .selectAll()
    .where('scope_id', '=', scopeId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(noticeOf)
}
export async function findNotice(tx: Tx, id: string): Promise<StoredNotice | undefined> {
  const row = await tx.selectFrom('oversight.notice').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : noticeOf(row)
}
export async function lockNotice(tx: Tx, id: string): Promise<StoredNotice | undefined> {
  const row = await tx.selectFrom('oversight.notice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : noticeOf(row)
}
interface Whose {
  readonly planId: string
  readonly countyCode: string
  readonly organisationId: string
}
export async function insertNotice(tx: Tx, whose: Whose, made: z.output<typeof sendNotice.input>): Promise<void> {
  await tx
    .insertInto('oversight.notice')
    .values({
      plan_id: whose.planId,
      id: made.noticeId,
      scope_id: made.id,
      county_code: whose.countyCode,
      organisation_id: whose.organisationId,
      letter_number: made.letterNumber,
      letter_date: made.letterDate,
      sentence: made.sentence,
      answer_by: made.answerBy,
    })
    .execute()
}
interface Answer {
  readonly answer: string
  readonly letterNumber: string
  readonly letterDate: string
  readonly today: string
}
/** The answer of the executor on a locked notice. */
export async function keepAnswer(
  tx: Tx,
  { id, version }: StoredNotice,
  { answer, letterNumber, letterDate, today }: Answer,
): Promise<void> {
  await tx
    .updateTable('oversight.notice')
    .set({ answer, answer_number: letterNumber, answer_date: letterDate, answered_on: today, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
/** Notices of a county without an answer, and how many of them past their day. */
export async function countNotices(tx: Tx, countyCode: string, day: string) {
  return tx
    .selectFrom('oversight.notice')
    .select([sql<number>`count(*)::int`.as('open'), sql<number>`count(*) filter (where answer_by < ${day}::date)::int`.as('overdue')])
    .where('county_code', '=', countyCode)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
}
