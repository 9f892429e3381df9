import { symmetricEncrypt } from 'better-auth/crypto'
import { sql, type Tx } from '../../platform/db.ts'
import type { Auth } from './auth.ts'

export interface NewAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password: string
  /** The secret of a second factor that is known already (demonstration); others set theirs up themselves. */
  readonly knownSecret?: string
  readonly at: Date
}
/** Makes an account with its password hashed by the sign-in library, and its second factor sealed the library's way. Does nothing when the address exists. */
export async function insertAccount(tx: Tx, auth: Auth, secret: string, made: NewAccount): Promise<void> {
  const { id, email, name, at } = made
  const { password } = await auth.$context
  const hash = await password.hash(made.password)
  const user = {
    id,
    email: email.toLowerCase(),
    name,
    emailVerified: true,
    twoFactorEnabled: made.knownSecret !== undefined,
    createdAt: at,
    updatedAt: at,
  }
  const inserted = await tx
    .insertInto('auth.user')
    .values(user)
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return
  await tx
    .insertInto('auth.account')
    .values({ accountId: id, providerId: 'credential', userId: id, password: hash, createdAt: at, updatedAt: at })
    .execute()
  if (made.knownSecret === undefined) return
  const sealed = await symmetricEncrypt({ key: secret, data: made.knownSecret })
  const codes = await symmetricEncrypt({ key: secret, data: JSON.stringify([]) })
  await sql`insert into auth."twoFactor" ("secret", "backupCodes", "userId", "verified") values (${sealed}, ${codes}, ${id}, true)`.execute(
    tx,
  )
}
