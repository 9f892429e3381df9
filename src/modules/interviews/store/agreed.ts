import { beyondReach, sql, type Tx } from '../../../platform/db.ts'
import type { Recommendation } from '../contract/results.ts'
import type { Degree } from '../rules/marks.ts'
import type { Interview } from './interviews.ts'
import type { OwnSeat } from './seats.ts'
import { readScope } from './waiting.ts'

export interface AgreedItem {
  readonly itemCode: string
  readonly degree: Degree | null
  readonly lowest: Degree | null
  readonly highest: Degree | null
  readonly sealedReason: Buffer | null
}
export interface Agreement {
  readonly items: readonly AgreedItem[]
  readonly fieldCode: string | null
  readonly recommendation: Recommendation
  readonly sealedReason: Buffer
  readonly agreedOn: string
  readonly expiresOn: string
}
/** Writes what a panel agreed on, as a member of it: once, for no row of it can be changed by anybody. */
export async function insertAgreement(
  tx: Tx,
  { one, seat }: { readonly one: Interview; readonly seat: OwnSeat },
  agreement: Agreement,
): Promise<void> {
  const scope = await readScope(tx, one)
  const base = {
    ...scope,
    interview_id: one.id,
    seated: [...one.seated],
    opens_on: seat.opensOn,
    closes_on: seat.closesOn,
    agreed_on: agreement.agreedOn,
  }
  await tx
    .insertInto('interviews.agreed')
    .values(
      agreement.items.map((item) => ({
        ...base,
        item_code: item.itemCode,
        instrument_code: one.instrumentCode ?? '',
        field_code: agreement.fieldCode,
        degree: item.degree,
        lowest: item.lowest,
        highest: item.highest,
        sealed_reason: item.sealedReason,
        expires_on: agreement.expiresOn,
      })),
    )
    .execute()
  await tx
    .insertInto('interviews.result')
    .values({ ...base, case_id: one.caseId, recommendation: agreement.recommendation, sealed_reason: agreement.sealedReason })
    .execute()
  // What was said opens to her guide now that something came of it.
  await beyondReach(tx, async () => {
    await sql`update interviews.evidence set agreed_on = ${agreement.agreedOn} where plan_id = ${one.planId} and interview_id = ${one.id}`.execute(
      tx,
    )
    await sql`update interviews.answer set agreed_on = ${agreement.agreedOn} where plan_id = ${one.planId} and interview_id = ${one.id}`.execute(
      tx,
    )
  })
}
/** The field she chose, as whoever spoke wrote it down. */
export async function findChosenField(tx: Tx, one: Interview): Promise<string | null> {
  const row = await beyondReach(tx, () =>
    tx
      .selectFrom('interviews.answer')
      .select('field_code')
      .where('plan_id', '=', one.planId)
      .where('interview_id', '=', one.id)
      .where('account_id', 'in', [...one.seated])
      .where('field_code', 'is not', null)
      .executeTakeFirst(),
  )
  return row?.field_code ?? null
}
export async function countDrift(
  tx: Tx,
  of: { readonly planId: string; readonly accountId: string; readonly domain: string },
  by: { readonly marks: number; readonly above: number; readonly below: number; readonly far: number },
): Promise<void> {
  await beyondReach(tx, () =>
    sql`insert into interviews.drift as kept (plan_id, account_id, domain, marks, above, below, far)
      values (${of.planId}, ${of.accountId}, ${of.domain}, ${by.marks}, ${by.above}, ${by.below}, ${by.far})
      on conflict (plan_id, account_id, domain) do update set marks = kept.marks + excluded.marks, above = kept.above + excluded.above,
        below = kept.below + excluded.below, far = kept.far + excluded.far`.execute(tx),
  )
}
export async function insertDissent(
  tx: Tx,
  { one, seat }: { readonly one: Interview; readonly seat: OwnSeat },
  said: { readonly itemCode: string; readonly degree: Degree | null; readonly sealedReason: Buffer; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('interviews.dissent')
    .values({
      ...(await readScope(tx, one)),
      interview_id: one.id,
      account_id: seat.accountId,
      item_code: said.itemCode,
      degree: said.degree,
      sealed_reason: said.sealedReason,
      said_at: said.at,
      opens_on: seat.opensOn,
      closes_on: seat.closesOn,
    })
    .execute()
}
/** Written once, and never read again by whoever wrote it: no row comes back. */
export async function insertStopNote(
  tx: Tx,
  { one, seat }: { readonly one: Interview; readonly seat: OwnSeat },
  note: { readonly id: string; readonly sealedNote: Buffer | null; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('interviews.stop_note')
    .values({
      ...(await readScope(tx, one)),
      id: note.id,
      interview_id: one.id,
      account_id: seat.accountId,
      sealed_note: note.sealedNote,
      opens_on: seat.opensOn,
      closes_on: seat.closesOn,
      written_at: note.at,
    })
    .execute()
}
