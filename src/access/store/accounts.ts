import { beyondReach, sql, type Tx } from '../../platform/db.ts'
import type { AccountRow, SessionRow } from '../contract/accounts.ts'

/**
 * The sign-in library's tables stand in a schema of their own, which no role of the law may touch. What is read of them here is never a token, a
 * secret or a password; whom it concerns is bounded by the plan: accounts that hold or held an assignment of it.
 */
interface Asked {
  readonly planId: string
  readonly now: Date
  readonly today: string
  readonly addressIndexOf: (email: string) => Buffer
}
interface Found {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly has_second_factor: boolean
  readonly locked_until: Date | null
  readonly sessions: number
  readonly in_force: number
}
async function findAccounts(
  tx: Tx,
  { planId, now, today, addressIndexOf }: Asked,
  { id, after, limit }: { readonly id?: string; readonly after?: string | undefined; readonly limit: number },
): Promise<AccountRow[]> {
  return beyondReach(tx, async () => {
    const { rows } =
      await sql<Found>`select account.id, account.name, account.email, coalesce(account."twoFactorEnabled", false) as has_second_factor,
        (select max("lockedUntil") from auth."twoFactor" where "userId" = account.id) as locked_until,
        (select count(*)::int from auth.session where "userId" = account.id and "expiresAt" > ${now}) as sessions,
        (select count(*)::int from access.assignment assignment where assignment.plan_id = ${planId} and assignment.account_id = account.id
          and assignment.ended_at is null and assignment.valid_from <= ${today} and (assignment.valid_to is null or assignment.valid_to >= ${today})
          and (not assignment.needs_approval or assignment.approved_at is not null)) as in_force
      from auth."user" account
      where exists (select from access.assignment held where held.plan_id = ${planId} and held.account_id = account.id)
        and (${id ?? null}::uuid is null or account.id = ${id ?? null}) and (${after ?? null}::uuid is null or account.id > ${after ?? null})
      order by account.id limit ${limit}`.execute(tx)
    const locked = await lockedAddresses(
      tx,
      rows.map(({ email }) => addressIndexOf(email)),
      now,
    )
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      hasSecondFactor: row.has_second_factor,
      isLocked: (row.locked_until !== null && row.locked_until > now) || locked.has(addressIndexOf(row.email).toString('hex')),
      sessions: row.sessions,
      assignmentsInForce: row.in_force,
    }))
  })
}
async function lockedAddresses(tx: Tx, indexes: readonly Buffer[], now: Date): Promise<ReadonlySet<string>> {
  if (indexes.length === 0) return new Set()
  const rows = await tx
    .selectFrom('auth.sign_in_try')
    .select('address_index')
    .where('address_index', 'in', [...indexes])
    .where('locked_until', '>', now)
    .execute()
  return new Set(rows.map(({ address_index }) => address_index.toString('hex')))
}
export async function listAccountsOf(tx: Tx, asked: Asked, page: { readonly after?: string | undefined; readonly limit: number }) {
  return findAccounts(tx, asked, { ...page, limit: page.limit + 1 })
}
export async function findAccountOf(tx: Tx, asked: Asked, id: string): Promise<AccountRow | undefined> {
  const [found] = await findAccounts(tx, asked, { id, limit: 1 })
  return found
}
export async function findAccountByEmail(tx: Tx, email: string): Promise<{ readonly id: string } | undefined> {
  return beyondReach(tx, () => tx.selectFrom('auth.user').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst())
}
export async function listSessions(tx: Tx, accountId: string, thisId: string | undefined, now: Date): Promise<SessionRow[]> {
  return beyondReach(tx, async () => {
    const rows = await tx
      .selectFrom('auth.session')
      .select(['id', 'createdAt', 'updatedAt', 'userAgent'])
      .where('userId', '=', accountId)
      .where('expiresAt', '>', now)
      .orderBy('updatedAt', 'desc')
      .limit(50)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      openedAt: row.createdAt.toISOString(),
      seenAt: row.updatedAt.toISOString(),
      device: row.userAgent,
      isThis: row.id === thisId,
    }))
  })
}
/** Ends one session of an account, or all of them. Returns how many. A session is a key, not a fact: it is taken away, not kept. */
export async function endSessionsOf(tx: Tx, accountId: string, id?: string): Promise<number> {
  return beyondReach(tx, async () => {
    const query = tx.deleteFrom('auth.session').where('userId', '=', accountId)
    const { numDeletedRows } = await (id === undefined ? query : query.where('id', '=', id)).executeTakeFirst()
    return Number(numDeletedRows)
  })
}
export async function unlockSignIn(tx: Tx, accountId: string, addressIndex: Buffer): Promise<void> {
  await beyondReach(tx, async () => {
    await tx.deleteFrom('auth.sign_in_try').where('address_index', '=', addressIndex).execute()
    await sql`update auth."twoFactor" set "failedVerificationCount" = 0, "lockedUntil" = null where "userId" = ${accountId}`.execute(tx)
  })
}
export interface NewPassword {
  readonly accountId: string
  readonly hash: string
  readonly at: Date
}
/**
 * A new password after a link: sessions end, the second factor goes, and every assignment of the account that opens files waits for approval again,
 * in every plan; whoever sent the link gains nothing by opening it.
 */
export async function renewPassword(tx: Tx, { accountId, hash, at }: NewPassword): Promise<void> {
  await tx
    .updateTable('auth.account')
    .set({ password: hash, updatedAt: at })
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .execute()
  await tx.deleteFrom('auth.session').where('userId', '=', accountId).execute()
  await sql`delete from auth."twoFactor" where "userId" = ${accountId}`.execute(tx)
  await tx.updateTable('auth.user').set({ twoFactorEnabled: false, updatedAt: at }).where('id', '=', accountId).execute()
  await sql`update access.assignment mine set needs_approval = true where account_id = ${accountId} and role = 'PO' and ended_at is null
    and exists (select from access.assignment other where other.plan_id = mine.plan_id and other.role = 'PO' and other.account_id <> ${accountId}
      and other.ended_at is null)`.execute(tx)
  await sql`update access.assignment set approved_by = null, approved_at = null, version = version + 1
    where account_id = ${accountId} and needs_approval and approved_at is not null and ended_at is null`.execute(tx)
}
