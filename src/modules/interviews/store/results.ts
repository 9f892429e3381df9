import { sql, type Tx } from '../../../platform/db.ts'
import { Need } from '../contract/instrument.ts'
import { Recommendation } from '../contract/results.ts'
import { type Degree, degreeOf } from '../rules/marks.ts'
import type { Interview } from './interviews.ts'
import { readScope } from './waiting.ts'

/** Where a sealed value of this room stands; it opens nowhere else. */
export const placeOf = (
  column: string,
  { planId, interviewId, of }: { readonly planId: string; readonly interviewId: string; readonly of: string },
): string => `interviews.${column}/${planId}/${interviewId}/${of}`

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
interface WishRow {
  readonly itemCode: string
  readonly title: string
  readonly now: string
  readonly next: string
  readonly wishedOn: string
}
/** What she wishes to change, with the sentence where she stands and the next one. */
export async function listChangeWishes(tx: Tx, caseId: string): Promise<readonly WishRow[]> {
  const { rows } = await sql<WishRow>`
    select wish.item_code as "itemCode", item.title, here.sentence as now, next.sentence as next, wish.wished_on as "wishedOn"
    from interviews.change_wish wish
    join interviews.agreed agreed on agreed.plan_id = wish.plan_id and agreed.interview_id = wish.interview_id and agreed.item_code = wish.item_code
    join interviews.item item on item.instrument_code = agreed.instrument_code and item.code = agreed.item_code
    join interviews.anchor here on here.instrument_code = agreed.instrument_code and here.item_code = agreed.item_code and here.degree = agreed.degree
    join interviews.anchor next on next.instrument_code = agreed.instrument_code and next.item_code = agreed.item_code and next.degree = agreed.degree + 1
    where wish.case_id = ${caseId} order by item.domain desc, item.place limit 100`.execute(tx)
  return rows
}
export interface AgreedRow {
  readonly itemCode: string
  readonly degree: Degree | null
}
/** What a panel agreed on, as far as the reader may see it: nothing before it did. */
export async function findAgreement(tx: Tx, interviewId: string) {
  const rows = await tx.selectFrom('interviews.agreed').select(['item_code', 'degree']).where('interview_id', '=', interviewId).execute()
  const result = await tx
    .selectFrom('interviews.result')
    .select('recommendation')
    .where('interview_id', '=', interviewId)
    .executeTakeFirst()
  return {
    items: rows.map((row): AgreedRow => ({ itemCode: row.item_code, degree: row.degree === null ? null : degreeOf(row.degree) })),
    recommendation: result === undefined ? null : Recommendation.parse(result.recommendation),
  }
}
/** The last day on which the marks of a conversation hold. */
export async function findExpiry(tx: Tx, interviewId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('interviews.agreed')
    .select('expires_on')
    .where('interview_id', '=', interviewId)
    .limit(1)
    .executeTakeFirst()
  return row?.expires_on
}
export async function findResult(tx: Tx, interviewId: string) {
  const row = await tx
    .selectFrom('interviews.result')
    .select(['recommendation', 'sealed_reason', 'agreed_on', 'told_on'])
    .where('interview_id', '=', interviewId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : {
        recommendation: Recommendation.parse(row.recommendation),
        sealedReason: row.sealed_reason,
        agreedOn: row.agreed_on,
        toldOn: row.told_on,
      }
}
/** Her wish, her field and the support she named, as whoever spoke wrote them down. */
export async function findAnswer(tx: Tx, interviewId: string) {
  const row = await tx
    .selectFrom('interviews.answer')
    .select(['field_code', 'sealed_wish', 'needs'])
    .where('interview_id', '=', interviewId)
    .where('sealed_wish', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { fieldCode: row.field_code, sealedWish: row.sealed_wish, needs: row.needs.map((need) => Need.parse(need)) }
}
/** The examples and tasks behind the marks of a conversation that was agreed, by item and whoever wrote them; sealed. */
export async function listExamples(tx: Tx, interviewId: string) {
  const rows = await tx
    .selectFrom('interviews.evidence')
    .select(['account_id', 'item_code', 'kind', 'sealed_words'])
    .where('interview_id', '=', interviewId)
    .where('agreed_on', 'is not', null)
    .orderBy('item_code')
    .orderBy('account_id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    itemCode: row.item_code,
    kind: row.kind === 'task' ? ('task' as const) : ('example' as const),
    sealedWords: row.sealed_words,
  }))
}
export async function countDissents(tx: Tx, interviewId: string): Promise<number> {
  const row = await tx
    .selectFrom('interviews.dissent')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('interview_id', '=', interviewId)
    .executeTakeFirstOrThrow()
  return row.n
}
export async function listWishedCodes(tx: Tx, interviewId: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('interviews.change_wish').select('item_code').where('interview_id', '=', interviewId).execute()
  return rows.map((row) => row.item_code)
}
export async function listStopNotes(tx: Tx, interviewId: string) {
  return tx
    .selectFrom('interviews.stop_note')
    .select(['id', 'sealed_note', 'written_at'])
    .where('interview_id', '=', interviewId)
    .orderBy('written_at')
    .execute()
}
/** She was told, and these are the points she wishes to change. */
export async function writeTelling(
  tx: Tx,
  one: Interview,
  told: {
    readonly manner: string
    readonly sealedWitness: Buffer | null
    readonly accountId: string
    readonly today: string
    readonly wishes: readonly string[]
  },
): Promise<void> {
  await tx
    .updateTable('interviews.result')
    .set((set) => ({
      told_on: told.today,
      told_by: told.accountId,
      told_manner: told.manner,
      sealed_witness: told.sealedWitness,
      version: set('version', '+', 1),
    }))
    .where('interview_id', '=', one.id)
    .execute()
  if (told.wishes.length === 0) return
  const scope = await readScope(tx, one)
  await tx
    .insertInto('interviews.change_wish')
    .values(told.wishes.map((code) => ({ ...scope, interview_id: one.id, item_code: code, case_id: one.caseId, wished_on: told.today })))
    .execute()
}
export interface DriftRow {
  readonly accountId: string
  readonly organisationId: string
  readonly name: string
  readonly domain: string
  readonly marks: number
  readonly above: number
  readonly below: number
  readonly far: number
}
/** Drift of members, who are officers: no woman is in it. */
export async function listDrift(tx: Tx): Promise<readonly DriftRow[]> {
  const { rows } =
    await sql<DriftRow>`select drift.account_id as "accountId", member.organisation_id as "organisationId", member.officer_name as name,
      drift.domain, drift.marks, drift.above, drift.below, drift.far
    from interviews.drift drift join interviews.member member on member.plan_id = drift.plan_id and member.account_id = drift.account_id
    order by member.officer_name, drift.account_id limit 500`.execute(tx)
  return rows
}
