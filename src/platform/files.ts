import { createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql, type Tx } from './db.ts'
import { seal, unseal, type Vault } from './vault.ts'

/** Encrypted files on disk: a key per file, an address keyed per plan that tells nothing, a torn file impossible (write, sync, rename). */
export class FileStore {
  readonly #folder: string
  readonly #vault: Vault
  constructor(folder: string, vault: Vault) {
    this.#folder = folder
    this.#vault = vault
  }
  /** Seals bytes under a new key. The row to keep: address, sealed key, SHA-256 of the content, length in bytes. */
  async put(place: { readonly planId: string; readonly fileId: string }, bytes: Buffer) {
    const key = randomBytes(32)
    const address = this.#addressOf(place)
    const at = join(this.#folder, address)
    await mkdir(dirname(at), { recursive: true, mode: 0o700 })
    const handle = await open(`${at}.part`, 'w', 0o600)
    try {
      await handle.writeFile(seal(key, address, bytes))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${at}.part`, at)
    return {
      address,
      sealedKey: seal(this.#vault.keyFor('file'), address, key),
      sha256: createHash('sha256').update(bytes).digest(),
      bytes: bytes.length,
    }
  }
  async get(row: { readonly address: string; readonly sealed_key: Buffer }): Promise<Buffer> {
    const key = unseal(this.#vault.keyFor('file'), row.address, row.sealed_key)
    return unseal(key, row.address, await readFile(join(this.#folder, row.address)))
  }
  async erase(address: string): Promise<void> {
    await rm(join(this.#folder, address), { force: true })
  }
  #addressOf({ planId, fileId }: { readonly planId: string; readonly fileId: string }): string {
    const hex = createHmac('sha256', this.#vault.keyFor('file-address')).update(`${planId}/${fileId}`).digest('hex')
    return join(hex.slice(0, 2), hex.slice(2, 40))
  }
}

/** The row of a stored file: whose it is, what it is for, and what `put` gave back. Rooms keep the file's id beside what it belongs to. */
export interface FileRow {
  readonly planId: string
  readonly id: string
  /** Scope columns of the row, for files about one woman. */
  readonly scope?: {
    readonly county_code: string
    readonly shared_with: string[]
    readonly barred: string[]
    readonly assigned: string[]
  }
  readonly personId?: string
  readonly organisationId?: string
  readonly purpose: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: Buffer
  readonly address: string
  readonly sealedKey: Buffer
  readonly sealedName: Buffer
  readonly uploadedBy: string
  readonly uploadedAt: Date
}
export async function insertFile(tx: Tx, file: FileRow): Promise<void> {
  await tx
    .insertInto('platform.file')
    .values({
      ...file.scope,
      plan_id: file.planId,
      id: file.id,
      person_id: file.personId ?? null,
      organisation_id: file.organisationId ?? null,
      purpose: file.purpose,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      address: file.address,
      sealed_key: file.sealedKey,
      sealed_name: file.sealedName,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
    })
    .execute()
}
/** Stored files of one purpose whose key is not destroyed yet. */
export async function listFilesFor(tx: Tx, purpose: string): Promise<readonly { readonly id: string; readonly address: string }[]> {
  return tx
    .selectFrom('platform.file')
    .select(['id', 'address'])
    .where('purpose', '=', purpose)
    .where(sql<boolean>`octet_length(sealed_key) > 0`)
    .orderBy('id')
    .limit(1000)
    .execute()
}
/** Destroys the key of a stored file and the name it had, after its bytes are gone; that there was one stays. */
export async function destroyFileKey(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('platform.file')
    .set({ sealed_key: Buffer.alloc(0), sealed_name: Buffer.alloc(0) })
    .where('id', '=', id)
    .execute()
}
