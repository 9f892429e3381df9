import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import { Need } from '../contract/instrument.ts'
import { type Degree, degreeOf, type Mark } from '../rules/marks.ts'
import type { Interview } from './interviews.ts'
import type { OwnSeat } from './seats.ts'

export interface StoredMark {
  readonly itemCode: string
  readonly degree: Degree | null
  readonly evidence: { readonly kind: 'example' | 'task'; readonly sealedWords: Buffer } | null
}
const degreeFrom = (stored: number | null): Degree | null => (stored === null ? null : degreeOf(stored))

/** One's own marks of a conversation with what stands behind each. */
export async function listOwnMarks(tx: Tx, seat: OwnSeat): Promise<readonly StoredMark[]> {
  const rows = await tx
    .selectFrom('interviews.mark as mark')
    .leftJoin('interviews.evidence as evidence', (join) =>
      join
        .onRef('evidence.plan_id', '=', 'mark.plan_id')
        .onRef('evidence.interview_id', '=', 'mark.interview_id')
        .onRef('evidence.account_id', '=', 'mark.account_id')
        .onRef('evidence.item_code', '=', 'mark.item_code'),
    )
    .select(['mark.item_code', 'mark.degree', 'evidence.kind', 'evidence.sealed_words'])
    .where('mark.interview_id', '=', seat.interviewId)
    .where('mark.account_id', '=', seat.accountId)
    .execute()
  return rows.map((row) => ({
    itemCode: row.item_code,
    degree: degreeFrom(row.degree),
    evidence: row.sealed_words === null ? null : { kind: row.kind === 'task' ? 'task' : 'example', sealedWords: row.sealed_words },
  }))
}
/** The items a member has marked so far, «م» among them. */
export async function listMarkedCodes(tx: Tx, seat: OwnSeat): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('interviews.mark')
    .select('item_code')
    .where('interview_id', '=', seat.interviewId)
    .where('account_id', '=', seat.accountId)
    .execute()
  return rows.map((row) => row.item_code)
}
interface Kept {
  readonly one: Interview
  readonly seat: OwnSeat
}
/** The columns of a row of this seat: scope as the conversation has it, which is locked meanwhile and restamped with her other rows. */
function baseOf({ one, seat }: Kept) {
  return {
    plan_id: one.planId,
    person_id: one.personId,
    county_code: one.countyCode,
    barred: [...one.barred],
    assigned: [...one.assigned],
    interview_id: one.id,
    account_id: seat.accountId,
    opens_on: seat.opensOn,
    closes_on: seat.closesOn,
  }
}
/** Keeps one mark; an evidence once given is changed, not taken back, by a later one. */
export async function putMark(
  tx: Tx,
  kept: Kept & { readonly instrumentCode: string },
  mark: {
    readonly itemCode: string
    readonly degree: Degree | null
    readonly evidence: { readonly kind: 'example' | 'task'; readonly sealedWords: Buffer } | null
    readonly at: Date
  },
): Promise<void> {
  const base = baseOf(kept)
  await tx
    .insertInto('interviews.mark')
    .values({ ...base, item_code: mark.itemCode, instrument_code: kept.instrumentCode, degree: mark.degree, marked_at: mark.at })
    .onConflict((clash) =>
      clash.columns(['plan_id', 'interview_id', 'account_id', 'item_code']).doUpdateSet({ degree: mark.degree, marked_at: mark.at }),
    )
    .execute()
  if (mark.evidence === null) return
  const { kind, sealedWords } = mark.evidence
  await tx
    .insertInto('interviews.evidence')
    .values({ ...base, item_code: mark.itemCode, kind, sealed_words: sealedWords })
    .onConflict((clash) =>
      clash.columns(['plan_id', 'interview_id', 'account_id', 'item_code']).doUpdateSet({ kind, sealed_words: sealedWords }),
    )
    .execute()
}
export async function putAnswer(
  tx: Tx,
  kept: Kept,
  answer: { readonly fieldCode: string | null; readonly sealedWish: Buffer | null; readonly needs: readonly Need[] },
): Promise<void> {
  const fields = { field_code: answer.fieldCode, sealed_wish: answer.sealedWish, needs: [...new Set(answer.needs)] }
  await tx
    .insertInto('interviews.answer')
    .values({ ...baseOf(kept), ...fields })
    .onConflict((clash) => clash.columns(['plan_id', 'interview_id', 'account_id']).doUpdateSet(fields))
    .execute()
}
export async function findOwnAnswer(tx: Tx, seat: OwnSeat) {
  const row = await tx
    .selectFrom('interviews.answer')
    .select(['field_code', 'sealed_wish', 'needs'])
    .where('interview_id', '=', seat.interviewId)
    .where('account_id', '=', seat.accountId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { fieldCode: row.field_code, sealedWish: row.sealed_wish, needs: row.needs.map((need) => Need.parse(need)) }
}
/** All are in: marks open to those who sat there, and nobody changes her own any more. */
export async function openMarks(
  tx: Tx,
  one: Interview,
  { seated, at }: { readonly seated: readonly string[]; readonly at: Date },
): Promise<void> {
  const where = sql`plan_id = ${one.planId} and interview_id = ${one.id}`
  await beyondReach(tx, async () => {
    await sql`update interviews.mark set opened_at = ${at}, seated = ${[...seated]}::uuid[] where ${where} and account_id = any (${[...seated]}::uuid[])`.execute(
      tx,
    )
    await sql`update interviews.evidence set opened_at = ${at} where ${where} and account_id = any (${[...seated]}::uuid[])`.execute(tx)
    await sql`update interviews.answer set opened_at = ${at} where ${where} and account_id = any (${[...seated]}::uuid[])`.execute(tx)
  })
}
/** Marks closed again, for a conversation that stopped before anything was agreed. */
export async function closeMarks(tx: Tx, one: Interview): Promise<void> {
  const where = sql`plan_id = ${one.planId} and interview_id = ${one.id}`
  await beyondReach(tx, async () => {
    await sql`update interviews.mark set opened_at = null, seated = '{}' where ${where}`.execute(tx)
    await sql`update interviews.evidence set opened_at = null where ${where}`.execute(tx)
    await sql`update interviews.answer set opened_at = null where ${where}`.execute(tx)
  })
}
/** Marks the reader may see: all of them once all are in. */
export async function listOpenMarks(tx: Tx, interviewId: string): Promise<readonly Mark[]> {
  const rows = await tx
    .selectFrom('interviews.mark')
    .select(['account_id', 'item_code', 'degree'])
    .where('interview_id', '=', interviewId)
    .where('opened_at', 'is not', null)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, itemCode: row.item_code, degree: degreeFrom(row.degree) }))
}
