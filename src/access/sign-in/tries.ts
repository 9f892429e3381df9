import { createHash, createHmac } from 'node:crypto'
import { sql, type Tx } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'

/** Wrong passwords in a row before an address is closed, and for how many minutes. */
export const TRIES = 6
export const LOCKED_MINUTES = 15

/** The address as a key nobody can read back: accounts that exist and addresses that do not are counted alike. */
export function addressIndexOf({ vault }: Pick<House, 'vault'>, email: string): Buffer {
  return createHmac('sha256', vault.keyFor('sign-in-tries')).update(email.trim().toLowerCase()).digest()
}
export async function isLocked(tx: Tx, index: Buffer, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('auth.sign_in_try')
    .select('locked_until')
    .where('address_index', '=', index)
    .where('locked_until', '>', now)
    .executeTakeFirst()
  return row !== undefined
}
/** Counts one more wrong password; the one that fills the measure closes the address and starts the count anew. One statement, so that none is lost. */
export async function countFailure(tx: Tx, index: Buffer, now: Date): Promise<void> {
  const until = new Date(now.getTime() + LOCKED_MINUTES * 60_000)
  await sql`insert into auth.sign_in_try as counted (address_index, failures) values (${index}, 1)
    on conflict (address_index) do update set failures = case when counted.failures + 1 >= ${TRIES} then 0 else counted.failures + 1 end,
      locked_until = case when counted.failures + 1 >= ${TRIES} then ${until}::timestamptz else counted.locked_until end`.execute(tx)
}
export async function forgetFailures(tx: Tx, index: Buffer): Promise<void> {
  await tx.deleteFrom('auth.sign_in_try').where('address_index', '=', index).execute()
}
/** Takes a code of the second factor as used; false when it was used before (RFC 6238 §5.2). Codes older than ten minutes are forgotten. */
export async function takeCode(tx: Tx, accountId: string, code: string, at: Date): Promise<boolean> {
  await tx
    .deleteFrom('auth.used_code')
    .where('account_id', '=', accountId)
    .where('used_at', '<', new Date(at.getTime() - 600_000))
    .execute()
  const hash = createHash('sha256').update(`${accountId}/${code}`).digest()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('auth.used_code')
    .values({ account_id: accountId, code_hash: hash, used_at: at })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
