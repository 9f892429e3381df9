import { sql, type Tx } from '../../platform/db.ts'
import type { Given } from '../contract/accounts.ts'
import { Invitation } from '../contract/invitations.ts'

export interface NewInvitation {
  readonly planId: string
  readonly id: string
  readonly kind: 'invite' | 'renew'
  readonly email: string | null
  readonly name: string | null
  readonly accountId?: string
  readonly given?: Given
  readonly tokenHash: Buffer
  readonly invitedBy: string
  readonly at: Date
  readonly expiresAt: Date
}
export async function insertInvitation(tx: Tx, made: NewInvitation): Promise<void> {
  const { given } = made
  await tx
    .insertInto('access.invitation')
    .values({
      plan_id: made.planId,
      id: made.id,
      kind: made.kind,
      email: made.email,
      display_name: made.name,
      account_id: made.accountId ?? null,
      role: given?.role ?? null,
      duties: [...(given?.duties ?? [])],
      counties: [...(given?.counties ?? [])],
      organisation_id: given?.organisationId ?? null,
      valid_from: given?.validFrom ?? null,
      valid_to: given?.validTo ?? null,
      token_hash: made.tokenHash,
      invited_by: made.invitedBy,
      invited_at: made.at,
      expires_at: made.expiresAt,
    })
    .execute()
}
export async function listInvitationsOf(
  tx: Tx,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  now: Date,
): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('access.invitation')
    .select(['id', 'kind', 'email', 'display_name', 'role', 'invited_at', 'expires_at', 'accepted_at', 'withdrawn_at', 'version'])
    .where('email', 'is not', null)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map((row) =>
    Invitation.parse({
      id: row.id,
      kind: row.kind,
      email: row.email,
      name: row.display_name,
      role: row.role,
      state: row.accepted_at !== null ? 'accepted' : row.withdrawn_at !== null ? 'withdrawn' : row.expires_at <= now ? 'expired' : 'open',
      invitedAt: row.invited_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      version: row.version,
    }),
  )
}
export async function lockInvitation(tx: Tx, id: string) {
  return tx
    .selectFrom('access.invitation')
    .select(['id', 'email', 'accepted_at', 'withdrawn_at', 'version'])
    .where('id', '=', id)
    .where('email', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
}
export async function updateLink(tx: Tx, id: string, version: number, tokenHash: Buffer, expiresAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access.invitation')
    .set({ token_hash: tokenHash, expires_at: expiresAt, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
export async function updateWithdrawn(tx: Tx, id: string, version: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access.invitation')
    .set({ withdrawn_at: at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
/** Closes what is still open for an address, so that a newer link is the only one that opens. */
export async function withdrawOpen(
  tx: Tx,
  { kind, email, at }: { readonly kind: 'invite' | 'renew'; readonly email: string | null; readonly at: Date },
) {
  await sql`update access.invitation set withdrawn_at = ${at}, version = version + 1
    where kind = ${kind} and email is not distinct from ${email} and accepted_at is null and withdrawn_at is null`.execute(tx)
}
/** The invitation a link opens, if it may still be opened; locked, so that a link opens once. Runs beyond the reach of whoever holds the link. */
export async function lockOpenByToken(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx
    .selectFrom('access.invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}
export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof lockOpenByToken>>>
export async function updateAccepted(tx: Tx, { plan_id, id }: OpenInvitation, accountId: string, at: Date): Promise<void> {
  await tx
    .updateTable('access.invitation')
    .set({ accepted_at: at, account_id: accountId, version: sql`version + 1` })
    .where('plan_id', '=', plan_id)
    .where('id', '=', id)
    .execute()
}
