import { createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
