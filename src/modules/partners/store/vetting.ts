import type { Tx } from '../../../platform/db.ts'

export interface Opinion {
  readonly accountId: string
  readonly isFit: boolean
  readonly reasons: string
  readonly at: Date
}
/** What was thought of a promise or an application, oldest first. */
export async function listOpinions(tx: Tx, subjectId: string): Promise<readonly Opinion[]> {
  const rows = await tx
    .selectFrom('partners.vetting')
    .select(['account_id', 'is_fit', 'reasons', 'vetted_at'])
    .where('subject_id', '=', subjectId)
    .orderBy('vetted_at')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, isFit: row.is_fit, reasons: row.reasons, at: row.vetted_at }))
}
export interface NewOpinion {
  readonly planId: string
  readonly id: string
  readonly subject: { readonly kind: 'pledge' | 'application'; readonly id: string }
  readonly accountId: string
  readonly isFit: boolean
  readonly reasons: string
  readonly at: Date
}
export async function insertOpinion(tx: Tx, { planId, id, subject, accountId, isFit, reasons, at }: NewOpinion): Promise<void> {
  await tx
    .insertInto('partners.vetting')
    .values({
      plan_id: planId,
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      account_id: accountId,
      is_fit: isFit,
      reasons,
      vetted_at: at,
    })
    .execute()
}
