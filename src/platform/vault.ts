import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Sealed values: AES-256-GCM with row-bound associated data, so that a sealed value moved to another row or column does not open.
 * Layout: version (1 byte) · nonce (12) · tag (16) · ciphertext. Each woman has her own data key; destroying it erases her.
 */
const VERSION = 1
const NONCE = 12
const TAG = 16

export function seal(key: Buffer, place: string, text: string | Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
}
/** Opens a sealed value; throws when key, place or bytes are not the ones it was sealed with. */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error('a sealed value of an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE)).setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()])
}

/** Keys derived from the root key, which the database keeps sealed under the master key of a file outside it (`root-key.ts`). */
export class Vault {
  readonly #root: Buffer
  readonly #derived = new Map<string, Buffer>()
  constructor(root: Buffer) {
    if (root.length !== 32) throw new Error('the root key has 32 bytes')
    this.#root = root
  }
  /** A key for one use of the house itself (receipts, messages, sign-in). */
  keyFor(use: string): Buffer {
    let key = this.#derived.get(use)
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', this.#root, Buffer.alloc(0), `kariz:${use}`, 32))
      this.#derived.set(use, key)
    }
    return key
  }
  /** A new data key for one woman, and the form in which it is stored. */
  newDataKey(planId: string, personId: string): { readonly key: Buffer; readonly wrapped: Buffer } {
    const key = randomBytes(32)
    return { key, wrapped: seal(this.keyFor('wrap'), `${planId}/${personId}`, key) }
  }
  unwrap(planId: string, personId: string, wrapped: Buffer): Buffer {
    return unseal(this.keyFor('wrap'), `${planId}/${personId}`, wrapped)
  }
  /** A blind index: equal values of one kind in one plan give equal bytes; without the root key nothing can be tried against it. */
  blindIndex(planId: string, kind: 'national-id' | 'phone' | 'name', value: string): Buffer {
    return createHmac('sha256', this.keyFor(`index:${kind}`))
      .update(`${planId}/${value}`)
      .digest()
  }
}
