import { symmetricEncrypt } from 'better-auth/crypto'
import { sql, type Tx } from '../../platform/db.ts'

export interface NewAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Made by the sign-in library's `hashPassword`: dear on purpose. */
  readonly passwordHash: string
  /** The secret of a second factor that is known already (demonstration) and the key it is sealed with; others set theirs up themselves. */
  readonly known?: { readonly secret: string; readonly key: string }
  readonly at: Date
}
/** Makes an account with its second factor sealed the sign-in library's way. False, and nothing done, when the address exists. */
export async function insertAccount(tx: Tx, { id, email, name, passwordHash, known, at }: NewAccount): Promise<boolean> {
  const user = {
    id,
    email: email.toLowerCase(),
    name,
    emailVerified: true,
    twoFactorEnabled: known !== undefined,
    createdAt: at,
    updatedAt: at,
  }
  const inserted = await tx
    .insertInto('auth.user')
    .values(user)
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return false
  await tx
    .insertInto('auth.account')
    .values({ accountId: id, providerId: 'credential', userId: id, password: passwordHash, createdAt: at, updatedAt: at })
    .execute()
  if (known === undefined) return true
  const sealed = await symmetricEncrypt({ key: known.key, data: known.secret })
  const codes = await symmetricEncrypt({ key: known.key, data: JSON.stringify([]) })
  await sql`insert into auth."twoFactor" ("secret", "backupCodes", "userId", "verified") values (${sealed}, ${codes}, ${id}, true)`.execute(
    tx,
  )
  return true
}
