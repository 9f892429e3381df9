import type { Tx } from '../../../platform/db.ts'
import { daysBetween } from '../../../platform/time.ts'
import { Deduction, Dispute } from '../contract/disputes.ts'
import type { DisputeAbout, DisputeState } from '../rules/disputes.ts'
import type { LotScope } from './work.ts'

/** Newest first. */
export async function listDisputes(tx: Tx, { lotId, today }: { readonly lotId: string; readonly today: string }) {
  const rows = await tx.selectFrom('market.dispute').selectAll().where('lot_id', '=', lotId).orderBy('id', 'desc').limit(50).execute()
  return rows.map((row) =>
    Dispute.parse({
      id: row.id,
      about: row.about,
      state: row.state,
      openedOn: row.opened_on,
      answerBy: row.answer_by,
      daysLeft: daysBetween(today, row.answer_by),
      endedOn: row.ended_on,
    }),
  )
}
export async function lockDispute(tx: Tx, id: string) {
  const row = await tx.selectFrom('market.dispute').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) return undefined
  const { about, state } = Dispute.pick({ about: true, state: true }).parse(row)
  return { id: row.id, lotId: row.lot_id, about, state }
}
interface NewDispute {
  readonly id: string
  readonly about: DisputeAbout
  readonly on: string
  readonly answerBy: string
  readonly accountId: string
}
export async function insertDispute(tx: Tx, scope: LotScope, made: NewDispute): Promise<void> {
  await tx
    .insertInto('market.dispute')
    .values({ ...scope, id: made.id, about: made.about, opened_on: made.on, answer_by: made.answerBy, opened_by: made.accountId })
    .execute()
}
export async function endDispute(
  tx: Tx,
  id: string,
  { to, on, accountId }: { readonly to: DisputeState; readonly on: string; readonly accountId: string },
): Promise<void> {
  await tx.updateTable('market.dispute').set({ state: to, ended_on: on, ended_by: accountId }).where('id', '=', id).execute()
}
export async function hasOpenDispute(tx: Tx, lotId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('market.dispute')
    .select('id')
    .where('lot_id', '=', lotId)
    .where('state', '=', 'opened')
    .executeTakeFirst()
  return row !== undefined
}
/** Who looked at the pieces of a lot. */
export async function listInspectors(tx: Tx, lotId: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('market.inspection').select('account_id').where('lot_id', '=', lotId).execute()
  return rows.map((row) => row.account_id)
}
/** Newest first. */
export async function listDeductions(tx: Tx, { lotId, accountId }: { readonly lotId: string; readonly accountId: string }) {
  const rows = await tx.selectFrom('market.deduction').selectAll().where('lot_id', '=', lotId).orderBy('id', 'desc').limit(50).execute()
  return rows.map((row) =>
    Deduction.parse({
      id: row.id,
      amountRial: row.amount_rial,
      reason: row.reason,
      state: row.state,
      proposedOn: row.proposed_on,
      isOwn: row.proposed_by === accountId,
    }),
  )
}
export async function lockDeduction(tx: Tx, id: string) {
  return tx
    .selectFrom('market.deduction')
    .select(['id', 'lot_id', 'amount_rial', 'state', 'proposed_by'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
export async function hasOpenDeduction(tx: Tx, lotId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('market.deduction')
    .select('id')
    .where('lot_id', '=', lotId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row !== undefined
}
interface NewDeduction {
  readonly id: string
  readonly amountRial: number
  readonly reason: string
  readonly on: string
  readonly accountId: string
}
export async function insertDeduction(tx: Tx, scope: LotScope, made: NewDeduction): Promise<void> {
  await tx
    .insertInto('market.deduction')
    .values({ ...scope, id: made.id, amount_rial: made.amountRial, reason: made.reason, proposed_by: made.accountId, proposed_on: made.on })
    .execute()
}
export async function decideDeduction(
  tx: Tx,
  id: string,
  { isApproved, on, accountId }: { readonly isApproved: boolean; readonly on: string; readonly accountId: string },
): Promise<void> {
  const state = isApproved ? 'approved' : 'refused'
  await tx.updateTable('market.deduction').set({ state, decided_on: on, decided_by: accountId }).where('id', '=', id).execute()
}
