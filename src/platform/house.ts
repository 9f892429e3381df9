import type { Door } from './db.ts'
import type { FileStore } from './files.ts'
import type { NewId, RandomBytes } from './ids.ts'
import type { Post } from './post.ts'
import type { Clock } from './time.ts'
import type { Vault } from './vault.ts'

/** What every unit of work may use of the outside; all of it injected, so that the whole can be run with a seed. */
export interface House {
  readonly door: Door
  readonly vault: Vault
  readonly files: FileStore
  readonly clock: Clock
  readonly newId: NewId
  readonly randomBytes: RandomBytes
  readonly mode: 'demo' | 'real'
  /** How messages leave the house; tests and installations without a gateway send nowhere. */
  readonly post: Post
  /** Where people reach the house, without a slash at the end; links in mails begin with it. */
  readonly address: string
  /** Wakes the worker of a queue after commit; the worker also looks by itself, so a lost call loses nothing. */
  readonly wake: (queue: string) => void
}
