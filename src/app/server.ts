import type { FastifyInstance } from 'fastify'
import { actorOf } from '../access/sign-in/session.ts'
import { buildApp } from '../platform/app.ts'
import type { DatabaseConfig } from '../platform/database-config.ts'
import { Door } from '../platform/db.ts'
import { FileStore } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type NewId, newId, type RandomBytes } from '../platform/ids.ts'
import { type Clock, systemClock } from '../platform/time.ts'
import { Vault } from '../platform/vault.ts'
import { sentences } from './all-words.ts'
import { constraints, handled } from './rooms.ts'

export interface ServerParts {
  readonly config: DatabaseConfig
  readonly masterKey: Buffer
  readonly filesFolder: string
  readonly mode: 'demo' | 'real'
  readonly webFolder?: string | undefined
  readonly clock?: Clock
  readonly newId?: NewId
  readonly logLevel?: 'silent' | 'info' | 'warn'
}
export interface Server {
  readonly app: FastifyInstance
  readonly house: House
  readonly stop: () => Promise<void>
}

/** The house on a migrated database; `app.listen` opens it. */
export async function makeServer(parts: ServerParts): Promise<Server> {
  const vault = new Vault(parts.masterKey)
  const door = new Door(parts.config)
  const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))
  const house: House = {
    door,
    vault,
    files: new FileStore(parts.filesFolder, vault),
    clock: parts.clock ?? systemClock,
    newId: parts.newId ?? newId,
    randomBytes,
    mode: parts.mode,
    wake: () => undefined,
  }
  const sessions = { door, secret: sessionSecretOf(vault), clock: house.clock, openPlan: async () => null }
  const app = await buildApp({
    house,
    handled,
    sentences,
    constraints,
    actorOf: (request) => actorOf(request, sessions),
    webFolder: parts.webFolder,
    logLevel: parts.logLevel ?? 'warn',
  })
  return {
    app,
    house,
    stop: async () => {
      await app.close()
      await door.close()
    },
  }
}
export function sessionSecretOf(vault: Vault): string {
  return vault.keyFor('session').toString('base64url')
}
