import { createHash, randomBytes } from 'node:crypto'
import { type Door, sql } from './db.ts'
import { seal, unseal } from './vault.ts'

/** The database is sealed under another master key than the one given. */
export class OtherMasterKey extends Error {}
const PLACE = 'platform.root_key'

/** Names a master key without telling it: eight letters of its hash, printed on its recovery sheet as well. */
export function printOf(master: Buffer): string {
  return createHash('sha256').update('kariz:key-print').update(master).digest('hex').slice(0, 8)
}

/**
 * The root key, from which every key of the house is derived. It is drawn once and kept in the database, sealed under the master key of the file:
 * neither opens anything alone, and the master key is changed by sealing the same root anew. A database written before there was a root key keeps
 * deriving from its master key, which becomes the root. Refuses with OtherMasterKey when none of the sealed roots opens.
 */
export async function openRoot(door: Door, master: Buffer): Promise<Buffer> {
  const found = await listSealed(door)
  if (found.length > 0) return opened(found, master)
  const { rows } = await door.asOwner((tx) => sql<{ used: boolean }>`select exists (select from plan.plan) as used`.execute(tx))
  await sealRoot(door, rows[0]?.used === true ? master : randomBytes(32), master)
  // Two houses may open an empty database at once: what stands first is the root of both.
  return opened(await listSealed(door), master)
}
/** Seals the root under one more master key; twice is once. */
export async function sealRoot(door: Door, root: Buffer, master: Buffer): Promise<void> {
  await door.asOwner((tx) =>
    tx
      .insertInto('platform.root_key')
      .values({ key_print: printOf(master), sealed_root: seal(master, PLACE, root) })
      .onConflict((clash) => clash.column('key_print').doNothing())
      .execute(),
  )
}
/** Forgets every sealed root but that of this master key: older keys open nothing any more. */
export async function forgetOtherKeys(door: Door, master: Buffer): Promise<void> {
  await door.asOwner((tx) => tx.deleteFrom('platform.root_key').where('key_print', '<>', printOf(master)).execute())
}

interface Sealed {
  readonly key_print: string
  readonly sealed_root: Buffer
}
function listSealed(door: Door): Promise<readonly Sealed[]> {
  return door.asOwner((tx) => tx.selectFrom('platform.root_key').select(['key_print', 'sealed_root']).execute())
}
function opened(found: readonly Sealed[], master: Buffer): Buffer {
  const one = found.find(({ key_print }) => key_print === printOf(master))
  if (one === undefined) throw new OtherMasterKey(`sealed under the key ${found.map(({ key_print }) => key_print).join(', ')}`)
  return unseal(master, PLACE, one.sealed_root)
}
